package org.waymark.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.csv.Csv;
import org.waymark.io.language.Language;
import org.waymark.io.student.Mapping;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * A scorecard as a folder that needs no Java: {@code columns.csv} (what the file's columns are), {@code groups.csv} (who is
 * watched, and by what strategy), {@code goals.csv} (what was promised), {@code benchmarks.csv} (shares of the region), {@code
 * watch.csv} (what is shown without a goal: entries of the catalogue by id), {@code claims.csv} (figures that somebody
 * published), {@code demand.csv} (openings and completers), {@code release.csv} (what the page for everyone is called, and how
 * small a group may be on it) and {@code phrases.es.csv} (its own words in Spanish).
 *
 * @param columns the mapping, if the folder has one
 * @param groups the groups that are watched
 * @param strategies what is done for a group, by its name
 * @param goals what was promised
 * @param benchmarks the groups' shares of the region; empty where the source gives no number
 * @param watched what is shown without a goal
 * @param claims the lines of {@code claims.csv}
 * @param demand the lines of {@code demand.csv}
 * @param publishing how it is published, if the folder says that it is
 * @param findings what could not be understood
 */
record ScorecardFolder(
        Optional<Mapping> columns,
        Optional<Groups> groups,
        Map<String, String> strategies,
        List<Promise> goals,
        Map<String, Optional<Benchmark>> benchmarks,
        List<Watched> watched,
        List<Map<String, String>> claims,
        List<Map<String, String>> demand,
        Optional<Publishing> publishing,
        List<Finding> findings) {

    /**
     * One line of {@code goals.csv}.
     *
     * @param goal the goal
     * @param indicator what it watches
     * @param group whose goal it is: empty for everybody, {@code *} for every watched group
     * @param cohort of whom, such as {@code class_of=2024}; empty for all
     * @param period the school year that is looked at
     * @param baseline the school year with which it is compared
     */
    record Promise(
            Goal goal,
            Indicator indicator,
            String group,
            String cohort,
            Optional<SchoolYear> period,
            Optional<SchoolYear> baseline) {}

    /**
     * One line of {@code watch.csv}.
     *
     * @param id of an entry of the catalogue, or one of {@link WatchedMeasures}
     * @param cohort of whom; empty for all
     * @param period the school year that is looked at
     * @param parameter what the entry needs to know, such as regions; empty if nothing
     */
    record Watched(String id, String cohort, Optional<SchoolYear> period, String parameter) {}

    /**
     * The line of {@code release.csv}.
     *
     * @param title of the page
     * @param introduction the paragraph below it; empty for none
     * @param minimum groups of fewer are hidden
     */
    record Publishing(String title, String introduction, int minimum) {}

    static ScorecardFolder read(Path folder) throws IOException {
        FindingLog findings = new FindingLog();
        Optional<Mapping> columns = Optional.empty();
        if (Files.exists(folder.resolve("columns.csv"))) {
            Loaded<Mapping> mapping = Mapping.read(folder.resolve("columns.csv"));
            findings.addAll(mapping.findings());
            columns = Optional.of(mapping.value());
        }
        List<Map<String, String>> groupRows = texts(folder, "groups.csv", findings, "group", "dimension", "labels");
        Map<String, String> strategies = new LinkedHashMap<>();
        groupRows.forEach(row -> strategies.put(get(row, "group"), get(row, "strategy")));
        PromiseLines promises = new PromiseLines(columns, findings);
        List<Promise> goals =
                promises.read(texts(folder, "goals.csv", findings, "goal", "indicator", "kind", "target", "due"));
        Map<String, Optional<Benchmark>> benchmarks = new LinkedHashMap<>();
        for (Map<String, String> row : ifThere(folder, "benchmarks.csv", findings, "group", "share")) {
            benchmarks.put(get(row, "group"), benchmark(row));
        }
        return new ScorecardFolder(
                columns,
                groups(groupRows, findings),
                strategies,
                goals,
                benchmarks,
                watched(ifThere(folder, "watch.csv", findings, "show"), findings),
                ifThere(folder, "claims.csv", findings, "figure", "group", "value", "standing", "source"),
                ifThere(folder, "demand.csv", findings, "unit", "region", "from", "until", "source"),
                publishing(ifThere(folder, "release.csv", findings, "title", "minimum"), findings),
                findings.findings());
    }

    /** The languages of its pages, each with the folder's own phrases where it has some. */
    static List<Language> languages(Path folder) throws IOException {
        List<Language> languages = new ArrayList<>();
        for (Language language : Language.bundled()) {
            Path phrases = folder.resolve("phrases." + language.tag() + ".csv");
            languages.add(Files.exists(phrases) ? language.saying(phrases) : language);
        }
        return languages;
    }

    /** The same with the goals on one kind of members alone. */
    ScorecardFolder about(Unit unit) {
        List<Promise> some = goals.stream()
                .filter(promise -> promise.indicator().unit().equals(unit))
                .toList();
        return new ScorecardFolder(
                columns, groups, strategies, some, benchmarks, watched, claims, demand, publishing, findings);
    }

    private static Optional<Benchmark> benchmark(Map<String, String> row) {
        String share = get(row, "share");
        if (share.isEmpty()) {
            return Optional.empty();
        }
        String margin = get(row, "margin");
        String year = get(row, "year");
        SurveyEstimate estimate =
                SurveyEstimate.of(new BigDecimal(share), new BigDecimal(margin.isEmpty() ? "0" : margin));
        return Optional.of(new Benchmark(
                get(row, "group"), estimate, get(row, "source"), year.isEmpty() ? 0 : Integer.parseInt(year)));
    }

    private static Optional<Publishing> publishing(List<Map<String, String>> rows, FindingLog findings) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String minimum = get(rows.get(0), "minimum");
        if (!minimum.matches("[1-9]\\d{0,5}")
                || minimum.equals("1")
                || get(rows.get(0), "title").isBlank()) {
            findings.add(Finding.error(
                    Reason.OUT_OF_RANGE, "release.csv", 2, "minimum", "a title, and a whole number of 2 or more"));
            return Optional.empty();
        }
        return Optional.of(
                new Publishing(get(rows.get(0), "title"), get(rows.get(0), "introduction"), Integer.parseInt(minimum)));
    }

    private static List<Watched> watched(List<Map<String, String>> rows, FindingLog findings) {
        List<Watched> watched = new ArrayList<>();
        int line = 1;
        for (Map<String, String> row : rows) {
            line++;
            String id = get(row, "show");
            if (Catalog.find(id).isEmpty() && !WatchedMeasures.ids().contains(id)) {
                findings.add(Finding.error(
                        Reason.UNKNOWN_LABEL, "watch.csv", line, "show", "the id of an entry of the catalogue"));
                continue;
            }
            String period = get(row, "period");
            watched.add(new Watched(
                    id,
                    get(row, "cohort"),
                    period.isEmpty() ? Optional.empty() : Optional.of(SchoolYear.parse(period)),
                    get(row, "parameter")));
        }
        return watched;
    }

    private static List<Map<String, String>> ifThere(Path folder, String file, FindingLog findings, String... required)
            throws IOException {
        return Files.exists(folder.resolve(file)) ? texts(folder, file, findings, required) : List.of();
    }

    private static List<Map<String, String>> texts(Path folder, String file, FindingLog findings, String... required)
            throws IOException {
        Loaded<List<Map<String, String>>> texts = Csv.readTexts(folder.resolve(file), required);
        findings.addAll(texts.findings());
        return texts.value();
    }

    private static Optional<Groups> groups(List<Map<String, String>> rows, FindingLog findings) {
        List<Groups.Group> groups = new ArrayList<>();
        int line = 1;
        for (Map<String, String> row : rows) {
            line++;
            try {
                List<String> labels = List.of(get(row, "labels").split("\\|", -1));
                Condition condition = get(row, "dimension").equals("status")
                        ? Students.ever(StatusKind.valueOf(labels.get(0)))
                        : Dimension.of(get(row, "dimension")).in(labels);
                groups.add(new Groups.Group(get(row, "group"), condition));
            } catch (IllegalArgumentException notKnown) {
                findings.add(Finding.error(
                        Reason.UNKNOWN_LABEL, "groups.csv", line, "dimension", "a dimension, or status and its kind"));
            }
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Groups("watched groups", groups));
    }

    static String get(Map<String, String> row, String header) {
        return row.getOrDefault(header, "");
    }
}
