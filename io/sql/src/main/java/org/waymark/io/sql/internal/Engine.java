package org.waymark.io.sql.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What differs between the databases besides the texts of statements: types, transactions, and the way in for many rows. */
public interface Engine {
    /** What it is called in messages. */
    String title();

    /** The texts of its statements. */
    Dialect dialect();

    /** What a column of a type holds, by the type's name. */
    Holds holds(String type);

    /** The type of a column that holds such values. */
    String type(Holds holds);

    /** A query for the names of the tables and views that are there. */
    String tableNames();

    /** Begins a transaction; one that only reads refuses whatever would write, and sees one state of the database. */
    void begin(Connection connection, boolean readOnly) throws SQLException;

    /** Ends a transaction: what was written stays, or it is undone. */
    void end(Connection connection, boolean keep) throws SQLException;

    /** Puts rows into a table that has just these columns. */
    void insert(Connection connection, String table, List<OutgoingColumn> columns, int rows) throws SQLException;

    /** Executes one text. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
