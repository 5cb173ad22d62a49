package org.waymark.core.pathway;

/** The graduation pathway options in Washington from the class of 2020 on. They are no career pathways. */
public enum GraduationOption {
    /** State assessment. */
    STATE_ASSESSMENT,
    /** Dual credit. */
    DUAL_CREDIT,
    /** Advanced Placement, International Baccalaureate or Cambridge. */
    AP_IB_CAMBRIDGE,
    /** SAT or ACT. */
    SAT_ACT,
    /** Bridge to College transition course. */
    TRANSITION_COURSE,
    /** Performance-based. */
    PERFORMANCE_BASED,
    /** One option for English and one for mathematics. */
    COMBINATION,
    /** Armed Services Vocational Aptitude Battery. */
    ASVAB,
    /** Sequence of career and technical education courses. */
    CTE_SEQUENCE
}
