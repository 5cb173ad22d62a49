package org.waymark.metrics;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.publication.Ledger;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.rate.Rate;

/**
 * A benchmark, run by hand: how long a state takes to be protected, certified and verified, and how that grows with years.
 * Arguments: districts, schools, groups, years.
 */
public final class ReleaseSize {
    private ReleaseSize() {}

    /** Prints one line per number of years. */
    public static void main(String[] arguments) {
        int districts = Integer.parseInt(arguments[0]);
        int schools = Integer.parseInt(arguments[1]);
        int groups = Integer.parseInt(arguments[2]);
        for (int years = 1; years <= Integer.parseInt(arguments[3]); years += 4) {
            List<Tally> tallies = new ArrayList<>();
            for (int year = 0; year < years; year++) {
                tallies.add(MadeUpSchools.year(districts, schools, groups, 2020 + year, 42));
            }
            long start = System.nanoTime();
            ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), tallies, done -> {
                if (done % 2_000 == 0) {
                    System.out.println(done + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
                }
            });
            long cleared = System.nanoTime();
            System.out.println(years + " years: " + (cleared - start) / 1_000_000 + " ms, " + outcome);
            if (outcome instanceof ReleaseOutcome.Cleared c) {
                boolean holds = c.release().certificate().holds();
                long verified = System.nanoTime();
                int rows = c.release()
                        .table(Rate.of(Tallies.ASKED).by(MadeUpSchools.SCHOOL, MadeUpSchools.RACE))
                        .rows()
                        .size();
                System.out.println("verified " + holds + " in " + (verified - cleared) / 1_000_000 + " ms, " + rows
                        + " rows printed in " + (System.nanoTime() - verified) / 1_000_000 + " ms");
            }
        }
    }
}
