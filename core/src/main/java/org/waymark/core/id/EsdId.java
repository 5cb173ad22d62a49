package org.waymark.core.id;

/**
 * The id of an educational service district: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record EsdId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public EsdId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static EsdId of(String value) {
        return new EsdId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
