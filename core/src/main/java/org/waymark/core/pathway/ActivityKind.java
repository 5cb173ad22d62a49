package org.waymark.core.pathway;

/** What is done in career connected learning. */
public enum ActivityKind {
    /** A career or job fair. */
    CAREER_FAIR,
    /** A guest from industry speaks. */
    GUEST_SPEAKER,
    /** A day beside somebody at work. */
    JOB_SHADOW,
    /** A visit to a place of work. */
    WORKSITE_TOUR,
    /** Meeting people of an industry. */
    INDUSTRY_NETWORKING,
    /** A course of career and technical education. */
    CTE_COURSE,
    /** A Core Plus course. */
    CORE_PLUS,
    /** A course at a skills center. */
    SKILLS_CENTER,
    /** An internship. */
    INTERNSHIP,
    /** A recognised pre-apprenticeship. */
    PRE_APPRENTICESHIP,
    /** An industry partner brings a real problem to class and reviews the work. */
    FLIPPED_INTERNSHIP,
    /** A mentor from industry. */
    MENTORSHIP,
    /** Work on an authentic problem. */
    PROBLEM_BASED_LEARNING,
    /** Designing teaching together with industry. */
    CURRICULUM_DESIGN,
    /** A registered apprenticeship. */
    REGISTERED_APPRENTICESHIP,
    /** An apprenticeship that begins in high school. */
    YOUTH_APPRENTICESHIP,
    /** Another endorsed Career Launch program. */
    ENDORSED_PROGRAM
}
