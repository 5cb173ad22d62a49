package org.waymark.io.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Rows for PostgreSQL, in batches. */
public final class PostgresOutgoing implements Outgoing {
    private static final int BATCH = 1_000;

    /** The way in. */
    public PostgresOutgoing() {}

    @Override
    public String type(Holds holds) {
        return switch (holds) {
            case TEXTS -> "TEXT[]";
            case DAY -> "DATE";
            case NUMBER -> "NUMERIC(22, 4)";
            case REAL -> "DOUBLE PRECISION";
            default -> "TEXT";
        };
    }

    @Override
    public void insert(Connection connection, String table, List<OutgoingColumn> columns, int rows)
            throws SQLException {
        String places = "?" + ", ?".repeat(columns.size() - 1);
        String into = new PostgresDialect().quoted(table);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + into + " VALUES (" + places + ")")) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < columns.size(); i++) {
                    Object value = columns.get(i).value().apply(row);
                    insert.setObject(
                            i + 1,
                            value instanceof Collection<?> texts
                                    ? connection.createArrayOf("text", texts.toArray())
                                    : value);
                }
                insert.addBatch();
                if (row % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
