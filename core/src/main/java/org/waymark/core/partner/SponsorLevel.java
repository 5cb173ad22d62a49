package org.waymark.core.partner;

/** Levels of sponsors of an event. */
public enum SponsorLevel {
    /** Community sponsor. */
    COMMUNITY,
    /** Partner sponsor. */
    PARTNER,
    /** Premier sponsor. */
    PREMIER
}
