package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.gap.TwoShares;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.DifferenceInterval;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.RatioInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.TrendTest;
import org.waymark.metrics.rate.TwoRatesTest;

/** Held to R 4.2.2 and, for clusters and overlaps, to its package survey; see the fixtures' README. */
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

    @Test
    void clusters() {
        Map<String, Map<String, Map<String, Share>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/clustered/schools_input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("school"), s -> new LinkedHashMap<>())
                    .put(row.get("group"), share(row, "yes", "n"));
        }
        int checked = 0;
        for (Map<String, String> row : Fixtures.read("statistics/clustered/expected.csv")) {
            String measure = row.get("measure");
            if (!Set.of("rate", "difference", "ratio").contains(measure)) {
                continue;
            }
            Map<String, Map<String, Share>> schools = cases.get(row.get("case"));
            Clusters group = set(schools, row.get("group"), row.get("group"));
            Clusters other = set(schools, row.get("other"), row.get("group"));
            Optional<Clusters.StandardError> error = switch (measure) {
                case "rate" -> group.rateError();
                case "difference" -> group.differenceError(other);
                default -> group.logRatioError(other);
            };
            checked++;
            if (row.get("se").isEmpty() || Double.parseDouble(row.get("se")) == 0) {
                // What is left of a variance that is nothing is rounding.
                assertTrue(error.isEmpty() || error.get().value() < 1e-12, () -> row.toString());
                continue;
            }
            double scale = measure.equals("ratio") ? Double.parseDouble(row.get("estimate")) : 1;
            assertTrue(error.isPresent(), row::toString);
            check(row, "se", error.get().value() * scale, 1e-12);
            if (!row.get("lower").isEmpty() && !measure.equals("ratio")) {
                Interval limits = error.get().interval(Double.parseDouble(row.get("estimate")), 0.95);
                check(row, "lower", limits.lower(), 1e-12);
                check(row, "upper", limits.upper(), 1e-12);
            }
        }
        assertTrue(checked > 0);
    }

    private static Clusters set(Map<String, Map<String, Share>> schools, String name, String group) {
        List<Share> shares = new ArrayList<>();
        for (Map<String, Share> school : schools.values()) {
            Share sum = new Share(0, 0);
            for (Map.Entry<String, Share> entry : school.entrySet()) {
                boolean in = name.equals("overall")
                        || name.equals("*")
                        || entry.getKey().equals(name)
                        || name.equals("rest") && !entry.getKey().equals(group);
                sum = in ? sum.plus(entry.getValue()) : sum;
            }
            shares.add(sum);
        }
        return new Clusters(shares);
    }

    @Test
    void overlap() {
        Map<String, Map<String, Share>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/overlap/input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .put(row.get("cell"), share(row, "yes", "n"));
        }
        int checked = 0;
        for (Map<String, String> row : Fixtures.read("statistics/overlap/expected.csv")) {
            if (row.get("measure").equals("rate")) {
                continue;
            }
            Map<String, Share> cells = cases.get(row.get("case"));
            Set<String> one = cellsOf(row.get("group"));
            Set<String> two = cellsOf(row.get("other"));
            Set<String> common = new LinkedHashSet<>(one);
            common.retainAll(two);
            Share first = sum(cells, one);
            Share second = sum(cells, two);
            checked++;
            if (first.n() == 0 || second.n() == 0) {
                assertEquals("NO_OBSERVATIONS", row.get("reason"));
                continue;
            }
            TwoShares shares = new TwoShares(first, second, sum(cells, common));
            boolean difference = row.get("measure").equals("difference");
            if (row.get("se").isEmpty()) {
                assertFalse(row.get("reason").isEmpty(), row::toString);
                continue;
            }
            check(
                    row,
                    "estimate",
                    difference ? shares.difference() : shares.ratio().orElseThrow(),
                    1e-12);
            double variance = difference ? shares.differenceVariance() : shares.logRatioVariance();
            check(row, "se", Math.sqrt(Math.max(0, variance)), 1e-9);
        }
        assertTrue(checked > 0);
    }

    private static Set<String> cellsOf(String set) {
        return new LinkedHashSet<>(
                switch (set) {
                    case "A" -> List.of("a_only", "both");
                    case "B" -> List.of("b_only", "both");
                    case "not_A" -> List.of("b_only", "neither");
                    case "not_B" -> List.of("a_only", "neither");
                    case "union" -> List.of("a_only", "b_only", "both");
                    case "not_union" -> List.of("neither");
                    case "both" -> List.of("both");
                    case "A_not_B" -> List.of("a_only");
                    case "B_not_A" -> List.of("b_only");
                    case "overall" -> List.of("a_only", "b_only", "both", "neither");
                    default -> throw new IllegalArgumentException(set);
                });
    }

    private static Share sum(Map<String, Share> cells, Set<String> of) {
        Share sum = new Share(0, 0);
        for (String cell : of) {
            sum = sum.plus(cells.getOrDefault(cell, new Share(0, 0)));
        }
        return sum;
    }
}
