package org.waymark.metrics.goal;

/**
 * How a goal stands: by what was observed, by the path to it, or by what is to be expected. The first three groups speak of
 * what is known; the last of the future, and is the headline there.
 */
public enum GoalStatus {
    /** What was observed meets it. */
    MET,
    /** It is due and what was observed does not meet it. */
    MISSED,
    /** It is not due and what was observed does not meet it yet. */
    NOT_YET,

    /** It is not due, and the latest figure is on the straight path from the baseline to the target, or beyond it. */
    ON_TRACK,
    /** It is not due; the figure moves towards the target, but more slowly than the straight path. */
    BEHIND,
    /** It is not due, and the figure has not moved towards the target since the baseline. */
    OFF_TRACK,

    /** The counts do not say: unknown outcomes, or counts that are kept back, could change the answer. */
    CANNOT_TELL,
    /** There is nothing to compare: nobody can be counted, or the baseline is 0. */
    UNKNOWN,

    /** If the trend continues, the whole prediction interval of the due year meets it. */
    LIKELY_MET,
    /** The prediction interval of the due year holds the target, or there are too few years for one. */
    UNCERTAIN,
    /** If the trend continues, the whole prediction interval of the due year misses it. */
    LIKELY_MISSED
}
