package org.waymark.core.schema;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/** An end of a {@link Window}: the same day for everybody, or a day of each member's own life. */
public sealed interface Bound {
    /** No bound: from the beginning, or by the as-of day. */
    Bound OPEN = new Open();

    /** The first day of the period that the question asks about. */
    PeriodStart PERIOD_START = new PeriodStart(Period.ZERO);

    /** The first day after the period that the question asks about. */
    PeriodEnd PERIOD_END = new PeriodEnd(Period.ZERO);

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

    /**
     * So much after the first day of the period asked about; before it if the shift is negative.
     *
     * @param shift how much later
     */
    record PeriodStart(Period shift) implements Bound {
        /** Refuses null. */
        public PeriodStart {
            Objects.requireNonNull(shift, "shift");
        }

        /** So much later. */
        public PeriodStart plus(Period more) {
            return new PeriodStart(shift.plus(more));
        }

        @Override
        public String toString() {
            return shifted(shift, "the start of the period");
        }
    }

    /**
     * So much after the end of the period asked about, which is the first day after it; before it if the shift is
     * negative.
     *
     * @param shift how much later
     */
    record PeriodEnd(Period shift) implements Bound {
        /** Refuses null. */
        public PeriodEnd {
            Objects.requireNonNull(shift, "shift");
        }

        /** So much later. */
        public PeriodEnd plus(Period more) {
            return new PeriodEnd(shift.plus(more));
        }

        @Override
        public String toString() {
            return shifted(shift, "the end of the period");
        }
    }

    private static String shifted(Period shift, String of) {
        if (shift.isZero()) {
            return of;
        }
        return shift.isNegative()
                ? Periods.inWords(shift.negated()) + " before " + of
                : Periods.inWords(shift) + " after " + of;
    }
}
