package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;

/** Crossings that are larger than the joint cube are counted on their own, and those beyond all measure refused. */
class CrossingLimitsTest {
    private static final int STUDENTS = 30_000;
    private static final int SCHOOLS = 2_400;
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Indicator ALL = Indicator.builder("all").build();

    private static Dimension demographic(int d) {
        return Dimension.of("d" + d);
    }

    private static int label(int student, int d) {
        return student % (9 + d);
    }

    private static Population students() {
        Population.Builder builder = Population.builder().asOf(DAY);
        RosterBuilder students = builder.roster(Unit.STUDENT);
        for (int i = 0; i < STUDENTS; i++) {
            students.ids().put(Integer.toString(i));
            students.labels(SCHOOL).put("S" + i % SCHOOLS);
            for (int d = 0; d < 7; d++) {
                students.labels(demographic(d)).put("L" + label(i, d));
            }
            students.endRow(0);
        }
        return builder.build();
    }

    private static Question question(Faces faces) {
        return Question.of(CohortDefinition.all(Unit.STUDENT), List.of(ALL), faces, DAY);
    }

    @Test
    void schoolByEachDemographicIsCountedAndByAllOfThemRefusedWithItsSize() {
        Population students = students();
        List<List<Axis>> bySchool = new ArrayList<>();
        List<Axis> all = new ArrayList<>(List.of(SCHOOL));
        for (int d = 0; d < 7; d++) {
            bySchool.add(List.of(SCHOOL, demographic(d)));
            all.add(demographic(d));
        }
        Tally counted = students.all(Unit.STUDENT).tally(question(new Faces(bySchool)));
        for (int d = 0; d < 7; d++) {
            Map<String, Long> expected = new LinkedHashMap<>();
            for (int i = 0; i < STUDENTS; i++) {
                expected.merge("S" + i % SCHOOLS + " L" + label(i, d), 1L, Long::sum);
            }
            Map<String, Long> actual = new LinkedHashMap<>();
            for (Cell cell : counted.by(ALL, SCHOOL, demographic(d))) {
                String name =
                        cell.labels().get(0).name() + " " + cell.labels().get(1).name();
                if (cell.members().exact() > 0) {
                    actual.put(name, cell.members().exact());
                }
            }
            assertEquals(expected, actual);
        }
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> students.all(Unit.STUDENT).tally(question(new Faces(List.of(all)))));
        assertTrue(refused.getMessage().contains("cells, must be at most 20000000"), refused.getMessage());
    }
}
