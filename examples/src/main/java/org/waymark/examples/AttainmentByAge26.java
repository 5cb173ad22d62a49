package org.waymark.examples;

import java.io.PrintStream;
import java.util.List;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Population;
import org.waymark.core.student.Students;
import org.waymark.core.tally.TimeTally;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.survival.AttainmentGap;
import org.waymark.metrics.survival.AttainmentRate;

/** Tells how many have a credential by age 26: of a class that is past it, of one that is at it, of one that is not. */
public final class AttainmentByAge26 {
    private AttainmentByAge26() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
        run(Synthetic.region(40_000, 42), System.out);
    }

    static void run(Population region, PrintStream out) {
        Indicator byAge26 = Catalog.credentialByAge(26);
        TimeToEvent credential = Catalog.timeToCredentialByAge(26);
        for (int year : List.of(2016, 2017, 2019)) {
            Cohort cohort = region.classOf(year);
            TimeTally times = cohort.times(credential);
            out.println("Class of " + year);
            out.println("Of those past it: " + Rate.of(byAge26).over(cohort.tally(byAge26)));
            out.println("With the others, as far as they were followed: "
                    + AttainmentRate.byHorizon().over(times));
            out.println(AttainmentRate.byHorizon().over(times).explain());
            out.println();
        }
        TimeTally byGender = region.classOf(2017).times(credential, Students.GENDER);
        out.println(AttainmentGap.toRest(AttainmentRate.byHorizon())
                .by(Students.GENDER)
                .over(byGender));
    }
}
