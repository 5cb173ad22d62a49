package org.waymark.core.publication;

import java.util.ServiceLoader;

/** The system's log, and the sinks that the program provides. */
enum ProvidedSinks implements AuditSink {
    ALL;

    private static final System.Logger LOG = System.getLogger("org.waymark.audit");

    @Override
    public void tell(AuditEvent event) {
        LOG.log(System.Logger.Level.DEBUG, event::toString);
        ServiceLoader.load(AuditSink.class).forEach(sink -> sink.tell(event));
    }

    @Override
    public String toString() {
        return "the sinks that the program provides";
    }
}
