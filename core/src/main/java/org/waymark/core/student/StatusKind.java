package org.waymark.core.student;

/** What a student can be for a time. */
public enum StatusKind {
    /** Eligible for free or reduced-price meals. */
    LOW_INCOME,
    /** Served in special education. */
    DISABILITY,
    /** With a Section 504 plan. */
    SECTION_504,
    /** English or multilingual learner. */
    MULTILINGUAL,
    /** Migrant. */
    MIGRANT,
    /** Experiencing homelessness. */
    HOMELESS,
    /** In foster care. */
    FOSTER,
    /** Of a military family. */
    MILITARY_FAMILY,
    /** Served as highly capable. */
    HIGHLY_CAPABLE,
    /** Changed schools within the year. */
    MOBILE
}
