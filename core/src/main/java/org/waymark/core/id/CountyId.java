package org.waymark.core.id;

/**
 * The id of a county: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record CountyId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public CountyId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static CountyId of(String value) {
        return new CountyId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
