package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.pathway.Participation;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.student.Students;
import org.waymark.io.student.Mapping;
import org.waymark.io.student.StudentBundle;
import org.waymark.io.student.StudentFile;

class StudentFileTest {
    private static final Dimension GENDER = Dimension.of("gender");
    private static final Dimension RACES = Dimension.of("races");
    private static final Milestone BIRTH = Milestone.of("birth_date");
    private static final EventKind AWARD = EventKind.of("credential_awards");
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private static StudentFile.Reader reader() {
        return StudentFile.reader()
                .id("student_id")
                .dimension("gender", GENDER, Map.ofEntries(Map.entry("Female", "F"), Map.entry("Male", "M")))
                .labels("races", RACES, ';')
                .milestone("birth_date", BIRTH)
                .events("credential_date", AWARD)
                .eventLabel("credential_type", Dimension.of("kind"), "credential_date")
                .asOf(AS_OF);
    }

    private static final String HEADER = "student_id,gender,races,birth_date,credential_date,credential_type,other\n";

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Loaded<Population> read(String rows) throws IOException {
        return reader().read(write("students.csv", HEADER + rows));
    }

    private static List<String> told(Loaded<?> loaded) {
        return loaded.findings().stream()
                .filter(finding -> finding.reason() != Reason.UNREAD_COLUMNS)
                .map(Finding::toString)
                .toList();
    }

    @Test
    void soundFileIsReadWithoutFindings() throws IOException {
        Loaded<Population> loaded =
                read("0017,Female,ASIAN;WHITE,2001-05-04,2020-06-01,ASSOCIATE,x\n" + "18,,NA,,,,y\n");
        assertEquals(List.of(), told(loaded));
        Roster students = loaded.value().roster(Unit.STUDENT);
        assertEquals("0017", students.id(0));
        assertEquals(Labels.of("F"), students.labels(GENDER, 0));
        assertEquals(Labels.of(List.of("ASIAN", "WHITE")), students.labels(RACES, 0));
        assertEquals(Optional.of(LocalDate.of(2001, 5, 4)), students.day(BIRTH, 0));
        assertEquals(Labels.unknown(Unknown.NOT_REPORTED), students.labels(GENDER, 1));
        assertEquals(Labels.unknown(Unknown.NOT_REPORTED), students.labels(RACES, 1));
        assertEquals(Optional.of(Unknown.NOT_REPORTED), students.dayUnknown(BIRTH, 1));
        Roster awards = loaded.value().roster(AWARD.unit());
        assertEquals(1, awards.size());
        assertEquals(0, awards.ownerRow(0));
        assertEquals(Labels.of("ASSOCIATE"), awards.labels(Dimension.of("kind"), 0));
    }

    @Test
    void everythingWrongIsToldAtOnceAndTheRestLoads() throws IOException {
        Loaded<Population> loaded = read("1,Woman,,2001-02-30,,,\n"
                + ",Female,,,,,\n"
                + "1,Male,,,2020-01-01,BACHELOR,\n"
                + "2,Male,,,soon,BACHELOR,\n"
                + "3,Male\n"
                + "4,Male,,2001-01-01,,,\n");
        assertEquals(
                List.of(
                        "students.csv:2 gender: expected one of the labels that the mapping lists [unknown-label]",
                        "students.csv:2 birth_date: expected a date like 2005-04-30 [unreadable-date]",
                        "students.csv:3 student_id: expected an id; the row was left out [missing-value]",
                        "students.csv:4 student_id: expected an id that no row before has; the row was left out"
                                + " [duplicate-id]",
                        "students.csv:5 credential_date: expected a date like 2005-04-30 [unreadable-date]",
                        "students.csv:6: expected as many fields as headers; the row was left out [ragged-row]"),
                told(loaded));
        Roster students = loaded.value().roster(Unit.STUDENT);
        assertEquals(3, students.size());
        assertEquals(Labels.unknown(Unknown.UNREADABLE), students.labels(GENDER, 0));
        assertEquals(Optional.of(Unknown.UNREADABLE), students.dayUnknown(BIRTH, 0));
        // The award of the repeated id went with its row; the one with an unreadable day is still an award.
        Roster awards = loaded.value().roster(AWARD.unit());
        assertEquals(1, awards.size());
        assertEquals("2", students.id(awards.ownerRow(0)));
        assertFalse(loaded.toString().contains("Woman") || loaded.toString().contains("soon"));
        assertFalse(loaded.findingsTable().toString().contains("soon"));
        assertEquals(Optional.of("Woman"), loaded.findings().get(1).raw().reveal());
    }

    @Test
    void byteOrderMarkSemicolonsAndHeaderSpellingAreUnderstood() throws IOException {
        Path file = write(
                "students.csv",
                "\uFEFFStudent ID;GENDER;races;Birth-Date;credential_date;credential_type\n7;Male;;2001-01-01;;\n");
        Loaded<Population> loaded = reader().read(file);
        assertTrue(loaded.isClean(), told(loaded).toString());
        assertEquals(1, loaded.value().size());
        assertEquals(Reason.UNDERSTOOD_AS, loaded.findings().get(0).reason());
    }

    @Test
    void columnIsFoundUnderAnyOfItsAliases() throws IOException {
        StudentFile.Reader reader = StudentFile.reader()
                .id("student_id|SSID|State ID")
                .dimension("gender|sex", GENDER)
                .events("award_date|Credential Date", AWARD)
                .eventLabel("kind", Dimension.of("kind"), "credential_date")
                .asOf(AS_OF);
        Loaded<Population> loaded =
                reader.read(write("s.csv", "state id,Sex,credential date,Kind\n5,F,2020-01-01,ASSOCIATE\n"));
        assertEquals(List.of(), loaded.findings());
        assertEquals(Labels.of("F"), loaded.value().roster(Unit.STUDENT).labels(GENDER, 0));
        assertEquals(1, loaded.value().roster(AWARD.unit()).size());
    }

    @Test
    void missingAndRepeatedColumnsAreTold() throws IOException {
        Loaded<Population> loaded = reader().read(write("students.csv", "student_id,gender,gender\n7,Male,Male\n"));
        List<Reason> reasons =
                loaded.findings().stream().map(Finding::reason).distinct().toList();
        assertEquals(List.of(Reason.REPEATED_COLUMN, Reason.MISSING_COLUMN, Reason.UNREAD_COLUMNS), reasons);
        assertEquals(1, loaded.value().size());
    }

    @Test
    void brokenTextStopsWithALineAndKeepsWhatCameBefore() throws IOException {
        Loaded<Population> unclosed = read("1,Male,,,,,\n2,\"Male,,,,,\n");
        assertEquals(
                Reason.BROKEN_SOURCE,
                unclosed.findings().get(unclosed.findings().size() - 1).reason());
        assertEquals(1, unclosed.value().size());
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, (HEADER + "1,M\u00e4nnlich,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        Loaded<Population> wrong = reader().read(latin);
        assertEquals(
                Reason.BROKEN_ENCODING,
                wrong.findings().stream()
                        .map(Finding::reason)
                        .filter(reason -> reason == Reason.BROKEN_ENCODING)
                        .findFirst()
                        .orElseThrow());
        assertTrue(reader().read(write("empty.csv", "")).findings().stream()
                .anyMatch(finding -> finding.reason() == Reason.WRONG_SOURCE));
    }

    @Test
    void quotedFieldsMayHoldNewlines() throws IOException {
        Loaded<Population> loaded = read("1,Male,,,,,\"two\nlines\"\n2,Boy,,,,,\n");
        assertEquals(
                List.of("students.csv:4 gender: expected one of the labels that the mapping lists [unknown-label]"),
                told(loaded));
    }

    @Test
    void jsonGivesTheSamePopulationAsCsv() throws IOException {
        Loaded<Population> csv = read("1,Male,WHITE,2001-01-01,2020-06-01,BACHELOR,\n2,,,,,,\n");
        String one = "{\"student_id\":\"1\",\"gender\":\"Male\",\"races\":\"WHITE\",\"birth_date\":\"2001-01-01\","
                + "\"credential_date\":\"2020-06-01\",\"credential_type\":\"BACHELOR\"}";
        String two = "{\"student_id\":2,\"gender\":null}";
        assertEquals(
                csv.value(),
                reader().read(write("students.json", "[" + one + "," + two + "]"))
                        .value());
        assertEquals(
                csv.value(),
                reader().read(write("students.jsonl", one + "\n" + two + "\n")).value());
        Loaded<Population> broken = reader().read(write("broken.json", "[" + one + ",{\"student_id\":"));
        assertEquals(1, broken.value().size());
        assertEquals(
                Reason.BROKEN_SOURCE,
                broken.findings().get(broken.findings().size() - 1).reason());
    }

    @Test
    void zipOfYearsIsOnePopulationAndUnsafeEntriesAreRefused() throws IOException {
        Path zip = folder.resolve("years.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entry(entries, "2019.csv", HEADER + "1,Male,,,,,\n");
            entry(entries, "2020.csv", HEADER + "2,Female,,,,,\n1,Male,,,,,\n");
            entry(entries, "../evil.csv", HEADER + "3,Male,,,,,\n");
        }
        Loaded<Population> loaded = reader().read(zip);
        assertEquals(2, loaded.value().size());
        assertEquals(
                List.of(
                        "years.zip/2020.csv:3 student_id: expected an id that no row before has; the row was left out"
                                + " [duplicate-id]",
                        "years.zip: expected entries without absolute or upward paths [wrong-source]"),
                told(loaded));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void manyFindingsOfOneKindAreCountedNotListed() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3_000; i++) {
            rows.append(i).append(",?,,,,,\n");
        }
        Loaded<Population> loaded = read(rows.toString());
        long places = loaded.findings().stream()
                .filter(finding -> finding.reason() == Reason.UNKNOWN_LABEL)
                .mapToLong(finding -> 1 + finding.repeats())
                .sum();
        assertEquals(3_000, places);
        assertTrue(loaded.findings().size() < 1_100);
    }

    @Test
    void mappingIsAFileThatNeedsNoJava() throws IOException {
        Path columns = write(
                "columns.csv",
                "header,as,key,values,format,of\n"
                        + "id,id,,,,\n"
                        + "sex,dimension,gender,Female=F|Male=M,,\n"
                        + "born,milestone,birth_date,,MM/dd/yyyy,\n"
                        + "passed,outcome,math,,,\n"
                        + "*,missing,,none|-,,\n"
                        + "shoe,sizes,,,,\n");
        Loaded<Mapping> mapping = Mapping.read(columns);
        assertEquals(1, mapping.findings().size());
        assertEquals(7, mapping.findings().get(0).line());
        Loaded<Population> loaded = StudentFile.reader(mapping.value())
                .asOf(AS_OF)
                .read(write("s.csv", "id,sex,born,passed\n1,female,05/04/2001,1\n2,none,-,-\n3,Male,2001-05-04,0\n"));
        Roster students = loaded.value().roster(Unit.STUDENT);
        assertEquals(Labels.of("F"), students.labels(GENDER, 0));
        assertEquals(Optional.of(LocalDate.of(2001, 5, 4)), students.day(BIRTH, 0));
        assertEquals(Labels.of("yes"), students.labels(Dimension.of("math"), 0));
        assertEquals(Labels.unknown(Unknown.NOT_REPORTED), students.labels(Dimension.of("math"), 1));
        assertEquals(
                List.of(
                        "s.csv:2 sex: a label in another case than the mapping lists it; taken as that [understood-as]",
                        "s.csv:4 born: expected a date like MM/dd/yyyy [unreadable-date]"),
                told(loaded));
    }

    @Test
    void crosswalkMakesOneStudentOfTwoIds() throws IOException {
        Path one = write("a.csv", HEADER + "A1,Male,,,,,\n");
        Path two = write("b.csv", HEADER + "B7,Male,,,,,\nB8,Female,,,,,\n");
        Loaded<Population> loaded =
                reader().crosswalk(Map.ofEntries(Map.entry("B7", "A1"))).read(one, two);
        assertEquals(2, loaded.value().size());
        assertEquals(
                List.of("b.csv:2 student_id: expected an id that no row before has; the row was left out"
                        + " [duplicate-id]"),
                told(loaded));
    }

    @Test
    void draftOfAMappingNamesWhatItRecognisedAndWhatNot() throws IOException {
        Path file = write(
                "students.csv",
                "Student ID,Sex,DOB,Passed Math,Interview,Shoe Size,Free Text\n"
                        + "1,Female,05/04/2001,1,2020-01-31,38,a\n2,Male,06/05/2001,0,2020-02-01,39,b\n");
        var draft = StudentFile.suggestMapping(file);
        assertEquals(List.of("Shoe Size", "Free Text"), draft.value().unrecognised());
        assertEquals(2, draft.findings().size());
        Path mapping = folder.resolve("columns.csv");
        org.waymark.io.csv.Csv.forAnalysts("mapping").write(draft.value().toTable(), mapping);
        Loaded<Mapping> read = Mapping.read(mapping);
        assertEquals(List.of(), read.findings());
        Loaded<Population> loaded = StudentFile.reader(read.value()).asOf(AS_OF).read(file);
        assertEquals(List.of(), told(loaded));
        Roster students = loaded.value().roster(Unit.STUDENT);
        assertEquals(Labels.of("Female"), students.labels(GENDER, 0));
        assertEquals(Optional.of(LocalDate.of(2001, 5, 4)), students.day(BIRTH, 0));
        assertEquals(Labels.of("yes"), students.labels(Dimension.of("passed_math"), 0));
    }

    @Test
    void latestOfSeveralRowsOfAStudentStandsAndChangedLabelsAreTold() throws IOException {
        Path file = write(
                "years.csv",
                "sid,school_year,race,home\n1,9,A,x\n1,10,B,x\n2,10,A,y\n2,9,A,z\n3,,C,\n1,8,C,\n4\n3,,D,q\n");
        StudentFile.Reader reader = StudentFile.reader()
                .id("sid")
                .dimension("race", Dimension.of("race"))
                .dimension("home", Dimension.of("home"))
                .latestRowBy("School_Year")
                .asOf(AS_OF);
        Loaded<Population> loaded = reader.read(file);
        assertEquals(
                List.of(
                        "years.csv:3 race: expected the same label in every row of a student; that of the latest row was"
                                + " taken [contradiction]",
                        "years.csv:5 home: expected the same label in every row of a student; that of the latest row was"
                                + " taken [contradiction]",
                        "years.csv:9 race: expected the same label in every row of a student; that of the latest row was"
                                + " taken [contradiction]",
                        "years.csv: 4 rows of students who have a later one were passed over [understood-as]"),
                told(loaded).stream()
                        .filter(f -> !f.contains("unread") && !f.contains("ragged"))
                        .toList());
        assertTrue(told(loaded).toString().contains("ragged-row"));
        Roster students = loaded.value().roster(Unit.STUDENT);
        assertEquals(3, students.size());
        assertEquals(Labels.of("B"), students.labels(Dimension.of("race"), 0));
        assertEquals(Labels.of("y"), students.labels(Dimension.of("home"), 1));
        assertEquals(Labels.of("D"), students.labels(Dimension.of("race"), 2));
        Loaded<Population> without = reader.latestRowBy("nowhere").read(file);
        assertEquals(Reason.MISSING_COLUMN, without.findings().get(0).reason());
    }

    @Test
    void readerWithoutAnIdColumnIsAProgrammingError() {
        assertThrows(IllegalStateException.class, () -> StudentFile.reader().read(folder.resolve("any.csv")));
    }

    @Test
    void valueThatBreaksAConstraintOfTheModelIsDoubtedUnderItsHeader() throws IOException {
        Path file = Files.writeString(
                folder.resolve("students.csv"),
                "id,born,Cohort\n1,2004-05-04,2022\n2,2004-05-04,1022\n3,2031-05-04,2022\n");
        Loaded<Population> loaded = StudentFile.reader()
                .id("id")
                .milestone("born", Students.BIRTH_DATE)
                .dimension("Cohort", Students.CLASS_OF)
                .asOf(LocalDate.of(2026, 6, 30))
                .read(file);
        assertEquals(
                List.of(
                        "students.csv:4 born: expected a day from 1900-01-01 to the as-of day [out-of-range]",
                        "students.csv:3 Cohort: expected a value that must be 1950 or later [constraint]"),
                loaded.findings().stream().map(Finding::toString).toList());
        assertEquals(3, loaded.value().size());
    }

    @Test
    void bundleDoubtsLinksAndNumbersUnderTheHeadersOfTheirFiles() throws IOException {
        Files.writeString(folder.resolve("students.csv"), "id\n1\n");
        Files.writeString(folder.resolve("parts.csv"), "pupil,Hours\n1,12\n1,-3\n9,4\n");
        Loaded<Population> loaded = StudentBundle.of(
                        "students.csv", StudentFile.reader().id("id").asOf(LocalDate.of(2026, 6, 30)))
                .with(
                        "parts.csv",
                        Participation.SCHEMA,
                        StudentFile.reader().id("pupil").quantity("Hours", Quantity.of("hours")))
                .read(folder);
        assertEquals(
                List.of(
                        "parts.csv:3 Hours: expected a value that must be greater than or equal to 0 [constraint]",
                        "parts.csv:4 pupil: expected an id of students that was loaded [dangling-reference]"),
                loaded.findings().stream().map(Finding::toString).toList());
    }
}
