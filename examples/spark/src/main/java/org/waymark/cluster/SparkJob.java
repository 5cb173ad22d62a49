package org.waymark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.waymark.benchmarks.Report;
import org.waymark.benchmarks.StudentJob;
import org.waymark.benchmarks.Timed;
import org.waymark.core.schema.Unit;
import org.waymark.io.spark.Spark;
import org.waymark.metrics.catalog.Catalog;

/**
 * The job of the benchmarks inside Spark, from the student file's columns in Parquet. Prints how many milliseconds each run
 * took, the first with the start of the session.
 *
 * <pre>{@code SparkJob FILE OUT [WAYS [RUNS]]}</pre>
 */
public final class SparkJob {
    private SparkJob() {}

    /** Takes the file, the report, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException {
        String file = arguments[0];
        Path out = Path.of(arguments[1]);
        int ways = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        Timed.print(runs, () -> {
            SparkSession session = SparkSession.builder().appName("report").getOrCreate();
            Spark students = Spark.on(session)
                    .table(Unit.STUDENT, session.read().parquet(file))
                    .events("first_enrollment_date", Catalog.COLLEGE)
                    .events("first_credential_date", Catalog.AWARD)
                    .eventLabel("first_credential_type", Catalog.KIND, "first_credential_date");
            Report.write(students.tally(StudentJob.question(ways)), ways, out);
        });
        SparkSession.active().stop();
    }
}
