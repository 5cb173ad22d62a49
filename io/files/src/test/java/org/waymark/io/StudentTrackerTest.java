package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.credential.PostsecondaryEnrolment;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.Institution;
import org.waymark.core.place.Sector;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Gender;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.io.studenttracker.NotFound;
import org.waymark.io.studenttracker.Reconciliation;
import org.waymark.io.studenttracker.StudentTracker;

class StudentTrackerTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Indicator ENROLLED = Indicator.builder("enrolled")
            .universe(Students.GRADUATION_DATE.reached())
            .success(EventKind.of("postsecondary_enrolments")
                    .taken()
                    .within(Window.within(Period.ofDays(366), Students.GRADUATION_DATE)))
            .build();

    private static final String HEADERS =
            "Your Unique Identifier,First Name,Middle Initial,Last Name,Name Suffix,Requester Return Field,"
                    + "High School Grad Date,Record Found Y/N,Search Date,College Code/Branch,College Name,College State,"
                    + "2-year / 4-year,Public / Private,Enrollment Begin,Enrollment End,Enrollment Status,Class Level,"
                    + "Enrollment Major 1,Enrollment CIP 1,Graduated?,Graduation Date,Degree Title,College Sequence\n";

    @TempDir
    Path folder;

    private static String row(String id, String rest) {
        return ",Ada,,Secret,," + id + ",20230610," + rest + "\n";
    }

    private static String term(String id, String college, String begin, String end) {
        return row(id, "Y,20250201," + college + "," + begin + "," + end + ",F,,NURSING,513801,N,,,1");
    }

    private static final String RIVER = "008083-00,RIVER COLLEGE,WA,2-year,Public";
    private static final String HILL = "003798-00,HILL UNIVERSITY,OR,4-year,Private";

    private Path file(String headers, String... rows) throws IOException {
        return Files.writeString(folder.resolve("detail.csv"), headers + String.join("", rows));
    }

    private Path usual() throws IOException {
        return file(
                HEADERS,
                term("_0901_", RIVER, "20230828", "20231215"),
                term("_0901_", RIVER, "20240108", "20240315"),
                term("_0901_", RIVER, "20240926", "20241213"),
                term("_0901_", HILL, "20240108", "20240520"),
                row("0901", "Y,20250201," + RIVER + ",,,,,,,Y,20240615,ASSOCIATE OF ARTS,1"),
                row("0902", "N,20250201,,,,,,,,,,,,N,,,"),
                term("0903", RIVER, "20250106", "20250321"));
    }

    @Test
    void joinsTermsIntoEnrolmentsAndReadsDegreesAndColleges() throws IOException {
        Loaded<Population> loaded =
                StudentTracker.reader().asOf(DAY).state("WA").read(usual());
        assertTrue(loaded.isClean(), loaded.toString());
        Population population = loaded.value();
        List<PostsecondaryEnrolment> enrolments =
                population.stream(PostsecondaryEnrolment.SCHEMA).toList();
        assertEquals(4, enrolments.size());
        assertEquals(LocalDate.of(2023, 8, 28), enrolments.get(0).start());
        assertEquals(LocalDate.of(2024, 3, 16), enrolments.get(0).end().orElseThrow());
        assertEquals("full time", enrolments.get(0).intensity().orElseThrow());
        assertEquals("513801", enrolments.get(0).program().orElseThrow());
        assertEquals(LocalDate.of(2024, 9, 26), enrolments.get(1).start());
        CredentialAward award =
                population.stream(CredentialAward.SCHEMA).findFirst().orElseThrow();
        assertEquals(CredentialKind.ASSOCIATE, award.kind());
        assertEquals("008083-00", award.institution().orElseThrow().value());
        List<Institution> colleges = population.stream(Institution.SCHEMA).toList();
        assertEquals(Sector.PRIVATE_4_YEAR, colleges.get(1).sector().orElseThrow());
        assertFalse(colleges.get(1).inState().orElseThrow());
        assertEquals(
                5,
                StudentTracker.reader().asOf(DAY).joiningTermsWithin(0).read(usual()).value().stream(
                                PostsecondaryEnrolment.SCHEMA)
                        .count());
    }

    @Test
    void whoWasNotFoundIsUnknownUnlessThePracticeIsAskedForByName() throws IOException {
        Population bounds = StudentTracker.reader().asOf(DAY).read(usual()).value();
        Cell cell = bounds.all(Unit.STUDENT).tally(ENROLLED).total(ENROLLED);
        assertEquals(Count.of(1), cell.yes());
        assertEquals(Count.of(1), cell.no());
        assertEquals("{not found=1}", cell.unknownByReason().toString());
        Population practice = StudentTracker.reader()
                .asOf(DAY)
                .notFound(NotFound.COUNTED_AS_NO)
                .read(usual())
                .value();
        Cell asNo = practice.all(Unit.STUDENT).tally(ENROLLED).total(ENROLLED);
        assertEquals(Count.of(2), asNo.no());
        assertEquals(Count.ZERO, asNo.unknown());
    }

    private static Population class2023() {
        Population.Builder builder = Population.builder().asOf(DAY);
        for (int i = 901; i <= 905; i++) {
            builder.add(Student.builder()
                    .id(StudentId.of("0" + i))
                    .gender(i < 903 ? Gender.F : Gender.M)
                    .addRaces("ASIAN", "WHITE")
                    .graduationDate(LocalDate.of(2023, 6, 10))
                    .build());
        }
        return builder.build();
    }

    @Test
    void addsToStudentsWhatIsKnownAndTellsCoverageByGroup() throws IOException {
        Loaded<Population> both =
                StudentTracker.reader().asOf(DAY).students(class2023()).read(usual());
        assertEquals(
                class2023().stream(Student.SCHEMA).toList(),
                both.value().stream(Student.SCHEMA).toList());
        Tally coverage = both.value().all(Unit.STUDENT).tally(StudentTracker.coverage(), Students.GENDER);
        Cell women =
                coverage.group(StudentTracker.coverage(), Students.GENDER, "F").orElseThrow();
        assertEquals("1 of 2", women.yes() + " of " + women.known());
        Cell men =
                coverage.group(StudentTracker.coverage(), Students.GENDER, "M").orElseThrow();
        assertEquals("1 of 1", men.yes() + " of " + men.known());
        Cell all = both.value().all(Unit.STUDENT).tally(ENROLLED).total(ENROLLED);
        assertEquals("{not found=1, not reported=2}", all.unknownByReason().toString());
    }

    @Test
    void totalsOfTheAggregateReportNarrowTheBoundsOfGroups() throws IOException {
        Population both = StudentTracker.reader()
                .asOf(DAY)
                .students(class2023())
                .read(usual())
                .value();
        Tally tally = both.all(Unit.STUDENT).tally(ENROLLED, Students.GENDER);
        Reconciliation report = new Reconciliation(tally.total(ENROLLED), 3);
        assertTrue(report.isConsistent());
        assertEquals(2, report.difference());
        // One woman and two men were not found or not looked for, and two of these three enrolled.
        assertEquals(
                List.of(Count.between(1, 2), Count.between(1, 2)),
                report.successes(tally.by(ENROLLED, Students.GENDER).subList(0, 2)));
        assertFalse(new Reconciliation(tally.total(ENROLLED), 5).isConsistent());
        assertThrows(
                IllegalStateException.class,
                () -> new Reconciliation(tally.total(ENROLLED), 0).successes(tally.total(ENROLLED)));
    }

    @Test
    void knowsHeadersInEverySpelling() throws IOException {
        String other =
                "REQUESTER_RETURN_FIELD,RECORD_FOUND_Y/N,COLLEGE_CODE/BRANCH,COLLEGE_NAME,COLLEGE_STATE,A2OR4YEAR,"
                        + "PUBLIC/PRIVATE,ENROLLMENT_BEGIN,ENROLLMENT_END,ENROLLMENT_STATUS,GRADUATED?,GRADUATION_DATE,"
                        + "DEGREE_TITLE\n";
        Loaded<Population> loaded = StudentTracker.reader()
                .asOf(DAY)
                .read(file(
                        other,
                        "1,Y,008083-00,R,WA,4-year,Public,20230828,20231215,H,N,,\n",
                        "1,Y,008083-00,R,WA,4-year,Public,,,,Y,20240615,B.S. \n",
                        "1,Y,008083-00,R,WA,4-year,Public,,,,Y,20250615,JURIS DOCTOR\n",
                        "1,Y,008083-00,R,WA,4-year,Public,,,,Y,20250616,WELDING CERTIFICATE\n"));
        assertTrue(loaded.isClean(), loaded.toString());
        assertEquals(
                List.of(CredentialKind.BACHELOR, CredentialKind.DOCTORAL_PROFESSIONAL, CredentialKind.CERTIFICATE_LT1Y),
                loaded.value().stream(CredentialAward.SCHEMA)
                        .map(CredentialAward::kind)
                        .toList());
    }

    @Test
    void tellsWhatIsWrongWithoutSayingWhatStoodThere() throws IOException {
        Loaded<Population> loaded = StudentTracker.reader()
                .asOf(DAY)
                .students(class2023())
                .read(file(
                        HEADERS,
                        term("0901", RIVER, "45166", "20231215"),
                        term("0902", RIVER, "20230828", "20230101"),
                        row("0902", "N,20250201,,,,,,,,,,,,N,,,"),
                        row("", "N,20250201,,,,,,,,,,,,N,,,"),
                        row("0903", "perhaps,,,,,,,,,,,,,N,,,"),
                        row("0904", "Y,20250201," + RIVER + ",,,,,,,Y,20240615,GRAND MAGE,1"),
                        term("7777", RIVER, "20230828", "20231215")));
        String told = loaded.findings().toString();
        for (Reason reason : List.of(
                Reason.UNREADABLE_DATE,
                Reason.CONTRADICTION,
                Reason.MISSING_VALUE,
                Reason.UNKNOWN_LABEL,
                Reason.DANGLING_REFERENCE)) {
            assertTrue(loaded.findings().stream().anyMatch(f -> f.reason() == reason), reason + " " + told);
        }
        assertTrue(told.contains("not the number that a spreadsheet made of one"), told);
        for (String value : List.of("Secret", "45166", "GRAND", "perhaps", "7777")) {
            assertFalse(told.contains(value), told);
        }
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        Loaded<Population> loaded = StudentTracker.reader().asOf(DAY).read(file("id,name\n", "1,x\n"));
        assertEquals(0, loaded.value().size());
        assertEquals(Reason.WRONG_SOURCE, loaded.findings().get(0).reason());
    }
}
