package org.waymark.core.population;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.schema.Unknown;

/** A column of exact decimals of at most four places, held as whole ten-thousandths. */
final class NumberColumn {
    static final int PLACES = 4;

    private static final long NOTHING = Long.MIN_VALUE;
    private static final long MOST = 100_000_000_000_000_000L;

    private final long[] values;

    NumberColumn(long[] values) {
        this.values = values;
    }

    boolean isKnown(int row) {
        return values[row] > -MOST;
    }

    /** The value in ten-thousandths, where it is known. */
    long scaled(int row) {
        return values[row];
    }

    Unknown reason(int row) {
        return values[row] == NOTHING ? Unknown.NOT_REPORTED : Unknown.values()[(int) (values[row] - NOTHING - 1)];
    }

    Optional<BigDecimal> get(int row) {
        return isKnown(row) ? Optional.of(unscaled(values[row])) : Optional.empty();
    }

    /** The number of so many ten-thousandths. */
    static BigDecimal unscaled(long tenThousandths) {
        return plain(BigDecimal.valueOf(tenThousandths, PLACES));
    }

    /** Without zeros behind the point, and without an exponent: 20, neither 20.0000 nor 2E+1. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    NumberColumn permuted(int[] order) {
        long[] other = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            other[i] = values[order[i]];
        }
        return new NumberColumn(other);
    }

    long heapBytes() {
        return 8L * values.length;
    }

    int size() {
        return values.length;
    }

    /** The number in ten-thousandths; empty if it has more places or is too large. */
    static Optional<Long> scaled(BigDecimal value) {
        try {
            long scaled = value.setScale(PLACES).unscaledValue().longValueExact();
            return Math.abs(scaled) < MOST ? Optional.of(scaled) : Optional.empty();
        } catch (ArithmeticException tooFine) {
            return Optional.empty();
        }
    }

    /** Takes numbers row by row. */
    static final class Builder extends ColumnSink {
        private long[] values = new long[64];
        private int size;

        @Override
        public boolean put(char[] text, int from, int to) {
            Optional<Long> scaled = Optional.empty();
            // A length limit first: reading a number of a million digits takes quadratic time.
            if (to - from <= 40 && !hasExponent(text, from, to)) {
                try {
                    scaled = scaled(new BigDecimal(text, from, to - from));
                } catch (NumberFormatException notANumber) {
                    scaled = Optional.empty();
                }
            }
            if (scaled.isEmpty()) {
                unknown(Unknown.UNREADABLE);
                return false;
            }
            add(scaled.get());
            return true;
        }

        private static boolean hasExponent(char[] text, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text[i];
                if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+')) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void unknown(Unknown reason) {
            add(NOTHING + 1 + reason.ordinal());
        }

        @Override
        public void none() {
            throw new IllegalArgumentException("number: is known or unknown, never none");
        }

        void put(BigDecimal value) {
            add(scaled(value)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "number: must have at most " + PLACES + " decimal places and 13 digits before them")));
        }

        /** The row's value in ten-thousandths; empty if it is unknown. */
        OptionalLong scaledIfKnown(int row) {
            return values[row] > -MOST ? OptionalLong.of(values[row]) : OptionalLong.empty();
        }

        private void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1) + 64);
            }
            values[size++] = value;
        }

        @Override
        int size() {
            return size;
        }

        @Override
        void pad() {
            add(NOTHING);
        }

        @Override
        void truncate(int rows) {
            size = Math.min(size, rows);
        }

        NumberColumn cut() {
            NumberColumn column = new NumberColumn(Arrays.copyOf(values, size));
            size = 0;
            return column;
        }
    }
}
