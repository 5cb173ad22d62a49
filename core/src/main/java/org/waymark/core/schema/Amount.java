package org.waymark.core.schema;

import java.math.BigDecimal;
import java.util.Objects;

/** How much of an event there must be. */
public sealed interface Amount {
    /** One at least. */
    Amount ONE = new Times(1);

    /** So many events at least. */
    static Amount times(int least) {
        return new Times(least);
    }

    /** A sum of a number over the events of so much at least. */
    static Amount sum(Quantity quantity, long least) {
        return new Sum(quantity, BigDecimal.valueOf(least));
    }

    /** So many different labels among the events at least. */
    static Amount distinct(Dimension dimension, int least) {
        return new Distinct(dimension, least);
    }

    /**
     * So many events.
     *
     * @param least how many at least, 1 or more
     */
    record Times(int least) implements Amount {
        /** Refuses less than one. */
        public Times {
            if (least < 1) {
                throw new IllegalArgumentException("least: must be 1 or more, was " + least);
            }
        }

        @Override
        public String toString() {
            return least == 1 ? "at least one of" : "at least " + least + " of";
        }
    }

    /**
     * A sum of a number over the events.
     *
     * @param quantity what is added up
     * @param least the least sum, above 0
     */
    record Sum(Quantity quantity, BigDecimal least) implements Amount {
        /** Refuses sums that nothing would reach. */
        public Sum {
            Objects.requireNonNull(quantity, "quantity");
            least = least.stripTrailingZeros();
            if (least.signum() <= 0) {
                throw new IllegalArgumentException("least: must be above 0, was " + least);
            }
        }

        @Override
        public String toString() {
            return "at least " + least.toPlainString() + " " + quantity + " in all of";
        }
    }

    /**
     * Different labels among the events.
     *
     * @param dimension whose labels
     * @param least how many different ones at least, 1 or more
     */
    record Distinct(Dimension dimension, int least) implements Amount {
        /** Refuses less than one. */
        public Distinct {
            Objects.requireNonNull(dimension, "dimension");
            if (least < 1) {
                throw new IllegalArgumentException("least: must be 1 or more, was " + least);
            }
        }

        @Override
        public String toString() {
            return "at least " + least + " different " + dimension + " among";
        }
    }

    /**
     * Different school years in which events began, for "sustained" rules.
     *
     * @param least how many different school years at least, 1 or more
     */
    record SchoolYears(int least) implements Amount {
        /** Refuses less than one. */
        public SchoolYears {
            if (least < 1) {
                throw new IllegalArgumentException("least: must be 1 or more, was " + least);
            }
        }

        @Override
        public String toString() {
            return "in at least " + least + " different school years, one of";
        }
    }
}
