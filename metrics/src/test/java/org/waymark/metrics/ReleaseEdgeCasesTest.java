package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.Ledger;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.TableProtection;
import org.waymark.metrics.rate.Rate;

/** Places where rules of thumb give numbers away. */
class ReleaseEdgeCasesTest {
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();

    /** A total and its parts; parts of parts are named after them. */
    private static TableProtection.Outcome table(
            ReleasePolicy policy, Map<String, List<String>> parts, Object... counts) {
        List<CountTable.Split> splits = new ArrayList<>();
        parts.forEach((whole, of) -> splits.add(new CountTable.Split("place", "t", whole, of)));
        Map<List<String>, Long> numbers = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i += 2) {
            numbers.put(List.of((String) counts[i]), ((Integer) counts[i + 1]).longValue());
        }
        CountTable table = CountTable.of(List.of("place"), splits, List.copyOf(numbers.keySet()));
        return TableProtection.of(policy).over(table, numbers, List.of(List.of("all")));
    }

    private static List<List<String>> hidden(TableProtection.Outcome outcome) {
        return assertInstanceOf(TableProtection.Protected.class, outcome, outcome::toString)
                .hidden();
    }

    private static Release cleared(Tally tally) {
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), List.of(tally));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
    }

    private static List<Cell> groups(Release release) {
        return release.tallies().get(0).by(Tallies.ASKED, Tallies.GROUP);
    }

    @Test
    void districtWithOneSchoolIsHiddenWithIt() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("all", List.of("d1", "d2", "d3"));
        parts.put("d1", List.of("s1"));
        parts.put("d2", List.of("s2", "s3"));
        List<List<String>> hidden =
                hidden(table(POLICY, parts, "all", 220, "d1", 5, "s1", 5, "d2", 95, "s2", 40, "s3", 55, "d3", 120));
        assertTrue(hidden.contains(List.of("d1")) && hidden.contains(List.of("s1")));
    }

    @Test
    void groupsThatAreAllSmallHideEachOtherUnderALargeTotal() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("all", List.of("a", "b", "c", "d"));
        assertEquals(
                4,
                hidden(table(POLICY, parts, "all", 32, "a", 8, "b", 8, "c", 8, "d", 8))
                        .size());
    }

    @Test
    void cellOfOneThatEverybodyKnowsToBeThereNeedsOnlyToBeLarger() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("all", List.of("a", "b", "c"));
        List<List<String>> hidden =
                hidden(table(POLICY.zerosPublished(true), parts, "all", 71, "a", 1, "b", 20, "c", 50));
        assertEquals(List.of(List.of("a"), List.of("b")), hidden);
    }

    @Test
    void nobodysAndEverybodysSuccessIsHidden() {
        List<Cell> none = groups(cleared(Tallies.of(0, 50, 30, 60, 50, 100)));
        List<Cell> all = groups(cleared(Tallies.of(50, 50, 30, 60, 50, 100)));
        assertFalse(none.get(0).yes().isExact() || none.get(0).no().isExact());
        assertFalse(all.get(0).yes().isExact() || all.get(0).no().isExact());
    }

    @Test
    void anotherMinimumForTheSameStudentsIsRefused() {
        Ledger ledger = new Remembered();
        Tally tally = Tallies.of(3, 6, 4, 12, 50, 100, 40, 90);
        ReleaseOutcome first = Release.of(POLICY, ledger, List.of(tally));
        assertInstanceOf(ReleaseOutcome.Cleared.class, first)
                .release()
                .table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
        ReleaseOutcome second = Release.of(ReleasePolicy.minimum(5), ledger, List.of(tally));
        assertInstanceOf(ReleaseOutcome.Refused.class, second);
    }

    @Test
    void numbersThatOverflowAreAnErrorAndNeverARelease() {
        long huge = Long.MAX_VALUE / 3;
        Tally tally = Tallies.of(huge, huge + huge, huge, huge + huge);
        assertThrows(ArithmeticException.class, () -> Release.of(POLICY, Ledger.none(), List.of(tally)));
    }

    @Test
    void nothingToProtectIsClearedWithAnEmptyProof() {
        Release release = cleared(Tallies.of(30, 60, 50, 100));
        assertEquals(0, release.certificate().size());
        assertTrue(release.certificate().holds());
        assertEquals(0, release.hiddenGroups());
    }

    @Test
    void tableOfOneCellIsItsTotal() {
        assertTrue(groups(cleared(Tallies.of(30, 60))).get(0).yes().isExact());
        ReleaseOutcome small = Release.of(POLICY, Ledger.none(), List.of(Tallies.of(3, 6)));
        assertInstanceOf(ReleaseOutcome.Refused.class, small);
    }
}
