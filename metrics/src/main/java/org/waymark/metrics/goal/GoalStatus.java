package org.waymark.metrics.goal;

/** How a goal stands. */
public enum GoalStatus {
    /** What was observed meets it. */
    MET,
    /** It is due and what was observed does not meet it. */
    MISSED,
    /** It is not due and what was observed does not meet it yet. */
    NOT_YET,
    /** The counts do not say: unknown outcomes, or counts that are kept back, could change the answer. */
    CANNOT_TELL,
    /** There is nothing to compare: nobody can be counted, or the baseline is 0. */
    UNKNOWN
}
