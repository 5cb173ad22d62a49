package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Rows for DuckDB, by its appender. */
public final class DuckDbOutgoing implements Outgoing {
    /** The way in. */
    public DuckDbOutgoing() {}

    @Override
    public String type(Holds holds) {
        return switch (holds) {
            case TEXTS -> "VARCHAR[]";
            case DAY -> "DATE";
            case NUMBER -> "DECIMAL(22, 4)";
            case REAL -> "DOUBLE";
            default -> "VARCHAR";
        };
    }

    @Override
    public void insert(Connection connection, String table, List<OutgoingColumn> columns, int rows)
            throws SQLException {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (OutgoingColumn column : columns) {
                    append(appender, column.value().apply(row));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @org.jspecify.annotations.Nullable Object value)
            throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof BigDecimal number) {
            appender.append(number.setScale(4));
        } else if (value instanceof LocalDate day) {
            appender.append(day);
        } else if (value instanceof Collection<?> texts) {
            appender.append(texts);
        } else if (value instanceof Double real) {
            appender.append(real);
        } else {
            appender.append((String) value);
        }
    }
}
