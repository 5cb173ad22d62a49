package org.waymark.metrics.gap;

/** In what a gap is told. */
public enum Scale {
    /** The rate minus that of the reference, in [-1, 1]; printed in percentage points, never in percent. */
    POINTS,
    /** The rate divided by that of the reference; 1 is no gap. */
    RATIO
}
