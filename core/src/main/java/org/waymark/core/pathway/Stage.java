package org.waymark.core.pathway;

/** The stages of a career pathway, in order. */
public enum Stage {
    /** Knows that the careers exist. */
    AWARENESS,
    /** Explores them. */
    EXPLORATION,
    /** Prepares for them. */
    PREPARATION,
    /** Begins one while learning. */
    LAUNCH,
    /** Works in one. */
    EMPLOYMENT
}
