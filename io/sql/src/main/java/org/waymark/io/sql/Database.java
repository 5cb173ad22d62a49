package org.waymark.io.sql;

import java.time.LocalDate;
import java.util.List;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.Session;
import org.waymark.io.sql.internal.Store;

/**
 * Tables that hold the members of units under the names of their field lists, asked where they are: the database counts,
 * and the tally is the one that a {@link Population} of the same rows would give.
 *
 * <p>A table bears the name of its unit ({@code students}, {@code credential_awards}), its columns those of the entity's
 * field list. Columns that the model does not have can be asked as well: texts as dimensions, days as milestones, numbers
 * as quantities. An empty place means what it means in every source: not reported, or none, as the field list says; a
 * column with the ending {@code _unknown} beside it can tell another reason. Several labels of one member are a list, or
 * a text with semicolons between them.
 */
public abstract sealed class Database implements AutoCloseable permits DuckDb, Postgres {
    private final Session session;
    private final Store store;

    /** Over what a session sees. */
    Database(Session session) {
        this.session = session;
        this.store = new Store(session);
    }

    Session session() {
        return session;
    }

    Store store() {
        return store;
    }

    /**
     * Names a table: what a FROM clause may hold, such as {@code warehouse.pupils} or a query in brackets. It is part of the
     * program's text, so it must not be made of what others gave.
     */
    public Database table(Unit unit, String from) {
        store.table(unit, from);
        return this;
    }

    /**
     * Tells that a column of a table told before, such as a flat file's, holds the days on which events of a kind began, one
     * in each row at most: they belong to whom the row is of, and where the column is empty there is none.
     *
     * @throws IllegalArgumentException if there is no such column, or a table of these events already
     */
    public Database events(String column, EventKind kind) {
        store.events(column, kind);
        return this;
    }

    /**
     * Tells that a column holds labels of the events whose days stand in another.
     *
     * @throws IllegalArgumentException if there is no such column, or the other is not one of {@link #events}
     */
    public Database eventLabel(String column, Dimension dimension, String dayColumn) {
        store.eventLabel(column, dimension, dayColumn);
        return this;
    }

    /**
     * Has every question hold the ids of the rows that it counts against each other: if one is there twice, nothing is
     * counted, since nobody could say which of the rows to count. It takes the database about as long as the counting.
     */
    public Database uniqueIds() {
        store.uniqueIds();
        return this;
    }

    /**
     * Answers a question by one statement, in a transaction that can only read. Rows are left out, and values unknown, as
     * {@link #population(LocalDate)} has it; {@link #check()} tells which. An id that several rows have stops it where rows
     * are looked up by it, and everywhere if {@link #uniqueIds()} was asked for; else each of the rows is counted.
     *
     * @throws IllegalArgumentException if the question names what the tables do not have
     * @throws UncleanSourceException if an id is there several times that must not be
     * @throws org.waymark.core.population.TooManyLabelsException if an axis has more than 131,072 categories
     * @throws java.io.UncheckedIOException if the database refuses
     */
    public final Tally tally(Question question) {
        return store.tally(question);
    }

    /**
     * What is wrong with the tables, counted where they lie: for each kind of fault in each column one finding that stands
     * for all places; which they are, {@link #population(LocalDate)} tells. That the database refuses is a finding, too.
     */
    public final List<Finding> check() {
        return store.check();
    }

    /** The text of the statement that answers a question, for those who want to know; each {@code ?} is a parameter. */
    public final String statement(Question question) {
        return store.statement(question);
    }

    /**
     * Writes what is not for publication: students' records, and tables and tallies that may hold small counts.
     *
     * @param purpose what it is for, in a few words
     */
    public final ForAnalysts forAnalysts(String purpose) {
        return new ForAnalysts(store, purpose, AuditSink.standard());
    }

    /**
     * Reads the population that was written here: an equal one.
     *
     * @throws IllegalStateException if none was
     */
    public final Loaded<Population> population() {
        return store.population();
    }

    /**
     * Reads the tables as a population of the given day; what is wrong is told, and the rest loads. If the database refuses,
     * that is told, and the population is empty.
     */
    public final Loaded<Population> population(LocalDate asOf) {
        return store.population(asOf);
    }

    /** Reads a table of results that was written here: an equal one. */
    public final Table table(String name) {
        return store.table(name);
    }

    /**
     * Reads a tally that was written here: an equal one.
     *
     * @throws IllegalArgumentException if it answers another question
     */
    public final Tally tally(String name, Question question) {
        return store.tally(name, question);
    }

    /** The units of which there are tables. */
    public final List<Unit> units() {
        return store.units();
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        session.close();
    }
}
