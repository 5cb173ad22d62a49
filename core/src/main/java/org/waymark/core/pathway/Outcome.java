package org.waymark.core.pathway;

/** How a participation stands. */
public enum Outcome {
    /** Enrolled, not yet begun. */
    ENROLLED,
    /** Begun and going on. */
    IN_PROGRESS,
    /** Completed. */
    COMPLETED,
    /** Left before the end. */
    WITHDREW
}
