package org.waymark.io.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.io.sql.internal.PostgresEngine;
import org.waymark.io.sql.internal.Session;

/**
 * A schema of a PostgreSQL database.
 *
 * <pre>{@code
 * try (Postgres db = Postgres.open(dataSource, "public")) {
 *     Tally state = db.tally(question);
 * }
 * }</pre>
 */
public final class Postgres extends Database {
    private Postgres(Session session) {
        super(session);
    }

    /**
     * Opens a schema, with one connection that is given back by {@link #close()}. Tables that are named after a unit are
     * found; views are tables. A role that may only read is enough to ask.
     *
     * @throws UncheckedIOException if the database cannot be reached, or has no such schema
     */
    public static Postgres open(DataSource source, String schema) {
        Postgres db = new Postgres(session(source, schema));
        db.store().findTables();
        return db;
    }

    /** A session in a schema that is there. */
    static Session session(DataSource source, String schema) {
        try {
            Connection connection = source.getConnection();
            Session session = new Session(connection, new PostgresEngine());
            session.execute("SET search_path TO " + session.engine().dialect().quoted(schema));
            if (session.value("SELECT current_schema()") == null) {
                session.close();
                throw new UncheckedIOException(new IOException("PostgreSQL: there is no schema " + schema));
            }
            return session;
        } catch (SQLException refused) {
            throw new UncheckedIOException(new IOException("PostgreSQL: the database could not be reached"));
        }
    }

    @Override
    public Postgres events(String column, EventKind kind) {
        super.events(column, kind);
        return this;
    }

    @Override
    public Postgres eventLabel(String column, Dimension dimension, String dayColumn) {
        super.eventLabel(column, dimension, dayColumn);
        return this;
    }

    @Override
    public Postgres uniqueIds() {
        super.uniqueIds();
        return this;
    }

    @Override
    public Postgres table(Unit unit, String from) {
        super.table(unit, from);
        return this;
    }

    /** Gives the connection back, as it came. */
    @Override
    public void close() {
        session().execute("RESET search_path");
        super.close();
    }
}
