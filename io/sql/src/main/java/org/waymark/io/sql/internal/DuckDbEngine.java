package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB: types, transactions, and rows by its appender. */
public final class DuckDbEngine implements Engine {
    private static final DuckDbDialect DIALECT = new DuckDbDialect();

    /** The engine. */
    public DuckDbEngine() {}

    @Override
    public String title() {
        return "DuckDB";
    }

    @Override
    public DuckDbDialect dialect() {
        return DIALECT;
    }

    @Override
    public Holds holds(String type) {
        String name = type.toUpperCase(Locale.ROOT);
        if (name.equals("VARCHAR")) {
            return Holds.TEXT;
        } else if (name.equals("VARCHAR[]")) {
            return Holds.TEXTS;
        } else if (name.equals("DATE")) {
            return Holds.DAY;
        } else if (name.startsWith("TIMESTAMP")) {
            return Holds.MOMENT;
        } else if (name.equals("BOOLEAN")) {
            return Holds.TRUTH;
        } else if (name.equals("DOUBLE") || name.equals("FLOAT")) {
            return Holds.REAL;
        }
        return name.startsWith("DECIMAL") || name.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?")
                ? Holds.NUMBER
                : Holds.OTHER;
    }

    @Override
    public String tableNames() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'";
    }

    @Override
    public void begin(Connection connection, boolean readOnly) throws SQLException {
        Engine.execute(connection, "BEGIN TRANSACTION" + (readOnly ? " READ ONLY" : ""));
    }

    @Override
    public void end(Connection connection, boolean keep) throws SQLException {
        Engine.execute(connection, keep ? "COMMIT" : "ROLLBACK");
    }

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
