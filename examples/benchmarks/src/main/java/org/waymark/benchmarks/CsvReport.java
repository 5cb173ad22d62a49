package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.waymark.core.result.Loaded;
import org.waymark.core.tally.Tally;

/**
 * From a file of students to the report, without keeping the students. Prints how many milliseconds each run took.
 *
 * <pre>{@code CsvReport FILE OUT [WAYS [RUNS]]}</pre>
 */
public final class CsvReport {
    private CsvReport() {}

    /** Takes the file, the report, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        int ways = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        Timed.print(runs, () -> {
            Loaded<Tally> tally = StudentJob.reader().tally(StudentJob.question(ways), file);
            tally.findings().forEach(System.out::println);
            Report.write(tally.value(), ways, out);
        });
    }
}
