package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.publication.Statement;
import org.waymark.core.publication.door.Door;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.CodedRate;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.rate.Rate;

class ReleaseTest {
    private static PublicTable rates(Tally tally) {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome)
                .release()
                .table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
    }

    private static Datum rate(PublicTable table, int row) {
        int at = table.columns().stream().map(Column::name).toList().indexOf("rate");
        return table.rows().get(row).get(at);
    }

    @Test
    void smallGroupIsHiddenAndTheNextSmallestWithIt() {
        PublicTable table = rates(Tallies.of(3, 5, 30, 60, 50, 100));
        assertEquals(Datum.missing("*"), rate(table, 0));
        assertEquals(Datum.missing("*"), rate(table, 1));
        assertEquals(Datum.exact(new BigDecimal("0.50")), rate(table, 2));
    }

    @Test
    void severalSmallGroupsAreHiddenBehindOneLargeOne() {
        PublicTable table = rates(Tallies.of(2, 4, 2, 4, 200, 400, 200, 400));
        assertEquals(
                3, table.column("n").stream().filter(Datum.missing("*")::equals).count());
    }

    @Test
    void hiddenCountsLeaveNoTraceInWhatIsPublished() {
        PublicTable one = rates(Tallies.of(3, 5, 32, 60, 50, 100));
        PublicTable other = rates(Tallies.of(4, 6, 31, 59, 50, 100));
        assertEquals(one.toString(), other.toString());
    }

    @Test
    void gapsComeFromWhatIsPrinted() {
        ReleaseOutcome outcome =
                Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(Tallies.of(3, 5, 30, 60, 50, 100, 20, 40)));
        PublicTable table = assertInstanceOf(ReleaseOutcome.Cleared.class, outcome)
                .release()
                .table(Gap.of(Tallies.ASKED).to(Reference.named("b")).by(Tallies.GROUP));
        int gap = table.columns().stream().map(Column::name).toList().indexOf("gap");
        assertEquals(Datum.missing("*"), table.rows().get(0).get(gap));
        assertNotEquals(Datum.missing("*"), table.rows().get(2).get(gap));
    }

    @Test
    void cohortBelowTheMinimumIsRefusedWithAnAdvice() {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(Tallies.of(3, 5, 1, 2)));
        ReleaseOutcome.Refused refused = assertInstanceOf(ReleaseOutcome.Refused.class, outcome);
        assertEquals(
                List.of("all students has fewer than 10 members: merge it with other years or places"),
                refused.reasons());
    }

    @Test
    void doorIsClosedToOthers() {
        Table table = Table.builder("t").column(Column.text("a", "b")).build();
        Statement statement = new Statement("p", "l", 10, "", PublicTable.digest(table), Statement.Status.PUBLISHED);
        assertThrows(IllegalCallerException.class, () -> Door.issue(table, statement));
        assertThrows(IllegalCallerException.class, PublicTable::maker);
    }

    @Test
    void statementCarriesTheDigestOfTheContent() {
        PublicTable table = rates(Tallies.of(30, 60, 50, 100));
        Table content = new Table(table.title(), table.columns(), table.rows(), table.notes());
        assertEquals(PublicTable.digest(content), table.statement().digest());
        assertEquals(10, table.statement().minimumSize());
    }

    private static Release cleared(ReleaseOutcome outcome) {
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
    }

    private static final List<Integer> BOTH = List.of(2019, 2020);

    private static Tally students(Indicator indicator, List<Integer> years, List<Axis> axes) {
        return new Students(400, 3).tally(List.of(indicator), years, List.of(axes));
    }

    @Test
    void whatEarlierReleasesTellOfTheSameMembersMustBeReleasedWithIt() {
        Ledger ledger = new Remembered();
        Tally schools = students(Students.GRADUATED, BOTH, List.of(Students.SCHOOL));
        Tally races = students(Students.ENROLLED, BOTH, List.of(Students.RACE));
        cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(schools)))
                .table(Rate.of(Students.GRADUATED).by(Students.SCHOOL));
        ReleaseOutcome alone = Release.of(ReleasePolicy.standard(), ledger, List.of(races));
        assertInstanceOf(ReleaseOutcome.Refused.class, alone);
        cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(races, schools)));
    }

    @Test
    void poolIsRefusedWhenOneOfItsYearsHasBeenPublishedAlone() {
        Ledger ledger = new Remembered();
        Tally year = students(Students.GRADUATED, List.of(2019), List.of(Students.RACE));
        Tally other = students(Students.GRADUATED, List.of(2020), List.of(Students.RACE));
        Tally pool = students(Students.GRADUATED, BOTH, List.of(Students.RACE));
        cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(year))).table(Rate.of(Students.GRADUATED));
        assertInstanceOf(ReleaseOutcome.Refused.class, Release.of(ReleasePolicy.standard(), ledger, List.of(pool)));
        cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(other)));
        cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(pool, year)));
    }

    @Test
    void ofTwoReleasesFromTheSameLedgerTheSecondIsToldToDecideAgain() {
        Ledger ledger = new Remembered();
        Tally tally = students(Students.GRADUATED, BOTH, List.of(Students.SCHOOL));
        Release one = cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(tally)));
        Release other = cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(tally)));
        one.table(Rate.of(Students.GRADUATED));
        assertThrows(IllegalStateException.class, () -> other.table(Rate.of(Students.GRADUATED)));
        assertEquals(1, ledger.entries().size());
    }

    @Test
    void correctedNumbersTakeThePlaceOfPublishedOnes() {
        Ledger ledger = new Remembered();
        PublicTable before = cleared(Release.of(ReleasePolicy.standard(), ledger, List.of(Tallies.of(30, 60, 50, 100))))
                .table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
        Tally corrected = Tallies.of(31, 60, 50, 100);
        assertInstanceOf(
                ReleaseOutcome.Refused.class, Release.of(ReleasePolicy.standard(), ledger, List.of(corrected)));
        String id = before.statement().ledger();
        PublicTable after = cleared(Release.superseding(id, ReleasePolicy.standard(), ledger, List.of(corrected)))
                .table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertEquals(Statement.Status.SUPERSEDES, after.statement().status());
        assertFalse(ledger.stands(id));
        assertTrue(ledger.stands(after.statement().ledger()));
        assertEquals(Statement.Status.PUBLISHED, before.statement().status());
        assertEquals(Statement.Status.WITHDRAWN, before.asOf(ledger).statement().status());
        assertEquals(before.rows(), before.asOf(ledger).rows());
        assertEquals(after, after.asOf(ledger));
        ledger.withdraw(after.statement().ledger());
        assertTrue(after.asOf(ledger).toString().contains("WITHDRAWN under minimum size 10"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Release.superseding(id, ReleasePolicy.standard(), ledger, List.of(corrected)));
    }

    @Test
    void savedReleaseIsCheckedWhenItIsTakenUp() {
        Release release = cleared(
                Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(Tallies.of(3, 5, 30, 60, 50, 100))));
        SavedRelease saved = release.saved();
        Release again = cleared(Release.reloaded(saved, Ledger.none()));
        assertEquals(release.tallies(), again.tallies());
        List<SavedRelease.Proof> still = saved.proofs().stream()
                .map(proof -> new SavedRelease.Proof(List.of(), proof.high()))
                .toList();
        List<SavedRelease> forged = List.of(
                new SavedRelease(saved.rules(), saved.tallies(), saved.hidden(), still),
                new SavedRelease(saved.rules(), saved.tallies(), saved.hidden(), List.of()),
                new SavedRelease(saved.rules(), saved.tallies(), List.of(), saved.proofs()),
                new SavedRelease(saved.rules(), saved.tallies(), List.of(1_000_000), saved.proofs()),
                new SavedRelease(saved.rules(), List.of(Tallies.of(4, 6, 30, 60, 50, 100)), saved.hidden(), List.of()));
        for (SavedRelease forgery : forged) {
            ReleaseOutcome outcome = Release.reloaded(forgery, Ledger.none());
            assertInstanceOf(ReleaseOutcome.Refused.class, outcome);
        }
    }

    @Test
    void bandsTellSizesAndNoNumerators() {
        ReleasePolicy policy = ReleasePolicy.standard().coding(RateCoding.EQUAL_BANDS);
        Release release =
                cleared(Release.of(policy, Ledger.none(), List.of(Tallies.of(3, 5, 30, 60, 50, 100, 77, 81))));
        PublicTable table = release.table(CodedRate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertEquals(Datum.missing("*"), rate(table, 0));
        assertEquals(Datum.text("50-55 %"), rate(table, 2));
        assertEquals(Datum.whole(81), table.column("n").get(3));
        assertEquals(Datum.text("95-100 %"), rate(table, 3));
        PublicTable counts = release.table(Rate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertTrue(counts.column("yes").stream().allMatch(Datum.missing("*")::equals));
    }

    @Test
    void lockedGroupsArePrinted() {
        Tally tally = new Students(200, 2)
                .tally(
                        List.of(Students.GRADUATED),
                        BOTH,
                        List.of(
                                List.of(Students.SCHOOL),
                                List.of(Students.RACE),
                                List.of(Students.SCHOOL, Students.RACE)));
        ReleasePolicy policy = ReleasePolicy.standard().locking(Students.SCHOOL);
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), List.of(tally));
        PublicTable table = cleared(outcome).table(Rate.of(Students.GRADUATED).by(Students.SCHOOL));
        assertFalse(table.column("n").contains(Datum.missing("*")));
    }
}
