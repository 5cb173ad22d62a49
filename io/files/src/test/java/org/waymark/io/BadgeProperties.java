package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.waymark.core.result.Loaded;
import org.waymark.io.badge.Achievement;
import org.waymark.io.badge.Alignment;
import org.waymark.io.badge.Association;
import org.waymark.io.badge.Badge;
import org.waymark.io.badge.Identity;
import org.waymark.io.badge.LearnerRecord;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.Profile;
import org.waymark.io.badge.Recipient;
import org.waymark.io.badge.VerifiableCredential;

/** Whatever badge or learner's record is written comes back as it was, as a document and out of a picture. */
class BadgeProperties {
    @Property(tries = 100)
    void badgeComesBack(@ForAll("badges") Badge badge) throws IOException {
        assertComesBack(badge);
    }

    @Property(tries = 50)
    void learnerRecordComesBack(@ForAll("records") LearnerRecord record) throws IOException {
        assertComesBack(record);
    }

    private static void assertComesBack(VerifiableCredential credential) throws IOException {
        String json = OpenBadges.toJson(credential);
        for (byte[] form : List.of(json.getBytes(StandardCharsets.UTF_8), Png.baked(json, true))) {
            Path file = Files.createTempFile("badge", ".any");
            try {
                Files.write(file, form);
                Loaded<Optional<VerifiableCredential>> read = OpenBadges.read(file);
                assertTrue(read.isClean(), read::toString);
                assertEquals(Optional.of(credential), read.value());
            } finally {
                Files.delete(file);
            }
        }
        assertEquals(json, OpenBadges.toJson(credential), "the same text again");
    }

    /** Texts of one to twelve characters of any script, with whatever JSON has to escape, that are not blank. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> characters = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.strings().alpha().ofLength(1)),
                Tuple.of(1, Arbitraries.of("\"", "\\", "/", "<", "&", "'", "\t", "\n", "\u0001", " ")),
                Tuple.of(1, Arbitraries.of("é", "ß", "\u2028", "語", "🎓", "=", "\u200F")));
        return characters
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> parts.stream().collect(Collectors.joining()))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(10)
                .map(id -> "urn:x:" + id);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-2_208_988_800L, 253_402_300_799L).map(Instant::ofEpochSecond);
    }

    private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> of) {
        return of.optional();
    }

    private static Arbitrary<Profile> profiles() {
        return Combinators.combine(ids(), maybe(texts()), maybe(ids()), maybe(texts()))
                .as(Profile::new);
    }

    private static Arbitrary<Recipient> recipients() {
        Arbitrary<Identity> plain = Combinators.combine(Arbitraries.of("sisSourcedId", "name"), texts(), maybe(texts()))
                .as((type, value, salt) -> new Identity(type, false, value, salt));
        Arbitrary<Identity> hashed =
                Combinators.combine(texts(), texts()).as((id, salt) -> Identity.hashed("oneRosterSourcedId", id, salt));
        return Combinators.combine(
                        maybe(ids()),
                        Arbitraries.oneOf(plain, hashed).list().ofMinSize(1).ofMaxSize(3))
                .as(Recipient::new);
    }

    private static Arbitrary<Achievement> achievements() {
        Arbitrary<Alignment> alignments = Combinators.combine(
                        texts(),
                        ids(),
                        maybe(Arbitraries.of("CTDL", "CFItem", "ext:own")),
                        maybe(texts()),
                        maybe(texts()))
                .as(Alignment::new);
        Arbitrary<String> types = Arbitraries.of("Certificate", "Course", "SecondarySchoolDiploma", "ext:own");
        return Combinators.combine(
                        ids(),
                        texts(),
                        texts(),
                        maybe(texts()),
                        maybe(ids()),
                        Combinators.combine(maybe(types), maybe(profiles()), maybe(texts()))
                                .as(Rest::new),
                        alignments.list().ofMaxSize(2),
                        texts().list().ofMaxSize(3))
                .as((id, name, description, criteria, page, rest, aligned, tags) -> new Achievement(
                        id,
                        name,
                        description,
                        criteria,
                        page,
                        rest.type(),
                        rest.creator(),
                        rest.identifier(),
                        aligned,
                        tags));
    }

    private record Rest(Optional<String> type, Optional<Profile> creator, Optional<String> identifier) {}

    @Provide
    Arbitrary<Badge> badges() {
        Arbitrary<BigDecimal> credits = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000))
                .ofScale(2);
        return Combinators.combine(
                        ids(),
                        maybe(texts()),
                        profiles(),
                        recipients(),
                        achievements(),
                        times(),
                        Combinators.combine(maybe(times()), maybe(times())).as(List::of),
                        maybe(credits))
                .as((id, name, issuer, recipient, achievement, from, others, earned) -> new Badge(
                        id, name, issuer, recipient, achievement, from, others.get(0), others.get(1), earned));
    }

    @Provide
    Arbitrary<LearnerRecord> records() {
        Arbitrary<Association> associations = Combinators.combine(
                        Arbitraries.of("isParentOf", "isPartOf"), ids(), ids())
                .as(Association::new);
        return Combinators.combine(
                        ids(),
                        maybe(texts()),
                        profiles(),
                        recipients(),
                        Combinators.combine(times(), maybe(times())).as(Span::new),
                        badges().list().ofMinSize(1).ofMaxSize(3),
                        achievements().list().ofMaxSize(2),
                        associations.list().ofMaxSize(2))
                .as((id, name, issuer, recipient, span, badges, achievements, joined) -> new LearnerRecord(
                        id, name, issuer, recipient, span.from(), span.until(), badges, achievements, joined));
    }

    private record Span(Instant from, Optional<Instant> until) {}
}
