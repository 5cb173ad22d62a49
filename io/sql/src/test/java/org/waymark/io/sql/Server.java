package org.waymark.io.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;

/**
 * A real PostgreSQL server, started once for all tests of this module. Where it cannot be started (it refuses to run as the
 * administrator unless the system lets it change the user) tests that need it are skipped, and say so.
 */
final class Server {
    private static final Server ONE = new Server();

    private final EmbeddedPostgres server;
    private final String why;
    private int schemas;

    private Server() {
        EmbeddedPostgres started = null;
        String failed = "";
        try {
            started = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("jit", "off")
                    .start();
        } catch (IOException | IllegalStateException refused) {
            failed = String.valueOf(refused.getMessage());
        }
        this.server = started;
        this.why = failed;
    }

    /** The server; skips the test where there is none. */
    static DataSource source() {
        if (ONE.server == null) {
            throw new TestAbortedException("PostgreSQL cannot be started here: " + ONE.why);
        }
        return ONE.server.getPostgresDatabase();
    }

    /** Opens a new schema. */
    static Postgres schema() {
        DataSource source = source();
        String name = "s" + ++ONE.schemas;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return Postgres.open(source, name);
    }
}
