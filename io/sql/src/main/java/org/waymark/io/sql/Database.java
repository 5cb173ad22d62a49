package org.waymark.io.sql;

import java.time.LocalDate;
import java.util.List;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;

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
public sealed interface Database extends AutoCloseable permits DuckDb, Postgres {
    /**
     * Answers a question by one statement, which only reads.
     *
     * @throws IllegalArgumentException if the question names what the tables do not have
     * @throws java.io.UncheckedIOException if the database refuses
     */
    Tally tally(Question question);

    /** The text of the statement that answers a question, for those who want to know; each {@code ?} is a parameter. */
    String statement(Question question);

    /**
     * Writes a population, one table per roster, and one that keeps the as-of day. Tables that are there are not replaced.
     *
     * @throws java.io.UncheckedIOException if the database refuses, since a table is there
     */
    void write(Population population);

    /**
     * Reads the population that was written here: an equal one.
     *
     * @throws IllegalStateException if none was
     */
    Loaded<Population> population();

    /** Reads the tables as a population of the given day; what is wrong is told, and the rest loads. */
    Loaded<Population> population(LocalDate asOf);

    /**
     * Writes a table of results under a name that is not there yet, with its title, notes and what its columns mean. It may
     * hold small counts: it is for analysts, not for publication.
     */
    void write(Table table, String name);

    /** Reads a table of results that was written here: an equal one. */
    Table table(String name);

    /**
     * Writes a tally under a name that is not there yet, one row per count, so that others can add theirs without sharing
     * students. It may hold small counts: it is for analysts, not for publication.
     */
    void write(Tally tally, String name);

    /**
     * Reads a tally that was written here: an equal one.
     *
     * @throws IllegalArgumentException if it answers another question
     */
    Tally tally(String name, Question question);

    /** The units of which there are tables. */
    List<Unit> units();

    @Override
    void close();
}
