package org.waymark.io.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.Statement;
import org.waymark.io.sql.internal.PostgresDialect;

/**
 * A ledger in a table of a PostgreSQL database, for publishers who share no disk: one row per entry, numbered from 0. It
 * grows by compare-and-append: of two publishers who read the same ledger one appends and the other is told to decide again,
 * on whatever machines they are.
 *
 * <pre>{@code
 * Ledger ledger = PostgresLedger.at(dataSource, "publication");
 * ReleaseOutcome outcome = Release.of(policy, ledger, tallies);
 * }</pre>
 *
 * <p>The table {@code waymark_ledger} is made when the first entry is appended, and is refused if a row is missing or
 * cannot be read: who cannot know what has been published must not publish. Nothing here changes or removes a row; let
 * publishers have the rights to SELECT and INSERT only.
 */
public final class PostgresLedger implements Ledger {
    private static final String TABLE = "waymark_ledger";
    private static final String COLUMNS = "number, id, digest, policy, status, instead, about, cells, printed";
    private static final String DIGEST = "[0-9a-f]{64}|";
    private static final String ALREADY_THERE = "23505";
    private static final String NO_TABLE = "42P01";

    private final DataSource source;
    private final String schema;
    private final String table;

    private PostgresLedger(DataSource source, String schema) {
        this.source = source;
        this.schema = schema;
        PostgresDialect dialect = new PostgresDialect();
        this.table = dialect.quoted(schema) + "." + dialect.quoted(TABLE);
    }

    /** The ledger in a schema that is there. A connection is taken for each call and given back. */
    public static PostgresLedger at(DataSource source, String schema) {
        return new PostgresLedger(source, schema);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the database refuses, or a row is missing or is no entry
     */
    @Override
    public List<Entry> entries() {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM " + table + " ORDER BY number");
                ResultSet rows = select.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                if (rows.getInt("number") != entries.size()) {
                    throw broken("row " + entries.size() + " is missing");
                }
                entries.add(entry(rows, entries.size()));
            }
            return entries;
        } catch (SQLException refused) {
            if (NO_TABLE.equals(refused.getSQLState())) {
                return new ArrayList<>();
            }
            throw failure(refused);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if the database refuses; nothing has been appended then
     */
    @Override
    public boolean append(Entry entry, int expected) {
        try (Connection connection = source.getConnection()) {
            make(connection);
            // Two who insert the same number: the second waits for the first, and then finds the number taken.
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " (" + COLUMNS
                    + ") SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE (SELECT COUNT(*) FROM " + table + ") = ?")) {
                int at = 0;
                insert.setInt(++at, expected);
                insert.setString(++at, entry.id());
                insert.setString(++at, entry.digest());
                insert.setString(++at, entry.policy());
                insert.setString(++at, entry.status().name().toLowerCase(Locale.ROOT));
                insert.setString(++at, entry.instead());
                insert.setArray(
                        ++at, connection.createArrayOf("text", entry.about().toArray()));
                insert.setArray(
                        ++at,
                        connection.createArrayOf(
                                "text", entry.facts().stream().map(Fact::cell).toArray()));
                insert.setArray(
                        ++at,
                        connection.createArrayOf(
                                "bigint",
                                entry.facts().stream()
                                        .map(fact -> fact.printed().isPresent()
                                                ? fact.printed().getAsLong()
                                                : null)
                                        .toArray()));
                insert.setInt(++at, expected);
                boolean appended = insert.executeUpdate() == 1;
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                return appended;
            }
        } catch (SQLException refused) {
            if (ALREADY_THERE.equals(refused.getSQLState())) {
                return false;
            }
            throw failure(refused);
        }
    }

    private void make(Connection connection) throws SQLException {
        try (PreparedStatement there = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            there.setString(1, table);
            try (ResultSet answer = there.executeQuery()) {
                if (answer.next() && answer.getBoolean(1)) {
                    return;
                }
            }
        }
        try (java.sql.Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE IF NOT EXISTS " + table + " (number INTEGER PRIMARY KEY CHECK (number >= 0),"
                    + " id TEXT NOT NULL, digest TEXT NOT NULL, policy TEXT NOT NULL, status TEXT NOT NULL,"
                    + " instead TEXT NOT NULL, about TEXT[] NOT NULL, cells TEXT[] NOT NULL, printed BIGINT[] NOT NULL,"
                    + " appended_at TIMESTAMPTZ NOT NULL DEFAULT now(),"
                    + " CHECK (cardinality(cells) = cardinality(printed)))");
        } catch (SQLException refused) {
            // Of two who make it at once one is told that it is there.
            if (!ALREADY_THERE.equals(refused.getSQLState())) {
                throw refused;
            }
        }
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        List<String> cells = texts(row.getArray("cells"));
        Long[] printed = (Long[]) row.getArray("printed").getArray();
        String digest = row.getString("digest");
        List<String> about = texts(row.getArray("about"));
        if (printed.length != cells.size()
                || cells.contains(null)
                || about.contains(null)
                || !digest.matches(DIGEST)
                || Arrays.stream(printed).anyMatch(count -> count != null && count < 0)) {
            throw broken("row " + number + " is no entry");
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < printed.length; i++) {
            facts.add(new Fact(cells.get(i), printed[i] == null ? OptionalLong.empty() : OptionalLong.of(printed[i])));
        }
        try {
            return new Entry(
                    row.getString("id"),
                    digest,
                    row.getString("policy"),
                    Statement.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                    row.getString("instead"),
                    about,
                    facts);
        } catch (IllegalArgumentException wrong) {
            throw broken("row " + number + " is no entry");
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static UncheckedIOException broken(String what) {
        return new UncheckedIOException(new IOException("ledger: " + what));
    }

    private static UncheckedIOException failure(SQLException refused) {
        return broken("PostgreSQL refused it (SQL state " + refused.getSQLState() + ")");
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "ledger in the PostgreSQL schema " + schema;
    }
}
