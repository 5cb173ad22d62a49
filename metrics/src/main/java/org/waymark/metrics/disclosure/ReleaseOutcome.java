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
     * @param reasons why, and what to merge or leave out
     */
    record Refused(List<String> reasons) implements ReleaseOutcome {
        /** Copies the reasons. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
