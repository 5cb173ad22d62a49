package org.waymark.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.waymark.io.sql.Postgres;

/**
 * The same job inside a PostgreSQL server as it comes, started for this, into which the flat file is copied once: days as
 * days, the rest as text. Prints how many milliseconds the copying took, then each run.
 *
 * <pre>{@code PostgresJob FILE OUT [WAYS [RUNS]]}</pre>
 */
public final class PostgresJob {
    private PostgresJob() {}

    /** Takes the file, the report, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path out = Path.of(arguments[1]);
        int ways = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            DataSource source = server.getPostgresDatabase();
            long start = System.nanoTime();
            copy(Path.of(arguments[0]), source);
            System.out.println("COPY_MS " + (System.nanoTime() - start) / 1_000_000.0);
            Timed.print(runs, () -> {
                try (Postgres db = Postgres.open(source, "public")) {
                    Report.write(StudentJob.events(db).tally(StudentJob.question(ways)), ways, out);
                }
            });
        }
    }

    private static void copy(Path file, DataSource source) throws IOException, SQLException {
        String header;
        try (Stream<String> lines = Files.lines(file)) {
            header = lines.findFirst().orElseThrow();
        }
        String columns = Stream.of(header.split(",", -1))
                .map(name -> name + (name.endsWith("_date") ? " DATE" : " TEXT"))
                .collect(Collectors.joining(", "));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE students (" + columns + ")");
            String path = file.toAbsolutePath().toString().replace("'", "''");
            statement.execute("COPY students FROM '" + path + "' (FORMAT csv, HEADER)");
            statement.execute("VACUUM ANALYZE students");
        }
    }
}
