package org.waymark.core.id;

/**
 * The id of a partner: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record PartnerId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public PartnerId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static PartnerId of(String value) {
        return new PartnerId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
