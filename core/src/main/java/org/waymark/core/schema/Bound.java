package org.waymark.core.schema;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/** An end of a {@link Window}: the same day for everybody, or a day of each member's own life. */
public sealed interface Bound {
    /** No bound: from the beginning, or by the as-of day. */
    Bound OPEN = new Open();

    /** The first day of the period that the question asks about. */
    Bound PERIOD_START = new PeriodStart();

    /** The first day after the period that the question asks about. */
    Bound PERIOD_END = new PeriodEnd();

    /** The given day. */
    static Bound on(LocalDate day) {
        return new On(day);
    }

    /** No bound. */
    record Open() implements Bound {
        @Override
        public String toString() {
            return "any time";
        }
    }

    /**
     * A day of the calendar.
     *
     * @param day the day
     */
    record On(LocalDate day) implements Bound {
        /** Refuses null. */
        public On {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /**
     * So much after a milestone of the member; before it if the period is negative. A milestone that never came makes
     * the window empty, one that is unknown makes the answer unknown.
     *
     * @param anchor the milestone
     * @param period how much later; days beyond a month's end fall on its last day, as {@link LocalDate#plus} does
     */
    record After(Milestone anchor, Period period) implements Bound {
        /** Refuses null. */
        public After {
            Objects.requireNonNull(anchor, "anchor");
            Objects.requireNonNull(period, "period");
        }

        @Override
        public String toString() {
            return period.isZero() ? anchor.toString() : Periods.inWords(period) + " after " + anchor;
        }
    }

    /** The first day of the period asked about. */
    record PeriodStart() implements Bound {
        @Override
        public String toString() {
            return "the start of the period";
        }
    }

    /** The first day after the period asked about. */
    record PeriodEnd() implements Bound {
        @Override
        public String toString() {
            return "the end of the period";
        }
    }
}
