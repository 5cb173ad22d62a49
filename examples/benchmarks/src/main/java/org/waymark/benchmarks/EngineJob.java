package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.sql.DuckDb;
import org.waymark.metrics.catalog.Catalog;

/**
 * The same job inside DuckDB, from the flat file or the same columns in Parquet; CSV is read once in each run, into a table of
 * DuckDB's own. Prints how many milliseconds each run took.
 *
 * <pre>{@code EngineJob FILE [WAYS [RUNS]]}</pre>
 */
public final class EngineJob {
    private EngineJob() {}

    /** Takes the file, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int ways = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Timed.print(runs, () -> {
            try (DuckDb db = DuckDb.inMemory()) {
                String rows = "'" + file.toString().replace("'", "''") + "'";
                if (file.toString().endsWith(".csv")) {
                    db.load("flat", file);
                    rows = "flat";
                }
                db.table(Unit.STUDENT, rows)
                        .table(Catalog.COLLEGE.unit(), events(rows, "first_enrollment_date", "start"))
                        .table(Catalog.AWARD.unit(), events(rows, "first_credential_date", "awarded_on"));
                Tally tally = db.tally(StudentJob.question(ways));
                System.out.println(tally.log());
            }
        });
    }

    private static String events(String rows, String header, String name) {
        return "(SELECT student_id, " + header + " AS " + name + " FROM " + rows + " WHERE " + header + " IS NOT NULL)";
    }
}
