package org.waymark.core.partner;

/** What people of partners do with students. */
public enum EngagementKind {
    /** A career or job fair. */
    CAREER_FAIR,
    /** A guest from industry speaks. */
    GUEST_SPEAKER,
    /** A day beside somebody at work. */
    JOB_SHADOW,
    /** A visit to a place of work. */
    WORKSITE_TOUR,
    /** A partner brings a real problem to class, checks in and reviews the work. */
    FLIPPED_INTERNSHIP,
    /** An internship. */
    INTERNSHIP,
    /** Mentoring. */
    MENTORSHIP,
    /** An apprenticeship. */
    APPRENTICESHIP,
    /** Designing teaching together. */
    CURRICULUM_DESIGN,
    /** Work on an authentic problem. */
    PROBLEM_BASED_LEARNING,
    /** Something else. */
    OTHER;

    /**
     * Whether it is extended and deepens learning where nothing else is said: flipped internships, internships, mentoring,
     * apprenticeships and designing teaching together. An engagement may say otherwise of itself.
     */
    public boolean isRigorous() {
        return switch (this) {
            case FLIPPED_INTERNSHIP, INTERNSHIP, MENTORSHIP, APPRENTICESHIP, CURRICULUM_DESIGN -> true;
            default -> false;
        };
    }
}
