package org.waymark.io.badge;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.id.StudentId;
import org.waymark.core.pathway.Outcome;
import org.waymark.core.pathway.Participation;
import org.waymark.core.population.Population;

/**
 * Makes credentials of what a population says of its students: one of an award, or a learner's whole record.
 *
 * <p>A recipient is named by a hashed id of the school's information system and never by name; see {@link Identity} for
 * what the hash is good for. The salt of each credential, and its id, are derived from a secret of the issuer: the same
 * award gives the same credential, and nobody without the secret can list them. Not safe for use by several threads.
 */
public final class Issuer {
    /** The type of id that a student information system gives. */
    public static final String SIS = "sisSourcedId";

    /** The type of id that OneRoster gives. */
    public static final String ONE_ROSTER = "oneRosterSourcedId";

    private static final int SHORTEST_SECRET = 16;

    private final Profile profile;
    private final byte[] secret;
    private final String idType;
    private final Population population;
    private final Definitions definitions;
    private Map<StudentId, List<Badge>> badges = new LinkedHashMap<>();
    private boolean collected;

    private Issuer(Profile profile, byte[] secret, String idType, Population population) {
        this.profile = profile;
        this.secret = secret;
        this.idType = idType;
        this.population = population;
        this.definitions = new Definitions(profile, population);
    }

    /**
     * An issuer.
     *
     * @param profile who issues; its id is the address under which what it defines gets addresses
     * @param secret 16 bytes or more that only the issuer knows; keep it, so that ids stay the same
     * @param population whose students, with the catalogue of credentials, institutions, programs and pathways
     */
    public static Issuer of(Profile profile, byte[] secret, Population population) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("secret: must be 16 bytes or more, was " + secret.length);
        }
        return new Issuer(profile, secret.clone(), SIS, population);
    }

    /** The same with another type of id, such as {@link #ONE_ROSTER}. */
    public Issuer idType(String type) {
        return new Issuer(profile, secret, type, population);
    }

    /** The credential of an award. */
    public Badge badge(CredentialAward award) {
        String key =
                award.kind() + "|" + award.credential().map(Object::toString).orElse("") + "|"
                        + award.institution().map(Object::toString).orElse("");
        return badge(award.student(), key, award.awardedOn(), definitions.of(award), Optional.empty());
    }

    private Badge badge(
            StudentId student, String what, LocalDate day, Achievement achievement, Optional<BigDecimal> credits) {
        String id = id(student.value() + "|" + what + "|" + day);
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Badge(
                id,
                Optional.of(achievement.name()),
                profile,
                recipient(student, id),
                achievement,
                from,
                Optional.empty(),
                Optional.of(from),
                credits);
    }

    private Recipient recipient(StudentId student, String credential) {
        String salt = HexFormat.of().formatHex(keyed("salt|" + credential), 0, 16);
        return new Recipient(Optional.empty(), List.of(Identity.hashed(idType, student.value(), salt)));
    }

    /**
     * The record of a student: a badge of each award and of each program that was completed, in the order of their days;
     * a diploma is the parent of the courses. Empty if there is nothing of either by the population's as-of day.
     */
    public Optional<LearnerRecord> record(StudentId student) {
        collect();
        List<Badge> held = badges.getOrDefault(student, List.of());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Achievement> achievements = new LinkedHashMap<>();
        held.forEach(badge -> achievements.putIfAbsent(badge.achievement().id(), badge.achievement()));
        List<Association> associations = new ArrayList<>();
        for (Achievement diploma : achievements.values()) {
            for (Achievement course : achievements.values()) {
                if (diploma.type().equals(Optional.of("SecondarySchoolDiploma"))
                        && course.type().equals(Optional.of(AchievementTypes.COURSE))) {
                    associations.add(Association.isParentOf(diploma.id(), course.id()));
                }
            }
        }
        String id = id(student.value() + "|record|" + population.asOf());
        return Optional.of(new LearnerRecord(
                id,
                Optional.of("Learner record"),
                profile,
                recipient(student, id),
                population.asOf().atStartOfDay(ZoneOffset.UTC).toInstant(),
                Optional.empty(),
                held,
                associations.isEmpty() ? List.of() : new ArrayList<>(achievements.values()),
                associations));
    }

    private void collect() {
        if (collected) {
            return;
        }
        Map<StudentId, List<Badge>> found = new LinkedHashMap<>();
        population.stream(CredentialAward.SCHEMA)
                .filter(award -> !award.awardedOn().isAfter(population.asOf()))
                .forEach(award -> found.computeIfAbsent(award.student(), s -> new ArrayList<>())
                        .add(badge(award)));
        population.stream(Participation.SCHEMA)
                .filter(part -> part.outcome().equals(Optional.of(Outcome.COMPLETED))
                        && part.program().isPresent())
                .filter(part -> part.end()
                        .filter(end -> !end.isAfter(population.asOf()))
                        .isPresent())
                .forEach(part -> found.computeIfAbsent(part.student(), s -> new ArrayList<>())
                        .add(badge(
                                part.student(),
                                "program|" + part.program().orElseThrow() + "|" + part.start(),
                                part.end().orElseThrow(),
                                definitions.of(part),
                                part.credits())));
        // Stable: of one day first the awards, then the programs, in the population's order.
        found.values().forEach(list -> list.sort(Comparator.comparing(Badge::validFrom)));
        badges = found;
        collected = true;
    }

    /** An id that only the issuer can make, as a UUID of the version for own forms. */
    private String id(String of) {
        ByteBuffer bytes = ByteBuffer.wrap(keyed("id|" + of));
        long high = bytes.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
        long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return "urn:uuid:" + new UUID(high, low);
    }

    private byte[] keyed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Who issues. */
    @Override
    public String toString() {
        return "Issuer " + profile.name().orElse(profile.id());
    }
}
