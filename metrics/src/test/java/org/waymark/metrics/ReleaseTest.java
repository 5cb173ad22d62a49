package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.publication.door.Door;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
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
        assertEquals(Datum.real(0.5), rate(table, 2));
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
}
