package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.waymark.io.sql.DuckDb;

/**
 * The same job inside DuckDB, from the flat file or the same columns in Parquet, which is read where it lies in each run, by
 * two threads. Prints how many milliseconds each run took, and writes the report as {@link CsvReport} does.
 *
 * <pre>{@code EngineJob FILE [OUT [WAYS [RUNS]]]}</pre>
 */
public final class EngineJob {
    private EngineJob() {}

    /** Takes the file, the report, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path out = Path.of(arguments.length > 1 ? arguments[1] : "report.csv");
        int ways = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        Timed.print(runs, () -> {
            try (DuckDb db = DuckDb.open(file).threads(2)) {
                Report.write(StudentJob.events(db).tally(StudentJob.question(ways)), ways, out);
            }
        });
    }
}
