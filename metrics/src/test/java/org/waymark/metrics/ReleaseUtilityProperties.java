package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** What protects the small is hidden among the small: large groups and what must be printed stay. */
class ReleaseUtilityProperties {
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();

    private static boolean unsafe(Cell cell) {
        return POLICY.small(cell.known().exact())
                || cell.yes().exact() < POLICY.minimumOutcome()
                || cell.no().exact() < POLICY.minimumOutcome();
    }

    /** How many groups along these axes are unsafe, hidden for others, and printed. */
    private static int[] counts(Tally tally, Release release, Axis... axes) {
        List<Cell> cells = tally.by(Tallies.ASKED, axes);
        List<Cell> shown = release.tallies().get(0).by(Tallies.ASKED, axes);
        int[] counts = new int[3];
        for (int c = 0; c < cells.size(); c++) {
            boolean printed = shown.get(c).known().isExact();
            assertTrue(!printed || !unsafe(cells.get(c)));
            counts[printed ? 2 : unsafe(cells.get(c)) ? 0 : 1]++;
        }
        return counts;
    }

    private static Release cleared(ReleasePolicy policy, Tally tally) {
        return assertInstanceOf(ReleaseOutcome.Cleared.class, Release.of(policy, Ledger.none(), List.of(tally)))
                .release();
    }

    @Property(tries = 4)
    void whatIsLockedAndSafeIsPrintedInWhateverIsCleared(
            @ForAll @IntRange(min = 1, max = 4) int districts,
            @ForAll @IntRange(min = 3, max = 8) int schools,
            @ForAll @IntRange(max = 10_000) int seed) {
        Tally tally = MadeUpSchools.year(districts, schools, 4, 2024, seed);
        ReleasePolicy policy = POLICY.locking(MadeUpSchools.RACE, MadeUpSchools.INCOME);
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), List.of(tally));
        Statistics.collect(outcome.getClass().getSimpleName());
        if (outcome instanceof ReleaseOutcome.Cleared safe) {
            assertEquals(0, counts(tally, safe.release(), MadeUpSchools.RACE)[1]);
            assertEquals(0, counts(tally, safe.release(), MadeUpSchools.INCOME)[1]);
        }
    }

    @Example
    void rowsOfTheWholeStateStayAndFewerAreHiddenForOthersThanForThemselves() {
        Tally tally = MadeUpSchools.year(6, 50, 6, 2024, 42);
        Release release = cleared(POLICY, tally);
        assertEquals(0, counts(tally, release, MadeUpSchools.RACE)[1]);
        assertEquals(0, counts(tally, release, MadeUpSchools.INCOME)[1]);
        int[] races = counts(tally, release, MadeUpSchools.DISTRICT, MadeUpSchools.RACE);
        assertTrue(races[1] < races[2], races[1] + " hidden for others, " + races[2] + " printed");
        int own = 0;
        int others = 0;
        for (List<Axis> axes : tally.question().faces().crossings()) {
            int[] counts = counts(tally, release, axes.toArray(new Axis[0]));
            own += counts[0];
            others += counts[1];
        }
        assertTrue(others < own, others + " hidden for others, " + own + " for themselves");
    }
}
