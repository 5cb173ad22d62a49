package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.language.Language;
import org.waymark.io.student.Mapping;
import org.waymark.io.student.StudentFile;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.goal.Goal;

/**
 * The main job: students in, an equity scorecard out.
 *
 * <p>Arguments: the data, the scorecard's folder, and a folder to write to. The data is {@code synthetic:50000:42} (so many
 * made-up students and a seed), a folder that Waymark wrote, or a file with one row per student, whose columns the
 * scorecard's {@code columns.csv} names.
 */
public final class Scorecard {
    private static final int FINDINGS_SHOWN = 20;

    private Scorecard() {}

    /** Runs the job; see the class. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("arguments: DATA SCORECARD-FOLDER OUTPUT-FOLDER");
        }
        run(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), System.out);
    }

    /**
     * Reads, counts, prints and writes {@code report.html}, {@code scorecard.txt}, {@code scorecard.json}, {@code figures.csv} and one
     * CSV per table, all for analysts; and for everyone {@code public.html}, where the folder has a {@code release.csv}.
     */
    static void run(String data, Path folder, Path output, PrintStream out) throws IOException {
        ScorecardFolder scorecard = ScorecardFolder.read(folder);
        Loaded<Population> population = read(data, scorecard);
        List<Finding> findings = new ArrayList<>(scorecard.findings());
        findings.addAll(population.findings());
        findings.stream().limit(FINDINGS_SHOWN).forEach(out::println);
        if (findings.size() > FINDINGS_SHOWN) {
            out.println("... " + (findings.size() - FINDINGS_SHOWN) + " more findings in findings.csv");
        }
        out.println(population.value());
        out.println();
        ScorecardRun run = new ScorecardRun(population.value(), scorecard);
        List<Table> tables = run.tables();
        StringBuilder text = new StringBuilder();
        for (Table table : tables) {
            read(table).forEach(one -> text.append(one).append('\n'));
        }
        out.print(text);

        Files.createDirectories(output);
        Csv.ForAnalysts csv = Csv.forAnalysts("scorecard").replacing();
        for (int i = 0; i < tables.size(); i++) {
            csv.write(tables.get(i), output.resolve(i == 0 ? "goals.csv" : file(i, tables.get(i))));
        }
        csv.writeLong(tables, output.resolve("figures.csv"));
        csv.write(new Loaded<>(population.value(), findings).findingsTable(), output.resolve("findings.csv"));
        Json.forAnalysts("scorecard").replacing().write(tables, output.resolve("scorecard.json"));
        Files.writeString(output.resolve("scorecard.txt"), text);
        List<Language> languages = ScorecardFolder.languages(folder);
        ScorecardPage.write("Scorecard: " + folder.getFileName(), tables, shares(scorecard), languages, output);
        if (scorecard.publishing().isPresent()) {
            PublicScorecard everyone =
                    new PublicScorecard(scorecard.publishing().get(), shares(scorecard), languages);
            List<String> reasons = everyone.write(run, scorecard, output);
            out.println(
                    reasons.isEmpty()
                            ? "For everyone: " + output.resolve("public.html")
                            : "No page for everyone was written, for this may not be published:");
            reasons.forEach(out::println);
        }
    }

    /** A name that says what is in it, in the order of the text. */
    private static String file(int at, Table table) {
        String words = table.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return String.format(Locale.ROOT, "%02d-%s.csv", at, words.replaceAll("^-|-$", ""));
    }

    /** As one reads it: of many goals one after the other. Of which definition they are stands in the files. */
    private static List<Table> read(Table table) {
        if (table.indexOf("target").isEmpty()) {
            return List.of(table);
        }
        Map<String, List<List<Datum>>> goals = new LinkedHashMap<>();
        List<Datum> names = table.column("goal");
        for (int i = 0; i < table.size(); i++) {
            goals.computeIfAbsent(names.get(i).toString(), goal -> new ArrayList<>())
                    .add(table.rows().get(i));
        }
        List<Table> read = new ArrayList<>();
        goals.forEach((goal, rows) -> read.add(new Table("Goal: " + goal, table.columns(), rows, List.of())
                .without("goal", "indicator", "definition", "library")));
        return read;
    }

    /** What was promised to everybody as a share, by indicator. */
    private static Map<String, BigDecimal> shares(ScorecardFolder scorecard) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        scorecard.goals().stream()
                .filter(promise -> promise.goal().kind() == Goal.Kind.LEVEL)
                .forEach(promise -> shares.putIfAbsent(
                        promise.indicator().id(), promise.goal().target()));
        return shares;
    }

    private static Loaded<Population> read(String data, ScorecardFolder scorecard) throws IOException {
        if (data.startsWith("synthetic:")) {
            String[] parts = data.split(":", -1);
            return Loaded.of(Synthetic.region(Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        }
        Path path = Path.of(data);
        if (Files.isDirectory(path)) {
            return Csv.readPopulation(path);
        }
        Mapping mapping = scorecard
                .columns()
                .orElseThrow(() -> new IllegalArgumentException(
                        "columns.csv: must be in the scorecard's folder to read a file of students"));
        return StudentFile.reader(mapping).read(path);
    }
}
