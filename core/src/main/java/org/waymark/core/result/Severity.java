package org.waymark.core.result;

/** How much a {@link Finding} matters to what was loaded. */
public enum Severity {
    /** The row or the value was left out. */
    ERROR,
    /** The value was taken, but is doubtful. */
    WARNING,
    /** Worth knowing: how the source was understood. */
    NOTE
}
