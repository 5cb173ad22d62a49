package org.waymark.core.id;

/**
 * The id of a school: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record SchoolId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public SchoolId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static SchoolId of(String value) {
        return new SchoolId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
