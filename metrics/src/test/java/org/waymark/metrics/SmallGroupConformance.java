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
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Representation;
import org.waymark.metrics.representation.RepresentationTest;
import org.waymark.metrics.smallgroup.FunnelPlot;
import org.waymark.metrics.smallgroup.Heterogeneity;
import org.waymark.metrics.smallgroup.Prior;
import org.waymark.metrics.smallgroup.ShrunkenRate;
import org.waymark.metrics.smallgroup.ShrunkenRates;
import org.waymark.metrics.smallgroup.Units;

/** Small groups, held to R 4.2.2; see the fixtures' README. */
class SmallGroupConformance {
    private static final double CLOSED = 1e-12;
    private static final double QUANTILE = 1e-10;
    private static final double FITTED = 1e-8;
    private static final double PARAMETER = 1e-6;

    private static List<Map<String, String>> read(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/small-groups/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static Map<String, Units> units() {
        Map<String, List<Units.Unit>> cases = new LinkedHashMap<>();
        read("units_input.csv")
                .forEach(row -> cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>())
                        .add(new Units.Unit(row.get("unit"), share(row, "x", "n"))));
        Map<String, Units> units = new LinkedHashMap<>();
        cases.forEach((name, list) -> units.put(name, Units.of(name, list)));
        return units;
    }

    private static Share share(Map<String, String> row, String yes, String n) {
        return new Share(Fixtures.whole(row.get(yes)), Fixtures.whole(row.get(n)));
    }

    @Test
    void priors() {
        Map<String, Units> units = units();
        for (Map<String, String> row : read("beta_binomial_prior_expected.csv")) {
            Units own = units.get(row.get("case"));
            Prior moments = ShrunkenRates.of(own, Prior.Method.MOMENTS).prior();
            Prior likely = ShrunkenRates.of(own).prior();
            assertEquals(row.get("units"), Integer.toString(moments.units()));
            Expected.value(row, "pooled_rate", Optional.of(own.pooled().value()), CLOSED);
            Expected.value(row, "mom_mu", moments.mean(), CLOSED);
            Expected.value(row, "mom_rho_raw", moments.correlation(), CLOSED);
            Expected.value(row, "mom_M", moments.size(), CLOSED);
            boolean converged = Boolean.parseBoolean(row.get("mle_converged"));
            assertEquals(converged, likely.logLikelihood().isPresent(), row::toString);
            Expected.value(row, "mle_mu", likely.mean(), FITTED);
            Expected.value(row, "mle_alpha", likely.alpha(), PARAMETER);
            Expected.value(row, "mle_beta", likely.beta(), PARAMETER);
            Expected.value(row, "mle_M", likely.size(), PARAMETER);
            Expected.value(row, "mle_rho", likely.correlation().map(found -> Math.max(0, found)), PARAMETER);
            Expected.value(row, "mle_loglik", likely.logLikelihood(), FITTED);
            Heterogeneity differences = new Heterogeneity(own);
            Expected.value(row, "homogeneity_chi2", differences.chiSquare(), CLOSED);
            assertEquals(row.get("homogeneity_df"), Integer.toString(differences.degreesOfFreedom()));
            Expected.pValue(row, "homogeneity_p", differences.p());
        }
    }

    @Test
    void shrunkenRates() {
        Map<String, Units> units = units();
        for (Map<String, String> row : read("shrinkage_expected.csv")) {
            boolean moments = row.get("method").equals("mom");
            ShrunkenRate rate = ShrunkenRates.of(
                            units.get(row.get("case")), moments ? Prior.Method.MOMENTS : Prior.Method.LIKELIHOOD)
                    .rates()
                    .stream()
                    .filter(one -> one.unit().name().equals(row.get("unit")))
                    .findFirst()
                    .orElseThrow();
            Expected.value(row, "raw", rate.raw(), CLOSED);
            Expected.value(row, "reliability", rate.reliability(), moments ? CLOSED : FITTED);
            Expected.value(row, "posterior_mean", rate.mean(), moments ? CLOSED : FITTED);
            Expected.value(row, "posterior_sd", rate.deviation(), moments ? CLOSED : FITTED);
            Expected.value(row, "lower95", rate.interval().map(Interval::lower), moments ? QUANTILE : FITTED);
            Expected.value(row, "upper95", rate.interval().map(Interval::upper), moments ? QUANTILE : FITTED);
        }
    }

    @Test
    void funnelPlots() {
        Map<String, Units> units = units();
        for (Map<String, String> row : read("funnel_plot_expected.csv")) {
            FunnelPlot plot = FunnelPlot.of(units.get(row.get("case")));
            Share share = share(row, "x", "n");
            Expected.value(row, "target", plot.target(), CLOSED);
            Expected.value(row, "z_score", plot.z(share), CLOSED);
            limits(row, "exact", "95", plot.rawLimits(share.n(), FunnelPlot.WARNING));
            limits(row, "exact", "998", plot.rawLimits(share.n(), FunnelPlot.ALARM));
            limits(row, "normal", "95", plot.normalLimits(share.n(), FunnelPlot.WARNING));
            limits(row, "normal", "998", plot.normalLimits(share.n(), FunnelPlot.ALARM));
        }
    }

    private static void limits(Map<String, String> row, String kind, String level, Optional<Interval> limits) {
        Expected.value(row, kind + "_lower" + level, limits.map(Interval::lower), QUANTILE);
        Expected.value(row, kind + "_upper" + level, limits.map(Interval::upper), QUANTILE);
    }

    @Test
    void reliability() {
        Map<String, Units> units = units();
        for (Map<String, String> row : read("reliability_expected.csv")) {
            Units own = units.get(row.get("case"));
            Share share = own.units().stream()
                    .filter(unit -> unit.name().equals(row.get("unit")))
                    .findFirst()
                    .orElseThrow()
                    .share();
            Heterogeneity differences = new Heterogeneity(own);
            Expected.value(row, "std_err_pooled", differences.pooledError(share), CLOSED);
            Expected.value(row, "tau2", differences.betweenVariance(), CLOSED);
            Expected.value(row, "Q", differences.chiSquare(), CLOSED);
            Expected.value(row, "I2", differences.iSquared(), CLOSED);
            Expected.value(row, "reliability", differences.reliability(share), CLOSED);
            Expected.value(row, "overdispersion_phi", differences.overdispersion(), CLOSED);
        }
    }

    @Test
    void representation() {
        Map<String, Map<String, String>> inputs = new LinkedHashMap<>();
        read("representation_input.csv").forEach(row -> inputs.put(row.get("case"), row));
        for (Map<String, String> row : read("representation_expected.csv")) {
            Map<String, String> in = inputs.get(row.get("case"));
            Representation found = Representation.of("group", share(in, "x", "N"), share(in, "g", "R"));
            Expected.value(row, "programme_share", found.share(), CLOSED);
            Expected.value(row, "region_share", Optional.of(found.region().value()), CLOSED);
            Expected.value(row, "difference", found.difference(), CLOSED);
            Expected.value(row, "representation_index", found.index(), CLOSED);
            Expected.value(row, "log_ratio", found.logRatio(), CLOSED);
            Expected.value(row, "index_lower95", found.indexInterval().map(Interval::lower), CLOSED);
            Expected.value(row, "index_upper95", found.indexInterval().map(Interval::upper), CLOSED);
            assertEquals(
                    row.get("additional_joining"), Long.toString(found.joining().orElseThrow()));
            assertEquals(
                    row.get("additional_swapping"),
                    Long.toString(found.swapping().orElseThrow()));
            assertEquals(row.get("at_parity"), Boolean.toString(found.isAtParity()));
            Expected.value(row, "z_score", found.z(), CLOSED);
            test(row, "binomial", found.test(RepresentationTest.Kind.OUTSIDE_REFERENCE));
            test(row, "hyper", found.test(RepresentationTest.Kind.PART_OF_REGION));
        }
        assertTrue(inputs.size() > 1);
    }

    private static void test(Map<String, String> row, String kind, RepresentationTest test) {
        Expected.pValue(row, kind + "_two_sided", Optional.of(test.twoSided()));
        Expected.pValue(row, kind + "_less", Optional.of(test.less()));
        Expected.pValue(row, kind + "_greater", Optional.of(test.greater()));
    }
}
