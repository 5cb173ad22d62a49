package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.id.DistrictId;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;
import org.waymark.io.csv.Csv;

/** A population's files with something wrong in them: told by file, line and column, never by value, and the rest loads. */
class PopulationFindingsTest {
    @TempDir
    Path folder;

    private final Population whole = Population.builder()
            .asOf(LocalDate.of(2026, 6, 30))
            .add(School.builder()
                    .id(SchoolId.of("s1"))
                    .name("North")
                    .district(DistrictId.of("d1"))
                    .build())
            .add(student("a"), student("b"))
            .add(enrolment("a"), enrolment("b"))
            .build();

    private static Student student(String id) {
        return Student.builder()
                .id(StudentId.of(id))
                .birthDate(LocalDate.of(2008, 5, 4))
                .classOf(2026)
                .build();
    }

    private static Enrolment enrolment(String student) {
        return Enrolment.builder()
                .student(StudentId.of(student))
                .school(SchoolId.of("s1"))
                .start(LocalDate.of(2022, 9, 1))
                .end(LocalDate.of(2026, 6, 12))
                .build();
    }

    private Loaded<Population> readAfter(String file, String what, String instead) throws IOException {
        Csv.forAnalysts("test").write(whole, folder);
        Path changed = folder.resolve(file);
        String text = Files.readString(changed);
        assertTrue(text.contains(what), text);
        int last = text.lastIndexOf(what);
        Files.writeString(changed, text.substring(0, last) + instead + text.substring(last + what.length()));
        return Csv.readPopulation(folder);
    }

    private static void assertOneFinding(String expected, Loaded<Population> loaded) {
        assertEquals(
                List.of(expected),
                loaded.findings().stream().map(Object::toString).toList());
    }

    @Test
    void populationWithNothingWrongHasNoFinding() throws IOException {
        Csv.forAnalysts("test").write(whole, folder);
        assertEquals(Loaded.of(whole), Csv.readPopulation(folder));
    }

    @Test
    void linkToSchoolThatWasNotLoadedIsDoubtedAndItsRowStands() throws IOException {
        Loaded<Population> loaded = readAfter("enrolments.csv", "s1", "s77");
        assertOneFinding(
                "enrolments.csv:3 school_id: expected an id of schools that was loaded [dangling-reference]", loaded);
        assertEquals(2, loaded.value().roster(Unit.of("enrolments")).size());
        assertEquals(loaded.value(), loaded.orThrow());
    }

    @Test
    void rowOfStudentWhoWasNotLoadedIsLeftOut() throws IOException {
        Loaded<Population> loaded = readAfter("enrolments.csv", "\nb,", "\nc,");
        assertOneFinding(
                "enrolments.csv:3 student_id: expected an id of students that was loaded [dangling-reference]", loaded);
        assertEquals(1, loaded.value().roster(Unit.of("enrolments")).size());
    }

    @Test
    void linksToRostersThatNobodyLoadedRaiseNoDoubt() throws IOException {
        Population loose = Population.builder()
                .asOf(whole.asOf())
                .add(student("a"))
                .add(enrolment("a"))
                .build();
        Csv.forAnalysts("test").write(loose, folder);
        assertEquals(Loaded.of(loose), Csv.readPopulation(folder));
    }

    @Test
    void birthAfterTheAsOfDayIsDoubtedAndKept() throws IOException {
        Loaded<Population> loaded = readAfter("students.csv", "2008-05-04", "2026-07-01");
        assertOneFinding("students.csv:3 birth_date: expected a value that must be a past date [constraint]", loaded);
        assertEquals(2, loaded.value().size());
    }

    @Test
    void classYearOutOfRangeIsDoubted() throws IOException {
        Loaded<Population> loaded = readAfter("students.csv", "2026", "1026");
        assertOneFinding("students.csv:3 class_of: expected a value that must be 1950 or later [constraint]", loaded);
    }

    @Test
    void classYearThatIsNoYearIsUnknown() throws IOException {
        Loaded<Population> loaded = readAfter("students.csv", "2026", "soon");
        assertOneFinding("students.csv:3 class_of: expected labels joined by semicolons [unknown-label]", loaded);
        assertEquals(2, loaded.value().stream(Student.SCHEMA).count());
    }

    @Test
    void spellThatEndsBeforeItStartsIsLeftOut() throws IOException {
        Loaded<Population> loaded = readAfter("enrolments.csv", "2026-06-12", "2020-06-12");
        assertOneFinding(
                "enrolments.csv:3: expected a spell that does not end before it starts; the row was left out"
                        + " [contradiction]",
                loaded);
        assertEquals(1, loaded.value().stream(Enrolment.SCHEMA).count());
    }

    @Test
    void columnsThatAreNoneOrStandTwiceAreToldByTheirPlaceAndNotRead() throws IOException {
        for (String header : List.of("label:no name", "student_id", "Secret")) {
            Path own = Files.createDirectory(folder.resolve(Integer.toString(header.hashCode())));
            Csv.forAnalysts("test").write(whole, own);
            Path students = own.resolve("students.csv");
            String text = Files.readString(students);
            Files.writeString(students, text.replace("class_of", header));
            Loaded<Population> loaded = Csv.readPopulation(own);
            assertOneFinding(
                    "students.csv:1 column 7: expected a column of students that none before is; it was not read"
                            + " [unread-columns]",
                    loaded);
            assertEquals(2, loaded.value().size());
        }
    }

    @Test
    void secondRowOfTheSameIdIsLeftOut() throws IOException {
        Loaded<Population> loaded = readAfter("students.csv", "\nb,", "\na,");
        assertTrue(loaded.findings().stream()
                .map(Object::toString)
                .toList()
                .contains(
                        "students.csv:3: expected an id that no row before has; the row was left out [duplicate-id]"));
        assertEquals(1, loaded.value().size());
    }
}
