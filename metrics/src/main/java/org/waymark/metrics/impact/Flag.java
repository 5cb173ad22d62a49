package org.waymark.metrics.impact;

/** What a method says of a group. It is no verdict. */
public enum Flag {
    /** The method calls it disproportionate impact. */
    FLAGGED,
    /** The method does not. */
    NOT_FLAGGED,
    /** The group has too few members for the method. */
    INSUFFICIENT,
    /** There is nothing to compute it from: nobody, no reference, or masked counts. That is not "no impact". */
    UNDEFINED
}
