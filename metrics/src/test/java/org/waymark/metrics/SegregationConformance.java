package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.segregation.Dissimilarity;
import org.waymark.metrics.segregation.Distribution;
import org.waymark.metrics.segregation.Inequality;
import org.waymark.metrics.segregation.Segregation;

/** Segregation and inequality, held to R 4.2.2; see the fixtures' README. */
class SegregationConformance {
    private static final double CLOSED = 1e-12;

    private static List<Map<String, String>> read(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/segregation/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static Map<String, Distribution> distributions() {
        Map<String, Map<String, Map<String, Long>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : read("units_input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("unit"), u -> new LinkedHashMap<>())
                    .put(row.get("group"), Fixtures.whole(row.get("count")));
        }
        Map<String, Distribution> distributions = new LinkedHashMap<>();
        cases.forEach((name, units) -> {
            List<String> groups = units.values().stream()
                    .flatMap(unit -> unit.keySet().stream())
                    .distinct()
                    .toList();
            List<List<Long>> counts = units.values().stream()
                    .map(unit -> groups.stream()
                            .map(group -> unit.getOrDefault(group, 0L))
                            .toList())
                    .toList();
            distributions.put(name, Distribution.of(List.copyOf(units.keySet()), groups, counts));
        });
        return distributions;
    }

    @Test
    void everyIndex() {
        Map<String, Distribution> distributions = distributions();
        for (Map<String, String> row : read("indices_expected.csv")) {
            Distribution distribution = distributions.get(row.get("case"));
            Segregation all = new Segregation(distribution);
            Supplier<Dissimilarity> two = () -> new Dissimilarity(distribution);
            Optional<Double> actual = switch (row.get("index")) {
                case "multigroup_D" -> all.dissimilarity();
                case "theil_H" -> all.theil();
                case "mutual_information_M" -> all.mutualInformation();
                case "entropy" -> all.entropy();
                case "multigroup_normalised_exposure_P" -> all.normalisedExposure();
                case "relative_diversity_R" -> all.relativeDiversity();
                case "D" -> two.get().index();
                case "isolation_1" -> two.get().isolation();
                case "exposure_1_to_2" -> two.get().exposure();
                case "isolation_2" -> two.get().isolationOfSecond();
                case "exposure_2_to_1" -> two.get().exposureOfSecond();
                case "eta_squared_V" -> two.get().correlationRatio();
                case "gini_segregation" -> two.get().gini();
                case "expected_D_random" -> two.get().expectedAtRandom();
                case "D_bias_corrected_CT" -> two.get().corrected();
                default -> throw new IllegalArgumentException(row.get("index"));
            };
            Expected.value(row, "value", actual, CLOSED);
        }
    }

    @Test
    void betweenAndWithinLargerUnits() {
        Map<String, Distribution> distributions = distributions();
        Map<String, String> larger = new LinkedHashMap<>();
        read("local_expected.csv").forEach(row -> larger.put(row.get("unit"), row.get("super_unit")));
        List<String> checked = new ArrayList<>();
        for (Map<String, String> row : read("between_within_expected.csv")) {
            Segregation all = new Segregation(distributions.get(row.get("case")));
            Optional<Double> actual = switch (row.get("part")) {
                case "total_M" -> all.mutualInformation();
                case "between_M" -> all.between(larger);
                case "within_M" -> all.within(larger);
                default -> throw new IllegalArgumentException(row.get("part"));
            };
            Expected.value(row, "value", actual, CLOSED);
            checked.add(row.get("case"));
        }
        List<Segregation.Local> locals = new Segregation(distributions.get(checked.get(0))).locals();
        for (Map<String, String> row : read("local_expected.csv")) {
            Segregation.Local local = locals.stream()
                    .filter(l -> l.unit().equals(row.get("unit")))
                    .findFirst()
                    .orElseThrow();
            Expected.value(row, "share", Optional.of(local.share()), CLOSED);
            Expected.value(row, "local_M", Optional.of(local.local()), CLOSED);
            Expected.value(row, "contribution", Optional.of(local.contribution()), CLOSED);
        }
    }

    @Test
    void inequality() {
        Map<String, List<Inequality.Value>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : read("inequality_input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>())
                    .add(new Inequality.Value(Double.parseDouble(row.get("value")), Fixtures.whole(row.get("weight"))));
        }
        for (Map<String, String> row : read("inequality_expected.csv")) {
            Inequality inequality = new Inequality(cases.get(row.get("case")));
            Expected.value(row, "mean", inequality.mean(), CLOSED);
            Expected.value(row, "gini", inequality.gini(), CLOSED);
            Expected.value(row, "gini_unbiased", inequality.unbiasedGini(), CLOSED);
            Expected.value(row, "theil_T", inequality.theilT(), CLOSED);
            Expected.value(row, "theil_L", inequality.theilL(), CLOSED);
            Expected.value(row, "cv", inequality.coefficientOfVariation(), CLOSED);
        }
    }

    @Test
    void expectedDissimilarityIsTheSumOverAllSpreads() {
        // Two units of 2 and 1, one member of the first group of two: k of the unit of 2 is 0 or 1 with 1/3 and 2/3.
        Distribution units =
                Distribution.of(List.of("a", "b"), List.of("x", "y"), List.of(List.of(1L, 1L), List.of(0L, 1L)));
        double inFirst = 1.0 / 3 * Math.abs(0 - 2 / 2.0) + 2.0 / 3 * Math.abs(1 - 1 / 2.0);
        double inSecond = 1.0 / 3 * Math.abs(1 - 0) + 2.0 / 3 * Math.abs(0 - 1 / 2.0);
        assertEquals(
                (inFirst + inSecond) / 2,
                new Dissimilarity(units).expectedAtRandom().orElseThrow(),
                1e-15);
        assertTrue(new Dissimilarity(units).corrected().orElseThrow() <= 1);
    }
}
