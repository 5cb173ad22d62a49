package org.waymark.core.id;

/**
 * The id of a school district: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record DistrictId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public DistrictId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static DistrictId of(String value) {
        return new DistrictId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
