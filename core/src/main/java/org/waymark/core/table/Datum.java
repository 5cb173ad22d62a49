package org.waymark.core.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** One place of a table: a text, a whole number, an exact decimal, a real number, a day, or nothing with a reason. */
public sealed interface Datum {
    /** A text. */
    static Datum text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Datum whole(long value) {
        return new Whole(value);
    }

    /** A decimal that is exact to its last digit, such as a target. */
    static Datum exact(BigDecimal value) {
        return new Exact(value);
    }

    /** An estimate. */
    static Datum real(double value) {
        return new Real(value);
    }

    /** A day. */
    static Datum day(LocalDate value) {
        return new Day(value);
    }

    /** Nothing, with the reason as it shall be printed, such as {@code n/a} or {@code n<10}. */
    static Datum missing(String mark) {
        return new Missing(mark);
    }

    /** The estimate, or a mark where there is none. */
    static Datum realOr(Optional<Double> value, String mark) {
        return value.isPresent() ? real(value.get()) : missing(mark);
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements Datum {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements Datum {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /**
     * A decimal that is exact to its last digit.
     *
     * @param value the number
     */
    record Exact(BigDecimal value) implements Datum {
        /** Refuses null. */
        public Exact {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /**
     * An estimate.
     *
     * @param value a finite number
     */
    record Real(double value) implements Datum {
        /** Refuses what is no number: nothing without a reason reaches a table. */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: must be finite, was " + value);
            }
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /**
     * A day.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements Datum {
        /** Refuses null. */
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * Nothing.
     *
     * @param mark why, as it shall be printed
     */
    record Missing(String mark) implements Datum {
        /** Refuses null. */
        public Missing {
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public String toString() {
            return mark;
        }
    }

    /** The number with as many digits as are printed of it: what may be drawn of it. Empty for what is no number. */
    default Optional<BigDecimal> printedNumber() {
        if (this instanceof Real real) {
            return Optional.of(BigDecimal.valueOf(real.value()).setScale(3, RoundingMode.HALF_UP));
        }
        if (this instanceof Exact exact) {
            return Optional.of(exact.value());
        }
        return this instanceof Whole whole ? Optional.of(BigDecimal.valueOf(whole.value())) : Optional.empty();
    }

    /** How the datum is printed for a reader in a column of the given kind. */
    default String printed(Column.Kind kind) {
        if (this instanceof Real real) {
            return switch (kind) {
                case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * real.value());
                case POINTS -> String.format(Locale.ROOT, "%+.1f", 100 * real.value());
                default -> String.format(Locale.ROOT, "%.3f", real.value());
            };
        }
        if (this instanceof Exact exact && kind == Column.Kind.SHARE) {
            return exact.value().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
        if (this instanceof Exact exact && kind == Column.Kind.POINTS) {
            String points = exact.value().movePointRight(2).stripTrailingZeros().toPlainString();
            return exact.value().signum() > 0 ? "+" + points : points;
        }
        if (this instanceof Whole whole && kind == Column.Kind.COUNT) {
            return String.format(Locale.ROOT, "%,d", whole.value());
        }
        return toString();
    }
}
