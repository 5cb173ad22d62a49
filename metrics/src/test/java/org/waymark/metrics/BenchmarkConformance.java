package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.measure.Interval;
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
