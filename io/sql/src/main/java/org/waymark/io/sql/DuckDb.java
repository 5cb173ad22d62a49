package org.waymark.io.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.io.sql.internal.DuckDbEngine;
import org.waymark.io.sql.internal.FilesInPlace;
import org.waymark.io.sql.internal.Session;

/**
 * DuckDB, which runs inside this process: counts CSV, Parquet and JSON files where they lie, and tables, also when they
 * are larger than memory.
 *
 * <pre>{@code
 * try (DuckDb db = DuckDb.open(path)) {
 *     Tally state = db.tally(question);
 * }
 * }</pre>
 */
public final class DuckDb extends Database {
    private final Path spilled;

    private DuckDb(Session session, Path spilled) {
        super(session);
        this.spilled = spilled;
    }

    /**
     * Opens what there is at a path, to read it:
     *
     * <ul>
     *   <li>a CSV, Parquet or JSON file: the students, one per row;
     *   <li>a folder: one table per file or folder that is named after a unit, such as {@code students.parquet}, or {@code
     *       enrolments} with parts of one kind in it, however deep;
     *   <li>anything else: a database file of DuckDB's own.
     * </ul>
     *
     * <p>Files are read anew by every question.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static DuckDb open(Path path) {
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new IOException(path.getFileName() + ": there is no such file"));
        }
        Map<Unit, String> files = FilesInPlace.at(path);
        DuckDb db = files.isEmpty() && !Files.isDirectory(path) ? connect(path.toString(), true) : connect("", false);
        try {
            files.forEach(db::table);
            db.store().findTables();
            return db;
        } catch (UncheckedIOException | IllegalArgumentException refused) {
            db.close();
            throw refused;
        }
    }

    /**
     * Reads a file or folder as {@link #open} does, whole, as a population of the given day. What cannot be read at all is
     * told by a finding, and the population is empty then.
     */
    public static Loaded<Population> read(Path path, LocalDate asOf) {
        try (DuckDb db = open(path)) {
            return db.population(asOf);
        } catch (UncheckedIOException broken) {
            Finding finding = Finding.error(
                    Reason.BROKEN_SOURCE,
                    String.valueOf(path.getFileName()),
                    0,
                    "",
                    "a whole file that DuckDB can read");
            return new Loaded<>(Population.builder().asOf(asOf).build(), List.of(finding));
        }
    }

    /** An empty database in memory, to write into or to name tables in. */
    public static DuckDb inMemory() {
        return connect("", false);
    }

    /** A database file of DuckDB's own to write into, made where there is none. */
    public static DuckDb create(Path path) {
        DuckDb db = connect(path.toString(), false);
        db.store().findTables();
        return db;
    }

    private static DuckDb connect(String path, boolean readOnly) {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        if (readOnly) {
            settings.setProperty("access_mode", "READ_ONLY");
        }
        try {
            // Students' rows may be spilled there: nobody else may look into it.
            Path spilled = Files.createTempDirectory("waymark-duckdb");
            Session session =
                    new Session(DriverManager.getConnection("jdbc:duckdb:" + path, settings), new DuckDbEngine());
            DuckDb db = new DuckDb(session, spilled);
            db.spillTo(spilled);
            return db;
        } catch (SQLException refused) {
            throw new UncheckedIOException(new IOException("DuckDB: the database could not be opened"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public DuckDb uniqueIds() {
        super.uniqueIds();
        return this;
    }

    @Override
    public DuckDb table(Unit unit, String from) {
        super.table(unit, from);
        return this;
    }

    @Override
    public DuckDb events(String column, EventKind kind) {
        super.events(column, kind);
        return this;
    }

    @Override
    public DuckDb eventLabel(String column, Dimension dimension, String dayColumn) {
        super.eventLabel(column, dimension, dayColumn);
        return this;
    }

    /**
     * Reads a CSV, Parquet or JSON file once, into a table of DuckDB's own, for several units to be told of it: {@code
     * load("flat", path).table(STUDENT, "flat")}. Columns of CSV are texts. What does not fit into memory is spilled.
     *
     * @param name of lower case words joined by underscores, of no table that is there
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no such file, or the name is none
     */
    public DuckDb load(String name, Path file) {
        String from = FilesInPlace.file(file)
                .orElseThrow(() -> new IllegalArgumentException("file: must be CSV, Parquet or JSON"));
        store().load(name, from);
        return this;
    }

    /** Uses no more memory than so many megabytes; what does not fit goes to a temporary folder, which goes in the end. */
    public DuckDb memory(int megabytes) {
        session().execute("SET memory_limit = '" + megabytes + "MB'");
        return this;
    }

    /** Uses so many threads. */
    public DuckDb threads(int threads) {
        session().execute("SET threads = " + threads);
        return this;
    }

    /** Uses another folder, with more room, for what does not fit into memory. */
    public DuckDb spillTo(Path folder) {
        session()
                .execute("SET temp_directory = "
                        + session()
                                .engine()
                                .dialect()
                                .literal(folder.toAbsolutePath().toString()));
        return this;
    }

    @Override
    public void close() {
        super.close();
        try (Stream<Path> left = Files.walk(spilled)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
