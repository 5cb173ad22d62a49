package org.waymark.core.pathway;

/** The six kinds of dual credit in Washington. */
public enum DualCreditKind {
    /** College courses taken at a college. */
    RUNNING_START,
    /** College in the High School. */
    CHS,
    /** CTE Dual Credit, once called Tech Prep. */
    CTE_DC,
    /** Advanced Placement. */
    AP,
    /** International Baccalaureate. */
    IB,
    /** Cambridge International. */
    CAMBRIDGE
}
