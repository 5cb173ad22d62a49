package org.waymark.core.id;

/**
 * The id of a postsecondary institution: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record InstitutionId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public InstitutionId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static InstitutionId of(String value) {
        return new InstitutionId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
