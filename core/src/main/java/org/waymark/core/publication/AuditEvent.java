package org.waymark.core.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody wrote something that is not for publication. It holds no number and no text of what was written.
 *
 * @param who who wrote it: the user of the system, unless the {@link AuditSink} knows better
 * @param what the form and the file's name
 * @param when the moment
 * @param purpose what it is for, as it was given
 */
public record AuditEvent(String who, String what, Instant when, String purpose) {
    /** Refuses null. */
    public AuditEvent {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(purpose, "purpose");
    }

    /** An event of the user of this system. */
    public static AuditEvent of(String what, String purpose, Clock clock) {
        return new AuditEvent(System.getProperty("user.name", "unknown"), what, clock.instant(), purpose);
    }

    /** The same of somebody else: a portal knows who is signed in. */
    public AuditEvent by(String other) {
        return new AuditEvent(other, what, when, purpose);
    }
}
