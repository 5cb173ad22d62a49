package org.waymark.core.student;

/** Gender as Washington reports it. */
public enum Gender {
    /** Female. */
    F,
    /** Male. */
    M,
    /** Gender X. */
    X
}
