package org.waymark.io.published;

import java.util.Objects;

/**
 * An identity that the numbers of a published table must keep, and in how many places it was looked for. Whoever reads a table
 * sees by it that it was checked, and not only that nothing was found.
 *
 * @param name what the identity is called, such as {@code adjusted cohort}
 * @param identity the identity in the words of the table: {@code FinalCohort = BegginingGrade9 + TransferIn - TransferOut}
 * @param held in how many places it was looked for and held
 * @param broken in how many places it did not; each of them has a finding
 */
public record IdentityCheck(String name, String identity, long held, long broken) {
    /** Refuses negative numbers. */
    public IdentityCheck {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identity, "identity");
        if (held < 0 || broken < 0) {
            throw new IllegalArgumentException("held, broken: must be 0 or more, were " + held + " and " + broken);
        }
    }

    /** Written as {@code adjusted cohort (FinalCohort = ...): held in 1,647 places of 1,647}. */
    @Override
    public String toString() {
        return name + " (" + identity + "): held in " + held + " of " + (held + broken) + " places that show it";
    }
}
