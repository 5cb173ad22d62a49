package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.goal.GapTrend;
import org.waymark.metrics.goal.GoalOutlook;
import org.waymark.metrics.goal.GoalPath;
import org.waymark.metrics.goal.Pace;
import org.waymark.metrics.goal.PaceScale;
import org.waymark.metrics.goal.ProjectedRate;
import org.waymark.metrics.goal.Projection;
import org.waymark.metrics.goal.RateSeries;
import org.waymark.metrics.goal.Trend;
import org.waymark.metrics.goal.TrendMethod;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/** Pace, projection, parity and needed students, held to R 4.2.2 and exact fractions. */
class GoalConformance {
    private static final double CLOSED = 1e-12;
    private static final double FITTED = 1e-9;

    private static List<Map<String, String>> read(String file) {
        List<Map<String, String>> rows = Fixtures.read("statistics/" + file);
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static Map<String, Map<String, String>> byName(String file, String column) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        read(file).forEach(row -> rows.put(row.get(column), row));
        return rows;
    }

    private static Map<String, RateSeries> series(String file) {
        Map<String, List<RateSeries.Year>> years = new LinkedHashMap<>();
        read(file)
                .forEach(row -> years.computeIfAbsent(row.get("series"), s -> new ArrayList<>())
                        .add(new RateSeries.Year(
                                Integer.parseInt(row.get("year")),
                                new Share(Fixtures.whole(row.get("x")), Fixtures.whole(row.get("n"))))));
        Map<String, RateSeries> series = new LinkedHashMap<>();
        years.forEach((name, list) -> series.put(name, RateSeries.of(name, list)));
        return series;
    }

    private static TrendMethod method(String name) {
        return switch (name) {
            case "ols" -> TrendMethod.LEAST_SQUARES;
            case "wls" -> TrendMethod.WEIGHTED_LEAST_SQUARES;
            case "logit_ols" -> TrendMethod.LOG_ODDS;
            case "binomial_glm" -> TrendMethod.BINOMIAL;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void everyPace() {
        Map<String, Map<String, String>> inputs = byName("goals/pace_input.csv", "case");
        for (Map<String, String> row : read("goals/pace_expected.csv")) {
            Map<String, String> in = inputs.get(row.get("case"));
            GoalPath path = GoalPath.of(
                    Integer.parseInt(in.get("base_year")),
                    new BigDecimal(in.get("base")),
                    Integer.parseInt(in.get("target_year")),
                    new BigDecimal(in.get("target")));
            int year = Integer.parseInt(in.get("current_year"));
            Pace pace = path.at(year, new BigDecimal(in.get("current")));
            value(row, "linear_per_year", path.perYear(PaceScale.LINEAR));
            value(row, "logit_per_year", path.perYear(PaceScale.LOG_ODDS));
            value(row, "growth_per_year", path.perYear(PaceScale.GROWTH));
            value(row, "expected_linear", path.expected(PaceScale.LINEAR, year));
            value(row, "expected_logit", path.expected(PaceScale.LOG_ODDS, year));
            value(row, "gap_to_path_linear", pace.aheadOfPath(PaceScale.LINEAR));
            value(row, "gap_to_path_logit", pace.aheadOfPath(PaceScale.LOG_ODDS));
            value(row, "progress_share", pace.progress());
            value(row, "time_share", Optional.of(pace.timeGone()));
            value(row, "achieved_linear_per_year", pace.achievedPerYear(PaceScale.LINEAR));
            value(row, "achieved_logit_per_year", pace.achievedPerYear(PaceScale.LOG_ODDS));
            value(row, "projected_linear_at_target", pace.atTargetYear(PaceScale.LINEAR));
            value(row, "projected_logit_at_target", pace.atTargetYear(PaceScale.LOG_ODDS));
            value(row, "required_linear_from_now", pace.requiredPerYear(PaceScale.LINEAR));
            value(row, "required_logit_from_now", pace.requiredPerYear(PaceScale.LOG_ODDS));
            if (row.get("year_target_reached_linear").equals("Infinity")) {
                assertTrue(pace.yearReached().isEmpty(), row::toString);
            } else {
                value(row, "year_target_reached_linear", pace.yearReached());
            }
            assertEquals(row.get("status"), pace.status().name(), row::toString);
        }
    }

    private static void value(Map<String, String> row, String column, Optional<Double> actual) {
        Expected.value(row, column, actual, CLOSED);
    }

    @Test
    void everyNumberOfStudents() {
        Map<String, Map<String, String>> inputs = byName("goals/additional_students_input.csv", "case");
        for (Map<String, String> row : read("goals/additional_students_expected.csv")) {
            Map<String, String> in = inputs.get(row.get("case"));
            Share share = new Share(Fixtures.whole(in.get("x")), Fixtures.whole(in.get("n")));
            GoalPath path = GoalPath.of(2023, BigDecimal.ZERO, 2030, new BigDecimal(in.get("target")));
            GoalOutlook outlook = GoalOutlook.of(path, RateSeries.of("all", List.of(new RateSeries.Year(2023, share))));
            assertEquals(whole(row, "added_to_numerator"), outlook.needed(), row::toString);
            assertEquals(whole(row, "added_to_both"), outlook.neededToJoin(), row::toString);
        }
    }

    private static OptionalLong whole(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(Fixtures.whole(row.get(column)));
    }

    @Test
    void yearsToParity() {
        Map<String, List<GapTrend.Year>> cases = new LinkedHashMap<>();
        read("goals/parity_input.csv")
                .forEach(row -> cases.computeIfAbsent(row.get("case"), c -> new ArrayList<>())
                        .add(new GapTrend.Year(
                                Integer.parseInt(row.get("year")),
                                Double.parseDouble(row.get("r1")),
                                Double.parseDouble(row.get("r2")))));
        for (Map<String, String> row : read("goals/parity_expected.csv")) {
            GapTrend trend = new GapTrend("one", "two", cases.get(row.get("case")));
            Expected.value(row, "fitted_gap_linear", trend.gap(PaceScale.LINEAR), FITTED);
            Expected.value(row, "gap_slope_linear", trend.slope(PaceScale.LINEAR), FITTED);
            Expected.value(row, "years_to_parity_linear", trend.yearsToParity(PaceScale.LINEAR), FITTED);
            Expected.value(row, "fitted_gap_logit", trend.gap(PaceScale.LOG_ODDS), FITTED);
            Expected.value(row, "gap_slope_logit", trend.slope(PaceScale.LOG_ODDS), FITTED);
            Expected.value(row, "years_to_parity_logit", trend.yearsToParity(PaceScale.LOG_ODDS), FITTED);
            Expected.value(row, "last_observed_gap", trend.lastGap(), CLOSED);
        }
    }

    @Test
    void plainProjections() {
        Map<String, RateSeries> series = series("goals/trend_input.csv");
        for (Map<String, String> row : read("goals/projection_expected.csv")) {
            ProjectedRate found = new Projection(method(row.get("method")), number(row, "level"), false)
                    .of(series.get(row.get("series")), Integer.parseInt(row.get("target_year")));
            Trend trend = found.trend().orElseThrow();
            check(row, "slope", trend.slope());
            Expected.value(row, "slope_se", trend.slopeError(), FITTED);
            Expected.value(row, "residual_se", trend.residualVariance().map(Math::sqrt), FITTED);
            assertEquals(row.get("df"), Integer.toString(trend.degreesOfFreedom()));
            Expected.value(row, "projected", found.rawValue(), FITTED);
            limits(row, "conf", found.rawLineInterval());
            limits(row, "pred", found.rawInterval());
            assertEquals(
                    row.get("verdict"),
                    found.verdict(Fraction.of(new BigDecimal(row.get("target"))))
                            .name(),
                    row::toString);
        }
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static void check(Map<String, String> row, String column, double actual) {
        Expected.value(row, column, Optional.of(actual), FITTED);
    }

    private static void limits(Map<String, String> row, String prefix, Optional<Interval> limits) {
        Expected.value(row, prefix + "_lower", limits.map(Interval::lower), FITTED);
        Expected.value(row, prefix + "_upper", limits.map(Interval::upper), FITTED);
    }

    @Test
    void binomialTrends() {
        Map<String, RateSeries> series = series("goals/trend_input.csv");
        double z = Quantiles.normal(0.95);
        for (Map<String, String> row : read("goals/binomial_trend_expected.csv")) {
            int year = Integer.parseInt(row.get("target_year"));
            Trend trend = Trend.of(TrendMethod.BINOMIAL, series.get(row.get("series")))
                    .orElseThrow();
            check(row, "slope_logit", trend.slope());
            check(row, "slope_se", Math.sqrt(trend.samplingVariance() / trend.spread()));
            check(row, "eta", trend.at(year));
            double error = Math.sqrt(trend.samplingVariance() * trend.leverage(year));
            check(row, "se_eta", error);
            check(row, "projected", trend.rate(year));
            check(row, "pearson_chi2", trend.pearson());
            Expected.value(row, "dispersion", trend.dispersion(), FITTED);
            double quasi = Math.sqrt(trend.flooredVariance().orElseThrow() * trend.leverage(year));
            check(row, "lower95", rate(trend.at(year) - z * error));
            check(row, "upper95", rate(trend.at(year) + z * error));
            check(row, "lower95_quasi", rate(trend.at(year) - z * quasi));
            check(row, "upper95_quasi", rate(trend.at(year) + z * quasi));
        }
    }

    private static double rate(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Test
    void projectionsWithAndWithoutFloor() {
        Map<String, RateSeries> series = series("projection-floor/trend_input.csv");
        Map<String, Map<String, String>> targets = byName("projection-floor/target_input.csv", "series");
        for (Map<String, String> row : read("projection-floor/expected.csv")) {
            Map<String, String> in = targets.get(row.get("series"));
            int year = Integer.parseInt(in.get("target_year"));
            Fraction target = Fraction.of(new BigDecimal(in.get("target")));
            Projection projection = new Projection(method(row.get("method")), number(row, "level"), true);
            ProjectedRate floored = projection.of(series.get(row.get("series")), year);
            ProjectedRate plain = projection.plain().of(series.get(row.get("series")), year);
            Trend trend = floored.trend().orElseThrow();
            assertEquals(row.get("df"), Integer.toString(trend.degreesOfFreedom()));
            Expected.value(row, "projected", floored.rawValue(), FITTED);
            Expected.value(row, "residual_variance", trend.residualVariance(), FITTED);
            check(row, "sampling_variance", trend.samplingVariance());
            double dispersion = trend.dispersion().orElseThrow();
            check(row, "chi2", dispersion * trend.degreesOfFreedom());
            check(row, "dispersion", dispersion);
            check(row, "scale", Math.max(1, dispersion));
            check(row, "pearson_chi2", trend.pearson());
            Expected.value(row, "floored_variance", trend.flooredVariance(), FITTED);
            limits(row, "plain_conf", plain.rawLineInterval());
            limits(row, "plain_pred", plain.rawInterval());
            limits(row, "floor_conf", floored.rawLineInterval());
            limits(row, "floor_pred", floored.rawInterval());
            assertEquals(row.get("verdict_plain"), plain.verdict(target).name(), row::toString);
            assertEquals(row.get("verdict_floor"), floored.verdict(target).name(), row::toString);
            assertEquals(
                    row.get("reason"), floored.undefined().map(Undefined::name).orElse(""), row::toString);
        }
    }
}
