package org.waymark.examples;

import static org.waymark.core.student.Students.GENDER;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.io.bundle.ReplicationBundle;
import org.waymark.io.csv.Csv;
import org.waymark.io.studenttracker.Reconciliation;
import org.waymark.io.studenttracker.StudentTracker;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.ByGroup;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Rate;

/**
 * How many went on to college, from a StudentTracker detail file: "record not found" is unknown and not no, so the answer
 * is a range, which the total of the aggregate report makes narrower.
 */
public final class CollegeGoingFromStudentTracker {
    private CollegeGoingFromStudentTracker() {}

    /**
     * Takes the detail file, the folder of the students who were looked for, their graduating class, how many of it went on
     * by the aggregate report, and a folder to write to.
     */
    public static void main(String[] arguments) throws IOException {
        run(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Path.of(arguments[4]),
                System.out);
    }

    static void run(Path detail, Path folder, int classOf, long aggregate, Path bundle, PrintStream out)
            throws IOException {
        Population students = Csv.readPopulation(folder).orThrow();
        Loaded<Population> loaded = StudentTracker.reader()
                .students(students)
                .asOf(students.asOf())
                .state("WA")
                .read(detail);
        loaded.findings().forEach(out::println);

        Cohort graduates = loaded.value().classOf(classOf);
        Indicator enrolled = Catalog.enrolledWithinAYear().toBuilder()
                .unknowns(UnknownRule.BOUNDS)
                .build();
        Tally tally = graduates.tally(enrolled, GENDER);
        ByGroup<Estimate> rates = Rate.of(enrolled).by(GENDER).over(tally);
        out.println(rates);

        Reconciliation report = new Reconciliation(tally.total(enrolled), aggregate);
        out.println(report);
        if (report.isConsistent()) {
            for (Cell group : tally.by(enrolled, GENDER)) {
                out.println(group.name() + ": went on " + report.successes(group) + " of "
                        + group.known().plus(group.unknown()));
            }
        }
        out.println(
                Rate.of(StudentTracker.coverage()).by(GENDER).over(graduates.tally(StudentTracker.coverage(), GENDER)));
        ReplicationBundle.forAnalysts("to check the report", tally)
                .result(rates.toTable())
                .write(bundle);
    }
}
