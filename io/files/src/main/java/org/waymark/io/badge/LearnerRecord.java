package org.waymark.io.badge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A learner's whole record: a {@code ClrCredential} of the Comprehensive Learner Record 2.0.
 *
 * @param id its own id, an address or a URN
 * @param name its name
 * @param issuer who says it
 * @param recipient of whom
 * @param validFrom from when on it holds, inclusive
 * @param validUntil until when it holds; empty if without end
 * @param badges the credentials of single achievements in it
 * @param achievements the achievements that the associations name
 * @param associations how achievements belong together
 */
public record LearnerRecord(
        String id,
        Optional<String> name,
        Profile issuer,
        Recipient recipient,
        Instant validFrom,
        Optional<Instant> validUntil,
        List<Badge> badges,
        List<Achievement> achievements,
        List<Association> associations)
        implements VerifiableCredential {
    /** Copies the lists; refuses null, a blank id and a record of nothing. */
    public LearnerRecord {
        Texts.notBlank("id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validUntil, "validUntil");
        badges = List.copyOf(badges);
        achievements = List.copyOf(achievements);
        associations = List.copyOf(associations);
        if (badges.isEmpty()) {
            throw new IllegalArgumentException("badges: must be at least one");
        }
    }

    /** How much it holds, by whom it is said and from when on; nothing of the recipient. */
    @Override
    public String toString() {
        return "Learner record of " + badges.size() + " badges by "
                + issuer.name().orElse(issuer.id()) + " from "
                + validFrom.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
