package org.waymark.metrics.impact;

import org.waymark.metrics.gap.Verdict;

/** Whether a group is impacted by more than a stated margin, decided by the interval of its gap. */
public enum ImpactVerdict {
    /** The whole interval lies beyond the margin. */
    IMPACT,
    /** The whole interval lies on this side of the margin: no gap to the group's disadvantage that is worth telling. */
    NO_MATERIAL_GAP,
    /** The interval holds the margin, or something is missing. */
    CANNOT_TELL;

    static ImpactVerdict of(Verdict verdict) {
        return switch (verdict) {
            case BEHIND -> IMPACT;
            case NOT_BEHIND -> NO_MATERIAL_GAP;
            case CANNOT_TELL -> CANNOT_TELL;
        };
    }
}
