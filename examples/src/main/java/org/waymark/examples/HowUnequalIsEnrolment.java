package org.waymark.examples;

import java.io.PrintStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.inequality.GroupInequality;
import org.waymark.metrics.inequality.Predictability;

/** Tells in one number, by every measure, how unequal enrolment is over groups, and how far a group predicts it. */
public final class HowUnequalIsEnrolment {
    private HowUnequalIsEnrolment() {}

    /** Takes no arguments: the region is made up. */
    public static void main(String[] arguments) {
        run(Synthetic.region(40_000, 42), System.out);
    }

    static void run(Population region, PrintStream out) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Axis race = Students.RACE.as(RaceSchemes.FEDERAL_7);
        Tally tally = region.classOf(2024).tally(enrolled, race);
        out.println(GroupInequality.of(enrolled, race).over(tally));
        out.println(Predictability.of(enrolled, race).over(tally));
    }
}
