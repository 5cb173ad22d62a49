package org.waymark.core.indicator;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Where;

/**
 * How long members take from a milestone to something that happens to them, as data: what an {@link Indicator} is for a
 * share, this is for a time.
 *
 * <p>Members to whom it has not happened by the as-of day, or by the day on which they left sight, are followed until
 * then: they are censored, which is neither a yes nor a no. Written as
 * {@code TimeToEvent.first(AWARD).byKind(KIND).since(BIRTH_DATE).within(Period.ofYears(27))}.
 *
 * @param origin the day from which time is measured; members for whom it has not come are not asked about
 * @param outcome what is waited for
 * @param entry the day from which members are under observation, if it is later than the origin: who reached the outcome
 *     before was never seen waiting, and is left out
 * @param leaving the day on which members leave sight, if they do before the as-of day
 * @param horizon how long after the origin one looks: what happens on the horizon's day or later no longer counts
 */
public record TimeToEvent(
        Milestone origin,
        Outcome outcome,
        Optional<Milestone> entry,
        Optional<Milestone> leaving,
        Optional<Period> horizon) {
    /** From where lengths of periods are counted for everybody alike. */
    private static final LocalDate COUNTED_FROM = LocalDate.of(2000, 1, 1);

    /** Refuses null and horizons that are not after the origin. */
    public TimeToEvent {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(leaving, "leaving");
        if (horizon.isPresent() && daysOf(horizon.get()) < 1) {
            throw new IllegalArgumentException("horizon: must be a day at least, was " + horizon.get());
        }
    }

    /** The first of such events; say {@code since} what. */
    public static FirstOf first(EventKind events) {
        return new FirstOf(events, Where.ANY, Optional.empty());
    }

    /** A day that comes at most once; say {@code since} what. */
    public static Reached reaching(Milestone milestone) {
        return new Reached(milestone);
    }

    /** The same for members who came under observation later. */
    public TimeToEvent enteringAt(Milestone day) {
        return new TimeToEvent(origin, outcome, Optional.of(day), leaving, horizon);
    }

    /** The same for members who may leave sight before the as-of day. */
    public TimeToEvent leavingAt(Milestone day) {
        return new TimeToEvent(origin, outcome, entry, Optional.of(day), horizon);
    }

    /** The same, looking so far only. */
    public TimeToEvent within(Period length) {
        return new TimeToEvent(origin, outcome, entry, leaving, Optional.of(length));
    }

    /** The time at which members stand who were followed to the horizon, in days. */
    public OptionalLong horizonDays() {
        return horizon.map(length -> OptionalLong.of(daysOf(length))).orElseGet(OptionalLong::empty);
    }

    /**
     * The length of a period in days where it is the same for everybody. Years differ by a leap day from one member to
     * the next, so each member's own calendar decides what lies within a horizon; this number is where the horizon
     * stands on the common scale.
     */
    public static long daysOf(Period length) {
        return ChronoUnit.DAYS.between(COUNTED_FROM, COUNTED_FROM.plus(length));
    }

    /** What is waited for. */
    public sealed interface Outcome {
        /** The time to this outcome from a milestone. */
        default TimeToEvent since(Milestone origin) {
            return new TimeToEvent(origin, this, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * The first of some events.
     *
     * @param events which events, by the day on which they begin
     * @param where which of them count
     * @param kinds how they are told apart, such as a degree from an apprenticeship: an axis of the events; of several on
     *     one day the kind that comes first along the axis is the member's
     */
    public record FirstOf(EventKind events, Where where, Optional<Axis> kinds) implements Outcome {
        /** Refuses null. */
        public FirstOf {
            Objects.requireNonNull(events, "events");
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(kinds, "kinds");
        }

        /** Only events that pass the tests. */
        public FirstOf where(Where tests) {
            return new FirstOf(events, tests, kinds);
        }

        /** The same with kinds told apart. */
        public FirstOf byKind(Axis axis) {
            return new FirstOf(events, where, Optional.of(axis));
        }

        /** Written as {@code the first of credential awards (kind is BACHELOR), by kind}. */
        @Override
        public String toString() {
            return "the first of " + events + (where.equals(Where.ANY) ? "" : " (" + where + ")")
                    + kinds.map(axis -> ", by " + axis.title()).orElse("");
        }
    }

    /**
     * A milestone of the member's own.
     *
     * @param milestone which
     */
    public record Reached(Milestone milestone) implements Outcome {
        /** Refuses null. */
        public Reached {
            Objects.requireNonNull(milestone, "milestone");
        }

        @Override
        public String toString() {
            return milestone.toString();
        }
    }

    /** The definition as one sentence. */
    public String sentence() {
        StringBuilder text = new StringBuilder("Time from ")
                .append(origin)
                .append(" to ")
                .append(outcome)
                .append("; members are followed to the as-of day");
        leaving.ifPresent(day -> text.append(", or to ").append(day).append(" if that comes first"));
        horizon.ifPresent(length -> text.append(", and no longer than before ").append(origin.plus(length)));
        entry.ifPresent(
                day -> text.append("; they are under observation after ").append(day));
        return text.append('.').toString();
    }

    @Override
    public String toString() {
        return sentence();
    }
}
