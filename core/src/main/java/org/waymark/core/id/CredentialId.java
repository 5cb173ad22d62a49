package org.waymark.core.id;

/**
 * The id of a credential: text, in which leading zeros live.
 *
 * @param value the id as it stands in files
 */
public record CredentialId(String value) {
    /** Refuses what cannot be an id: nothing, white space around it, control characters. */
    public CredentialId {
        Ids.check(value);
    }

    /** The id of that value. */
    public static CredentialId of(String value) {
        return new CredentialId(value);
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }
}
