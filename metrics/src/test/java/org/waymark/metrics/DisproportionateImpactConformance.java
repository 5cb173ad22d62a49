package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.ImpactDifferences.Found;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.impact.DisproportionateImpact;
import org.waymark.metrics.impact.EightyPercentIndex;
import org.waymark.metrics.impact.Flag;
import org.waymark.metrics.impact.Grouping;
import org.waymark.metrics.impact.Impact;
import org.waymark.metrics.impact.ImpactRules;
import org.waymark.metrics.impact.MarginOfError;
import org.waymark.metrics.impact.Needed;
import org.waymark.metrics.impact.Outcome;
import org.waymark.metrics.impact.PercentagePointGap;
import org.waymark.metrics.impact.ProportionalityIndex;
import org.waymark.metrics.impact.References;
import org.waymark.metrics.impact.Scenarios;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;
import tools.jackson.databind.JsonNode;

/** Held to DisImpact 0.0.22.9000; where it differs on purpose, {@link ImpactDifferences} says why. */
class DisproportionateImpactConformance {
    private static final String FOLDER = "disparity/";

    /** The rules of the reference: the best group may be of any size, and no group is too small. */
    private static final ImpactRules DEFAULTS = ImpactRules.CCCCO_2017.ratioTo(Reference.best(1));

    private final Map<String, List<Map<String, String>>> files = new HashMap<>();
    private final Map<List<Object>, List<Map<String, String>>> rowsOf = new HashMap<>();
    private final Map<List<Object>, Tally> tallies = new HashMap<>();

    private List<Map<String, String>> file(String name) {
        return files.computeIfAbsent(name, n -> Fixtures.read(FOLDER + n));
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    @Test
    void casesMadeForThisProject() {
        ImpactDifferences differences = new ImpactDifferences();
        run("edge_cases.json", "edge_", differences);
        differences.assertComplete(false);
    }

    @Test
    void casesAndCallsOfTheBundledStudents() {
        Assumptions.assumeTrue(Fixtures.has(FOLDER + "student_equity.csv"), "the bundled students are not here");
        ImpactDifferences differences = new ImpactDifferences();
        run("edge_cases.json", "edge_", differences);
        run("cases.json", "", differences);
        iterate(differences);
        differences.assertComplete(true);
        // Where the reference rounds, ours is the exact value.
        List<Map<String, String>> roundings = file("float_vs_exact.csv");
        assertFalse(roundings.isEmpty());
        roundings.forEach(differences::assertExact);
    }

    private void run(String cases, String prefix, ImpactDifferences differences) {
        Map<String, Map<String, List<Map<String, String>>>> expected = new LinkedHashMap<>();
        for (String fn : List.of("di_ppg", "di_80_index", "di_prop_index")) {
            expected.put(
                    fn,
                    Fixtures.read(FOLDER + prefix + fn + ".csv").stream()
                            .collect(Collectors.groupingBy(row -> row.get("case"))));
        }
        JsonNode all = Fixtures.json(FOLDER + cases);
        assertFalse(all.isEmpty());
        for (JsonNode one : all) {
            compare(
                    one,
                    expected.get(one.get("fn").asString())
                            .getOrDefault(one.get("case").asString(), List.of()),
                    differences);
        }
    }

    private void compare(JsonNode one, List<Map<String, String>> expected, ImpactDifferences differences) {
        String name = one.get("case").asString();
        boolean answers = one.get("status").asString().equals("ok");
        List<Map<String, String>> rows = rows(one);
        List<Impact> found;
        try {
            found = run(one, rows);
        } catch (IllegalArgumentException refused) {
            if (answers) {
                differences.found(Found.status(name, "ok", "refused: " + why(one, rows)));
            }
            return;
        }
        if (!answers) {
            differences.found(Found.status(name, "refused", "answered: " + why(one, rows)));
            return;
        }
        assertEquals(one.get("rows").asInt(), expected.size(), name);
        Map<List<String>, Impact> byKey = new LinkedHashMap<>();
        for (Impact impact : found) {
            if (!impact.axes().isEmpty()) {
                byKey.put(List.of(cohort(impact), label(impact.group())), impact);
            }
        }
        for (Map<String, String> row : expected) {
            Impact impact = byKey.remove(List.of(row.get("cohort"), row.get("group")));
            assertTrue(impact != null, () -> name + ": no row for " + row);
            columns(one.get("fn").asString(), "")
                    .forEach((column, value) -> compare(name, row, column, value, impact, differences));
        }
        byKey.values()
                .forEach(more -> assertEquals(
                        0, more.rate().cell().known().high(), () -> name + ": more than expected: " + more));
    }

    /** What is unusual about a case's input. */
    private static String why(JsonNode one, List<Map<String, String>> rows) {
        String success = one.get("success").asString();
        Optional<String> weight = text(one, "weight");
        if (rows.stream().anyMatch(row -> row.get(success).equals("NA"))) {
            return "unknown outcomes";
        }
        if (weight.isEmpty()) {
            return one.get("args").path("reference").isNumber() ? "one rate for every cohort" : "arguments";
        }
        for (Map<String, String> row : rows) {
            BigDecimal n = new BigDecimal(row.get(weight.get()));
            BigDecimal yes = new BigDecimal(row.get(success));
            if (n.stripTrailingZeros().scale() > 0) {
                return "fractions of students";
            }
            if (yes.compareTo(n) > 0) {
                return "more successes than members";
            }
            if (n.signum() == 0) {
                return "a group of nobody";
            }
        }
        return one.get("args").path("reference").isNumber() ? "one rate for every cohort" : "arguments";
    }

    private interface Value {
        String of(Impact impact);
    }

    private void compare(
            String name,
            Map<String, String> row,
            String column,
            Value value,
            Impact impact,
            ImpactDifferences differences) {
        String expected = row.get(column);
        String ours = value.of(impact);
        if (!same(expected, ours)) {
            differences.found(new Found(name, row, column, ours, Optional.of(impact)));
        }
    }

    private static boolean same(String expected, String ours) {
        boolean none = expected.isEmpty() || List.of("NaN", "NA", "Inf", "-Inf").contains(expected);
        if (none || ours.isEmpty()) {
            return none && ours.isEmpty();
        }
        try {
            double number = Double.parseDouble(expected);
            return Math.abs(number - Double.parseDouble(ours)) <= 1e-12 + 1e-12 * Math.abs(number);
        } catch (NumberFormatException text) {
            return expected.equals(ours);
        }
    }

    private static String cohort(Impact impact) {
        return impact.setting()
                .cohort()
                .map(Label::name)
                .map(DisproportionateImpactConformance::label)
                .orElse("NA");
    }

    private static String label(String name) {
        return name.equals(Label.UNKNOWN.name()) ? "NA" : name;
    }

    private static Map<String, Value> columns(String fn, String suffix) {
        Map<String, Value> columns = new LinkedHashMap<>();
        columns.put(
                "n", i -> i.rate().share().map(Share::n).map(String::valueOf).orElse(""));
        columns.put(
                "success",
                i -> i.rate().share().map(Share::yes).map(String::valueOf).orElse(""));
        String points = suffix.isEmpty() ? "" : "_ppg";
        String eighty = suffix.isEmpty() ? "" : "_80_index";
        String share = suffix.isEmpty() ? "" : "_prop_index";
        if (fn.equals("di_ppg")) {
            columns.put("pct", i -> number(i.rate().value()));
            columns.put(
                    suffix.isEmpty() ? "reference" : "ppg_reference",
                    i -> number(i.gap().referenceRate()));
            columns.put(suffix.isEmpty() ? "reference_group" : "ppg_reference_group", i -> reference(i.gap()));
            columns.put("moe", i -> number(i.marginOfError()));
            columns.put(
                    "pct_lo",
                    i -> number(i.rate().value().map(p -> p - i.marginOfError().orElseThrow())));
            columns.put(
                    "pct_hi",
                    i -> number(i.rate().value().map(p -> p + i.marginOfError().orElseThrow())));
            columns.put("di_indicator" + points, i -> flag(i.pointsFlag()));
            needed(columns, points, i -> i.percentagePointGap().map(PercentagePointGap::needed));
        } else if (fn.equals("di_80_index")) {
            columns.put("pct", i -> number(i.rate().value()));
            if (suffix.isEmpty()) {
                columns.put("reference", i -> number(i.ratio().referenceRate()));
            }
            columns.put(
                    suffix.isEmpty() ? "reference_group" : "di_80_index_reference_group", i -> reference(i.ratio()));
            columns.put("di_80_index", i -> number(i.eightyPercentIndex().flatMap(EightyPercentIndex::index)));
            columns.put("di_indicator" + eighty, i -> flag(i.ratioFlag()));
            needed(columns, eighty, i -> i.eightyPercentIndex().map(EightyPercentIndex::needed));
        } else {
            if (suffix.isEmpty()) {
                columns.put("pct_success", i -> number(i.shareOfSuccess()));
                columns.put("pct_group", i -> number(i.shareOfMembers()));
            }
            columns.put("di_prop_index", i -> number(i.proportionalityIndex().map(ProportionalityIndex::index)));
            columns.put("di_indicator" + share, i -> flag(i.proportionalityFlag()));
            needed(columns, share, i -> i.proportionalityIndex().map(ProportionalityIndex::needed));
        }
        return columns;
    }

    private interface Counts {
        Optional<Needed> of(Impact impact);
    }

    private static void needed(Map<String, Value> columns, String suffix, Counts needed) {
        columns.put("success_needed_not_di" + suffix, i -> whole(needed.of(i).map(Needed::notFlagged)));
        columns.put(
                "success_needed_full_parity" + suffix, i -> whole(needed.of(i).map(Needed::fullParity)));
    }

    private static String number(Optional<Double> value) {
        return value.map(String::valueOf).orElse("");
    }

    private static String whole(Optional<OptionalLong> count) {
        return count.filter(OptionalLong::isPresent)
                .map(c -> String.valueOf(c.getAsLong()))
                .orElse("");
    }

    private static String flag(Flag flag) {
        return switch (flag) {
            case FLAGGED -> "1";
            case NOT_FLAGGED -> "0";
            default -> "";
        };
    }

    private static String reference(GapEstimate gap) {
        Reference reference = gap.reference();
        if (reference instanceof Reference.Best) {
            return gap.other()
                    .map(Estimate::group)
                    .map(DisproportionateImpactConformance::label)
                    .orElse("");
        }
        if (reference instanceof Reference.Rest) {
            return "all but current";
        }
        return reference instanceof Reference.Given ? "numeric" : label(reference.toString());
    }

    /** The rows of a case; many cases share theirs. */
    private List<Map<String, String>> rows(JsonNode one) {
        List<Object> key = List.of(
                one.get("input").asString(),
                String.valueOf(one.get("filter")),
                one.get("success").asString(),
                one.get("drop_na_success").asBoolean());
        return rowsOf.computeIfAbsent(key, k -> filtered(one));
    }

    private List<Map<String, String>> filtered(JsonNode one) {
        List<Map<String, String>> rows = new ArrayList<>(file(one.get("input").asString()));
        JsonNode filter = one.get("filter");
        if (filter != null && !filter.isNull()) {
            filter.properties()
                    .forEach(e -> rows.removeIf(
                            row -> !row.get(e.getKey()).equals(e.getValue().asString())));
        }
        String success = one.get("success").asString();
        if (one.get("drop_na_success").asBoolean()) {
            rows.removeIf(row -> row.get(success).equals("NA"));
        }
        return rows;
    }

    private List<Impact> run(JsonNode one, List<Map<String, String>> rows) {
        String success = one.get("success").asString();
        Axis group = CountedFile.axis(one.get("group").asString());
        Optional<Axis> cohort = text(one, "cohort").map(CountedFile::axis);
        Optional<String> weight = text(one, "weight");
        JsonNode args = one.get("args");
        boolean oneReferencePerCohort = args.path("reference").isArray();
        List<String> cohorts = !oneReferencePerCohort || cohort.isEmpty()
                ? List.of()
                : rows.stream()
                        .map(row -> row.get(text(one, "cohort").orElseThrow()))
                        .distinct()
                        .sorted()
                        .toList();
        ImpactRules rules = rules(args, cohorts);
        DisproportionateImpact impact = DisproportionateImpact.of(new Outcome(CountedFile.indicator(success), cohort))
                .by(Grouping.of(group))
                .rules(rules);
        List<Object> key = List.of(
                one.get("input").asString(),
                success,
                group,
                cohort,
                weight,
                String.valueOf(one.get("filter")),
                one.get("drop_na_success").asBoolean());
        Tally tally = tallies.get(key);
        if (tally == null) {
            tally = new CountedFile(rows, weight).tally(List.of(success), impact.faces());
            tallies.put(key, tally);
        }
        return impact.over(tally).all();
    }

    private static ImpactRules rules(JsonNode args, List<String> cohorts) {
        ImpactRules rules = DEFAULTS;
        if (args.has("reference")) {
            rules = rules.pointsTo(references(args.get("reference"), cohorts));
        }
        if (args.has("reference_group")) {
            rules = rules.ratioTo(references(args.get("reference_group"), cohorts));
        }
        rules = rules.cutoffs(
                args.path("di_prop_index_cutoff").asString("0.8"),
                args.path("di_80_index_cutoff").asString("0.8"));
        return rules.margin(margin(args));
    }

    private static MarginOfError margin(JsonNode args) {
        MarginOfError margin =
                MarginOfError.HALF_OR_3_POINTS.minimum(args.path("min_moe").asString("0.03"));
        return args.path("use_prop_in_moe").asBoolean(false)
                ? margin.fromObservedRate(
                        args.path("prop_sub_0").asString("0.5"),
                        args.path("prop_sub_1").asString("0.5"))
                : margin;
    }

    private static References references(JsonNode node, List<String> cohorts) {
        if (node.isArray()) {
            References references = References.of(Reference.overall());
            for (int i = 0; i < node.size(); i++) {
                references = references.forCohort(
                        cohorts.get(i), Reference.given(node.get(i).asString()));
            }
            return references;
        }
        return References.of(node.isNumber() ? Reference.given(node.asString()) : reference(node.asString()));
    }

    private static Reference reference(String name) {
        return switch (name) {
            case "overall" -> Reference.overall();
            case "hpg" -> Reference.best(1);
            case "all but current" -> Reference.rest();
            default -> Reference.named(name);
        };
    }

    private void iterate(ImpactDifferences differences) {
        JsonNode all = Fixtures.json(FOLDER + "iterate_cases.json");
        assertFalse(all.isEmpty());
        for (JsonNode one : all) {
            new IterateCase(one, file(one.get("input").asString())).compare(differences);
        }
    }

    @Test
    void marginsOfErrorOfTheGrid() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "ppg_moe.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            Optional<BigDecimal> rate = row.get("proportion").equals("NA")
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(row.get("proportion")));
            MarginOfError margin =
                    MarginOfError.HALF_OR_3_POINTS.minimum(row.get("min_moe")).fromObservedRate();
            double found = margin.of(Long.parseLong(row.get("n")), rate).orElseThrow();
            assertTrue(Fixtures.near(Double.parseDouble(row.get("moe")), found, 1e-12), () -> row + ", was " + found);
        }
    }

    /** One call that iterates over outcomes, groupings, cohorts and scenarios. */
    private static final class IterateCase {
        private final JsonNode one;
        private final List<Map<String, String>> rows;

        IterateCase(JsonNode one, List<Map<String, String>> input) {
            this.one = one;
            this.rows = prepared(one, input);
        }

        private static List<Map<String, String>> prepared(JsonNode one, List<Map<String, String>> input) {
            List<Map<String, String>> rows = new ArrayList<>();
            input.forEach(row -> rows.add(new LinkedHashMap<>(row)));
            if (!one.get("filter").isNull()) {
                one.get("filter").properties().forEach(e -> {
                    List<String> kept = strings(e.getValue());
                    rows.removeIf(row -> !kept.contains(row.get(e.getKey())));
                });
            }
            if (!one.get("missing_as").isNull()) {
                one.get("missing_as")
                        .properties()
                        .forEach(e -> rows.forEach(row ->
                                row.replace(e.getKey(), "NA", e.getValue().asString())));
            }
            return rows;
        }

        private static List<String> strings(JsonNode array) {
            List<String> strings = new ArrayList<>();
            if (array != null && !array.isNull()) {
                array.forEach(value -> strings.add(value.asString()));
            }
            return strings;
        }

        /** A group column that was pasted together from others is a crossing of these. */
        private List<String> columns(String group) {
            for (JsonNode derived : one.get("derived")) {
                if (derived.get("column").asString().equals(group)) {
                    return strings(derived.get("join"));
                }
            }
            return List.of(group);
        }

        private String separator(String group) {
            for (JsonNode derived : one.get("derived")) {
                if (derived.get("column").asString().equals(group)) {
                    return derived.get("separator").asString();
                }
            }
            return " x ";
        }

        private boolean isLong() {
            return one.get("fn").asString().equals("di_iterate_on_long");
        }

        void compare(ImpactDifferences differences) {
            List<String> outcomes = strings(one.get("outcomes"));
            List<String> cohorts = strings(one.get("cohorts"));
            List<String> groups = strings(one.get("groups"));
            List<String> scenarios = scenarioColumns();
            JsonNode args = one.get("args");
            List<Outcome> asked = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                asked.add(new Outcome(
                        CountedFile.indicator(outcomes.get(i)),
                        cohorts.isEmpty() ? Optional.empty() : Optional.of(CountedFile.axis(cohorts.get(i)))));
            }
            DisproportionateImpact impact = DisproportionateImpact.of(asked.toArray(new Outcome[0]))
                    .by(groupings(groups, args))
                    .in(scenarios(scenarios))
                    .rules(rules(args, List.of()));
            Tally tally = new CountedFile(rows, text(one, "weight")).tally(outcomes, impact.faces());
            Map<List<String>, Impact> byKey = new LinkedHashMap<>();
            for (Impact row : impact.over(tally).all()) {
                if (row.rate().cell().known().high() > 0) {
                    byKey.put(key(row, scenarios, groups), row);
                }
            }
            List<Map<String, String>> expected =
                    Fixtures.read(FOLDER + one.get("file").asString());
            assertEquals(one.get("rows").asInt(), expected.size());
            for (Map<String, String> row : expected) {
                Impact found = byKey.remove(key(row, scenarios, groups));
                String name = one.get("case").asString();
                assertTrue(found != null, () -> name + ": no row for " + row);
                List<String> ignored = strings(one.get("ignore"));
                for (String fn : List.of("di_ppg", "di_prop_index", "di_80_index")) {
                    DisproportionateImpactConformance.columns(fn, "_").forEach((column, value) -> {
                        if (!ignored.contains(column) && !same(row.get(column), value.of(found))) {
                            differences.found(new Found(name, row, column, value.of(found), Optional.of(found)));
                        }
                    });
                }
            }
            boolean everybodyAsked = args.path("include_non_disagg_results").asBoolean(false);
            byKey.forEach((key, more) -> {
                boolean unasked = more.axes().isEmpty() && !everybodyAsked
                        || isLong() && more.setting().scenario().size() < scenarios.size();
                assertTrue(unasked, () -> one.get("case") + ": more than expected: " + more);
            });
        }

        private List<String> scenarioColumns() {
            List<String> columns = new ArrayList<>();
            if (isLong()) {
                columns.addAll(strings(one.get("by")));
                columns.addAll(strings(one.get("disaggregation")));
            } else if (!one.get("scenarios").isNull()) {
                columns.addAll(strings(one.get("scenarios").get("columns")));
            }
            return columns;
        }

        private Scenarios scenarios(List<String> columns) {
            Scenarios scenarios =
                    Scenarios.along(columns.stream().map(CountedFile::axis).toArray(Axis[]::new));
            if (!isLong() && !one.get("scenarios").isNull()) {
                for (JsonNode out : one.get("scenarios").get("exclude")) {
                    Map<Axis, String> groups = new LinkedHashMap<>();
                    String all = one.get("scenarios").get("all").asString();
                    out.properties().forEach(e -> {
                        if (!e.getValue().asString().equals(all)) {
                            groups.put(
                                    CountedFile.axis(e.getKey()), e.getValue().asString());
                        }
                    });
                    scenarios = scenarios.without(groups);
                }
            }
            return scenarios;
        }

        private Grouping[] groupings(List<String> groups, JsonNode args) {
            List<Grouping> groupings = new ArrayList<>();
            if (isLong()) {
                groupings.add(grouping(groups, args, 0));
            } else {
                for (int i = 0; i < groups.size(); i++) {
                    groupings.add(grouping(columns(groups.get(i)), args, i));
                }
            }
            return groupings.toArray(new Grouping[0]);
        }

        private static Grouping grouping(List<String> columns, JsonNode args, int at) {
            return Grouping.of(columns.stream().map(CountedFile::axis).toArray(Axis[]::new))
                    .pointsTo(reference(args.get("ppg_reference_groups").get(at).asString()))
                    .ratioTo(reference(
                            args.get("di_80_index_reference_groups").get(at).asString()));
        }

        private List<String> key(Impact row, List<String> scenarios, List<String> groups) {
            List<String> key = new ArrayList<>();
            for (String scenario : scenarios) {
                Label label = row.setting().scenario().get(CountedFile.axis(scenario));
                key.add(label == null ? "- All" : label(label.name()));
            }
            key.add(row.rate().indicator().id());
            key.add(cohort(row));
            for (String group : groups) {
                List<Axis> axes = columns(group).stream()
                        .map(c -> (Axis) CountedFile.axis(c))
                        .toList();
                boolean own = isLong() || row.axes().equals(axes);
                if (own && !row.axes().isEmpty()) {
                    key.add(group);
                    int at = isLong() ? groups.indexOf(group) : 0;
                    List<Label> labels = row.rate().cell().labels();
                    key.add((isLong() ? labels.subList(at, at + 1) : labels)
                            .stream()
                                    .map(Label::name)
                                    .map(n -> label(n))
                                    .collect(Collectors.joining(separator(group))));
                }
            }
            return key;
        }

        private List<String> key(Map<String, String> row, List<String> scenarios, List<String> groups) {
            List<String> key = new ArrayList<>();
            scenarios.forEach(scenario -> key.add(row.get(scenario)));
            key.add(isLong() ? one.get("outcomes").get(0).asString() : row.get("success_variable"));
            String cohort =
                    row.getOrDefault(isLong() ? one.get("cohorts").get(0).asString() : "cohort", "");
            key.add(cohort.isEmpty() ? "NA" : cohort);
            if (isLong()) {
                groups.forEach(group -> {
                    key.add(group);
                    key.add(row.get(group));
                });
            } else if (!row.get("disaggregation").equals("- None")) {
                key.add(row.get("disaggregation"));
                key.add(row.get("group"));
            }
            return key;
        }
    }
}
