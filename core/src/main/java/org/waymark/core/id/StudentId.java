package org.waymark.core.id;

/**
 * The id of a student: text, in which leading zeros live. It never prints; see {@link #value()}.
 *
 * @param value the id as it stands in files
 */
public record StudentId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public StudentId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static StudentId of(String value) {
        return new StudentId(value);
    }

    /** Does not show the value: a log line may hold it. */
    @Override
    public String toString() {
        return "StudentId(withheld)";
    }
}
