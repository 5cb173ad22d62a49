package org.waymark.metrics.survival;

import java.util.Objects;
import java.util.Optional;

/**
 * One member as a row: how long followed, and what ended it.
 *
 * @param entry when the member came under observation, if later than the origin: at risk after it only
 * @param time when the event came, or when the member was last seen; 0 or more, after the entry
 * @param kind the kind of the event; empty if the member is censored, last seen without an event
 */
public record Observation(Optional<Double> entry, double time, Optional<String> kind) {
    /** The name of events whose kinds are not told apart. */
    public static final String EVENT = "event";

    /** Refuses times below 0, and members who were never under observation. */
    public Observation {
        Objects.requireNonNull(kind, "kind");
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time: must be 0 or more and finite, was " + time);
        }
        if (entry.isPresent() && !(entry.get() < time && entry.get() >= 0)) {
            throw new IllegalArgumentException(
                    "entry: must be 0 or more and before the time " + time + ", was " + entry.get());
        }
    }

    /** An event, of kinds that are not told apart. */
    public static Observation reached(double time) {
        return reached(time, EVENT);
    }

    /** An event of a kind. */
    public static Observation reached(double time, String kind) {
        return new Observation(Optional.empty(), time, Optional.of(kind));
    }

    /** Last seen without an event. */
    public static Observation censored(double time) {
        return new Observation(Optional.empty(), time, Optional.empty());
    }

    /** The same member, under observation only from after a later time on. */
    public Observation enteredAt(double later) {
        return new Observation(Optional.of(later), time, kind);
    }
}
