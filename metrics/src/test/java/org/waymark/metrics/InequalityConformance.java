package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.InequalityDifferences.Found;
import org.waymark.metrics.inequality.InequalityMeasure;
import org.waymark.metrics.inequality.InequalityRules;
import org.waymark.metrics.inequality.InequalityRules.Concentration;
import org.waymark.metrics.inequality.InequalityRules.Curve;
import org.waymark.metrics.inequality.Subgroup;
import org.waymark.metrics.inequality.Subgroups;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import tools.jackson.databind.JsonNode;

/** Held to healthequal 1.0.1; where it differs on purpose, {@link InequalityDifferences} says why. */
class InequalityConformance {
    private static final String FOLDER = "disparity/";
    private static final Map<String, InequalityMeasure> MEASURES = new LinkedHashMap<>();

    static {
        List<String> names = List.of(
                "d", "r", "bgv", "bgsd", "covar", "ti", "mld", "idisu", "idisw", "mdmu", "mdmw", "mdbu", "mdbw", "mdru",
                "mdrw", "parisk", "paf", "aci", "rci", "sii", "rii");
        for (int i = 0; i < names.size(); i++) {
            MEASURES.put(names.get(i), InequalityMeasure.values()[i]);
        }
    }

    private final Map<String, List<Map<String, String>>> files = new HashMap<>();
    private final Map<String, Map<String, String>> corrected = new HashMap<>();

    private static Map<String, Map<String, String>> byCase(String file) {
        return Fixtures.read(FOLDER + file).stream()
                .collect(Collectors.toMap(row -> row.get("case"), row -> row, (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void casesMadeForThisProject() {
        run(false);
    }

    @Test
    void casesOfBundledData() {
        Assumptions.assumeTrue(Fixtures.has(FOLDER + "he_ordered.csv"), "the bundled data are not here");
        corrected.putAll(byCase("he_corrected_se.csv"));
        assertFalse(corrected.isEmpty());
        run(true);
        assertEquals(Map.of(), corrected, "corrected errors of no case");
    }

    private void run(boolean bundled) {
        InequalityDifferences differences = new InequalityDifferences();
        Map<String, Map<String, String>> expected = byCase("he_expected.csv");
        Set<String> measures = new LinkedHashSet<>();
        for (JsonNode one : Fixtures.json(FOLDER + "he_cases.json")) {
            String name = one.get("case").asString();
            if (bundled || one.get("input").asString().equals("he_edge.csv")) {
                String fn = one.get("fn").asString().replace("healthequal::", "");
                assertTrue(MEASURES.containsKey(fn), fn);
                measures.add(fn);
                compare(one, fn, expected.get(name), differences);
            }
        }
        assertEquals(
                MEASURES.keySet(),
                new LinkedHashSet<>(
                        MEASURES.keySet().stream().filter(measures::contains).toList()));
        differences.assertComplete(bundled);
    }

    private void compare(JsonNode one, String fn, Map<String, String> row, InequalityDifferences differences) {
        String name = one.get("case").asString();
        Set<String> arguments = new LinkedHashSet<>(one.get("columns").propertyNames());
        boolean answers = row.get("status").equals("ok");
        if (arguments.contains("weight")) {
            differences.found(new Found(name, fn, "status", row, "refused", Optional.empty(), arguments));
            return;
        }
        Subgroups groups = groups(one);
        Figure figure;
        try {
            figure = MEASURES.get(fn).of(groups, rules(one));
        } catch (IllegalArgumentException refused) {
            if (answers) {
                differences.found(new Found(name, fn, "status", row, "refused", Optional.of(groups), arguments));
            }
            return;
        }
        if (!answers) {
            differences.found(new Found(name, fn, "status", row, "answered", Optional.of(groups), arguments));
            return;
        }
        Map<String, Optional<Double>> ours = new LinkedHashMap<>();
        ours.put("estimate", figure.estimate());
        if (!row.get("ci").equals("simulated")) {
            ours.put("se", figure.standardError());
            ours.put("lowerci", figure.interval().map(Interval::lower));
            ours.put("upperci", figure.interval().map(Interval::upper));
        }
        Map<String, String> truth = corrected.containsKey(name) ? corrected.remove(name) : row;
        boolean fitted = fn.equals("sii") || fn.equals("rii");
        ours.forEach((column, value) -> {
            double tolerance = column.equals("estimate") && !fitted ? 1e-12 : 1e-9;
            if (!same(truth.get(column), value, tolerance)) {
                String found = value.map(String::valueOf).orElse("");
                differences.found(new Found(name, fn, column, row, found, Optional.of(groups), arguments));
            }
        });
        if (row.get("ci").equals("simulated")) {
            drawn(row, figure);
        }
    }

    private static boolean same(String expected, Optional<Double> ours, double tolerance) {
        if (List.of("NaN", "NA", "Inf", "").contains(expected)) {
            return ours.isEmpty();
        }
        double number = Double.parseDouble(expected);
        return ours.filter(value -> Math.abs(value - number) <= 1e-12 + tolerance * Math.abs(number))
                .isPresent();
    }

    /** Its 200 or 300 draws are not ours: the upper limits must lie near each other, and our limits hold the estimate. */
    private static void drawn(Map<String, String> row, Figure figure) {
        Interval limits = figure.interval().orElseThrow();
        double estimate = figure.estimate().orElseThrow();
        assertTrue(limits.contains(estimate), row::toString);
        assertTrue(figure.standardError().orElseThrow() > 0, row::toString);
        double theirs = Double.parseDouble(row.get("upperci"));
        double width = theirs - Double.parseDouble(row.get("lowerci"));
        // Where the estimate differs on purpose the limits do too; idisw keeps the observed mean in every draw.
        if (!row.get("fn").equals("idisw") && same(row.get("estimate"), Optional.of(estimate), 1e-12)) {
            assertTrue(Math.abs(limits.upper() - theirs) < width / 4, () -> limits + " of " + row);
        }
    }

    private Subgroups groups(JsonNode one) {
        List<Map<String, String>> rows = new ArrayList<>(
                files.computeIfAbsent(one.get("input").asString(), file -> Fixtures.read(FOLDER + file)));
        JsonNode filter = one.get("filter");
        if (filter != null && !filter.isNull()) {
            filter.properties()
                    .forEach(kept -> rows.removeIf(row ->
                            !row.get(kept.getKey()).equals(kept.getValue().asString())));
        }
        assertFalse(rows.isEmpty(), one::toString);
        JsonNode columns = one.get("columns");
        boolean ordered = columns.has("subgroup_order");
        if (ordered) {
            rows.sort(Comparator.comparing(row -> Integer.parseInt(row.get("subgroup_order"))));
        }
        List<Subgroup> groups = new ArrayList<>();
        Optional<String> reference = Optional.empty();
        for (Map<String, String> row : rows) {
            groups.add(new Subgroup(
                    row.get("subgroup"),
                    number(columns, "est", row),
                    number(columns, "se", row),
                    number(columns, "pop", row)));
            if (columns.has("reference_subgroup")
                    && row.get("reference_subgroup").equals("1")) {
                reference = Optional.of(row.get("subgroup"));
            }
        }
        Map<String, String> any = rows.get(0);
        return new Subgroups(
                groups,
                ordered,
                any.get("favourable_indicator").equals("0") ? Direction.ADVERSE : Direction.FAVOURABLE,
                Double.parseDouble(any.get("indicator_scale")),
                reference,
                number(columns, "setting_average", any));
    }

    private static Optional<Double> number(JsonNode columns, String argument, Map<String, String> row) {
        return Optional.ofNullable(columns.get(argument))
                .map(column -> row.get(column.asString()))
                .filter(text -> !text.equals("NA"))
                .map(Double::parseDouble);
    }

    private static InequalityRules rules(JsonNode one) {
        InequalityRules rules = InequalityRules.STANDARD;
        for (Map.Entry<String, JsonNode> given : one.get("args").properties()) {
            JsonNode value = given.getValue();
            rules = switch (given.getKey()) {
                case "conf.level" -> rules.confidence(value.asDouble());
                case "force" -> rules.missing(value.asBoolean() ? 1 : rules.missing());
                case "linear" -> rules.curve(value.asBoolean() ? Curve.LINE : Curve.LOGISTIC);
                case "lmin" -> rules.concentration(Concentration.BOUNDED);
                case "method" ->
                    rules.concentration(
                            value.asString().equals("wagstaff") ? Concentration.WAGSTAFF : Concentration.ERREYGERS);
                case "lmax", "sim" -> rules;
                default -> throw new AssertionError("argument " + given.getKey());
            };
        }
        return rules;
    }
}
