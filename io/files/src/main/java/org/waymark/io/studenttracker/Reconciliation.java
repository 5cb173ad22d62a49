package org.waymark.io.studenttracker;

import java.util.List;
import java.util.Objects;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;

/**
 * The counts of the detail file beside the total of the aggregate report. The report counts students who blocked their
 * record, the detail file does not, so what the report has more lies among those who were not found; how much of it lies in
 * which group nobody knows, but no group can have more of it than it has students who were not found.
 *
 * @param detail everybody, counted from the detail file
 * @param aggregate how many succeeded by the aggregate report
 */
public record Reconciliation(Cell detail, long aggregate) {
    /** Refuses counts that are bounds, and totals below 0. */
    public Reconciliation {
        Objects.requireNonNull(detail, "detail");
        if (!detail.isExact()) {
            throw new IllegalArgumentException("detail: must hold exact counts, was " + detail);
        }
        if (aggregate < 0) {
            throw new IllegalArgumentException("aggregate: must be 0 or more, was " + aggregate);
        }
    }

    /** How many more the report has; below 0 if it has fewer. */
    public long difference() {
        return aggregate - detail.yes().exact();
    }

    /** Whether the report can be right: it has no fewer, and no more than were not found. */
    public boolean isConsistent() {
        return difference() >= 0 && difference() <= detail.unknown().exact();
    }

    /**
     * How many of a group succeeded, between bounds that agree with the report's total.
     *
     * @throws IllegalStateException if the report does not agree with the detail file
     */
    public Count successes(Cell group) {
        if (!isConsistent()) {
            throw new IllegalStateException(
                    "aggregate: must lie in " + detail.yes().exact() + " to "
                            + detail.yes().plus(detail.unknown()).exact() + ", was " + aggregate);
        }
        long yes = group.yes().exact();
        long unknown = group.unknown().exact();
        long elsewhere = detail.unknown().exact() - unknown;
        return Count.between(yes + Math.max(0, difference() - elsewhere), yes + Math.min(unknown, difference()));
    }

    /** The bounds of each group, in their order. */
    public List<Count> successes(List<Cell> groups) {
        return groups.stream().map(this::successes).toList();
    }

    /** Both counts and whether they agree. */
    @Override
    public String toString() {
        return "detail file " + detail.yes() + ", not found " + detail.unknown() + "; aggregate report " + aggregate
                + (isConsistent() ? ": agree, " + difference() + " of those not found succeeded" : ": do not agree");
    }
}
