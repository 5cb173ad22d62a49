package org.waymark.core.id;

/**
 * The id of a program: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record ProgramId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public ProgramId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static ProgramId of(String value) {
        return new ProgramId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
