package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.core.student.Students.GENDER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Gender;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalChecks;
import org.waymark.metrics.goal.GoalReport;

class GoalReportTest {
    private static final Indicator GRADUATED = Indicator.builder("graduated")
            .name("Graduated")
            .success(Students.GRADUATION_DATE.reached())
            .build();

    private static Goal goal(Goal.Kind kind, String target) {
        return new Goal(
                kind.name(), kind, new BigDecimal(target), false, SchoolYear.ending(2024), "made up for this test");
    }

    /** 100 women of whom 60, 200 men of whom 150 and 23 others of whom 9 graduated; 4 of another gender, all of them. */
    private static Tally tally(boolean small) {
        List<Object> students = new ArrayList<>();
        add(students, Gender.F, 100, 60);
        add(students, Gender.M, 200, 150);
        if (small) {
            add(students, Gender.X, 4, 4);
        }
        Population population = Population.builder()
                .asOf(LocalDate.of(2024, 9, 1))
                .addAll(students)
                .build();
        return population.all(Unit.STUDENT).tally(GRADUATED, GENDER);
    }

    private static void add(List<Object> students, Gender gender, int size, int graduated) {
        for (int i = 0; i < size; i++) {
            Student.Builder student =
                    Student.builder().id(StudentId.of(gender + "-" + i)).gender(gender);
            students.add((i < graduated ? student.graduationDate(LocalDate.of(2024, 6, 10)) : student).build());
        }
    }

    private static String row(Table table, int row) {
        return table.rows().get(row).subList(0, 6).toString();
    }

    @Test
    void everybodyAndEachGroupIsHeldToALevel() {
        Table table = GoalReport.of(GRADUATED, goal(Goal.Kind.LEVEL, "0.7"))
                .by(GENDER)
                .over(tally(false))
                .toTable();
        assertEquals("[LEVEL, all, 70 %, 70 %, MET, 0]", row(table, 0));
        assertEquals("[LEVEL, F, 60 %, 70 %, MISSED, 10]", row(table, 1));
        assertEquals("[LEVEL, M, 75 %, 70 %, MET, 0]", row(table, 2));
        assertEquals(3, table.size());
    }

    @Test
    void gapIsThatToEverybodyElseAndIsAskedOfGroupsOnly() {
        Table table = GoalReport.of(GRADUATED, goal(Goal.Kind.GAP, "0.1"), goal(Goal.Kind.COUNT, "210"))
                .by(GENDER)
                .over(tally(false))
                .toTable();
        assertEquals("[GAP, F, 15 points, 10 points, MISSED, 5]", row(table, 0));
        assertEquals("[GAP, M, 15 points ahead, 10 points, MET, 0]", row(table, 1));
        assertEquals("[COUNT, all, 210, 210, MET, 0]", row(table, 2));
        assertEquals(5, table.size());
    }

    @Test
    void withoutAnAxisEverybodyIsHeldToIt() {
        Table table = GoalReport.of(GRADUATED, goal(Goal.Kind.LEVEL, "0.71"))
                .over(tally(false))
                .toTable();
        assertEquals(1, table.size());
        assertEquals("[LEVEL, all, 70 %, 71 %, MISSED, 3]", row(table, 0));
    }

    @Test
    void releaseTellsNothingOfAGroupItHides() {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally(true)));
        Release release =
                assertInstanceOf(ReleaseOutcome.Cleared.class, outcome).release();
        for (Goal goal :
                List.of(goal(Goal.Kind.LEVEL, "0.7"), goal(Goal.Kind.GAP, "0.1"), goal(Goal.Kind.COUNT, "5"))) {
            PublicTable table = release.table(GoalReport.of(GRADUATED, goal).by(GENDER));
            List<String> hidden = table.rows().stream()
                    .map(row -> row.subList(1, 6).toString())
                    .filter(row -> row.contains("*"))
                    .toList();
            assertTrue(
                    hidden.stream().anyMatch(row -> row.matches("\\[X, \\*, .*, CANNOT_TELL, \\*]")),
                    goal + ": " + table);
            assertTrue(hidden.size() >= 2, "the group with which it could be found is hidden too: " + table);
        }
    }

    @Test
    void everyGroupTogetherHasNoFigureAndHidesNone() {
        Goal goal = goal(Goal.Kind.LEVEL, "0.7");
        List<GoalCheck> groups =
                GoalReport.of(GRADUATED, goal).by(GENDER).over(tally(false)).checks();
        Table table = new GoalChecks(List.of(GoalCheck.every(goal, groups))).toTable();
        assertEquals("[LEVEL, every group, by group, 70 %, MISSED, by group]", row(table, 0));
    }

    @Test
    void goalThatNeedsOtherCountsIsRefused() {
        for (Goal.Kind kind : List.of(Goal.Kind.MULTIPLE, Goal.Kind.PARITY)) {
            Goal goal = goal(kind, "1");
            assertThrows(IllegalArgumentException.class, () -> GoalReport.of(GRADUATED, goal));
        }
    }
}
