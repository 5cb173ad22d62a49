package org.waymark.examples;

import java.io.PrintStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.Students;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.gap.Furthest;
import org.waymark.metrics.measure.Figure;

/** Ranks groups from the worst rate, and names everyone of whom chance does not exclude that they are furthest behind. */
public final class WhoIsFurthestBehind {
    private WhoIsFurthestBehind() {}

    /** Takes no arguments: the region is made up. */
    public static void main(String[] arguments) {
        run(Synthetic.region(40_000, 42), System.out);
    }

    static void run(Population region, PrintStream out) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Axis race = Students.RACE.as(RaceSchemes.FEDERAL_7);
        Furthest.Ranking ranking =
                Furthest.of(enrolled, race).over(region.classOf(2024).tally(enrolled, race));
        out.println(ranking);
        out.println(Figure.table("The same as rows of every measure", ranking.figures()));
    }
}
