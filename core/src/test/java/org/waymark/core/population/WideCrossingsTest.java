package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;

/** Crossings with an axis of very many labels, which are counted several at a time, say what each says that is asked alone. */
class WideCrossingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Milestone DONE = Milestone.of("done");
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Indicator INDICATOR =
            Indicator.builder("done").name("Done").success(DONE.reached()).build();

    /** Axes of 2, 4, 6 ... labels. */
    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.of("a"), Dimension.of("b"), Dimension.of("c"), Dimension.of("d"), Dimension.of("e"));

    private static Population population(int schools) {
        Random random = new Random(11);
        Population.Builder builder = Population.builder().asOf(DAY);
        RosterBuilder roster = builder.roster(Unit.STUDENT);
        for (int row = 0; row < 2 * schools; row++) {
            roster.labels(SCHOOL).put("S" + row % schools);
            for (int i = 0; i < DIMENSIONS.size(); i++) {
                roster.labels(DIMENSIONS.get(i)).put("L" + random.nextInt(2 * i + 2));
            }
            if (random.nextBoolean()) {
                roster.days(DONE).put("2020-01-01");
            }
            roster.endRow(0);
        }
        return builder.build();
    }

    private static Tally counted(Population population, List<List<Axis>> crossings) {
        return population
                .all(Unit.STUDENT)
                .tally(Question.of(CohortDefinition.all(Unit.STUDENT), List.of(INDICATOR), new Faces(crossings), DAY));
    }

    @Test
    void areThoseOfEachAlone() {
        Population population = population(9_000);
        List<List<Axis>> crossings = new ArrayList<>();
        crossings.add(List.of(DIMENSIONS.get(1), SCHOOL, DIMENSIONS.get(4)));
        for (Dimension dimension : DIMENSIONS) {
            crossings.add(List.of(SCHOOL, dimension));
        }
        crossings.add(List.of(DIMENSIONS.get(0), DIMENSIONS.get(1)));
        Tally together = counted(population, crossings);
        for (List<Axis> crossing : crossings) {
            Axis[] axes = crossing.toArray(new Axis[0]);
            List<Cell> alone = counted(population, List.of(crossing)).by(INDICATOR, axes);
            assertEquals(alone, together.by(INDICATOR, axes), crossing::toString);
        }
        assertEquals(18_000, together.total(INDICATOR).known().exact());
    }

    @Test
    void giveTheTotalWhereNoSmallAxisIsAsked() {
        Population population = population(70_000);
        Tally tally = counted(population, List.of(List.of(SCHOOL, DIMENSIONS.get(0))));
        assertEquals(140_000, tally.total(INDICATOR).known().exact());
        long yes = tally.by(INDICATOR, SCHOOL, DIMENSIONS.get(0)).stream()
                .mapToLong(cell -> cell.yes().exact())
                .sum();
        assertEquals(tally.total(INDICATOR).yes().exact(), yes);
    }
}
