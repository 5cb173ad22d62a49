package org.waymark.core.schema;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.waymark.core.time.DateRange;
import org.waymark.core.time.SchoolYear;

/**
 * The days in which something counts, [from, until).
 *
 * <p>A window is closed for a member once its end is not after the day that follows the as-of day; until then nobody
 * knows that nothing will happen. A window without end reads "by the as-of day" and is closed on it.
 *
 * @param fromInclusive the first day that counts
 * @param untilExclusive the first day that no longer counts
 */
public record Window(Bound fromInclusive, Bound untilExclusive) {
    /** Any time by the as-of day. */
    public static final Window ALWAYS = new Window(Bound.OPEN, Bound.OPEN);

    /** The period that the question asks about. */
    public static final Window PERIOD = new Window(Bound.PERIOD_START, Bound.PERIOD_END);

    /** The school year before the one that the question asks about. */
    public static final Window PREVIOUS_PERIOD =
            new Window(Bound.PERIOD_START.plus(Period.ofYears(-1)), Bound.PERIOD_START);

    /** Refuses null. */
    public Window {
        Objects.requireNonNull(fromInclusive, "fromInclusive");
        Objects.requireNonNull(untilExclusive, "untilExclusive");
    }

    /** From one bound to another. */
    public static Window between(Bound fromInclusive, Bound untilExclusive) {
        return new Window(fromInclusive, untilExclusive);
    }

    /** From the beginning to a bound. */
    public static Window before(Bound untilExclusive) {
        return new Window(Bound.OPEN, untilExclusive);
    }

    /** From a bound on, by the as-of day. */
    public static Window from(Bound fromInclusive) {
        return new Window(fromInclusive, Bound.OPEN);
    }

    /** From a milestone to so much after it: the day of the milestone counts, the last day does not. */
    public static Window within(Period length, Milestone milestone) {
        return new Window(milestone.plus(Period.ZERO), milestone.plus(length));
    }

    /** Certain days of the calendar. */
    public static Window of(DateRange days) {
        return new Window(Bound.on(days.start()), Bound.on(days.endExclusive()));
    }

    /** A certain school year. */
    public static Window of(SchoolYear year) {
        return of(year.days());
    }

    /** Before a day. */
    public static Window before(LocalDate day) {
        return before(Bound.on(day));
    }

    /** Whether one of the ends depends on the period that the question asks about. */
    public boolean needsPeriod() {
        return isOfPeriod(fromInclusive) || isOfPeriod(untilExclusive);
    }

    private static boolean isOfPeriod(Bound bound) {
        return bound instanceof Bound.PeriodStart || bound instanceof Bound.PeriodEnd;
    }

    /** The window in words, such as {@code before 26 years after birth date}. */
    @Override
    public String toString() {
        boolean open = untilExclusive instanceof Bound.Open;
        if (fromInclusive instanceof Bound.Open) {
            return open ? "by the as-of day" : "before " + untilExclusive;
        }
        if (open) {
            return "from " + fromInclusive + " on, by the as-of day";
        }
        if (equals(PERIOD)) {
            return "in the period";
        }
        return "from " + fromInclusive + " to before " + untilExclusive;
    }
}
