package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.core.credential.Credential;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.CredentialId;
import org.waymark.core.id.InstitutionId;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.id.StudentId;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Outcome;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.Institution;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.student.Student;
import org.waymark.io.badge.Association;
import org.waymark.io.badge.Badge;
import org.waymark.io.badge.Issuer;
import org.waymark.io.badge.LearnerRecord;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.Profile;
import org.waymark.io.badge.VerifiableCredential;

class OpenBadgesTest {
    private static final StudentId ADA = StudentId.of("0904-17");
    private static final byte[] SECRET = "only the district knows".getBytes(StandardCharsets.UTF_8);
    private static final Profile DISTRICT = Profile.of("https://district.example", "River District");

    @TempDir
    Path folder;

    private static CredentialAward award(CredentialKind kind) {
        return CredentialAward.builder()
                .student(ADA)
                .kind(kind)
                .credential(CredentialId.of("weld/1"))
                .awardedOn(LocalDate.of(2024, 6, 14))
                .institution(InstitutionId.of("003798-00"))
                .build();
    }

    private static Population population() {
        return Population.builder()
                .asOf(LocalDate.of(2025, 6, 30))
                .add(
                        Student.builder().id(ADA).build(),
                        Student.builder().id(StudentId.of("nobody")).build(),
                        Institution.builder()
                                .id(InstitutionId.of("003798-00"))
                                .name("River College")
                                .build(),
                        Credential.builder()
                                .id(CredentialId.of("weld/1"))
                                .name("Welder, level 1")
                                .kind(CredentialKind.INDUSTRY_CERTIFICATION)
                                .build(),
                        CareerPathway.builder()
                                .id(PathwayId.of("manufacturing"))
                                .name("Manufacturing")
                                .addCredentials(CredentialId.of("weld/1"))
                                .build(),
                        Program.builder()
                                .id(ProgramId.of("WELD1"))
                                .name("Welding 1")
                                .level(Level.PREP)
                                .activity(ActivityKind.CTE_COURSE)
                                .pathway(PathwayId.of("manufacturing"))
                                .build(),
                        award(CredentialKind.INDUSTRY_CERTIFICATION),
                        CredentialAward.builder()
                                .student(ADA)
                                .kind(CredentialKind.SECONDARY_DIPLOMA)
                                .awardedOn(LocalDate.of(2024, 6, 10))
                                .build(),
                        Participation.builder()
                                .student(ADA)
                                .program(ProgramId.of("WELD1"))
                                .level(Level.PREP)
                                .activity(ActivityKind.CTE_COURSE)
                                .start(LocalDate.of(2022, 9, 1))
                                .end(LocalDate.of(2023, 6, 15))
                                .outcome(Outcome.COMPLETED)
                                .build())
                .build();
    }

    private static Issuer issuer() {
        return Issuer.of(DISTRICT, SECRET, population());
    }

    private static Loaded<Optional<VerifiableCredential>> read(byte[] bytes) throws IOException {
        return OpenBadges.reader().asOf(LocalDate.of(2026, 1, 1)).read(new ByteArrayInputStream(bytes), "a.json");
    }

    private static Loaded<Optional<VerifiableCredential>> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertClean(Loaded<?> loaded) {
        assertTrue(loaded.isClean(), loaded::toString);
    }

    @ParameterizedTest
    @EnumSource
    void awardComesBackFromItsBadge(CredentialKind kind) throws IOException {
        CredentialAward award = award(kind);
        Badge badge = issuer().badge(award);
        Path file = folder.resolve("badge.json");
        OpenBadges.write(badge, file);
        Loaded<Optional<VerifiableCredential>> loaded = OpenBadges.read(file);
        assertClean(loaded);
        Badge back = assertInstanceOf(Badge.class, loaded.value().orElseThrow());
        assertEquals(badge, back);
        assertTrue(back.recipient().is(ADA));
        assertFalse(back.recipient().is(StudentId.of("0904-18")));
        assertEquals(Optional.of(award), back.awardTo(ADA));
        assertThrows(FileAlreadyExistsException.class, () -> OpenBadges.write(badge, file));
        OpenBadges.replace(badge, file);
    }

    @Test
    void learnerIsNeverNamedAndTheSameAwardIsTheSameCredential() {
        Badge badge = issuer().badge(award(CredentialKind.LICENSE));
        String json = OpenBadges.toJson(badge);
        assertFalse(json.contains("0904"), json);
        assertFalse(badge.toString().contains("0904"));
        assertFalse(badge.recipient().identities().toString().contains("sha256"));
        assertFalse(json.contains("\"proof\""));
        assertEquals(json, OpenBadges.toJson(issuer().badge(award(CredentialKind.LICENSE))));
        byte[] other = "another secret of a district".getBytes(StandardCharsets.UTF_8);
        assertFalse(Issuer.of(DISTRICT, other, population())
                .badge(award(CredentialKind.LICENSE))
                .id()
                .equals(badge.id()));
        assertThrows(IllegalArgumentException.class, () -> Issuer.of(DISTRICT, new byte[15], population()));
    }

    @Test
    void recordHoldsWhatWasAwardedAndCompletedWithTheDiplomaAbove() throws IOException {
        LearnerRecord record = issuer().idType(Issuer.ONE_ROSTER).record(ADA).orElseThrow();
        assertEquals(
                List.of("Welding 1", "High school diploma", "Welder, level 1"),
                record.badges().stream()
                        .map(badge -> badge.achievement().name())
                        .toList());
        assertEquals(
                List.of(Association.isParentOf(
                        "https://district.example/kinds/SECONDARY_DIPLOMA", "https://district.example/programs/WELD1")),
                record.associations());
        assertEquals(
                "Manufacturing",
                record.badges().get(2).achievement().alignments().get(0).name());
        Loaded<Optional<VerifiableCredential>> back = read(OpenBadges.toJson(record));
        assertClean(back);
        assertEquals(Optional.of(record), back.value());
        assertEquals(Optional.empty(), issuer().record(StudentId.of("nobody")));
    }

    @Test
    void whatIsWrittenIsAsTheSchemasOfOthersSay() throws IOException {
        JsonSchema badges = Schemas.draft2019(
                Samples.need(Samples.folder().resolve("openbadges/openbadges-3.0-condensed.schema.json")));
        JsonSchema records =
                Schemas.draft2019(Samples.need(Samples.folder().resolve("clr/clr-2.0-condensed.schema.json")));
        for (CredentialKind kind : CredentialKind.values()) {
            assertEquals(List.of(), Schemas.wrong(badges, OpenBadges.toJson(issuer().badge(award(kind)))));
        }
        LearnerRecord record = issuer().record(ADA).orElseThrow();
        assertEquals(List.of(), Schemas.wrong(records, OpenBadges.toJson(record)));
        for (Badge badge : record.badges()) {
            assertEquals(List.of(), Schemas.wrong(badges, OpenBadges.toJson(badge)));
        }
        String broken = OpenBadges.toJson(record).replace("\"ClrSubject\"", "\"Subject\"");
        assertFalse(Schemas.wrong(records, broken).isEmpty(), "the schema can tell");
    }

    @Test
    void readsTokensAndPicturesAndSaysThatNothingIsVerified() throws IOException {
        Badge badge = issuer().badge(award(CredentialKind.LICENSE));
        String json = OpenBadges.toJson(badge);
        String token = token(json);
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>"
                + "<openbadges:credential verify='" + token + "'/></svg>";
        for (byte[] form : List.of(
                token.getBytes(StandardCharsets.US_ASCII),
                svg.getBytes(StandardCharsets.UTF_8),
                svg.replace(" verify='" + token + "'/>", "><![CDATA[" + json + "]]></openbadges:credential>")
                        .getBytes(StandardCharsets.UTF_8),
                Png.baked(json, false),
                Png.baked(token, false),
                Png.baked(json, true))) {
            Loaded<Optional<VerifiableCredential>> loaded = read(form);
            assertClean(loaded);
            assertEquals(Optional.of(badge), loaded.value());
            assertTrue(loaded.findings().toString().contains("not verified"));
        }
        String within = "{\"vc\":" + json + ",\"iss\":\"x\",\"exp\":1700000000}";
        Badge expiring = (Badge) read(token(within)).value().orElseThrow();
        assertEquals("2023-11-14T22:13:20Z", expiring.validUntil().orElseThrow().toString());
    }

    private static String token(String payload) {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        return url.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString(new byte[] {1, 2, 3});
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndHandsNothingOut() throws IOException {
        String json = OpenBadges.toJson(issuer().badge(award(CredentialKind.LICENSE)))
                .replace("\"validFrom\": \"2024-06-14T00:00:00Z\"", "\"validFrom\": \"2024-06-14\"")
                .replace("\"type\": [\"Profile\"],\n    \"name\"", "\"type\": [\"Organisation\"],\n    \"name\"")
                .replace("\"description\"", "\"describes\"");
        Loaded<Optional<VerifiableCredential>> loaded = read(json);
        assertEquals(Optional.empty(), loaded.value());
        List<Reason> reasons = loaded.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::reason)
                .toList();
        assertTrue(
                reasons.containsAll(
                        List.of(Reason.UNREADABLE_DATE, Reason.WRONG_TYPE, Reason.MISSING_VALUE, Reason.WRONG_SOURCE)),
                loaded::toString);
        assertTrue(loaded.toString().contains("invalid credential"));
        assertTrue(loaded.toString().contains("credentialSubject.achievement.description"), loaded::toString);
        assertFalse(loaded.toString().contains("River"));
    }

    @Test
    void namesWhatIsAnotherFormat() throws IOException {
        assertRefused("{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\"}", "Open Badges 2.0");
        assertRefused("{\"type\":[\"VerifiableCredential\",\"EndorsementCredential\"]}", "endorsement credential");
        assertRefused("[]", "no JSON object");
        assertRefused("{\"type\":[\"VerifiableCredential\"]}", "invalid credential");
        assertFalse(read("not JSON at all").isClean());
        assertFalse(read("<svg xmlns='http://www.w3.org/2000/svg'/>").isClean());
        assertFalse(read("a.b").isClean());
    }

    private static void assertRefused(String json, String name) throws IOException {
        Loaded<Optional<VerifiableCredential>> loaded = read(json);
        assertEquals(Optional.empty(), loaded.value());
        assertTrue(loaded.toString().contains(name), loaded::toString);
    }

    @Test
    void hostilePicturesAndDocumentsAreToldNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><svg "
                + "xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential>&x;</o:credential></svg>";
        Loaded<Optional<VerifiableCredential>> read = read(entity);
        assertFalse(read.isClean());
        assertFalse(read.toString().contains("secret"), read::toString);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        laughs.append("]><svg xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential>&a29;</o:credential></svg>");
        assertFalse(read(laughs.toString()).isClean());
        assertFalse(read("{\"a\":".repeat(100_000)).isClean());
        assertFalse(read(Png.baked(true, out -> {
                    out.write('{');
                    byte[] spaces = " ".repeat(1 << 10).getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < 40 << 10; i++) {
                        out.write(spaces);
                    }
                }))
                .isClean());
    }
}
