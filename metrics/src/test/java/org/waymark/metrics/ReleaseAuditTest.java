package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.Ledger;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Attacker;
import org.waymark.metrics.disclosure.Level;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseAudit;
import org.waymark.metrics.disclosure.ReleaseAudit.Hidden;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** What can be found out of the hidden numbers of a release, worked out by hand. */
class ReleaseAuditTest {
    private static ReleaseAudit audit(ReleasePolicy policy, Tally tally) {
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), List.of(tally));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome).release().audit();
    }

    private static Hidden size(String group) {
        return new Hidden("x v1", "group", group, "denominator");
    }

    /** Of 165 members c is printed as 100, so a and b have 65 between them; a is a group of the tally, so it has somebody. */
    private static final Tally TALLY = Tallies.of(3, 5, 30, 60, 50, 100);

    @Test
    void outsiderKnowsTheSumOfWhatIsHidden() {
        ReleaseAudit audit = audit(ReleasePolicy.standard(), TALLY);
        assertEquals(Optional.of(Count.between(1, 64)), audit.interval(size("a"), Attacker.LINKER));
        assertEquals(Optional.of(Count.between(1, 64)), audit.interval(size("b"), Attacker.LINKER));
        assertEquals(List.of(), audit.determined());
        // 33 of them succeeded, 32 did not.
        Hidden yes = new Hidden("x v1", "group", "a", "yes");
        assertEquals(Optional.of(Count.between(0, 33)), audit.interval(yes, Attacker.LINKER));
    }

    @Test
    void memberWhoKnowsAnotherSubtractsTwo() {
        ReleaseAudit audit = audit(ReleasePolicy.standard(), TALLY);
        // Two of a are known, and b has somebody: of the others of a there are none to 62.
        assertEquals(Optional.of(Count.between(0, 62)), audit.interval(size("a"), Attacker.insider(1)));
        ReleaseAudit lonely = audit(ReleasePolicy.standard(), Tallies.of(1, 1, 30, 60, 50, 100));
        assertEquals(Optional.empty(), lonely.interval(size("a"), Attacker.insider(1)));
        assertEquals(Optional.of(Count.between(0, 59)), lonely.interval(size("a"), Attacker.insider(0)));
    }

    @Test
    void groupThatTalksGivesTheOtherAway() {
        ReleaseAudit audit = audit(ReleasePolicy.standard(), TALLY);
        assertTrue(audit.falling(Tallies.GROUP, "b").contains(size("a")));
        assertEquals(List.of(), audit.falling(Tallies.GROUP, "c"));
        assertThrows(IllegalArgumentException.class, () -> audit.falling(Tallies.GROUP, "none"));
        Table table = audit.toTable(Tallies.GROUP);
        int row = table.column("state").indexOf(Datum.text("denominator"));
        assertEquals(Datum.text("b"), table.column("falls_with").get(row));
        assertEquals(Datum.whole(1), table.column("least").get(row));
        assertEquals(Datum.whole(64), table.column("most").get(row));
        assertEquals(Datum.whole(0), table.column("others_least").get(row));
        assertEquals(Datum.whole(62), table.column("others_most").get(row));
    }

    @Test
    void bandOfAHiddenGroupIsNotToldAndThatOfAnotherIs() {
        ReleaseAudit audit = audit(ReleasePolicy.standard().coding(RateCoding.EQUAL_BANDS), TALLY);
        // Of b, hidden for a's sake, nothing is told: its rate lay in 50-55 %, its size was 60.
        Hidden yes = new Hidden("x v1", "group", "b", "yes");
        assertEquals(0, audit.interval(yes, Attacker.LINKER).orElseThrow().low());
        // Of c, of 100 members, the band 50-55 % is: 50 to 54.
        Hidden told = new Hidden("x v1", "group", "c", "yes");
        assertEquals(Optional.of(Count.between(50, 54)), audit.interval(told, Attacker.LINKER));
    }

    @Test
    void tableHasARowForEachHiddenNumberAndTheTextHasNone() {
        ReleaseAudit audit = audit(ReleasePolicy.standard().level(Level.EXACT), TALLY);
        assertEquals(audit.hidden().size(), audit.toTable().rows().size());
        assertEquals(6, audit.hidden().size());
        assertEquals("6 hidden numbers", audit.toString());
        assertFalse(audit.toTable().toString().contains("falls_with"));
        assertThrows(IllegalArgumentException.class, () -> audit.interval(size("c"), Attacker.LINKER));
    }
}
