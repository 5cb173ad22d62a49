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

/**
 * A connection, used by one thread at a time. What the database refuses becomes an {@link UncheckedIOException}; the
 * database's own words are kept out of it where they may hold values.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final String name;

    /** Over a connection that is closed with it; the name says in messages which database it is. */
    public Session(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
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
    public Map<String, Holds> columns(String from, Function<String, Holds> holds) {
        return with(c -> {
            Map<String, Holds> columns = new LinkedHashMap<>();
            try (PreparedStatement prepared = c.prepareStatement("SELECT * FROM " + from + " LIMIT 0");
                    ResultSet result = prepared.executeQuery()) {
                ResultSetMetaData about = result.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.put(about.getColumnName(i), holds.apply(about.getColumnTypeName(i)));
                }
            }
            return columns;
        });
    }

    private UncheckedIOException failure(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : " (SQL state " + refused.getSQLState() + ")";
        return new UncheckedIOException(new IOException(name + ": the database refused it" + state + kind(refused)));
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
