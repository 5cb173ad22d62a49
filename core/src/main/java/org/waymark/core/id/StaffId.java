package org.waymark.core.id;

/**
 * The id of a person of an organisation: text, in which leading zeros live. It never prints; see {@link #value()}.
 *
 * @param value the id as it stands in files
 */
public record StaffId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public StaffId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static StaffId of(String value) {
        return new StaffId(value);
    }

    /** Does not show the value: a log line may hold it. */
    @Override
    public String toString() {
        return "StaffId(withheld)";
    }
}
