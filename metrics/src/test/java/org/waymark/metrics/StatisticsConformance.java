package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.DifferenceInterval;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.RatioInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.TrendTest;
import org.waymark.metrics.rate.TwoRatesTest;

/** Held to R 4.2.2; see the fixtures' README. */
class StatisticsConformance {
    private static void check(Map<String, String> row, String column, double actual, double tolerance) {
        String expected = row.get(column);
        double value = Double.parseDouble(expected);
        assertTrue(Fixtures.near(value, actual, tolerance), () -> column + " of " + row + ", was " + actual);
    }

    private static Share share(Map<String, String> row, String yes, String n) {
        return new Share(Fixtures.whole(row.get(yes)), Fixtures.whole(row.get(n)));
    }

    private static void limits(Map<String, String> row, Interval limits, double tolerance) {
        check(row, "lower", limits.lower(), tolerance);
        check(row, "upper", limits.upper(), tolerance);
    }

    @Test
    void everyIntervalOfARate() {
        Map<String, RateInterval> methods = new LinkedHashMap<>();
        methods.put("wald", RateInterval.WALD);
        methods.put("wilson", RateInterval.WILSON);
        methods.put("wilson_cc", RateInterval.WILSON_CONTINUITY);
        methods.put("agresti_coull", RateInterval.AGRESTI_COULL);
        methods.put("clopper_pearson", RateInterval.CLOPPER_PEARSON);
        methods.put("jeffreys", RateInterval.JEFFREYS);
        methods.put("jeffreys_equal_tailed", RateInterval.JEFFREYS_EQUAL_TAILED);
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/proportion_interval.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            RateInterval method = methods.get(row.get("method"));
            assertTrue(method != null, row.get("method"));
            limits(row, method.raw(share(row, "x", "n"), Double.parseDouble(row.get("confidence"))), 1e-10);
        }
    }

    @Test
    void everyIntervalOfADifference() {
        Map<String, DifferenceInterval> methods = new LinkedHashMap<>();
        methods.put("wald", DifferenceInterval.WALD);
        methods.put("wald_cc", DifferenceInterval.WALD_CONTINUITY);
        methods.put("agresti_caffo", DifferenceInterval.AGRESTI_CAFFO);
        methods.put("newcombe", DifferenceInterval.NEWCOMBE);
        methods.put("newcombe_cc", DifferenceInterval.NEWCOMBE_CONTINUITY);
        methods.put("mee", DifferenceInterval.MEE);
        methods.put("miettinen_nurminen", DifferenceInterval.MIETTINEN_NURMINEN);
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/difference_interval.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            DifferenceInterval method = methods.get(row.get("method"));
            assertTrue(method != null, row.get("method"));
            Interval found = method.raw(
                    share(row, "x1", "n1"), share(row, "x2", "n2"), Double.parseDouble(row.get("confidence")));
            limits(row, found, 1e-9);
        }
    }

    @Test
    void everyIntervalOfARatio() {
        Map<String, RatioInterval> methods = new LinkedHashMap<>();
        methods.put("katz", RatioInterval.KATZ);
        methods.put("katz_half", RatioInterval.KATZ_HALF);
        methods.put("koopman", RatioInterval.KOOPMAN);
        methods.put("miettinen_nurminen", RatioInterval.MIETTINEN_NURMINEN);
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/ratio_interval.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            RatioInterval method = methods.get(row.get("method"));
            assertTrue(method != null, row.get("method"));
            Optional<Interval> found = method.of(
                    share(row, "x1", "n1"), share(row, "x2", "n2"), Double.parseDouble(row.get("confidence")));
            if (row.get("lower").isEmpty()) {
                assertTrue(found.isEmpty(), row::toString);
            } else {
                limits(row, found.orElseThrow(), 1e-9);
            }
        }
    }

    /** A p-value to within 1e-10, or 1e-8 of itself; or nothing where nothing is expected. */
    private static void pValue(Map<String, String> row, String column, Optional<Double> actual) {
        if (row.get(column).isEmpty()) {
            assertTrue(actual.isEmpty(), () -> column + " of " + row);
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        double found = actual.orElseThrow();
        assertTrue(
                Math.abs(expected - found) <= Math.max(1e-10, 1e-8 * expected),
                () -> column + " of " + row + ", was " + found);
    }

    @Test
    void testsOfTwoRates() {
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/two_sample_tests.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            TwoRatesTest test = new TwoRatesTest(share(row, "x1", "n1"), share(row, "x2", "n2"));
            pValue(row, "p_two_sided_z", test.pooledZ().map(TwoRatesTest::twoSided));
            pValue(row, "p_two_sided_unpooled", test.unpooledZ().map(TwoRatesTest::twoSided));
            pValue(row, "p_yates", test.yatesP());
            pValue(row, "fisher_two_sided", Optional.of(test.fisher()));
            pValue(row, "fisher_greater", Optional.of(test.fisherGreater()));
            pValue(row, "fisher_less", Optional.of(test.fisherLess()));
        }
    }

    @Test
    void trends() {
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/proportions/trend_input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>()).add(row);
        }
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/trend_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            List<Map<String, String>> groups = cases.get(row.get("case"));
            TrendTest test = new TrendTest(
                    groups.stream().map(g -> Double.parseDouble(g.get("score"))).toList(),
                    groups.stream().map(g -> share(g, "x", "n")).toList());
            check(row, "z", test.z().orElseThrow(), 1e-10);
            check(row, "chi2_overall", test.overallChiSquare().orElseThrow(), 1e-10);
            check(row, "chi2_departure", test.departureChiSquare().orElseThrow(), 1e-9);
            int df = groups.size() - 1;
            pValue(row, "p_overall", test.overallChiSquare().map(chi -> TrendTest.p(chi, df)));
            pValue(row, "p_departure", test.departureChiSquare().map(chi -> TrendTest.p(chi, df - 1)));
        }
    }

    @Test
    void adjustedPValues() {
        Map<String, Multiplicity> methods = new LinkedHashMap<>();
        methods.put("bonferroni", Multiplicity.BONFERRONI);
        methods.put("holm", Multiplicity.HOLM);
        methods.put("hochberg", Multiplicity.HOCHBERG);
        methods.put("BH", Multiplicity.BENJAMINI_HOCHBERG);
        methods.put("BY", Multiplicity.BENJAMINI_YEKUTIELI);
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/proportions/p_adjust.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>()).add(row);
        }
        assertFalse(cases.isEmpty());
        for (List<Map<String, String>> rows : cases.values()) {
            List<Optional<Double>> given = rows.stream()
                    .map(row -> row.get("p").isEmpty()
                            ? Optional.<Double>empty()
                            : Optional.of(Double.parseDouble(row.get("p"))))
                    .toList();
            methods.forEach((column, method) -> {
                List<Optional<Double>> adjusted = method.adjust(given);
                for (int i = 0; i < rows.size(); i++) {
                    pValue(rows.get(i), column, adjusted.get(i));
                }
            });
        }
    }
}
