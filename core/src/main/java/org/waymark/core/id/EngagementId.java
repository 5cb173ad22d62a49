package org.waymark.core.id;

/**
 * The id of an engagement: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record EngagementId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public EngagementId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static EngagementId of(String value) {
        return new EngagementId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
