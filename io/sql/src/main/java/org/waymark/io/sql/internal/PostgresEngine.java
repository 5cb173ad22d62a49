package org.waymark.io.sql.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** PostgreSQL: types, transactions, and rows in batches. */
public final class PostgresEngine implements Engine {
    /**
     * For this transaction: rows are grouped by hashing. The server takes joint cells to be as many as the products of their
     * labels, and would sort all rows by them, which takes three times as long.
     */
    private static final String GROUPING = "SET LOCAL work_mem = '64MB'; SET LOCAL enable_sort = off";

    private static final int BATCH = 1_000;

    private static final PostgresDialect DIALECT = new PostgresDialect();

    /** The engine. */
    public PostgresEngine() {}

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public PostgresDialect dialect() {
        return DIALECT;
    }

    @Override
    public Holds holds(String type) {
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

    @Override
    public String tableNames() {
        return "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()";
    }

    /** Not by the connection's own mark, which the driver heeds in some of its modes only. */
    @Override
    public void begin(Connection connection, boolean readOnly) throws SQLException {
        connection.setAutoCommit(false);
        if (readOnly) {
            Engine.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            Engine.execute(connection, GROUPING);
        }
    }

    @Override
    public void end(Connection connection, boolean keep) throws SQLException {
        if (keep) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }

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
        String into = DIALECT.quoted(table);
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
