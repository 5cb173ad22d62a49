package org.waymark.io.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.Holds;
import org.waymark.io.sql.internal.PostgresDialect;
import org.waymark.io.sql.internal.PostgresOutgoing;
import org.waymark.io.sql.internal.Session;
import org.waymark.io.sql.internal.Store;

/**
 * A schema of a PostgreSQL database.
 *
 * <pre>{@code
 * try (Postgres db = Postgres.open(dataSource, "public")) {
 *     Tally state = db.tally(question);
 * }
 * }</pre>
 */
public final class Postgres implements Database {
    private static final PostgresDialect DIALECT = new PostgresDialect();

    private final Session session;
    private final Store store;

    private Postgres(Session session, Store store) {
        this.session = session;
        this.store = store;
    }

    /**
     * Opens a schema, with one connection that is given back by {@link #close()}. Tables that are named after a unit are
     * found; views are tables.
     *
     * @throws UncheckedIOException if the database cannot be reached
     */
    public static Postgres open(DataSource source, String schema) {
        try {
            Connection connection = source.getConnection();
            Session session = new Session(connection, "PostgreSQL");
            session.execute("SET search_path TO " + DIALECT.quoted(schema));
            Store store = new Store(session, DIALECT, Postgres::holds);
            Postgres db = new Postgres(session, store);
            store.findTables(
                    store.names(
                            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()"));
            return db;
        } catch (SQLException refused) {
            throw new UncheckedIOException(new IOException("PostgreSQL: the database could not be reached"));
        }
    }

    /**
     * Names a table: what a FROM clause may hold, such as {@code warehouse.pupils} or a query in brackets. It is part of the
     * program's text, so it must not be made of what others gave.
     */
    public Postgres table(Unit unit, String from) {
        store.table(unit, from);
        return this;
    }

    @Override
    public Tally tally(Question question) {
        return session.with(connection -> {
            connection.setReadOnly(true);
            try {
                return store.tally(question);
            } finally {
                connection.setReadOnly(false);
            }
        });
    }

    @Override
    public String statement(Question question) {
        return store.statement(question);
    }

    @Override
    public void write(Population population) {
        store.write(population, new PostgresOutgoing());
    }

    @Override
    public Loaded<Population> population() {
        return store.population();
    }

    @Override
    public Loaded<Population> population(LocalDate asOf) {
        return store.population(asOf);
    }

    @Override
    public void write(Table table, String name) {
        store.write(table, name, new PostgresOutgoing());
    }

    @Override
    public Table table(String name) {
        return store.table(name);
    }

    @Override
    public void write(Tally tally, String name) {
        store.write(tally, name, new PostgresOutgoing());
    }

    @Override
    public Tally tally(String name, Question question) {
        return store.tally(name, question);
    }

    @Override
    public List<Unit> units() {
        return store.units();
    }

    @Override
    public void close() {
        session.close();
    }

    private static Holds holds(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "text", "varchar", "bpchar" -> Holds.TEXT;
            case "_text", "_varchar" -> Holds.TEXTS;
            case "date" -> Holds.DAY;
            case "timestamp", "timestamptz" -> Holds.MOMENT;
            case "bool" -> Holds.TRUTH;
            case "int2", "int4", "int8", "numeric" -> Holds.NUMBER;
            case "float4", "float8" -> Holds.REAL;
            default -> Holds.OTHER;
        };
    }
}
