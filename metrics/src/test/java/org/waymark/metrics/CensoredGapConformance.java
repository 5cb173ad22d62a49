package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.survival.Attainment;
import org.waymark.metrics.survival.AttainmentComparison;
import org.waymark.metrics.survival.CurveReading;
import org.waymark.metrics.survival.Observation;
import org.waymark.metrics.survival.RiskTable;

/** Held to R 4.2.2 with its packages survival, etm and msm; see the fixtures' README. */
class CensoredGapConformance {
    private static final double CLOSED = 1e-12;
    private static final String FOLDER = "statistics/censored-gap/";

    /** Makes the table of a group of a case. */
    private interface Road {
        RiskTable table(String ofCase, String group);

        default double time(double ofFixture) {
            return ofFixture;
        }

        /** The unit of the fixtures in units of the road. */
        default double unit() {
            return 1;
        }
    }

    private static void check(Map<String, String> row, String column, Optional<Double> actual, double unit) {
        if (row.get(column).isEmpty()) {
            assertTrue(actual.isEmpty(), () -> column + " of " + row + ", was " + actual);
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        assertTrue(
                actual.isPresent() && Fixtures.near(expected, actual.get() / unit, CLOSED),
                () -> column + " of " + row + ", was " + actual.map(value -> value / unit));
    }

    private static void check(Map<String, String> row, CurveReading reading, double unit) {
        check(row, "estimate", reading.value(), unit);
        check(row, "se", reading.standardError(), unit);
        check(row, "lower", reading.limits().map(Interval::lower), unit);
        check(row, "upper", reading.limits().map(Interval::upper), unit);
        assertEquals(row.get("reason"), reading.undefined().map(Enum::name).orElse(""), row::toString);
    }

    private static void check(Map<String, String> row, Road road) {
        double tau = road.time(Double.parseDouble(row.get("tau")));
        Attainment one = Attainment.of("g1", road.table(row.get("case"), "g1"), tau);
        Attainment two = Attainment.of("g2", road.table(row.get("case"), "g2"), tau);
        AttainmentComparison gap = AttainmentComparison.of(one, two);
        Attainment group = row.get("measure").endsWith("_g2") ? two : one;
        String kind = row.get("kind");
        switch (row.get("measure").replaceFirst("_g[12]$", "")) {
            case "attained" -> check(row, group.reached(), 1);
            case "goal_gap" -> check(row, group.toGoal(new BigDecimal(row.get("goal"))), 1);
            case "goal_gap_plain" -> check(row, group.plainToGoal(new BigDecimal(row.get("goal"))), 1);
            case "restricted_mean" -> check(row, group.restrictedMean(), road.unit());
            case "cif" -> check(row, group.reached(kind), 1);
            case "attained_difference" -> check(row, gap.difference(), 1);
            case "attained_ratio" -> check(row, gap.ratio(), 1);
            case "restricted_mean_difference" -> check(row, gap.restrictedMeanDifference(), road.unit());
            case "cif_difference" -> check(row, gap.difference(kind), 1);
            case "cloglog_test" -> {
                Optional<AttainmentComparison.LogLogTest> test = gap.test();
                check(row, "estimate", test.map(AttainmentComparison.LogLogTest::estimate), 1);
                check(row, "se", test.map(AttainmentComparison.LogLogTest::standardError), 1);
                check(row, "statistic", test.map(AttainmentComparison.LogLogTest::chiSquare), 1);
                check(row, "p", test.map(AttainmentComparison.LogLogTest::p), 1);
                Optional<Undefined> why = gap.testUndefined();
                assertEquals(row.get("reason"), why.map(Enum::name).orElse(""), row::toString);
            }
            default -> throw new IllegalArgumentException(row.get("measure"));
        }
    }

    @Test
    void gapsFromRows() {
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "expected.csv");
        assertFalse(rows.isEmpty());
        Map<String, Map<String, List<Observation>>> cases = Times.read(FOLDER + "rows_input.csv", "case");
        Road road = (ofCase, group) ->
                RiskTable.of(cases.getOrDefault(ofCase, new LinkedHashMap<>()).getOrDefault(group, List.of()));
        rows.forEach(row -> check(row, road));
    }

    @Test
    void gapsFromCountsByDay() {
        Map<String, Map<String, List<Observation>>> cases = Times.read(FOLDER + "rows_input.csv", "case");
        Road road = new Road() {
            @Override
            public RiskTable table(String ofCase, String group) {
                return RiskTable.of(Times.cell(
                        cases.getOrDefault(ofCase, new LinkedHashMap<>()).getOrDefault(group, List.of())));
            }

            @Override
            public double time(double ofFixture) {
                return Times.years(ofFixture);
            }

            @Override
            public double unit() {
                return Times.DAYS / RiskTable.DAYS_OF_YEAR;
            }
        };
        Fixtures.read(FOLDER + "expected.csv").forEach(row -> check(row, road));
    }

    @Test
    void gapsFromCountsByYear() {
        Map<String, Map<String, RiskTable.Builder>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(FOLDER + "grouped_input.csv")) {
            List<String> kinds = row.keySet().stream()
                    .filter(column ->
                            !Set.of("case", "group", "year", "withdrawn").contains(column))
                    .toList();
            double year = Double.parseDouble(row.get("year"));
            RiskTable.Builder table = cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("group"), g -> RiskTable.builder(kinds));
            kinds.forEach(kind -> table.reached(year, kind, Fixtures.whole(row.get(kind))));
            table.censored(year, Fixtures.whole(row.get("withdrawn")));
        }
        Road road = (ofCase, group) -> {
            RiskTable.Builder table =
                    cases.getOrDefault(ofCase, new LinkedHashMap<>()).get(group);
            return table == null ? RiskTable.of(List.of()) : table.build();
        };
        List<Map<String, String>> rows = Fixtures.read(FOLDER + "expected.csv").stream()
                .filter(row -> cases.containsKey(row.get("case")))
                .toList();
        assertFalse(rows.isEmpty());
        rows.forEach(row -> check(row, road));
    }
}
