package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.TooManyLabelsException;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;

/** What is too much to be counted meets a limit that says so, in databases too. */
class LimitsTest {
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Indicator ALL = Indicator.builder("all").build();

    private static Question question(Faces faces) {
        return Question.of(CohortDefinition.all(Unit.STUDENT), List.of(ALL), faces, LocalDate.of(2026, 1, 1));
    }

    /** So many students of so many schools, with demographics of which each has one label more than the one before. */
    private static String students(String numbers, int schools, int demographics) {
        StringBuilder select = new StringBuilder(
                "SELECT CAST(i AS VARCHAR(20)) AS student_id, CAST(MOD(i, " + schools + ") AS VARCHAR(20)) AS school");
        for (int d = 0; d < demographics; d++) {
            select.append(", CAST(MOD(i, ")
                    .append(9 + d)
                    .append(") AS VARCHAR(20)) AS d")
                    .append(d);
        }
        return select.append(" FROM ").append(numbers).append(" t(i)").toString();
    }

    @Test
    void aMillionLabelsAreNoGroups() {
        try (DuckDb db = DuckDb.inMemory()) {
            db.session().execute("CREATE TABLE pupils AS " + students("range(1000000)", 1_000_000, 1));
            db.table(Unit.STUDENT, "pupils");
            TooManyLabelsException told =
                    assertThrows(TooManyLabelsException.class, () -> db.tally(question(Faces.each(SCHOOL))));
            assertEquals(131_072, told.most());
            assertEquals(
                    1_000_000,
                    db.tally(question(Faces.each(Dimension.of("d0")))).log().initial());
        }
        try (Postgres db = Server.schema()) {
            db.session().execute("CREATE TABLE pupils AS " + students("generate_series(1, 150000)", 150_000, 0));
            db.table(Unit.STUDENT, "pupils");
            assertThrows(TooManyLabelsException.class, () -> db.tally(question(Faces.each(SCHOOL))));
        }
    }

    @Test
    void schoolByEachDemographicIsCountedAndByAllOfThemRefusedWithItsSize() {
        try (DuckDb db = DuckDb.inMemory()) {
            db.session().execute("CREATE TABLE pupils AS " + students("range(30000)", 2_400, 7));
            db.table(Unit.STUDENT, "pupils");
            List<List<Axis>> bySchool = new ArrayList<>();
            List<Axis> all = new ArrayList<>(List.of(SCHOOL));
            for (int d = 0; d < 7; d++) {
                bySchool.add(List.of(SCHOOL, Dimension.of("d" + d)));
                all.add(Dimension.of("d" + d));
            }
            Tally counted = db.tally(question(new Faces(bySchool)));
            for (List<Axis> crossing : bySchool) {
                assertEquals(
                        30_000,
                        counted.by(ALL, crossing.toArray(Axis[]::new)).stream()
                                .mapToLong(cell -> cell.members().exact())
                                .sum());
            }
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> db.tally(question(new Faces(List.of(all)))));
            assertTrue(refused.getMessage().contains("cells, must be at most 20000000"), refused.getMessage());
        }
    }

    @Test
    void columnsThatNobodyAsksForDoNotMatter() {
        StringBuilder wide = new StringBuilder("CREATE TABLE pupils AS SELECT *");
        for (int i = 0; i < 184; i++) {
            wide.append(", 'x' AS \"Extra ").append(i).append('"');
        }
        try (DuckDb db = DuckDb.inMemory()) {
            db.session().execute(wide + " FROM (" + students("range(1000)", 9, 7) + ")");
            db.table(Unit.STUDENT, "pupils");
            assertEquals(1_000, db.tally(question(Faces.each(SCHOOL))).log().initial());
            assertEquals(
                    List.of("184 columns not named in lower case words joined by underscores"),
                    db.check().stream().map(finding -> finding.expected()).toList());
        }
    }
}
