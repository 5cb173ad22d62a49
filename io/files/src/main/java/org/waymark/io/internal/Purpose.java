package org.waymark.io.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.waymark.core.publication.AuditEvent;
import org.waymark.core.publication.AuditSink;

/**
 * What something that is not for publication is written for, and who is told of it.
 *
 * @param words in a few words
 * @param sink who is told
 */
public record Purpose(String words, AuditSink sink) {
    /** Refuses a blank purpose. */
    public Purpose {
        if (words.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what the file is for");
        }
    }

    /** A purpose of which those are told who always are. */
    public static Purpose of(String words) {
        return new Purpose(words, AuditSink.standard());
    }

    /** The same, telling somebody. */
    public Purpose telling(AuditSink other) {
        return new Purpose(words, other);
    }

    /** Tells that a file of some form is about to be written. */
    public void tell(String form, Path path) {
        sink.tell(AuditEvent.of(form + " " + path.getFileName(), words, Clock.systemUTC()));
    }
}
