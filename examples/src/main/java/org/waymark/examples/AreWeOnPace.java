package org.waymark.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Groups;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.goal.GapTrend;
import org.waymark.metrics.goal.GoalOutlook;
import org.waymark.metrics.goal.GoalPath;
import org.waymark.metrics.goal.RateSeries;

/** Says whether nine classes of graduates are on pace to a goal of enrolment, in all and for students of low income. */
public final class AreWeOnPace {
    private AreWeOnPace() {}

    /** Takes no arguments: the region is made up. */
    public static void main(String[] arguments) {
        run(Synthetic.region(40_000, 42), System.out);
    }

    static void run(Population region, PrintStream out) {
        Indicator enrolled = Catalog.enrolledWithinAYear();
        Groups income = Students.everAxis(StatusKind.LOW_INCOME);
        Map<Integer, Tally> classes = new LinkedHashMap<>();
        for (int year = 2016; year <= 2024; year++) {
            classes.put(year, region.classOf(year).tally(enrolled, income));
        }
        RateSeries all = RateSeries.of(enrolled, classes);
        RateSeries low = RateSeries.of(enrolled, classes, income, "low income");
        RateSeries others = RateSeries.of(enrolled, classes, income, "not low income");

        // One goal for everybody, and each group's own way to it.
        BigDecimal target = new BigDecimal("0.70");
        for (RateSeries group : new RateSeries[] {all, low}) {
            GoalPath path = GoalPath.of(2016, group.years().get(0).share(), 2030, target);
            out.println(GoalOutlook.of(path, group).explain());
            out.println();
        }
        out.println(GapTrend.between(others, low).explain());
    }
}
