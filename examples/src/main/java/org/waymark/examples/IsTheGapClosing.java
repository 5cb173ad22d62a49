package org.waymark.examples;

import java.io.PrintStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.Students;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapChange;
import org.waymark.metrics.gap.GapChanges;
import org.waymark.metrics.gap.Reference;

/** Says whether gaps in enrolment closed between two classes, which side moved, and what chance alone would have done. */
public final class IsTheGapClosing {
    private IsTheGapClosing() {}

    /** Takes no arguments: the region is made up. */
    public static void main(String[] arguments) {
        run(Synthetic.region(40_000, 42), System.out);
    }

    static void run(Population region, PrintStream out) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Axis race = Students.RACE.as(RaceSchemes.FEDERAL_7);
        GapChanges changes = GapChanges.between(
                region.classOf(2017).tally(enrolled, race),
                region.classOf(2024).tally(enrolled, race),
                Gap.of(enrolled).to(Reference.rest()),
                race);
        out.println(changes);
        changes.furthestBefore().map(GapChange::explain).ifPresent(out::println);
    }
}
