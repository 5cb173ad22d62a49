package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.tally.MomentTally;
import org.waymark.metrics.decomposition.ExplainedGap;
import org.waymark.metrics.decomposition.OaxacaBlinder;
import org.waymark.metrics.decomposition.ReferenceCoefficients;
import org.waymark.metrics.decomposition.StandardErrors;

/** The Oaxaca-Blinder decomposition, held to R's lm and to packages named in the fixtures' README; classical errors. */
class OaxacaConformance {
    private static final double LEAST_SQUARES = 1e-9;

    private static List<Map<String, String>> read(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/decomposition/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    /** All columns but the group's, the last being the outcome. */
    private static ExplainedGap split(ReferenceCoefficients reference) {
        List<Map<String, String>> rows = read("oaxaca_input.csv");
        List<String> columns = rows.get(0).keySet().stream()
                .filter(name -> !name.equals("group"))
                .toList();
        MomentTally.Builder tally = MomentTally.of(columns.toArray(new String[0]));
        for (Map<String, String> row : rows) {
            tally.add(
                    row.get("group"),
                    columns.stream()
                            .map(name -> BigDecimal.valueOf(Double.parseDouble(row.get(name))))
                            .toList());
        }
        int outcome = columns.size() - 1;
        return OaxacaBlinder.of(columns.get(outcome), "A", "B", columns.subList(0, outcome))
                .reference(reference)
                .errors(StandardErrors.CLASSICAL)
                .over(tally.build());
    }

    private static ExplainedGap.Term term(ExplainedGap gap, String name) {
        String ours = name.equals("(Intercept)") ? "(constant)" : name;
        return gap.parts().orElseThrow().terms().stream()
                .filter(term -> term.name().equals(ours))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void threefold() {
        ExplainedGap.Parts parts =
                split(ReferenceCoefficients.POOLED_WITH_GROUP).parts().orElseThrow();
        for (Map<String, String> row : read("oaxaca_threefold_expected.csv")) {
            ExplainedGap.Component part = switch (row.get("component")) {
                case "gap" -> parts.gap();
                case "endowments" -> parts.endowments();
                case "coefficients" -> parts.coefficients();
                case "interaction" -> parts.interaction();
                default -> throw new IllegalArgumentException(row.get("component"));
            };
            Expected.value(row, "value", Optional.of(part.value()), LEAST_SQUARES);
            Expected.value(row, "std_err_delta", part.standardError(), LEAST_SQUARES);
        }
    }

    @Test
    void threefoldByVariable() {
        ExplainedGap gap = split(ReferenceCoefficients.POOLED_WITH_GROUP);
        for (Map<String, String> row : read("oaxaca_threefold_detail_expected.csv")) {
            ExplainedGap.Term term = term(gap, row.get("term"));
            Expected.value(row, "coef_a", Optional.of(term.firstCoefficient()), LEAST_SQUARES);
            Expected.value(row, "coef_b", Optional.of(term.secondCoefficient()), LEAST_SQUARES);
            Expected.value(row, "se_coef_a", term.firstError(), LEAST_SQUARES);
            Expected.value(row, "se_coef_b", term.secondError(), LEAST_SQUARES);
            Expected.value(row, "mean_a", Optional.of(term.firstMean()), LEAST_SQUARES);
            Expected.value(row, "mean_b", Optional.of(term.secondMean()), LEAST_SQUARES);
            Expected.value(row, "endowments", Optional.of(term.endowments()), LEAST_SQUARES);
            Expected.value(row, "coefficients", Optional.of(term.coefficients()), LEAST_SQUARES);
            Expected.value(row, "interaction", Optional.of(term.interaction()), LEAST_SQUARES);
        }
    }

    private static final Map<String, ReferenceCoefficients> REFERENCES = references();

    private static Map<String, ReferenceCoefficients> references() {
        Map<String, ReferenceCoefficients> references = new LinkedHashMap<>();
        references.put("group_a", ReferenceCoefficients.FIRST_GROUP);
        references.put("group_b", ReferenceCoefficients.SECOND_GROUP);
        references.put("half", ReferenceCoefficients.HALF);
        references.put("cotton", ReferenceCoefficients.BY_SIZE);
        references.put("neumark", ReferenceCoefficients.POOLED);
        references.put("jann", ReferenceCoefficients.POOLED_WITH_GROUP);
        return references;
    }

    @Test
    void twofold() {
        for (Map<String, String> row : read("oaxaca_twofold_expected.csv")) {
            assertTrue(REFERENCES.containsKey(row.get("reference")), row::toString);
            ExplainedGap.Parts parts =
                    split(REFERENCES.get(row.get("reference"))).parts().orElseThrow();
            Expected.value(row, "explained", Optional.of(parts.explained().value()), LEAST_SQUARES);
            Expected.value(row, "unexplained", Optional.of(parts.unexplained().value()), LEAST_SQUARES);
            Expected.value(row, "unexplained_a", Optional.of(parts.unexplainedOfFirst()), LEAST_SQUARES);
            Expected.value(row, "unexplained_b", Optional.of(parts.unexplainedOfSecond()), LEAST_SQUARES);
            Expected.value(row, "explained_share", parts.explainedShare(), LEAST_SQUARES);
        }
    }

    @Test
    void twofoldByVariable() {
        for (Map<String, String> row : read("oaxaca_twofold_detail_expected.csv")) {
            ExplainedGap.Term term = term(split(REFERENCES.get(row.get("reference"))), row.get("term"));
            Expected.value(row, "reference_coef", Optional.of(term.referenceCoefficient()), LEAST_SQUARES);
            Expected.value(row, "explained", Optional.of(term.explained()), LEAST_SQUARES);
            Expected.value(row, "unexplained_a", Optional.of(term.unexplainedOfFirst()), LEAST_SQUARES);
            Expected.value(row, "unexplained_b", Optional.of(term.unexplainedOfSecond()), LEAST_SQUARES);
        }
    }

    @Test
    void referencesOfOneGroupAreTheThreefoldParts() {
        ExplainedGap.Parts parts =
                split(ReferenceCoefficients.SECOND_GROUP).parts().orElseThrow();
        assertEquals(
                parts.endowments().standardError().orElseThrow(),
                parts.explained().standardError().orElseThrow(),
                1e-12);
        assertEquals(
                parts.gap().value(),
                parts.explained().value() + parts.unexplained().value(),
                1e-12);
    }
}
