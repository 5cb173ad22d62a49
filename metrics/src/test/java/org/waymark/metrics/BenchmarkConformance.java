package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.representation.EstimatedParity;
import org.waymark.metrics.survey.ReplicateWeights;
import org.waymark.metrics.survey.SurveyEstimate;

/** Margins of error and what is made of them, held to the Census Bureau's handbook and R 4.2.2. */
class BenchmarkConformance {
    private static final double CLOSED = 1e-12;

    private static List<Map<String, String>> read(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/benchmark/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static SurveyEstimate estimate(Map<String, String> row, String value, String margin) {
        return SurveyEstimate.of(Fixtures.whole(row.get(value)), Fixtures.whole(row.get(margin)));
    }

    private static void check(Map<String, String> row, String column, double actual) {
        Expected.value(row, column, Optional.of(actual), CLOSED);
    }

    @Test
    void representationBesideAnEstimatedRegion() {
        Map<String, Map<String, String>> cases = new LinkedHashMap<>();
        read("representation_input.csv").forEach(row -> cases.put(row.get("case"), row));
        for (Map<String, String> row : read("representation_expected.csv")) {
            Map<String, String> in = cases.get(row.get("case"));
            SurveyEstimate members = estimate(in, "bench", "bench_moe");
            SurveyEstimate region = estimate(in, "region", "region_moe");
            Benchmark benchmark = Benchmark.estimated("group", members, region, "test", 2023);
            Share programme = new Share(Fixtures.whole(in.get("x")), Fixtures.whole(in.get("total")));
            EstimatedParity found = EstimatedParity.of(programme, benchmark);
            Expected.value(row, "share", found.share(), CLOSED);
            check(row, "benchmark_share", benchmark.share().value().doubleValue());
            check(row, "benchmark_moe90", benchmark.share().margin());
            check(row, "benchmark_se", benchmark.share().standardError());
            assertEquals(row.get("benchmark_rule"), members.shareRule(region).name());
            Expected.value(row, "difference", found.difference(), CLOSED);
            Expected.value(row, "difference_se", found.differenceError(), CLOSED);
            Interval plain = plain(found);
            check(row, "difference_lower", plain.lower());
            check(row, "difference_upper", plain.upper());
            limits(row, "difference_mover", found.differenceInterval());
            Expected.value(row, "index", found.index(), CLOSED);
            Expected.value(row, "index_log_se", found.indexLogError(), CLOSED);
            Optional<Double> error =
                    found.indexLogError().flatMap(log -> found.index().map(index -> index * log));
            Expected.value(row, "index_se", error, CLOSED);
            limits(row, "index", found.indexInterval());
            limits(row, "index_fixed", found.indexIntervalAsIfExact());
            assertEquals(row.get("parity"), found.parity().name(), row::toString);
            assertEquals(
                    row.get("parity_benchmark_as_exact"),
                    found.parityAsIfExact().name(),
                    row::toString);
            assertEquals(
                    row.get("reason"), found.undefined().map(Undefined::name).orElse(""));
        }
    }

    /** Symmetric limits, which the library does not offer: where shares are small they are too narrow on one side. */
    private static Interval plain(EstimatedParity found) {
        double reach = Quantiles.normal(0.95) * found.differenceError().orElseThrow();
        double difference = found.difference().orElseThrow();
        return new Interval(difference - reach, difference + reach, 0.95, "plain");
    }

    private static void limits(Map<String, String> row, String prefix, Optional<Interval> limits) {
        Expected.value(row, prefix + "_lower", limits.map(Interval::lower), CLOSED);
        Expected.value(row, prefix + "_upper", limits.map(Interval::upper), CLOSED);
    }

    @Test
    void replicateWeights() {
        List<Map<String, String>> persons = read("replicate_weights_input.csv");
        int replicates = (int) persons.get(0).keySet().stream()
                        .filter(column -> column.matches("w\\d+"))
                        .count()
                - 1;
        List<double[]> weights = IntStream.rangeClosed(0, replicates)
                .mapToObj(r -> persons.stream()
                        .mapToDouble(person -> Double.parseDouble(person.get("w" + r)))
                        .toArray())
                .toList();
        ReplicateWeights survey = ReplicateWeights.of(weights.get(0), weights.subList(1, weights.size()));
        for (Map<String, String> row : read("replicate_weights_expected.csv")) {
            SurveyEstimate found =
                    survey.estimate(statistic(row.get("statistic"), persons)).orElseThrow();
            check(row, "estimate", found.value().doubleValue());
            check(row, "se", found.standardError());
            check(row, "moe90", found.margin());
            check(row, "lower95", found.interval(0.95).lower());
            check(row, "upper95", found.interval(0.95).upper());
        }
    }

    private static Function<double[], Optional<Double>> statistic(String name, List<Map<String, String>> persons) {
        Predicate<Map<String, String>> all = person -> true;
        Predicate<Map<String, String>> yes = person -> person.get("yes").equals("1");
        Predicate<Map<String, String>> a = person -> person.get("group").equals("A");
        return w -> {
            double totalA = total(w, persons, a);
            double yesA = total(w, persons, a.and(yes));
            double yesB = total(w, persons, a.negate().and(yes));
            double totalB = total(w, persons, a.negate());
            double total = total(w, persons, all);
            return Optional.of(
                    switch (name) {
                        case "total_A" -> totalA;
                        case "total_yes_A" -> yesA;
                        case "rate_A" -> yesA / totalA;
                        case "rate_B" -> yesB / totalB;
                        case "rate_all" -> (yesA + yesB) / total;
                        case "share_A" -> totalA / total;
                        case "difference_A_B" -> yesA / totalA - yesB / totalB;
                        case "ratio_A_B" -> yesA / totalA / (yesB / totalB);
                        case "share_A_of_yes" -> yesA / (yesA + yesB);
                        case "index_A" -> yesA / (yesA + yesB) / (totalA / total);
                        default -> throw new IllegalArgumentException(name);
                    });
        };
    }

    private static double total(
            double[] weights, List<Map<String, String>> persons, Predicate<Map<String, String>> which) {
        return IntStream.range(0, weights.length)
                .filter(i -> which.test(persons.get(i)))
                .mapToDouble(i -> weights[i])
                .sum();
    }

    @Test
    void sumsOfEstimates() {
        Map<String, List<SurveyEstimate>> cases = new LinkedHashMap<>();
        read("acs_sum_input.csv")
                .forEach(row -> cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>())
                        .add(estimate(row, "estimate", "moe")));
        for (Map<String, String> row : read("acs_sum_expected.csv")) {
            List<SurveyEstimate> parts = cases.get(row.get("case"));
            SurveyEstimate sum = SurveyEstimate.sum(parts);
            check(row, "sum", sum.value().doubleValue());
            check(row, "moe", sum.margin());
            check(row, "se", sum.standardError());
            Interval limits = sum.interval(0.95);
            check(row, "moe95", (limits.upper() - limits.lower()) / 2);
            check(
                    row,
                    "moe_largest_zero_only",
                    SurveyEstimate.sumWithZeros(parts).margin());
        }
    }

    @Test
    void sharesRatiosDifferencesAndProducts() {
        Map<String, Map<String, String>> cases = new LinkedHashMap<>();
        read("acs_share_input.csv").forEach(row -> cases.put(row.get("case"), row));
        for (Map<String, String> row : read("acs_share_expected.csv")) {
            SurveyEstimate part = estimate(cases.get(row.get("case")), "x", "moe_x");
            SurveyEstimate whole = estimate(cases.get(row.get("case")), "y", "moe_y");
            if (row.get("reason").equals("NOT_A_PROPORTION")) {
                assertThrows(IllegalArgumentException.class, () -> part.shareOf(whole));
            } else {
                SurveyEstimate share = part.shareOf(whole);
                check(row, "proportion", share.value().doubleValue());
                check(row, "proportion_moe", share.margin());
                assertEquals(row.get("rule"), part.shareRule(whole).name());
            }
            SurveyEstimate ratio = part.over(whole);
            check(row, "ratio", ratio.value().doubleValue());
            check(row, "ratio_moe", ratio.margin());
            check(row, "difference", part.minus(whole).value().doubleValue());
            check(row, "difference_moe", part.minus(whole).margin());
            check(row, "product", part.times(whole).value().doubleValue());
            check(row, "product_moe", part.times(whole).margin());
        }
    }
}
