package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.decomposition.DirectStandardisation;
import org.waymark.metrics.decomposition.IndirectStandardisation;
import org.waymark.metrics.decomposition.Kitagawa;
import org.waymark.metrics.decomposition.Pipeline;
import org.waymark.metrics.decomposition.PipelineStage;
import org.waymark.metrics.decomposition.Simpson;
import org.waymark.metrics.decomposition.Standard;
import org.waymark.metrics.decomposition.Strata;
import org.waymark.metrics.decomposition.Stratum;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Share;

/** Decompositions of aggregate counts, held to R 4.2.2; see the fixtures' README. */
class DecompositionConformance {
    private static final double CLOSED = 1e-12;

    private static Share share(Map<String, String> row, String yes, String n) {
        return new Share(Fixtures.whole(row.get(yes)), Fixtures.whole(row.get(n)));
    }

    private static Map<String, List<Map<String, String>>> cases(String file) {
        Map<String, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/decomposition/" + file)) {
            cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>()).add(row);
        }
        return cases;
    }

    private static Map<String, Strata> strata(String file, String name) {
        Map<String, Strata> strata = new LinkedHashMap<>();
        cases(file)
                .forEach((key, rows) -> strata.put(
                        key,
                        Strata.of(
                                "1",
                                "2",
                                rows.stream()
                                        .map(row -> Stratum.of(
                                                row.get(name), share(row, "x1", "n1"), share(row, "x2", "n2")))
                                        .toList())));
        return strata;
    }

    private static List<Map<String, String>> expected(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/decomposition/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    @Test
    void kitagawa() {
        Map<String, Strata> cases = strata("kitagawa_input.csv", "category");
        for (Map<String, String> row : expected("kitagawa_expected.csv")) {
            Strata strata = cases.get(row.get("case"));
            Kitagawa split = new Kitagawa(strata);
            Expected.value(row, "rate1", Optional.of(strata.total("1").value()), CLOSED);
            Expected.value(row, "rate2", Optional.of(strata.total("2").value()), CLOSED);
            Expected.value(row, "gap", split.gap(), CLOSED);
            Expected.value(row, "rate_effect", split.rateEffect(), CLOSED);
            Expected.value(row, "composition_effect", split.compositionEffect(), CLOSED);
            Expected.value(row, "rate_share", split.rateShare(), CLOSED);
            Expected.value(row, "composition_share", split.compositionShare(), CLOSED);
            Expected.value(row, "rate_effect_base2", split.rateEffectOnSecond(), CLOSED);
            Expected.value(row, "composition_effect_base2", split.compositionEffectOnSecond(), CLOSED);
            Expected.value(row, "interaction", split.interaction(), CLOSED);
        }
    }

    @Test
    void kitagawaByCategory() {
        Map<String, Strata> cases = strata("kitagawa_input.csv", "category");
        for (Map<String, String> row : expected("kitagawa_detail_expected.csv")) {
            Kitagawa.Part part = new Kitagawa(cases.get(row.get("case")))
                    .parts().stream()
                            .filter(p -> p.stratum().name().equals(row.get("category")))
                            .findFirst()
                            .orElseThrow();
            Expected.value(row, "share1", Optional.of(part.firstShare()), CLOSED);
            Expected.value(row, "share2", Optional.of(part.secondShare()), CLOSED);
            Expected.value(row, "rate1", Optional.of(part.firstRate()), CLOSED);
            Expected.value(row, "rate2", Optional.of(part.secondRate()), CLOSED);
            Expected.value(row, "rate_effect", Optional.of(part.rateEffect()), CLOSED);
            Expected.value(row, "composition_effect", Optional.of(part.compositionEffect()), CLOSED);
            Expected.value(row, "composition_effect_centred", Optional.of(part.centredCompositionEffect()), CLOSED);
            Expected.value(row, "rate_effect_base2", Optional.of(part.rateEffectOnSecond()), CLOSED);
            Expected.value(row, "composition_effect_base2", Optional.of(part.compositionEffectOnSecond()), CLOSED);
            Expected.value(row, "interaction", Optional.of(part.interaction()), CLOSED);
        }
    }

    @Test
    void directStandardisation() {
        Map<String, Strata> cases = strata("kitagawa_input.csv", "category");
        for (Map<String, String> row : expected("standardisation_expected.csv")) {
            Strata strata = cases.get(row.get("case"));
            Standard standard = switch (row.get("standard")) {
                case "pooled" -> Standard.pooled();
                case "group1" -> Standard.of("1");
                case "group2" -> Standard.of("2");
                case "equal" -> Standard.equal();
                default -> throw new IllegalArgumentException(row.get("standard"));
            };
            DirectStandardisation rates = DirectStandardisation.of(strata).to(standard);
            String group = row.get("group");
            Expected.value(row, "crude", Optional.of(strata.total(group).value()), CLOSED);
            Expected.value(row, "standardised", rates.rate(group), CLOSED);
            Expected.value(row, "std_err", rates.standardError(group), CLOSED);
            Expected.value(row, "lower95", rates.rawInterval(group).map(Interval::lower), CLOSED);
            Expected.value(row, "upper95", rates.rawInterval(group).map(Interval::upper), CLOSED);
        }
    }

    @Test
    void indirectStandardisation() {
        Map<String, Strata> cases = strata("kitagawa_input.csv", "category");
        for (Map<String, String> row : expected("indirect_standardisation_expected.csv")) {
            IndirectStandardisation ratios = new IndirectStandardisation(cases.get(row.get("case")));
            String group = row.get("group");
            assertEquals(Fixtures.whole(row.get("observed")), ratios.observed(group));
            Expected.value(row, "expected", ratios.expected(group), CLOSED);
            Expected.value(row, "ratio", ratios.ratio(group), CLOSED);
            Expected.value(row, "indirect_rate", ratios.rate(group), CLOSED);
            Expected.value(row, "excess_rate", ratios.excess(group), CLOSED);
        }
    }

    @Test
    void simpson() {
        Map<String, Strata> cases = strata("simpson_input.csv", "stratum");
        for (Map<String, String> row : expected("simpson_expected.csv")) {
            Simpson found = new Simpson(cases.get(row.get("case")));
            Expected.value(row, "crude_gap", found.crudeGap(), CLOSED);
            assertEquals(Fixtures.whole(row.get("strata")), found.compared().size());
            assertEquals(Fixtures.whole(row.get("strata_opposite")), found.opposite());
            assertEquals(Fixtures.whole(row.get("strata_zero")), found.level());
            Expected.value(row, "pooled_standard_gap", found.pooledStandardGap(), CLOSED);
            Expected.value(row, "mh_risk_difference", found.mantelHaenszelGap(), CLOSED);
            Expected.value(row, "mh_odds_ratio", found.mantelHaenszelOddsRatio(), CLOSED);
            Expected.value(row, "cmh_chi2", found.chiSquare(), CLOSED);
            Expected.pValue(row, "cmh_p", found.p());
            assertEquals(row.get("classification"), found.reversal().name().toLowerCase(Locale.ROOT), row::toString);
        }
    }

    @Test
    void simpsonByStratum() {
        Map<String, Strata> cases = strata("simpson_input.csv", "stratum");
        for (Map<String, String> row : expected("simpson_detail_expected.csv")) {
            Stratum stratum = new Simpson(cases.get(row.get("case")))
                    .compared().stream()
                            .filter(s -> s.name().equals(row.get("stratum")))
                            .findFirst()
                            .orElseThrow();
            double first = stratum.shares().get(0).value();
            double second = stratum.shares().get(1).value();
            Expected.value(row, "rate1", Optional.of(first), CLOSED);
            Expected.value(row, "rate2", Optional.of(second), CLOSED);
            Expected.value(row, "gap", Optional.of(first - second), CLOSED);
        }
    }

    private static Map<String, Pipeline> pipelines() {
        Map<String, Pipeline> pipelines = new LinkedHashMap<>();
        cases("funnel_input.csv")
                .forEach((key, rows) -> pipelines.put(
                        key,
                        Pipeline.of(
                                "1",
                                "2",
                                rows.stream()
                                        .map(row -> new PipelineStage(
                                                row.get("stage"), share(row, "x1", "n1"), share(row, "x2", "n2")))
                                        .toList())));
        return pipelines;
    }

    @Test
    void ratesThroughPipelines() {
        Map<String, Pipeline> pipelines = pipelines();
        for (Map<String, String> row : expected("funnel_expected.csv")) {
            Pipeline pipeline = pipelines.get(row.get("case"));
            assertTrue(pipeline.isNested(), row::toString);
            Expected.value(row, "rate1", pipeline.firstRate(), CLOSED);
            Expected.value(row, "rate2", pipeline.secondRate(), CLOSED);
            Expected.value(row, "gap", pipeline.gap(), CLOSED);
            if (row.get("ratio").equals("Infinity")) {
                assertEquals(Optional.empty(), pipeline.ratio());
            } else {
                Expected.value(row, "ratio", pipeline.ratio(), CLOSED);
            }
            Expected.value(row, "log_ratio", pipeline.ratio().map(Math::log), CLOSED);
            Expected.value(row, "se_log_rate1", pipeline.firstLogError(), CLOSED);
            Expected.value(row, "se_log_rate2", pipeline.secondLogError(), CLOSED);
            Expected.value(row, "se_gap_delta", pipeline.gapError(), CLOSED);
            Expected.value(row, "log_mean", pipeline.logMean(), CLOSED);
        }
    }

    @Test
    void stagesOfPipelines() {
        Map<String, Pipeline> pipelines = pipelines();
        for (Map<String, String> row : expected("funnel_stage_expected.csv")) {
            Pipeline pipeline = pipelines.get(row.get("case"));
            int at =
                    pipeline.stages().stream().map(PipelineStage::name).toList().indexOf(row.get("stage"));
            PipelineStage stage = pipeline.stages().get(at);
            Expected.value(row, "rate1", stage.firstRate(), CLOSED);
            Expected.value(row, "rate2", stage.secondRate(), CLOSED);
            Expected.value(row, "log_ratio", stage.logRatio(), CLOSED);
            Expected.value(row, "lmdi", at(pipeline.logMeanDivisia(), at), CLOSED);
            Expected.value(row, "lmdi_share", at(pipeline.shares(pipeline.logMeanDivisia()), at), CLOSED);
            Expected.value(row, "shapley", at(pipeline.shapley(), at), CLOSED);
            Expected.value(row, "shapley_share", at(pipeline.shares(pipeline.shapley()), at), CLOSED);
            Expected.value(row, "lmdi_zero_limit", at(pipeline.logMeanDivisiaLimit(), at), CLOSED);
        }
    }

    private static Optional<Double> at(List<Double> parts, int stage) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(stage));
    }
}
