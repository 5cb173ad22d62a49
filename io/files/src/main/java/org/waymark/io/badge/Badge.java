package org.waymark.io.badge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.id.StudentId;

/**
 * One achievement of one learner: an {@code AchievementCredential} of Open Badges 3.0.
 *
 * @param id its own id, an address or a URN
 * @param name its name
 * @param issuer who says it
 * @param recipient of whom
 * @param achievement what was achieved
 * @param validFrom from when on it holds, inclusive
 * @param validUntil until when it holds; empty if without end
 * @param awarded when it was awarded, if that is said
 * @param credits the credits that were earned, if that is said
 */
public record Badge(
        String id,
        Optional<String> name,
        Profile issuer,
        Recipient recipient,
        Achievement achievement,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Instant> awarded,
        Optional<BigDecimal> credits)
        implements VerifiableCredential {
    /** Refuses null and an id that is blank. */
    public Badge {
        Texts.notBlank("id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(achievement, "achievement");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(awarded, "awarded");
        Objects.requireNonNull(credits, "credits");
    }

    /** The day of the award in UTC; where none is said, the day from which it holds. */
    public LocalDate awardedOn() {
        return awarded.orElse(validFrom).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * The award that it is in the model; empty if its type is none that the model counts as a credential, such as a
     * course, or if the type leaves open which kind it is, such as a certificate of unknown length.
     *
     * @param student the recipient; see {@link Recipient#is}
     */
    public Optional<CredentialAward> awardTo(StudentId student) {
        Optional<CredentialKind> kind = achievement.kind();
        return kind.map(known -> CredentialAward.builder()
                .student(student)
                .kind(known)
                .credential(achievement.identifier().map(CredentialId::of))
                .awardedOn(awardedOn())
                .institution(achievement.creator().flatMap(Profile::identifier).map(InstitutionId::of))
                .build());
    }

    /** What was achieved, by whom it is said and from when on; nothing of the recipient. */
    @Override
    public String toString() {
        return "Badge \"" + achievement.name() + "\" of " + issuer.name().orElse(issuer.id()) + " from "
                + validFrom.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
