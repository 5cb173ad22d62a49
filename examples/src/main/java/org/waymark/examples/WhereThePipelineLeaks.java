package org.waymark.examples;

import static org.waymark.core.student.Students.GRADUATION_DATE;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.Period;
import org.waymark.core.indicator.Faces;
import org.waymark.core.population.Cohort;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Window;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.decomposition.Pipeline;
import org.waymark.metrics.decomposition.PipelineGap;

/** Says at which stage on the way from grade 9 to a credential students of low income fall behind the others. */
public final class WhereThePipelineLeaks {
    private WhereThePipelineLeaks() {}

    /** Takes no arguments: the region is made up. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        Groups income = Students.everAxis(StatusKind.LOW_INCOME);
        PipelineGap leaks = PipelineGap.of(income, "not low income", "low income")
                .stage("graduate on time", GRADUATION_DATE.within(Window.before(Bound.on(LocalDate.of(2018, 9, 1)))))
                .stage(
                        "enrol within a year",
                        Catalog.COLLEGE.taken().within(Window.within(Period.ofDays(366), GRADUATION_DATE)))
                .stage(
                        "earn a credential within seven years",
                        Catalog.AWARD.taken().within(Window.within(Period.ofYears(7), GRADUATION_DATE)));
        Cohort cohort = Synthetic.region(28_000, 42).classOf(2018);
        Pipeline pipeline = leaks.over(cohort.tally(leaks.stages(), Faces.each(income)));
        out.println(pipeline.explain());
        out.println();
        out.println(pipeline.toTable());
    }
}
