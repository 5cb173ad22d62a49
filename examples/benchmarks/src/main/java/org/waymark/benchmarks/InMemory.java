package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;

/**
 * Once a file of students stands in memory: how many bytes each takes, and how long questions take. Prints milliseconds.
 *
 * <pre>{@code InMemory FILE RUNS first|pairs|again|schools}</pre>
 *
 * {@code first} makes a new cohort each time, works out three indicators and counts the first cube; {@code pairs} counts and
 * reports every two dimensions by three outcomes of a cohort whose states are kept; {@code again} reports off the same cells;
 * {@code schools} counts every dimension by school.
 */
public final class InMemory {
    private InMemory() {}

    /** Takes the file, how often to ask, and what. */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[1]);
        Population students = StudentJob.reader().read(Path.of(arguments[0])).value();
        long count = students.roster(Unit.STUDENT).size();
        System.out.println("bytes of columns per student: " + (double) students.heapBytes() / count);
        System.out.println("bytes of heap per student: " + (double) usedHeap() / count);
        Question pairs = StudentJob.question(2);
        Cohort cohort = students.cohort(CohortDefinition.all(Unit.STUDENT));
        Tally tally = cohort.tally(pairs);
        Question schools = Question.of(pairs.of(), StudentJob.OUTCOMES, bySchool(), pairs.asOf());
        Timed.print(
                runs,
                switch (arguments[2]) {
                    case "first" -> () -> students.cohort(pairs.of()).tally(pairs);
                    case "pairs" -> () -> Report.of(cohort.tally(pairs), 2);
                    case "again" -> () -> Report.of(tally, 2);
                    case "schools" -> () -> cohort.tally(schools);
                    default -> throw new IllegalArgumentException("what: must be first, pairs, again or schools");
                });
    }

    /** Every dimension by school, and nothing else. */
    private static Faces bySchool() {
        List<List<Axis>> crossings = new ArrayList<>();
        for (Dimension dimension : StudentJob.DIMENSIONS) {
            crossings.add(List.of(Students.SCHOOL, dimension));
        }
        return new Faces(crossings);
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
