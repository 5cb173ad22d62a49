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
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.Furthest;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.DetectableDifference;
import org.waymark.metrics.rate.DifferenceInterval;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.RankIntervals;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.TwoRatesTest;

/** Claims over many groups: intervals of every group against the rest, ranks, and what would show, held to R. */
class SimultaneousConformance {
    private static final String FOLDER = "statistics/simultaneous/";

    private static Map<String, Map<String, Share>> cases() {
        Map<String, Map<String, Share>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(FOLDER + "input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .put(row.get("group"), new Share(Fixtures.whole(row.get("x")), Fixtures.whole(row.get("n"))));
        }
        return cases;
    }

    /** Groups in the order of their case, as a tally and by index. */
    private static Tally tally(Map<String, Share> groups) {
        return tally(Tallies.ASKED, groups);
    }

    private static Tally tally(Indicator asked, Map<String, Share> groups) {
        List<Count> yes = groups.values().stream().map(s -> Count.of(s.yes())).toList();
        List<Count> no = groups.values().stream().map(s -> Count.of(s.no())).toList();
        return Tallies.of(asked, yes, no, Count.ZERO);
    }

    @Test
    void intervalsOfEveryGroupAgainstTheRest() {
        Map<String, Map<String, Share>> cases = cases();
        List<Map<String, String>> expected = Fixtures.read(FOLDER + "intervals_expected.csv");
        assertEquals(cases.values().stream().mapToInt(Map::size).sum(), expected.size());
        Map<String, List<Optional<Double>>> p = new LinkedHashMap<>();
        cases.forEach((name, groups) -> p.put(
                name,
                groups.keySet().stream().map(group -> pValue(groups, group)).toList()));
        for (Map<String, String> row : expected) {
            Map<String, Share> groups = cases.get(row.get("case"));
            List<Optional<Double>> values = p.get(row.get("case"));
            int at = List.copyOf(groups.keySet()).indexOf(row.get("group"));
            Share own = groups.get(row.get("group"));
            Expected.pValue(row, "p", values.get(at));
            Expected.pValue(
                    row, "p_bonferroni", Multiplicity.BONFERRONI.adjust(values).get(at));
            Expected.pValue(row, "p_holm", Multiplicity.HOLM.adjust(values).get(at));
            Optional<Double> bonferroni =
                    Multiplicity.BONFERRONI.levels(values, 0.05).get(at).map(a -> 1 - a);
            Optional<Double> holm =
                    Multiplicity.HOLM.levels(values, 0.05).get(at).map(a -> 1 - a);
            if (own.n() == 0) {
                assertEquals("NO_OBSERVATIONS", row.get("reason"));
                assertTrue(bonferroni.isEmpty() && holm.isEmpty());
                continue;
            }
            Share rest = rest(groups, row.get("group"));
            Expected.value(row, "rate", Optional.of(own.value()), 1e-12);
            Expected.value(row, "rest_rate", Optional.of(rest.value()), 1e-12);
            Expected.value(row, "difference", Optional.of(own.value() - rest.value()), 1e-12);
            if (values.get(at).isEmpty()) {
                assertFalse(row.get("reason").isEmpty(), row::toString);
                continue;
            }
            Expected.value(row, "bonferroni_level", bonferroni, 1e-12);
            Expected.value(row, "holm_level", holm, 1e-12);
            limits(row, "bonf_rate", RateInterval.WILSON.of(own, bonferroni.orElseThrow()), 1e-12);
            limits(row, "bonf_newcombe", DifferenceInterval.NEWCOMBE.of(own, rest, bonferroni.orElseThrow()), 1e-12);
            limits(row, "bonf_mee", DifferenceInterval.MEE.of(own, rest, bonferroni.orElseThrow()), 1e-9);
            limits(row, "holm_newcombe", DifferenceInterval.NEWCOMBE.of(own, rest, holm.orElseThrow()), 1e-12);
            Interval mee = DifferenceInterval.MEE.of(own, rest, holm.orElseThrow());
            limits(row, "holm_mee", mee, 1e-9);
            // The interval decides as the adjusted p-value does.
            boolean rejected = Multiplicity.HOLM.adjust(values).get(at).orElseThrow() <= 0.05;
            assertEquals(Boolean.parseBoolean(row.get("rejected_holm")), rejected);
            assertEquals(rejected, !mee.contains(0), row::toString);
            GapEstimate gap = Gap.of(Tallies.ASKED)
                    .to(Reference.rest())
                    .by(Tallies.GROUP)
                    .over(tally(groups))
                    .groups()
                    .get(at)
                    .confidence(holm.orElseThrow());
            limits(row, "holm_newcombe", gap.interval().orElseThrow(), 1e-12);
        }
    }

    private static Share rest(Map<String, Share> groups, String group) {
        return groups.values().stream().reduce(new Share(0, 0), Share::plus).minus(groups.get(group));
    }

    private static Optional<Double> pValue(Map<String, Share> groups, String group) {
        Share own = groups.get(group);
        Share rest = rest(groups, group);
        return own.n() == 0 || rest.n() == 0
                ? Optional.empty()
                : new TwoRatesTest(own, rest).pooledZ().map(TwoRatesTest::twoSided);
    }

    private static void limits(Map<String, String> row, String column, Interval found, double tolerance) {
        Expected.value(row, column + "_lower", Optional.of(found.lower()), tolerance);
        Expected.value(row, column + "_upper", Optional.of(found.upper()), tolerance);
    }

    @Test
    void ranksThatChanceLeavesOpen() {
        Map<String, Map<String, Share>> cases = cases();
        List<Map<String, String>> expected = Fixtures.read(FOLDER + "ranks_expected.csv");
        assertEquals(cases.values().stream().mapToInt(Map::size).sum(), expected.size());
        for (Map<String, String> row : expected) {
            Map<String, Share> groups = new LinkedHashMap<>(cases.get(row.get("case")));
            groups.values().removeIf(share -> share.n() == 0);
            int at = new ArrayList<>(groups.keySet()).indexOf(row.get("group"));
            if (at < 0) {
                assertEquals("NO_OBSERVATIONS", row.get("reason"));
                continue;
            }
            RankIntervals intervals = new RankIntervals(List.copyOf(groups.values()), 0.95);
            Expected.value(row, "sidak_level", Optional.of(intervals.jointLevel()), 1e-12);
            if (groups.size() > 1) {
                Expected.value(row, "pair_level", Optional.of(RankIntervals.pairLevel(groups.size(), 0.95)), 1e-12);
            }
            same(row, "pairwise", intervals.byPairs().get(at));
            same(row, "joint_wilson", intervals.byJointIntervals().get(at));
            same(
                    row,
                    "pairwise",
                    Furthest.of(Tallies.ASKED, Tallies.GROUP)
                            .over(tally(groups))
                            .ranks()
                            .get(at));
        }
    }

    private static void same(Map<String, String> row, String columns, RankIntervals.Rank found) {
        assertEquals(
                List.of(row.get("rank"), row.get(columns + "_lower"), row.get(columns + "_upper")),
                List.of(String.valueOf(found.rank()), String.valueOf(found.lower()), String.valueOf(found.upper())),
                row::toString);
    }

    @Test
    void worstRateOfAnAdverseOutcomeIsTheHighest() {
        Map<String, Share> groups = new LinkedHashMap<>();
        groups.put("a", new Share(100, 1_000));
        groups.put("b", new Share(500, 1_000));
        groups.put("c", new Share(5, 10));
        Indicator dropout = Indicator.builder("x").direction(Direction.ADVERSE).build();
        Furthest.Ranking adverse = Furthest.of(dropout, Tallies.GROUP).over(tally(dropout, groups));
        assertEquals(List.of("b", "c"), adverse.mayBeFurthest());
        assertEquals(new RankIntervals.Rank(3, 3, 3), adverse.ranks().get(0));
        Furthest.Ranking favourable = Furthest.of(Tallies.ASKED, Tallies.GROUP).over(tally(groups));
        assertEquals(List.of("a"), favourable.mayBeFurthest());
        assertTrue(favourable.toString().contains("May be furthest behind: a."), favourable::toString);
    }

    @Test
    void smallestDifferencesThatWouldShow() {
        List<Map<String, String>> expected = Fixtures.read(FOLDER + "detectable_expected.csv");
        assertFalse(expected.isEmpty());
        for (Map<String, String> row : expected) {
            DetectableDifference found = DetectableDifference.of(
                    Fixtures.whole(row.get("n1")),
                    Fixtures.whole(row.get("n2")),
                    BigDecimal.valueOf(Double.parseDouble(row.get("base"))),
                    Double.parseDouble(row.get("power")),
                    Double.parseDouble(row.get("alpha")));
            Expected.value(row, "difference_above", found.above(), 1e-9);
            Expected.value(row, "difference_below", found.below().map(d -> -d), 1e-9);
            double base = Double.parseDouble(row.get("base"));
            Expected.value(row, "p1_above", found.above().map(d -> base + d), 1e-9);
            Expected.value(row, "p1_below", found.below().map(d -> base - d), 1e-9);
            Expected.value(row, "simple_difference", Optional.of(found.simple()), 1e-12);
        }
    }
}
