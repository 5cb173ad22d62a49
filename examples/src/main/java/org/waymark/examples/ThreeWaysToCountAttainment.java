package org.waymark.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.survival.Attainment;
import org.waymark.metrics.survival.Observation;
import org.waymark.metrics.survival.RiskTable;

/** Counts one made-up class in three ways, of which two are wrong. */
public final class ThreeWaysToCountAttainment {
    private ThreeWaysToCountAttainment() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws IOException {
        run(System.out);
    }

    static void run(PrintStream out) throws IOException {
        Attainment twelveYears = Attainment.of("all", RiskTable.of(students()), 12);
        Interval limits = twelveYears.reached().limits().orElseThrow();
        out.printf(
                Locale.ROOT,
                """
                %d students entered grade 9 together. Some moved away, and most have not been followed for twelve years yet.
                How many have a credential twelve years after grade 9?

                %.2f %%  Seen to have one, of all. Too low: it takes for a no what nobody has seen.
                %.1f %%   Seen to have one, of those whose outcome was seen. Too high: who earns one early is seen to,
                         who does not must be followed for twelve years to count.
                %.1f %%   By Kaplan and Meier, between %.1f %% and %.1f %%. Every student counts for as long as
                         he or she was followed, and for no longer.
                """,
                twelveYears.table().members(),
                100 * twelveYears.countingTheUnseenAsNo().value(),
                100 * twelveYears.leavingOutTheUnseen().value(),
                100 * twelveYears.reached().value().orElseThrow(),
                100 * limits.lower(),
                100 * limits.upper());
    }

    /** Years since grade 9 to the first credential, or to the last time the student was seen. */
    private static List<Observation> students() throws IOException {
        InputStream file = ThreeWaysToCountAttainment.class.getResourceAsStream("since-grade-9.csv");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file, "since-grade-9.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(student -> student[3].equals("none")
                            ? Observation.censored(Double.parseDouble(student[2]))
                            : Observation.reached(Double.parseDouble(student[2]), student[3]))
                    .toList();
        }
    }
}
