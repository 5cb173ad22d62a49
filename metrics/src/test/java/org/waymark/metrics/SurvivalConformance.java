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
import org.waymark.metrics.survival.AalenJohansen;
import org.waymark.metrics.survival.Attainment;
import org.waymark.metrics.survival.CurveReading;
import org.waymark.metrics.survival.GrayTest;
import org.waymark.metrics.survival.KaplanMeier;
import org.waymark.metrics.survival.LifeTable;
import org.waymark.metrics.survival.LogRank;
import org.waymark.metrics.survival.NelsonAalen;
import org.waymark.metrics.survival.Observation;
import org.waymark.metrics.survival.RiskTable;
import org.waymark.metrics.survival.SurvivalInterval;

/** Held to R 4.2.2 with its packages survival, cmprsk and etm; see the fixtures' README. */
class SurvivalConformance {
    private static final double CLOSED = 1e-12;
    private static final String FOLDER = "statistics/survival/";

    private static Map<String, Map<String, List<Observation>>> rows() {
        Map<String, Map<String, List<Observation>>> sets = Times.read(FOLDER + "rows_input.csv", "dataset");
        sets.put("cohort", Times.read(FOLDER + "cohort_input.csv", "").get(""));
        return sets;
    }

    private static void check(Map<String, String> row, String column, Optional<Double> actual) {
        check(row, column, actual, CLOSED);
    }

    private static void check(Map<String, String> row, String column, Optional<Double> actual, double tolerance) {
        if (row.get(column).isEmpty()) {
            assertTrue(actual.isEmpty(), () -> column + " of " + row + ", was " + actual);
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        assertTrue(
                actual.isPresent() && Fixtures.near(expected, actual.get(), tolerance),
                () -> column + " of " + row + ", was " + actual);
    }

    private static void count(Map<String, String> row, String column, long actual) {
        assertEquals(Fixtures.whole(row.get(column)), actual, () -> column + " of " + row);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Each curve from rows and from counts; the rows of the expected file are its steps in order. */
    private static void curves(String file, String set, Map<String, Map<String, List<Observation>>> members) {
        Map<List<String>, List<Map<String, String>>> curves = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(FOLDER + file)) {
            curves.computeIfAbsent(
                            List.of(row.getOrDefault("dataset", set), row.getOrDefault("group", "*")),
                            c -> new ArrayList<>())
                    .add(row);
        }
        assertFalse(curves.isEmpty());
        curves.forEach((name, steps) -> {
            List<Observation> group = members.get(name.get(0)).get(name.get(1));
            curve(steps, RiskTable.of(group), 1);
            curve(steps, RiskTable.of(Times.cell(group)), RiskTable.DAYS_OF_YEAR / Times.DAYS);
        });
    }

    private static void curve(List<Map<String, String>> expected, RiskTable table, double unit) {
        List<KaplanMeier.Step> steps = KaplanMeier.of(table).steps();
        List<NelsonAalen.Step> hazards = NelsonAalen.of(table).steps();
        assertEquals(expected.size(), steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Map<String, String> row = expected.get(i);
            KaplanMeier.Step step = steps.get(i);
            check(row, "time", Optional.of(step.time() * unit));
            count(row, "n_risk", step.atRisk());
            count(row, "n_event", step.events());
            count(row, "n_censor", step.censored());
            check(row, "survival", Optional.of(step.survival()));
            check(
                    row,
                    "std_err",
                    step.standardError().filter(e -> !row.get("std_err").isEmpty() || e > 0));
            limits(row, "plain", step.interval(SurvivalInterval.PLAIN, 0.95));
            limits(row, "log", step.interval(SurvivalInterval.LOG, 0.95));
            limits(row, "loglog", step.interval(SurvivalInterval.LOG_LOG, 0.95));
            check(row, "nelson_aalen", Optional.of(hazards.get(i).hazard()));
            check(row, "nelson_aalen_se", Optional.of(hazards.get(i).standardError()));
        }
    }

    private static void limits(Map<String, String> row, String type, Optional<Interval> limits) {
        check(row, "lower_" + type, limits.map(Interval::lower));
        check(row, "upper_" + type, limits.map(Interval::upper));
    }

    @Test
    void kaplanMeierAndNelsonAalen() {
        curves("km_expected.csv", "", rows());
        curves("cohort_km_expected.csv", "cohort", rows());
    }

    @Test
    void lateEntrants() {
        curves(
                "delayed_entry_expected.csv",
                "late",
                Map.of(
                        "late",
                        Times.read(FOLDER + "delayed_entry_input.csv", "").get("")));
    }

    @Test
    void quantiles() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "km_quantiles.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            List<Observation> members = rows().get(row.get("dataset")).get(row.get("group"));
            quantiles(row, KaplanMeier.of(RiskTable.of(members)), 1);
            quantiles(row, KaplanMeier.of(Times.cell(members)), RiskTable.DAYS_OF_YEAR / Times.DAYS);
        }
    }

    private static void quantiles(Map<String, String> row, KaplanMeier curve, double unit) {
        double share = number(row, "probability");
        check(row, "quantile", curve.quantile(share).map(time -> time * unit));
        for (SurvivalInterval type : List.of(SurvivalInterval.LOG, SurvivalInterval.LOG_LOG)) {
            String name = type == SurvivalInterval.LOG ? "log" : "loglog";
            check(row, "lower_" + name, curve.quantileLower(share, type, 0.95).map(time -> time * unit));
            check(row, "upper_" + name, curve.quantileUpper(share, type, 0.95).map(time -> time * unit));
        }
    }

    @Test
    void restrictedMeans() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "rmst_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            List<Observation> members = rows().get(row.get("dataset")).get(row.get("group"));
            CurveReading mean = KaplanMeier.of(RiskTable.of(members)).restrictedMean(number(row, "tau"), 0.95);
            check(row, "rmst", mean.value());
            check(row, "std_err", mean.standardError());
        }
    }

    private static List<String> groups(Map<String, List<Observation>> set) {
        return set.keySet().stream()
                .filter(group -> !group.equals("*"))
                .sorted()
                .toList();
    }

    /** The test of a set's groups, that of everybody left out. */
    static LogRank logRank(Map<String, List<Observation>> set, double rho) {
        return LogRank.of(groups(set).stream()
                        .map(group -> RiskTable.of(set.get(group)))
                        .toList())
                .rho(rho);
    }

    private static void pValue(Map<String, String> row, double actual) {
        double expected = number(row, "p");
        assertTrue(Math.abs(expected - actual) <= Math.max(1e-10, 1e-8 * expected), () -> row + ", was " + actual);
    }

    @Test
    void logRankTests() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "logrank_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            LogRank test = logRank(rows().get(row.get("dataset")), number(row, "rho"));
            check(row, "chi2", test.chiSquare());
            count(row, "df", test.degreesOfFreedom());
            pValue(row, test.p().orElseThrow());
        }
        List<Map<String, String>> groups = Fixtures.read(FOLDER + "logrank_groups_expected.csv");
        assertFalse(groups.isEmpty());
        for (Map<String, String> row : groups) {
            Map<String, List<Observation>> set = rows().get(row.get("dataset"));
            LogRank.Group group =
                    logRank(set, number(row, "rho")).groups().get(groups(set).indexOf(row.get("group")));
            count(row, "n", group.members());
            check(row, "observed", Optional.of(group.observed()));
            check(row, "expected", Optional.of(group.expected()));
            check(row, "variance", Optional.of(group.variance()));
        }
    }

    /**
     * cmprsk has another way with events that come at once, which its paper does not give: of the cohort's 214 events 209 come
     * with another, and χ² differs by less than one per mille. Everything else of the test is held to laws.
     */
    @Test
    void grayTests() {
        Map<String, List<Observation>> cohort = rows().get("cohort");
        List<RiskTable> groups = groups(cohort).stream()
                .map(group -> RiskTable.of(cohort.get(group)))
                .toList();
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "cohort_gray_test.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            GrayTest test = new GrayTest(groups, row.get("kind"));
            double expected = number(row, "chi2");
            assertEquals(expected, test.chiSquare().orElseThrow(), 1e-3 * expected, row.toString());
            count(row, "df", test.degreesOfFreedom());
            assertEquals(number(row, "p"), test.p().orElseThrow(), 5e-4, row.toString());
        }
    }

    @Test
    void cumulativeIncidences() {
        Map<String, List<Observation>> cohort = rows().get("cohort");
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "cohort_cif_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            List<Observation> members = cohort.get(row.get("group"));
            double time = number(row, "time");
            incidence(row, AalenJohansen.of(RiskTable.of(members)), time);
            incidence(row, AalenJohansen.of(RiskTable.of(Times.cell(members))), Times.years(time));
        }
    }

    private static void incidence(Map<String, String> row, AalenJohansen shares, double time) {
        AalenJohansen.Step step = shares.at(row.get("kind"), time);
        count(row, "n_risk", step.atRisk());
        count(row, "n_event", step.events());
        check(row, "cif", Optional.of(step.share()));
        check(row, "std_err", Optional.of(step.standardError()));
        check(row, "std_err_aalen", Optional.of(shares.aalenError(row.get("kind"), time)));
        limits(row, "loglog", step.interval(0.95));
        limits(row, "plain", Optional.of(step.plainInterval(0.95)));
        check(row, "any_survival", Optional.of(shares.waiting().at(time).survival()));
    }

    @Test
    void attainmentByTheHorizonAndItsTwoShortcuts() {
        Map<String, List<Observation>> cohort = rows().get("cohort");
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "cohort_horizon_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            Attainment attainment =
                    Attainment.of(row.get("group"), RiskTable.of(cohort.get(row.get("group"))), number(row, "horizon"));
            count(row, "students", attainment.countingTheUnseenAsNo().n());
            count(row, "attained", attainment.countingTheUnseenAsNo().yes());
            count(row, "known_status", attainment.leavingOutTheUnseen().n());
            check(
                    row,
                    "naive_rate",
                    Optional.of(attainment.countingTheUnseenAsNo().value()));
            check(
                    row,
                    "complete_case_rate",
                    Optional.of(attainment.leavingOutTheUnseen().value()));
            check(row, "km_attainment", attainment.reached().value());
            check(row, "std_err", attainment.reached().standardError());
            limits(row, "loglog", attainment.reached().limits());
            for (String kind : attainment.table().kinds()) {
                check(row, "cif_" + kind, attainment.reached(kind).value());
            }
        }
    }

    /** The tables of a file by name. */
    static Map<String, LifeTable> lifeTables(String file) {
        Map<String, List<LifeTable.Interval>> intervals = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(file)) {
            intervals
                    .computeIfAbsent(row.get("table"), t -> new ArrayList<>())
                    .add(new LifeTable.Interval(
                            number(row, "interval_start"),
                            number(row, "interval_end"),
                            Fixtures.whole(row.get("entered")),
                            Fixtures.whole(row.get("events")),
                            Fixtures.whole(row.get("withdrawn"))));
        }
        Map<String, LifeTable> tables = new LinkedHashMap<>();
        intervals.forEach((name, list) -> tables.put(name, new LifeTable(list)));
        return tables;
    }

    @Test
    void tablesByWholeAge() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "grouped_expected.csv");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            LifeTable table = lifeTables(FOLDER + "grouped_input.csv").get(row.get("table"));
            double start = number(row, "interval_start");
            KaplanMeier.Step step = table.productLimit().at(start);
            check(row, "product_limit_survival_end", Optional.of(step.survival()));
            check(row, "product_limit_se", step.standardError());
            LifeTable.Actuarial actuarial = table.actuarial().stream()
                    .filter(interval -> interval.interval().start() == start)
                    .findFirst()
                    .orElseThrow();
            check(row, "effective_n", Optional.of(actuarial.effective()));
            check(row, "q", actuarial.q());
            check(row, "actuarial_survival_end", Optional.of(actuarial.survival()));
            check(row, "actuarial_se", actuarial.standardError());
            check(row, "density", actuarial.density());
            check(row, "hazard_midpoint", actuarial.hazard());
        }
    }
}
