package org.waymark.core.id;

/**
 * The id of a STEM or regional network: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record NetworkId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public NetworkId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static NetworkId of(String value) {
        return new NetworkId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
