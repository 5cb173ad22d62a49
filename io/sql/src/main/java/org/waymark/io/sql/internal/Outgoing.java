package org.waymark.io.sql.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How an engine takes many rows at once. */
public interface Outgoing {
    /** The type of a column that holds such values. */
    String type(Holds holds);

    /** Puts rows into a table that has just these columns. */
    void insert(Connection connection, String table, List<OutgoingColumn> columns, int rows) throws SQLException;
}
