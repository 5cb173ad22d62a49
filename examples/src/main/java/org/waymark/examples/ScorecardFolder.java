package org.waymark.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.student.StatusKind;
import org.waymark.core.student.Students;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.csv.Csv;
import org.waymark.io.student.ColumnMapping;
import org.waymark.io.student.Mapping;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.goal.Goal;

/**
 * A scorecard as a folder that needs no Java: {@code columns.csv} (what the file's columns are), {@code groups.csv} (who is
 * watched), {@code goals.csv} (what was promised) and {@code benchmarks.csv} (shares of the region).
 *
 * @param columns the mapping, if the folder has one
 * @param groups the groups that are watched
 * @param goals what was promised
 * @param benchmarks the groups' shares of the region, exact
 * @param findings what could not be understood
 */
record ScorecardFolder(
        Optional<Mapping> columns,
        Optional<Groups> groups,
        List<Promise> goals,
        Map<String, BigDecimal> benchmarks,
        List<Finding> findings) {

    /**
     * One line of {@code goals.csv}.
     *
     * @param goal the goal
     * @param indicator what it watches
     * @param group whose goal it is: empty for everybody, {@code *} for every watched group
     * @param cohort of whom; empty for all
     * @param period the school year that is looked at
     * @param baseline the school year with which it is compared
     */
    record Promise(
            Goal goal,
            Indicator indicator,
            String group,
            Optional<CohortDefinition> cohort,
            Optional<SchoolYear> period,
            Optional<SchoolYear> baseline) {}

    static ScorecardFolder read(Path folder) throws IOException {
        FindingLog findings = new FindingLog();
        Optional<Mapping> columns = Optional.empty();
        if (Files.exists(folder.resolve("columns.csv"))) {
            Loaded<Mapping> mapping = Mapping.read(folder.resolve("columns.csv"));
            findings.addAll(mapping.findings());
            columns = Optional.of(mapping.value());
        }
        Optional<Groups> groups =
                groups(texts(folder, "groups.csv", findings, "group", "dimension", "labels"), findings);
        List<Promise> goals = new ArrayList<>();
        int line = 1;
        for (Map<String, String> row :
                texts(folder, "goals.csv", findings, "goal", "indicator", "kind", "target", "due")) {
            line++;
            goal(row, line, columns, findings).ifPresent(goals::add);
        }
        Map<String, BigDecimal> benchmarks = new LinkedHashMap<>();
        if (Files.exists(folder.resolve("benchmarks.csv"))) {
            for (Map<String, String> row : texts(folder, "benchmarks.csv", findings, "group", "share")) {
                benchmarks.put(get(row, "group"), new BigDecimal(get(row, "share")));
            }
        }
        return new ScorecardFolder(columns, groups, goals, benchmarks, findings.findings());
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

    private static Optional<Promise> goal(
            Map<String, String> row, int line, Optional<Mapping> columns, FindingLog findings) {
        Optional<Indicator> indicator = indicator(get(row, "indicator"), columns);
        if (indicator.isEmpty()) {
            findings.add(Finding.error(
                    Reason.UNKNOWN_LABEL, "goals.csv", line, "indicator", "an indicator's id, or an outcome's key"));
            return Optional.empty();
        }
        try {
            Goal goal = new Goal(
                    get(row, "goal"),
                    Goal.Kind.valueOf(get(row, "kind").toUpperCase(Locale.ROOT)),
                    new BigDecimal(get(row, "target")),
                    get(row, "strict").equals("yes"),
                    SchoolYear.parse(get(row, "due")),
                    get(row, "source"));
            return Optional.of(new Promise(
                    goal,
                    indicator.get(),
                    get(row, "group"),
                    cohort(get(row, "cohort")),
                    year(get(row, "period")),
                    year(get(row, "baseline_period"))));
        } catch (IllegalArgumentException wrong) {
            findings.add(Finding.error(
                    Reason.OUT_OF_RANGE,
                    "goals.csv",
                    line,
                    "",
                    "a kind of level, count, multiple or parity, a number as target, and school years like 2023-24"));
            return Optional.empty();
        }
    }

    private static Optional<Indicator> indicator(String id, Optional<Mapping> columns) {
        boolean outcome = columns.map(mapping -> mapping.columns().stream()
                        .anyMatch(c -> c.role() == ColumnMapping.Role.OUTCOME
                                && c.key().equals(id)))
                .orElse(false);
        return outcome ? Optional.of(Catalog.outcome(id)) : Catalog.find(id);
    }

    private static Optional<CohortDefinition> cohort(String written) {
        int equals = written.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(CohortDefinition.of(
                        written.replace("_", " ").replace("=", " "),
                        Dimension.of(written.substring(0, equals)).in(written.substring(equals + 1))));
    }

    private static Optional<SchoolYear> year(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(SchoolYear.parse(written));
    }

    private static String get(Map<String, String> row, String header) {
        return row.getOrDefault(header, "");
    }
}
