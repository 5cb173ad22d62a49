package org.waymark.core.id;

/**
 * The id of an event: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record EventId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public EventId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static EventId of(String value) {
        return new EventId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
