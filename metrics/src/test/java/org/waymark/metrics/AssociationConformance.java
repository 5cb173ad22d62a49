package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.ContingencyTable;
import org.waymark.metrics.rate.OddsRatio;
import org.waymark.metrics.rate.Share;

/** Tables of r x c and odds ratios, held to R 4.2.2; see the fixtures' README. */
class AssociationConformance {
    /** R's fisher.test finds the odds ratio and its limits, or where they exceed 1 their inverse, to within 1.2e-4 only. */
    private static final double AS_R_LOOKS = 2e-4;

    private static void ratio(Map<String, String> row, String column, double actual) {
        double expected = Double.parseDouble(row.get(column));
        double distance = expected > 1 ? 1 / expected - 1 / actual : expected - actual;
        assertTrue(Math.abs(distance) <= AS_R_LOOKS, () -> column + " of " + row + ", was " + actual);
    }

    @Test
    void everyTable() {
        Map<String, Map<String, List<Long>>> tables = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/proportions/table_input.csv")) {
            tables.computeIfAbsent(row.get("table"), t -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("row"), r -> new ArrayList<>())
                    .add(Fixtures.whole(row.get("count")));
        }
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/table_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            ContingencyTable table = new ContingencyTable(
                    List.copyOf(tables.get(row.get("table")).values()));
            assertEquals(Fixtures.whole(row.get("n")), table.n());
            assertEquals(Fixtures.whole(row.get("df")), table.degreesOfFreedom());
            Expected.value(row, "chi2", table.chiSquare(), 1e-12);
            Expected.pValue(row, "p", table.p(table.chiSquare()));
            Expected.value(row, "g2", table.g(), 1e-12);
            Expected.pValue(row, "p_g2", table.p(table.g()));
            Expected.value(row, "cramers_v", table.cramersV(), 1e-12);
            Expected.value(row, "cramers_v_bias_corrected", table.correctedCramersV(), 1e-12);
            Expected.value(row, "min_expected", table.minimumExpected(), 1e-12);
            Expected.value(row, "contingency_coefficient", table.contingencyCoefficient(), 1e-12);
            Expected.value(row, "phi", table.phi(), 1e-12);
            Expected.value(row, "chi2_yates", table.yatesChiSquare(), 1e-12);
            if (table.fisher().isPresent()) {
                // Fisher's test of larger tables is not offered.
                Expected.pValue(row, "fisher_p", table.fisher());
            }
        }
    }

    @Test
    void everyOddsRatio() {
        List<Map<String, String>> rows = Fixtures.read("statistics/proportions/two_sample_tests.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            Share first = new Share(Fixtures.whole(row.get("x1")), Fixtures.whole(row.get("n1")));
            Share second = new Share(Fixtures.whole(row.get("x2")), Fixtures.whole(row.get("n2")));
            OddsRatio odds = new OddsRatio(first, second);
            Share all = first.plus(second);
            if (all.yes() == 0 || all.no() == 0) {
                // R prints 0 where nothing can be compared.
                assertEquals("0", row.get("fisher_odds_ratio"));
                assertEquals(Optional.empty(), odds.conditional());
            } else {
                ratio(row, "fisher_odds_ratio", odds.conditional().orElseThrow());
            }
            Interval limits = odds.exact(0.95);
            ratio(row, "fisher_or_lower95", limits.lower());
            ratio(row, "fisher_or_upper95", limits.upper());
        }
    }

    @Test
    void exactLimitsSolveTheirEquationBetterThanR() {
        // One of one against none of one: P(1) = r / (1 + r) is 0.025 at r = 1/39.
        assertEquals(
                1 / 39.0,
                new OddsRatio(new Share(1, 1), new Share(0, 1)).exact(0.95).lower(),
                1e-14);
        assertEquals(
                1, new OddsRatio(new Share(7, 9), new Share(7, 9)).conditional().orElseThrow(), 1e-13);
    }

    @Test
    void woolfsLimitsAreThoseOfTheFourCounts() {
        // One count of every four adds its inverse to the variance of the logarithm.
        OddsRatio odds = new OddsRatio(new Share(28, 684), new Share(18, 676));
        double middle = Math.log(28.0 * 658 / (656.0 * 18));
        double reach = 1.959963984540054 * Math.sqrt(1 / 28.0 + 1 / 656.0 + 1 / 18.0 + 1 / 658.0);
        assertEquals(Math.exp(middle - reach), odds.woolf(0.95).orElseThrow().lower(), 1e-12);
        assertEquals(Math.exp(middle + reach), odds.woolf(0.95).orElseThrow().upper(), 1e-12);
        assertTrue(odds.woolfHalf(0.95).contains(odds.sample().orElseThrow()));
        assertEquals(Optional.empty(), new OddsRatio(new Share(0, 5), new Share(1, 5)).woolf(0.95));
    }
}
