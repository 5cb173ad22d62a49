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

    /**
     * Who is told unless a writer is told somebody else: every sink that the program provides as a service of this type
     * ({@link java.util.ServiceLoader}), and the system's log {@code org.waymark.audit} at level debug. So a portal can have all
     * its files of students' records and small counts told of, wherever they are written.
     */
    static AuditSink standard() {
        return ProvidedSinks.ALL;
    }

    /** Nobody is told. */
    static AuditSink nobody() {
        return event -> {};
    }
}
