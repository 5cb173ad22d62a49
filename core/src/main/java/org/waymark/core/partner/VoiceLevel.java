package org.waymark.core.partner;

/** Where a voice is heard. */
public enum VoiceLevel {
    /** Programming. */
    PROGRAMMING,
    /** Policy. */
    POLICY,
    /** Decision-making. */
    DECISION_MAKING
}
