package org.waymark.core.publication;

/**
 * Who is told when something is written that is not for publication. It is told before the file appears: where it throws,
 * nothing is written.
 */
@FunctionalInterface
public interface AuditSink {
    /** Takes one event. */
    void tell(AuditEvent event);

    /** The same, naming somebody else than the user of the system. */
    default AuditSink as(String who) {
        return event -> tell(event.by(who));
    }

    /** Nobody is told. */
    static AuditSink nobody() {
        return event -> {};
    }
}
