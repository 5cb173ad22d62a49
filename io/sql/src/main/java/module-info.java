/** Questions answered inside databases, and populations, tallies and tables there and back. */
module org.waymark.io.sql {
    requires transitive org.waymark.core;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires duckdb.jdbc;

    exports org.waymark.io.sql;
}
