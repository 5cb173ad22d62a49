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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Attacker;
import org.waymark.metrics.disclosure.ContradictionException;
import org.waymark.metrics.disclosure.CountTable;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.TableAudit;
import org.waymark.metrics.disclosure.TableProtection;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
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

    private static Table numbers(Datum a, Datum b, Datum c) {
        return Table.builder("t")
                .column(Column.text("group", "who"))
                .column(Column.count("n", "how many"))
                .row(Datum.text("all"), Datum.whole(118))
                .row(Datum.text("a"), a)
                .row(Datum.text("b"), b)
                .row(Datum.text("c"), c)
                .build();
    }

    private static final Datum MARK = Datum.missing("*");
    private static final TableAudit AUDIT = TableAudit.of("n", "group").sum("group", "all", List.of("a", "b", "c"));

    @Test
    void twoCellsOfNineUnderAMarkThatTellsThemSmallAreExact() {
        Table table = numbers(MARK, MARK, Datum.whole(100));
        assertEquals(
                List.of(List.of("a"), List.of("b")),
                AUDIT.mark("*", Count.between(0, 9)).over(table).determined());
        // The same mark for whatever is hidden tells nothing of the kind, and that is the only mark a release has.
        assertEquals(List.of(), AUDIT.over(table).determined());
        Release release = cleared(Tallies.of(5, 9, 5, 9, 50, 100));
        assertEquals(List.of(), release.audit().determined());
        assertTrue(
                groups(release).stream().limit(2).noneMatch(cell -> cell.known().isExact()));
    }

    @Test
    void sameCellRoundedInTwoWaysLiesInBothRanges() {
        TableAudit audit = AUDIT.mark("35-44", Count.between(35, 44))
                .mark("40-49", Count.between(40, 49))
                .mark("50-59", Count.between(50, 59));
        Table one = numbers(Datum.text("35-44"), MARK, Datum.whole(50));
        Table other = numbers(Datum.text("40-49"), MARK, Datum.whole(50));
        TableAudit.Found found = audit.over(List.of(one, other));
        assertEquals(Count.between(40, 44), found.interval(List.of("a"), Attacker.LINKER));
        assertEquals(Count.between(24, 28), found.interval(List.of("b"), Attacker.LINKER));
        Table apart = numbers(Datum.text("50-59"), MARK, Datum.whole(50));
        assertThrows(ContradictionException.class, () -> audit.over(List.of(one, apart)));
    }

    @Test
    void talliesThatCountTheSameDifferentlyAreRefused() {
        ReleaseOutcome outcome =
                Release.of(POLICY, Ledger.none(), List.of(Tallies.of(30, 60, 50, 100), Tallies.of(31, 60, 49, 100)));
        ReleaseOutcome.Refused refused = assertInstanceOf(ReleaseOutcome.Refused.class, outcome);
        assertEquals(List.of("x: two tallies count the same members along group and differ"), refused.reasons());
    }

    @Test
    void countsThatAreRangesOrNegativeAreNoReleaseOfExactNumbers() {
        List<Count> no = List.of(Count.of(30), Count.of(50));
        for (Count wrong : List.of(Count.between(28, 31), Count.of(-3))) {
            Tally tally = Tallies.of(Tallies.ASKED, List.of(wrong, Count.of(50)), no, Count.ZERO);
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> Release.of(POLICY, Ledger.none(), List.of(tally)));
            assertEquals("tallies: counts must be exact and 0 or more to be protected", refused.getMessage());
        }
    }

    @Test
    void weightedNumbersOfASurveyAreNoTableOfCounts() {
        assertThrows(
                IllegalArgumentException.class,
                () -> AUDIT.over(numbers(Datum.real(12.4), Datum.whole(40), Datum.whole(50))));
        assertThrows(
                IllegalArgumentException.class,
                () -> AUDIT.over(numbers(Datum.whole(-1), Datum.whole(40), Datum.whole(50))));
    }

    @Test
    void gridOfMoreCombinationsThanAnyMachineHoldsIsRefusedBeforeItIsMade() {
        List<Axis> axes = List.of(Dimension.of("one"), Dimension.of("other"), Dimension.of("third"));
        Face.Builder face = Face.builder(axes, 1);
        for (int label = 0; label < 1_300; label++) {
            Category category = Category.of("g" + label);
            face.add(List.of(category, category, category), 0, State.YES, Count.of(20));
        }
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, face::build);
        assertTrue(refused.getMessage().contains("2197000000 cells"), refused.getMessage());
    }

    @Test
    void hierarchyOfNoPlacesChangesNothing() {
        Tally tally = Tallies.of(30, 60, 50, 100);
        Hierarchy empty = new Hierarchy(Tallies.GROUP, Dimension.of("area"), new LinkedHashMap<>(), Optional.empty());
        Tally with = Tally.of(tally.question(), tally.log(), tally.faces(), List.of(empty));
        assertEquals(groups(cleared(tally)), groups(cleared(with)));
    }

    @Test
    void minimumThatWasRaisedBetweenReleasesIsRefusedAsWell() {
        Ledger ledger = new Remembered();
        Tally tally = Tallies.of(3, 6, 4, 12, 50, 100, 40, 90);
        ReleaseOutcome first = Release.of(ReleasePolicy.minimum(5), ledger, List.of(tally));
        assertInstanceOf(ReleaseOutcome.Cleared.class, first)
                .release()
                .table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertInstanceOf(ReleaseOutcome.Refused.class, Release.of(POLICY, ledger, List.of(tally)));
    }

    @Test
    void orderOfTheGroupsOfATableDoesNotTellTheirRates() {
        List<List<Datum>> names = new ArrayList<>();
        for (long yes : new long[] {5, 95}) {
            Release release = cleared(Tallies.of(yes, 100, 50, 100, 30, 100));
            names.add(release.table(Gap.of(Tallies.ASKED).to(Reference.best()).by(Tallies.GROUP))
                    .column("group"));
        }
        assertEquals(names.get(0), names.get(1));
    }
}
