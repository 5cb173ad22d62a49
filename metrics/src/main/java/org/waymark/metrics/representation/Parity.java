package org.waymark.metrics.representation;

/** Whether a group is represented as its region has it. There are three answers. */
public enum Parity {
    /** More than its share of the region: the whole interval lies above. */
    ABOVE,
    /** Less than its share of the region: the whole interval lies below. */
    BELOW,
    /** The interval holds the share of the region. */
    CANNOT_TELL
}
