package org.waymark.core.student;

/** The four Cs. */
public enum Skill {
    /** Communication. */
    COMMUNICATION,
    /** Collaboration. */
    COLLABORATION,
    /** Critical thinking. */
    CRITICAL_THINKING,
    /** Creativity. */
    CREATIVITY
}
