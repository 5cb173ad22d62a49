package org.waymark.core.student;

/** How a student came out of a cohort. Only the last three but one leave the denominator of a graduation rate. */
public enum ExitKind {
    /** Graduated with a regular diploma. */
    GRADUATED,
    /** Still enrolled. */
    CONTINUING,
    /** Left without finishing. */
    DROPPED_OUT,
    /** Completed otherwise, such as with a GED. */
    EQUIVALENCY,
    /** Moved to a school elsewhere; leaves the cohort. */
    TRANSFERRED_OUT,
    /** Left the country; leaves the cohort. */
    EMIGRATED,
    /** Died; leaves the cohort. */
    DECEASED,
    /** Not known. */
    UNKNOWN
}
