package org.waymark.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.student.ColumnMapping;
import org.waymark.io.student.Mapping;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.goal.Adoption;
import org.waymark.metrics.goal.Baseline;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.Standing;

/** Reads the lines of {@code goals.csv}. */
final class PromiseLines {
    private final Optional<Mapping> columns;
    private final FindingLog findings;

    PromiseLines(Optional<Mapping> columns, FindingLog findings) {
        this.columns = columns;
        this.findings = findings;
    }

    List<ScorecardFolder.Promise> read(List<Map<String, String>> rows) {
        List<ScorecardFolder.Promise> promises = new ArrayList<>();
        int line = 1;
        for (Map<String, String> row : rows) {
            line++;
            promise(row, line).ifPresent(promises::add);
        }
        return promises;
    }

    private Optional<ScorecardFolder.Promise> promise(Map<String, String> row, int line) {
        Optional<Indicator> indicator = indicator(get(row, "indicator"));
        if (indicator.isEmpty()) {
            findings.add(Finding.error(
                    Reason.UNKNOWN_LABEL, "goals.csv", line, "indicator", "an indicator's id, or an outcome's key"));
            return Optional.empty();
        }
        try {
            return Optional.of(new ScorecardFolder.Promise(
                    adopted(goal(row), get(row, "adopted_by"), get(row, "judged")),
                    indicator.get(),
                    get(row, "group"),
                    get(row, "cohort"),
                    year(get(row, "period")),
                    year(get(row, "baseline_period"))));
        } catch (IllegalArgumentException wrong) {
            findings.add(
                    Finding.error(
                            Reason.OUT_OF_RANGE,
                            "goals.csv",
                            line,
                            "",
                            "a kind of level, count, multiple, parity or gap, a number as target, and school years like 2023-24"));
            return Optional.empty();
        }
    }

    private static Goal goal(Map<String, String> row) {
        String tolerance = get(row, "tolerance");
        Goal goal = new Goal(
                get(row, "goal"),
                Goal.Kind.valueOf(get(row, "kind").toUpperCase(Locale.ROOT)),
                new BigDecimal(get(row, "target")),
                get(row, "strict").equals("yes"),
                SchoolYear.parse(get(row, "due")),
                get(row, "source"),
                Optional.empty(),
                tolerance.isEmpty() ? BigDecimal.ZERO : new BigDecimal(tolerance),
                get(row, "judged"));
        String baseline = get(row, "baseline");
        if (baseline.isEmpty()) {
            return goal;
        }
        String standing = get(row, "baseline_is");
        return goal.from(new Baseline(
                new BigDecimal(baseline),
                standing.isEmpty() ? Standing.OBSERVED : Standing.valueOf(standing.toUpperCase(Locale.ROOT)),
                get(row, "baseline_period")));
    }

    private static Goal adopted(Goal goal, String by, String scope) {
        return by.isEmpty() ? goal : new Adoption(goal, by, scope, goal.due()).adopted();
    }

    private Optional<Indicator> indicator(String id) {
        boolean outcome = columns.map(mapping -> mapping.columns().stream()
                        .anyMatch(c -> c.role() == ColumnMapping.Role.OUTCOME
                                && c.key().equals(id)))
                .orElse(false);
        return outcome ? Optional.of(Catalog.outcome(id)) : Catalog.find(id);
    }

    private static Optional<SchoolYear> year(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(SchoolYear.parse(written));
    }

    private static String get(Map<String, String> row, String header) {
        return ScorecardFolder.get(row, header);
    }
}
