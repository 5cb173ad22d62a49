package org.waymark.core.partner;

/** Kinds of partners. */
public enum PartnerKind {
    /** An employer. */
    EMPLOYER,
    /** An association of an industry. */
    INDUSTRY_ASSOCIATION,
    /** A union. */
    LABOR_UNION,
    /** A sponsor of apprenticeships. */
    APPRENTICESHIP_SPONSOR,
    /** A community organisation. */
    COMMUNITY_ORG,
    /** A foundation or other funder. */
    FOUNDATION,
    /** A school district. */
    K12_DISTRICT,
    /** An educational service district. */
    ESD,
    /** A college or university. */
    COLLEGE,
    /** A workforce board. */
    WORKFORCE_BOARD,
    /** A government. */
    GOVERNMENT,
    /** A tribe. */
    TRIBE,
    /** An organisation of families. */
    FAMILY_ORG
}
