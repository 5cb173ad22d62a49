package org.waymark.metrics.disclosure;

import java.util.List;

/** What comes of asking for a release. */
public sealed interface ReleaseOutcome {
    /**
     * It may be published.
     *
     * @param release the protected counts
     */
    record Cleared(Release release) implements ReleaseOutcome {}

    /**
     * It may not.
     *
     * @param reasons why, by group and never by number
     * @param merges what would help, each tried
     */
    record Refused(List<String> reasons, List<String> merges) implements ReleaseOutcome {
        /** Copies the reasons. */
        public Refused {
            reasons = List.copyOf(reasons);
            merges = List.copyOf(merges);
        }
    }
}
