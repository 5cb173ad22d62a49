package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.DifferenceInterval;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.survival.LogRank;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values as textbooks and papers print them; the table names the function and its arguments. */
class PublishedConformance {
    private static final Map<String, RateInterval> RATE = rateIntervals();
    private static final Map<String, DifferenceInterval> DIFFERENCE = differenceIntervals();
    private static final Map<String, Multiplicity> ADJUSTED = adjustments();

    private static Map<String, RateInterval> rateIntervals() {
        Map<String, RateInterval> methods = new LinkedHashMap<>();
        methods.put("wald", RateInterval.WALD);
        methods.put("wilson", RateInterval.WILSON);
        methods.put("wilson_cc", RateInterval.WILSON_CONTINUITY);
        methods.put("agresti_coull", RateInterval.AGRESTI_COULL);
        methods.put("clopper_pearson", RateInterval.CLOPPER_PEARSON);
        return methods;
    }

    private static Map<String, DifferenceInterval> differenceIntervals() {
        Map<String, DifferenceInterval> methods = new LinkedHashMap<>();
        methods.put("wald", DifferenceInterval.WALD);
        methods.put("wald_cc", DifferenceInterval.WALD_CONTINUITY);
        methods.put("agresti_caffo", DifferenceInterval.AGRESTI_CAFFO);
        methods.put("newcombe", DifferenceInterval.NEWCOMBE);
        methods.put("newcombe_cc", DifferenceInterval.NEWCOMBE_CONTINUITY);
        methods.put("mee", DifferenceInterval.MEE);
        methods.put("miettinen_nurminen", DifferenceInterval.MIETTINEN_NURMINEN);
        return methods;
    }

    private static Map<String, Multiplicity> adjustments() {
        Map<String, Multiplicity> methods = new LinkedHashMap<>();
        methods.put("bonferroni", Multiplicity.BONFERRONI);
        methods.put("holm", Multiplicity.HOLM);
        methods.put("hochberg", Multiplicity.HOCHBERG);
        methods.put("BH", Multiplicity.BENJAMINI_HOCHBERG);
        methods.put("BY", Multiplicity.BENJAMINI_YEKUTIELI);
        return methods;
    }

    /** Every function of the table by its name; a name that is not here fails. */
    private static double value(String function, JsonNode args) {
        return switch (function) {
            case "proportion_interval" ->
                bound(
                        args,
                        RATE.get(args.get("method").asString())
                                .raw(
                                        share(args, "x", "n"),
                                        args.get("confidence").asDouble()));
            case "difference_interval" ->
                bound(
                        args,
                        DIFFERENCE
                                .get(args.get("method").asString())
                                .raw(
                                        share(args, "x1", "n1"),
                                        share(args, "x2", "n2"),
                                        args.get("confidence").asDouble()));
            case "proportion" -> share(args, "x", "n").value();
            case "rejections" -> rejections(args);
            case "crude_gap" -> crudeGap(args);
            case "log_rank" -> logRank(args);
            case "actuarial_survival" -> actuarialSurvival(args);
            default -> throw new IllegalArgumentException("function: " + function + " is not known");
        };
    }

    private static double logRank(JsonNode args) {
        LogRank test = SurvivalConformance.logRank(
                Times.read("statistics/" + args.get("input").asString(), "dataset")
                        .get(args.get("dataset").asString()),
                args.get("rho").asDouble());
        return (args.get("result").asString().equals("p") ? test.p() : test.chiSquare()).orElseThrow();
    }

    private static double actuarialSurvival(JsonNode args) {
        double end = args.get("interval_end").asDouble();
        String input = "statistics/" + args.get("input").asString();
        return SurvivalConformance.lifeTables(input).get(args.get("table").asString()).actuarial().stream()
                .filter(interval -> interval.interval().end() == end)
                .findFirst()
                .orElseThrow()
                .survival();
    }

    private static Share share(JsonNode args, String yes, String n) {
        return new Share(args.get(yes).asLong(), args.get(n).asLong());
    }

    private static double bound(JsonNode args, Interval limits) {
        return args.get("bound").asString().equals("lower") ? limits.lower() : limits.upper();
    }

    private static List<Map<String, String>> rows(JsonNode args) {
        return Fixtures.read("statistics/" + args.get("input").asString()).stream()
                .filter(row -> row.get("case").equals(args.get("case").asString()))
                .toList();
    }

    private static long rejections(JsonNode args) {
        List<Optional<Double>> p = rows(args).stream()
                .map(row -> row.get("p").isEmpty()
                        ? Optional.<Double>empty()
                        : Optional.of(Double.parseDouble(row.get("p"))))
                .toList();
        double level = args.get("level").asDouble();
        return ADJUSTED.get(args.get("method").asString()).adjust(p).stream()
                .flatMap(Optional::stream)
                .filter(adjusted -> adjusted <= level)
                .count();
    }

    private static double crudeGap(JsonNode args) {
        Share one = new Share(0, 0);
        Share two = new Share(0, 0);
        for (Map<String, String> row : rows(args)) {
            one = one.plus(new Share(Fixtures.whole(row.get("x1")), Fixtures.whole(row.get("n1"))));
            two = two.plus(new Share(Fixtures.whole(row.get("x2")), Fixtures.whole(row.get("n2"))));
        }
        return one.value() - two.value();
    }

    @TestFactory
    Stream<DynamicTest> everyPrintedValue() {
        List<Map<String, String>> rows = Fixtures.read("statistics/published.csv");
        assertFalse(rows.isEmpty());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("case") + " " + row.get("quantity"), () -> {
                    double found =
                            value(row.get("function"), JsonMapper.shared().readTree(row.get("args")));
                    double computed = Double.parseDouble(row.get("computed"));
                    assertTrue(Fixtures.near(computed, found, 1e-9), () -> row + ", was " + found);
                    int decimals = Integer.parseInt(row.get("decimals"));
                    boolean agrees = rounded(found, decimals)
                                    .compareTo(rounded(Double.parseDouble(row.get("printed")), decimals))
                            == 0;
                    assertEquals(Boolean.parseBoolean(row.get("agrees")), agrees, row::toString);
                }));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
