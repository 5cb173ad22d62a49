package org.waymark.core.id;

/**
 * The id of a professional of a partner: text, in which leading zeros live. It never prints; see {@link #value()}.
 *
 * @param value the id as it stands in files
 */
public record ProfessionalId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public ProfessionalId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static ProfessionalId of(String value) {
        return new ProfessionalId(value);
    }

    /** Does not show the value: a log line may hold it. */
    @Override
    public String toString() {
        return "ProfessionalId(withheld)";
    }
}
