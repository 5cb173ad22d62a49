package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.waymark.core.result.Loaded;
import org.waymark.core.tally.Tally;
import org.waymark.io.student.StudentFile;

/**
 * From a file of students to the report, without keeping the students. Prints how many milliseconds each run took.
 *
 * <pre>{@code CsvReport FILE OUT [WAYS [RUNS [unique]]]}</pre>
 *
 * With {@code unique} every id is held against all others.
 */
public final class CsvReport {
    private CsvReport() {}

    /** Takes the file, the report, of how many dimensions the groups are, and how often to do it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        int ways = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        boolean unique = arguments.length > 4 && arguments[4].equals("unique");
        Timed.print(runs, () -> {
            StudentFile.Reader reader = StudentJob.reader();
            Loaded<Tally> tally = (unique ? reader.uniqueIds() : reader).tally(StudentJob.question(ways), file);
            tally.findings().forEach(System.out::println);
            Report.write(tally.value(), ways, out);
        });
    }
}
