package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.Ledger;
import org.waymark.io.sql.PostgresLedger;

/** A ledger in a real PostgreSQL server keeps what every ledger keeps. */
class PostgresLedgerContractTest extends LedgerContract {
    private static EmbeddedPostgres server;
    private static String withoutServer = "";
    private static int schemas;

    private String schema = "";

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException | IllegalStateException refused) {
            withoutServer = String.valueOf(refused.getMessage());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void newSchema() throws SQLException {
        Assumptions.assumeTrue(server != null, () -> "PostgreSQL cannot be started here: " + withoutServer);
        schema = "Publication \"" + ++schemas + "\"";
        execute("CREATE SCHEMA " + quoted(schema));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    Ledger open() {
        return PostgresLedger.at(server.getPostgresDatabase(), schema);
    }

    @Test
    void aRowThatIsMissingOrNoEntryStopsEverythingAndBetraysNothing() throws SQLException {
        String table = quoted(schema) + ".waymark_ledger";
        for (String fault : List.of(
                "DELETE FROM " + table + " WHERE number = 0",
                "UPDATE " + table + " SET status = 'thought of' WHERE number = 0",
                "UPDATE " + table + " SET digest = 'race' WHERE number = 0",
                "UPDATE " + table + " SET printed[1] = -7 WHERE number = 0",
                "UPDATE " + table + " SET cells[1] = NULL WHERE number = 0")) {
            execute("DROP TABLE IF EXISTS " + table);
            assertEquals(true, open().append(entry("one"), 0));
            assertEquals(true, open().append(entry("two"), 1));
            execute(fault);
            UncheckedIOException failed = assertThrows(UncheckedIOException.class, () -> open().entries(), fault);
            assertFalse(String.valueOf(failed.getMessage()).contains("race"), failed.getMessage());
        }
    }

    @Test
    void aSchemaThatIsNotThereIsToldWithoutWords() {
        Ledger nowhere = PostgresLedger.at(server.getPostgresDatabase(), "nowhere");
        UncheckedIOException failed = assertThrows(UncheckedIOException.class, () -> nowhere.append(entry("one"), 0));
        assertFalse(String.valueOf(failed.getMessage()).contains("nowhere"), failed.getMessage());
    }
}
