package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.core.id.SchoolId;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.NcesLocale;
import org.waymark.core.place.School;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.student.CohortExit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.ExitKind;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;

class CohortTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private static Student student(String id, int classOf) {
        return Student.builder().id(StudentId.of(id)).classOf(classOf).build();
    }

    private static CohortExit exit(String id, ExitKind kind, LocalDate day) {
        return CohortExit.builder()
                .student(StudentId.of(id))
                .kind(kind)
                .day(day)
                .build();
    }

    private static Enrolment enrolment(String id, String school, LocalDate start) {
        return Enrolment.builder()
                .student(StudentId.of(id))
                .school(SchoolId.of(school))
                .start(start)
                .build();
    }

    @Test
    void adjustedCohortLosesOnlyThoseWhoMovedOrDied() {
        Population population = Population.builder()
                .asOf(AS_OF)
                .add(student("1", 2023), student("2", 2023), student("3", 2023), student("4", 2022))
                .add(Student.builder().id(StudentId.of("5")).build())
                .add(exit("1", ExitKind.DROPPED_OUT, LocalDate.of(2022, 1, 1)))
                .add(exit("2", ExitKind.TRANSFERRED_OUT, LocalDate.of(2022, 1, 1)))
                .build();
        Cohort cohort = population.classOf(2023);
        assertEquals(2, cohort.size());
        assertEquals(3, cohort.log().initial());
        assertEquals(1, cohort.log().left().get("transferred out"));
        assertEquals(1, cohort.log().undetermined());
        assertTrue(cohort.toString().contains("3 initial - 1 transferred out"), cohort.toString());
        // Before the transfer everybody was still there.
        assertEquals(3, cohort.asOf(LocalDate.of(2021, 12, 31)).size());
    }

    @Test
    void lastSchoolByTheAsOfDayServesAndItsLocaleIsFound() {
        Population population = Population.builder()
                .asOf(AS_OF)
                .add(School.builder()
                        .id(SchoolId.of("0101"))
                        .locale(NcesLocale.RURAL_REMOTE)
                        .build())
                .add(School.builder()
                        .id(SchoolId.of("0102"))
                        .locale(NcesLocale.CITY_LARGE)
                        .build())
                .add(student("1", 2023), student("2", 2023))
                .add(enrolment("1", "0102", LocalDate.of(2023, 2, 1)), enrolment("1", "0101", LocalDate.of(2020, 9, 1)))
                .build();
        Indicator any = Indicator.builder("any").build();
        Tally now = population.classOf(2023).tally(any, Students.LOCALE);
        assertEquals(
                Count.of(1),
                now.group(any, Students.LOCALE, "CITY_LARGE").orElseThrow().members());
        Tally before = population.classOf(2023).asOf(LocalDate.of(2022, 1, 1)).tally(any, Students.LOCALE);
        assertEquals(
                Count.of(1),
                before.group(any, Students.LOCALE, "RURAL_REMOTE").orElseThrow().members());
        assertTrue(before.group(any, Students.LOCALE, "CITY_LARGE").isEmpty());
    }

    @Test
    void rowWithoutOwnerIsAFindingAndTheRestLoads() {
        Population.Builder builder = Population.builder()
                .asOf(AS_OF)
                .add(student("1", 2023))
                .add(enrolment("1", "0101", LocalDate.of(2020, 9, 1)))
                .add(enrolment("9", "0101", LocalDate.of(2020, 9, 1)));
        Loaded<Population> loaded = builder.load();
        assertEquals(
                List.of("enrolments student_id: expected an id of students that was loaded [dangling-reference]"),
                loaded.findings().stream().map(Finding::toString).toList());
        assertEquals(1, loaded.value().roster(Enrolment.SCHEMA.unit()).size());
        assertThrows(IllegalStateException.class, loaded::orThrow);
    }

    @Test
    void programmingErrorsNameTheArgument() {
        Population population =
                Population.builder().asOf(AS_OF).add(student("1", 2023)).build();
        Indicator unknown =
                Indicator.builder("x").success(Dimension.of("honors").in("yes")).build();
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class, () -> population.classOf(2023).tally(unknown));
        assertTrue(wrong.getMessage().startsWith("dimension: honors"), wrong.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> Population.builder().add(student("1", 2023), student("1", 2023)));
        assertThrows(IllegalArgumentException.class, () -> Population.builder().add("no entity"));
        assertThrows(IllegalStateException.class, () -> Population.builder().build());
    }

    @Test
    void flatColumnsTakeAtMost48BytesAStudent() {
        RosterBuilder students = Population.builder().asOf(AS_OF).roster(org.waymark.core.schema.Unit.STUDENT);
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            students.ids().put(Integer.toString(1_000_000 + i));
            for (Map.Entry<String, Integer> column : Map.of(
                            "class_of", 10, "district", 300, "school", 2_400, "gender", 3, "race_ethnicity", 8)
                    .entrySet()) {
                students.labels(Dimension.of(column.getKey())).put("label " + i % column.getValue());
            }
            for (String flag : List.of("low_income", "multilingual", "disability", "homeless", "locale", "type")) {
                students.labels(Dimension.of(flag)).put(i % 2 == 0 ? "Y" : "N");
            }
            for (String day : List.of("birth_date", "graduation_date", "enrolled", "credential")) {
                students.days(org.waymark.core.schema.Milestone.of(day))
                        .put(LocalDate.of(2000, 1, 1).plusDays(i % 5_000).toString());
            }
            students.endRow(0);
        }
        Roster roster = students.cut(null, new org.waymark.core.result.FindingLog());
        assertTrue(roster.heapBytes() <= 48L * count, roster.heapBytes() + " bytes");
    }
}
