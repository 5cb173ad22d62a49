package org.waymark.io.sql.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection, used by one thread at a time. What is asked is asked in transactions that cannot write and see one state of
 * the database; what is written is written whole or not at all. What the database refuses becomes an {@link
 * UncheckedIOException}; the database's own words are kept out of it, since they may hold values.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Engine engine;
    private boolean inTransaction;

    /** Over a connection to such an engine, which is closed with it. */
    public Session(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /** The engine behind the connection. */
    public Engine engine() {
        return engine;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** Does something with the connection, alone. */
    public synchronized <T> T with(Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException refused) {
            throw failure(refused);
        }
    }

    /** Asks in one transaction, in which the engine refuses whatever would write. */
    public <T> T reading(Supplier<T> work) {
        return inTransaction(true, work);
    }

    /** Writes in one transaction: all of it, or, if something is thrown, nothing. */
    public void writing(Runnable work) {
        inTransaction(false, () -> {
            work.run();
            return true;
        });
    }

    private synchronized <T> T inTransaction(boolean readOnly, Supplier<T> work) {
        if (inTransaction) {
            return work.get();
        }
        with(c -> {
            engine.begin(c, readOnly);
            return true;
        });
        inTransaction = true;
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            inTransaction = false;
            boolean keep = done;
            with(c -> {
                engine.end(c, keep);
                return true;
            });
        }
    }

    /** Executes a statement that gives nothing. */
    public void execute(String sql) {
        with(c -> {
            try (java.sql.Statement statement = c.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The rows that a statement gives. */
    public List<Object[]> rows(Statement statement) {
        List<Object[]> rows = new ArrayList<>();
        forEach(statement, 0, row -> {
            rows.add(row);
            return true;
        });
        return rows;
    }

    /** The one value that a statement without parameters gives. */
    public @Nullable Object value(String sql) {
        return rows(new Statement(sql, List.of())).get(0)[0];
    }

    /** Gives each row of a statement to somebody, so many fetched at a time, as long as it is answered by true. */
    public void forEach(Statement statement, int fetched, Function<Object[], Boolean> each) {
        with(c -> {
            try (PreparedStatement prepared = c.prepareStatement(statement.text())) {
                for (int p = 0; p < statement.parameters().size(); p++) {
                    prepared.setObject(p + 1, statement.parameters().get(p));
                }
                prepared.setFetchSize(fetched);
                try (ResultSet result = prepared.executeQuery()) {
                    int columns = result.getMetaData().getColumnCount();
                    boolean more = true;
                    while (more && result.next()) {
                        Object[] row = new Object[columns];
                        for (int i = 0; i < columns; i++) {
                            row[i] = result.getObject(i + 1);
                        }
                        more = each.apply(row);
                    }
                    return more;
                }
            }
        });
    }

    /** The columns of what stands in a FROM clause, and what they hold. */
    public Map<String, Holds> columns(String from) {
        return reading(() -> with(c -> {
            Map<String, Holds> columns = new LinkedHashMap<>();
            try (PreparedStatement prepared = c.prepareStatement("SELECT * FROM " + from + " LIMIT 0");
                    ResultSet result = prepared.executeQuery()) {
                ResultSetMetaData about = result.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.put(about.getColumnName(i), engine.holds(about.getColumnTypeName(i)));
                }
            }
            return columns;
        }));
    }

    private UncheckedIOException failure(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : " (SQL state " + refused.getSQLState() + ")";
        return new UncheckedIOException(
                new IOException(engine.title() + ": the database refused it" + state + kind(refused)));
    }

    /** The kind of error that DuckDB begins its messages with, such as {@code Out of Memory Error}. */
    private static String kind(SQLException refused) {
        String message = refused.getMessage() == null ? "" : refused.getMessage();
        int end = message.indexOf(" Error");
        return end > 0 && end < 40 && message.substring(0, end).matches("[A-Za-z ]+")
                ? ": " + message.substring(0, end) + " Error"
                : "";
    }

    @Override
    public void close() {
        with(c -> {
            c.close();
            return true;
        });
    }
}
