package org.waymark.io.sql;

import java.time.Clock;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditEvent;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.Store;

/** Writes into a database what is not for publication; somebody is told before anything is written. */
public final class ForAnalysts {
    private final Store store;
    private final String purpose;
    private final AuditSink sink;

    ForAnalysts(Store store, String purpose, AuditSink sink) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what it is for");
        }
        this.store = store;
        this.purpose = purpose;
        this.sink = sink;
    }

    /** The same, telling somebody else than {@link AuditSink#standard}. */
    public ForAnalysts telling(AuditSink other) {
        return new ForAnalysts(store, purpose, other);
    }

    /**
     * Writes a population, one table per roster, and one that keeps the as-of day. Tables that are there are not replaced.
     *
     * @throws java.io.UncheckedIOException if the database refuses, since a table is there
     */
    public void write(Population population) {
        tell("population");
        store.write(population);
    }

    /** Writes a table of results under a name that is not there yet, with its title, notes and what its columns mean. */
    public void write(Table table, String name) {
        tell("table " + name);
        store.write(table, name);
    }

    /**
     * Writes a tally under a name that is not there yet, one row per count, so that others can add theirs without sharing
     * students.
     */
    public void write(Tally tally, String name) {
        tell("tally " + name);
        store.write(tally, name);
    }

    private void tell(String what) {
        sink.tell(AuditEvent.of("database " + what, purpose, Clock.systemUTC()));
    }

    /** What it is for. */
    @Override
    public String toString() {
        return "for analysts: " + purpose;
    }
}
