package org.waymark.io.badge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.id.StudentId;

/**
 * Whom a credential is about.
 *
 * @param id the recipient's own id, such as a DID of a wallet
 * @param identities ids by which others know the recipient
 */
public record Recipient(Optional<String> id, List<Identity> identities) {
    /** Copies the list. */
    public Recipient {
        Objects.requireNonNull(id, "id");
        identities = List.copyOf(identities);
    }

    /** Whether it is this student, by one of the identities. */
    public boolean is(StudentId student) {
        return identities.stream().anyMatch(identity -> identity.is(student.value()));
    }

    /** How many ids there are, and never what they are. */
    @Override
    public String toString() {
        return "recipient (" + (identities.size() + (id.isPresent() ? 1 : 0)) + " ids withheld)";
    }
}
