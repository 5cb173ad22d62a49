package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.partner.EngagementKind;
import org.waymark.core.population.Population;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Skill;
import org.waymark.core.student.SkillAssessment;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.io.csv.Csv;
import org.waymark.metrics.catalog.Catalog;

/** Walks what the five organisations say they watch: each statement is shown by a scorecard or a test. */
class StatementsTest {
    /** How many statements each organisation makes; S0 Better Schools, then P4L, Washington STEM, Southwest, Alliance. */
    private static final Map<String, Integer> STATEMENTS =
            new TreeMap<>(Map.of("S0", 18, "S1", 12, "S2", 10, "S3", 33, "S4", 7));

    private static List<Map<String, String>> statements() throws IOException {
        Path file = Path.of(Objects.requireNonNull(StatementsTest.class.getResource("statements.csv"))
                .getPath());
        return Csv.readTexts(file, "source", "statement", "shown_by", "looks_for")
                .orThrow();
    }

    @Test
    void noStatementIsLeftOut() throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        for (Map<String, String> row : statements()) {
            counted.merge(row.get("source"), 1, Integer::sum);
            assertFalse(row.get("statement").isBlank());
        }
        assertEquals(STATEMENTS, counted);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsShown() throws IOException {
        return statements().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("source") + " " + row.get("statement"),
                        () -> Shown.assertShown(row.get("shown_by"), row.get("looks_for"))));
    }

    @Test
    void ruleOfRigorousIsTheUsersOwn() {
        // A guest speaker is not rigorous by default; who thinks otherwise asks by another rule.
        Indicator published = Catalog.rigorousEngagement();
        Indicator own = published.toBuilder()
                .success(Dimension.of("kind").in(EngagementKind.GUEST_SPEAKER.name()))
                .version(2)
                .build();
        assertFalse(EngagementKind.GUEST_SPEAKER.isRigorous());
        assertTrue(EngagementKind.FLIPPED_INTERNSHIP.isRigorous());
        assertFalse(published.sentence().equals(own.sentence()));
        assertTrue(own.sentence().contains("guest speaker"), own.sentence());
    }

    @Test
    void literacyIsByARuleThatIsGiven() {
        Population population = Population.builder()
                .asOf(LocalDate.of(2025, 6, 1))
                .add(
                        Student.builder().id(StudentId.of("a")).build(),
                        Student.builder().id(StudentId.of("b")).build(),
                        Student.builder().id(StudentId.of("c")).build())
                .add(score("a", "4"), score("b", "2"))
                .build();
        EventKind assessments = EventKind.of("skill_assessments");
        Condition.Took assessed = assessments.taken();
        Indicator literate = Catalog.stemLiterate(
                assessed, assessed.where(Where.all(Quantity.of("score").atLeast(3))));
        Cell cell = population.all(Unit.STUDENT).tally(literate).total(literate);
        assertEquals("1 of 2", cell.yes() + " of " + cell.known());
        assertEquals(1, cell.outside().exact());
    }

    private static SkillAssessment score(String student, String score) {
        return SkillAssessment.builder()
                .student(StudentId.of(student))
                .skill(Skill.CRITICAL_THINKING)
                .day(LocalDate.of(2025, 3, 1))
                .score(new BigDecimal(score))
                .build();
    }

    @Test
    void statusesChangeOverTime() {
        Population population = Population.builder()
                .asOf(LocalDate.of(2025, 6, 1))
                .add(Student.builder().id(StudentId.of("a")).build())
                .add(StatusSpell.builder()
                        .student(StudentId.of("a"))
                        .kind(StatusKind.HOMELESS)
                        .start(LocalDate.of(2023, 10, 1))
                        .end(LocalDate.of(2024, 2, 1))
                        .build())
                .build();
        assertEquals(1, holding(population, Students.ever(StatusKind.HOMELESS)));
        assertEquals(0, holding(population, on(LocalDate.of(2024, 3, 1))));
        assertEquals(1, holding(population, on(LocalDate.of(2024, 1, 15))));
    }

    private static Condition on(LocalDate day) {
        return Students.held(
                StatusKind.HOMELESS, Window.between(Bound.on(day), Bound.on(day.plusDays(1))), AsOf.ANY_TIME_IN_WINDOW);
    }

    private static long holding(Population population, Condition condition) {
        Indicator indicator = Indicator.builder("held").success(condition).build();
        return population
                .all(Unit.STUDENT)
                .tally(indicator)
                .total(indicator)
                .yes()
                .exact();
    }
}
