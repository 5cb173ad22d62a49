package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
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
 * <pre>{@code InMemory FILE [RUNS]}</pre>
 */
public final class InMemory {
    private InMemory() {}

    /** Takes the file and how often to ask. */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Population students = StudentJob.reader().read(Path.of(arguments[0])).value();
        long count = students.roster(Unit.STUDENT).size();
        System.out.println("bytes of columns per student: " + (double) students.heapBytes() / count);
        System.out.println("bytes of heap per student: " + (double) usedHeap() / count);
        Question pairs = StudentJob.question(2);
        System.out.println("indicators and first cube, a new cohort each time");
        Timed.print(runs, () -> students.cohort(pairs.of()).tally(pairs));
        Cohort cohort = students.cohort(CohortDefinition.all(Unit.STUDENT));
        System.out.println("every two dimensions by three outcomes, states kept");
        Timed.print(runs, () -> Report.of(cohort.tally(pairs), 2));
        Tally tally = cohort.tally(pairs);
        System.out.println("one more report off the same cells");
        Timed.print(runs, () -> Report.of(tally, 2));
        Question schools = Question.of(pairs.of(), StudentJob.OUTCOMES, bySchool(), pairs.asOf());
        System.out.println("every dimension by school, states kept");
        Timed.print(runs, () -> cohort.tally(schools));
    }

    private static Faces bySchool() {
        Faces faces = Faces.each();
        for (Dimension dimension : StudentJob.DIMENSIONS) {
            faces = faces.and(new Faces(List.of(List.<Axis>of(Students.SCHOOL, dimension))));
        }
        return faces;
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
