package org.waymark.io.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.internal.DuckDbDialect;
import org.waymark.io.sql.internal.DuckDbOutgoing;
import org.waymark.io.sql.internal.Holds;
import org.waymark.io.sql.internal.Session;
import org.waymark.io.sql.internal.Store;

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
public final class DuckDb implements Database {
    private static final DuckDbDialect DIALECT = new DuckDbDialect();

    private final Session session;
    private final Store store;

    private DuckDb(Session session, Store store) {
        this.session = session;
        this.store = store;
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
     * @throws UncheckedIOException if it cannot be read
     */
    public static DuckDb open(Path path) {
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new IOException(path.getFileName() + ": there is no such file"));
        }
        DuckDb db;
        if (Files.isDirectory(path)) {
            db = connect("", false);
            folder(path).forEach(part -> db.table(unit(part), source(part).orElseThrow()));
        } else if (source(path).isPresent()) {
            db = connect("", false);
            db.table(Unit.STUDENT, source(path).get());
        } else {
            db = connect(path.toString(), true);
            db.store.findTables(db.names());
        }
        return db;
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
        db.store.findTables(db.names());
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
            Session session = new Session(DriverManager.getConnection("jdbc:duckdb:" + path, settings), "DuckDB");
            session.execute("SET temp_directory = "
                    + DIALECT.literal(Path.of(System.getProperty("java.io.tmpdir"), "waymark-duckdb")
                            .toString()));
            return new DuckDb(session, new Store(session, DIALECT, DuckDb::holds));
        } catch (SQLException refused) {
            throw new UncheckedIOException(new IOException("DuckDB: the database could not be opened"));
        }
    }

    /**
     * Names a table: what a FROM clause may hold, such as {@code read_parquet('students/*.parquet')} or {@code (SELECT id AS
     * student_id, sex AS gender FROM 'people.csv')}. It is part of the program's text, so it must not be made of what
     * others gave.
     */
    public DuckDb table(Unit unit, String from) {
        store.table(unit, from);
        return this;
    }

    /** Uses no more memory than so many megabytes; what does not fit goes to a temporary folder. */
    public DuckDb memory(int megabytes) {
        session.execute("SET memory_limit = '" + megabytes + "MB'");
        return this;
    }

    /** Uses so many threads. */
    public DuckDb threads(int threads) {
        session.execute("SET threads = " + threads);
        return this;
    }

    @Override
    public Tally tally(Question question) {
        return store.tally(question);
    }

    @Override
    public String statement(Question question) {
        return store.statement(question);
    }

    @Override
    public void write(Population population) {
        store.write(population, new DuckDbOutgoing());
    }

    @Override
    public Loaded<Population> population() {
        return store.population();
    }

    @Override
    public Loaded<Population> population(LocalDate asOf) {
        return store.population(asOf);
    }

    @Override
    public void write(Table table, String name) {
        store.write(table, name, new DuckDbOutgoing());
    }

    @Override
    public Table table(String name) {
        return store.table(name);
    }

    @Override
    public void write(Tally tally, String name) {
        store.write(tally, name, new DuckDbOutgoing());
    }

    @Override
    public Tally tally(String name, Question question) {
        return store.tally(name, question);
    }

    @Override
    public List<Unit> units() {
        return store.units();
    }

    @Override
    public void close() {
        session.close();
    }

    private List<String> names() {
        return store.names("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'");
    }

    /** The parts of a folder that are named after a unit, in order. */
    private static List<Path> folder(Path folder) {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.filter(part -> Store.isUnit(stem(part)) && source(part).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stem(Path part) {
        String name = String.valueOf(part.getFileName());
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    private static Unit unit(Path part) {
        return Unit.of(stem(part));
    }

    /** How a file is read, or a folder of parts of one kind; empty if it is no file that can be read in place. */
    private static Optional<String> source(Path path) {
        if (Files.isDirectory(path)) {
            try (Stream<Path> parts = Files.walk(path)) {
                return parts.filter(Files::isRegularFile)
                        .flatMap(part -> ending(part).stream())
                        .findFirst()
                        .map(ending -> read(ending, path + "/**/*." + ending));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return ending(path).map(ending -> read(ending, path.toString()));
    }

    private static Optional<String> ending(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        List<String> endings = new ArrayList<>();
        for (String kind : List.of("csv", "parquet", "json", "jsonl", "ndjson")) {
            endings.add(kind);
            endings.add(kind + ".gz");
        }
        return endings.stream().filter(ending -> name.endsWith("." + ending)).findFirst();
    }

    private static String read(String ending, String pattern) {
        String files = DIALECT.literal(pattern);
        if (ending.startsWith("csv")) {
            // Every column as text: ids keep their zeros, and each value is read as its field asks.
            return "read_csv(" + files + ", header = true, all_varchar = true, quote = '\"', escape = '\"')";
        } else if (ending.startsWith("parquet")) {
            return "read_parquet(" + files + ", hive_partitioning = true, union_by_name = true)";
        }
        return "read_json_auto(" + files + ")";
    }

    private static Holds holds(String type) {
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
}
