package org.waymark.core.id;

/**
 * The id of a career pathway: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record PathwayId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public PathwayId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static PathwayId of(String value) {
        return new PathwayId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
