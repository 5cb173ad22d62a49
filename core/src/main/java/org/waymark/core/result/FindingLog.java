package org.waymark.core.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings while something is read, in the order in which they come.
 *
 * <p>A file with a wrong column has as many findings as rows. Of one reason in one column the first
 * {@value #LISTED} are listed one by one; those after them are counted in one last finding, so that nothing is lost and
 * memory stays bounded. Not safe for use by several threads.
 */
public final class FindingLog {
    /** How many findings of one reason in one column are listed one by one. */
    public static final int LISTED = 1_000;

    private record Kind(Reason reason, Severity severity, String source, String column) {}

    private static final class Tail {
        private final Finding first;
        private long count;

        private Tail(Finding first) {
            this.first = first;
        }
    }

    private final List<Finding> listed = new ArrayList<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();
    private final Map<Kind, Tail> tails = new LinkedHashMap<>();

    /** An empty log. */
    public FindingLog() {}

    /** Adds one finding. */
    public void add(Finding finding) {
        Kind kind = new Kind(finding.reason(), finding.severity(), finding.source(), finding.column());
        if (counts.merge(kind, 1, Integer::sum) <= LISTED) {
            listed.add(finding);
        } else {
            tails.computeIfAbsent(kind, k -> new Tail(finding)).count += 1 + finding.repeats();
            counts.put(kind, LISTED + 1);
        }
    }

    /** Adds all of them. */
    public void addAll(Iterable<Finding> findings) {
        findings.forEach(this::add);
    }

    /** The findings so far, in the order in which they came, then the counts of those not listed. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(listed);
        for (Tail tail : tails.values()) {
            all.add(tail.first.withRepeats(tail.count - 1));
        }
        return List.copyOf(all);
    }
}
