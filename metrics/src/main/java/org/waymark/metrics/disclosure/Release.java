package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.publication.door.Door;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Counts made fit for everyone: small cells are hidden first, then measures are run on what is left, so that no gap, ratio
 * or verdict gives away what is hidden.
 *
 * <p><b>What this version promises, and what not:</b> a group of fewer members than the policy's minimum is hidden, and
 * wherever one group along an axis is hidden the next smallest is hidden with it, so that it cannot be found by
 * subtraction from the total. It does not yet look across axes, years or earlier publications, and it proves nothing: do
 * not rely on it where a child must not be found by somebody who combines tables.
 */
public final class Release {
    private final ReleasePolicy policy;
    private final Ledger ledger;
    private final List<Tally> tallies;

    private Release(ReleasePolicy policy, Ledger ledger, List<Tally> tallies) {
        this.policy = policy;
        this.ledger = ledger;
        this.tallies = List.copyOf(tallies);
    }

    /** Protects the counts, or says why they may not be published. */
    public static ReleaseOutcome of(ReleasePolicy policy, Ledger ledger, List<Tally> tallies) {
        List<String> reasons = new ArrayList<>();
        List<Tally> protectedTallies = new ArrayList<>();
        for (Tally tally : tallies) {
            long size = tally.log().size();
            if (size < policy.minimumSize()) {
                reasons.add(tally.question().of().name() + " has fewer than " + policy.minimumSize()
                        + " members: merge it with other years or places");
            }
            protectedTallies.add(new SmallCells(policy).hide(tally));
        }
        return reasons.isEmpty()
                ? new ReleaseOutcome.Cleared(new Release(policy, ledger, protectedTallies))
                : new ReleaseOutcome.Refused(reasons);
    }

    /** Runs a measure on the first of the protected tallies and issues its table. */
    public PublicTable table(Measure<Tally, ? extends Tabular> measure) {
        return table(measure, 0);
    }

    /** Runs a measure on one of the protected tallies and issues its table. */
    public PublicTable table(Measure<Tally, ? extends Tabular> measure, int tally) {
        Table table = marked(measure.over(tallies.get(tally)).toTable());
        String digest = PublicTable.digest(table);
        List<Ledger.Entry> entries = ledger.entries();
        Ledger.Entry entry =
                new Ledger.Entry(digest.substring(0, 12), digest, policy.name(), Statement.Status.PUBLISHED);
        if (!ledger.append(entry, entries.size())) {
            throw new IllegalStateException("ledger: somebody else has published meanwhile; make the release anew");
        }
        return Door.issue(
                table,
                new Statement(
                        policy.name(),
                        "small groups hidden, with the next smallest; nothing proved",
                        policy.minimumSize(),
                        entry.id(),
                        digest,
                        Statement.Status.PUBLISHED));
    }

    /** One mark for everything hidden. */
    private Table marked(Table table) {
        Datum hidden = Datum.missing(Undefined.MASKED.toString());
        Datum mark = Datum.missing(policy.mark());
        List<List<Datum>> rows = table.rows().stream()
                .map(row -> row.stream()
                        .map(datum -> datum.equals(hidden) ? mark : datum)
                        .toList())
                .toList();
        return new Table(table.title(), table.columns(), rows, table.notes());
    }
}
