package org.waymark.metrics.gap;

/** Whether a group is behind its reference by more than a margin. There are three answers. */
public enum Verdict {
    /** It is: the whole interval lies beyond the margin. */
    BEHIND,
    /** It is not: the whole interval lies on this side of the margin. */
    NOT_BEHIND,
    /** The counts do not say: the interval holds the margin, or unknown outcomes could change the answer. */
    CANNOT_TELL
}
