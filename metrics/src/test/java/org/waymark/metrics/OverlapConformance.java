package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.State;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.gap.TwoShares;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.Share;

/** Groups that share members, held to R's package survey: the statistic on counts, and the recipe over a tally. */
class OverlapConformance {
    private static final List<Map<String, String>> EXPECTED = Fixtures.read("statistics/overlap/expected.csv");
    private static final Map<String, List<String>> CELLS = new LinkedHashMap<>();

    static {
        CELLS.put("A", List.of("a_only", "both"));
        CELLS.put("B", List.of("b_only", "both"));
        CELLS.put("not_A", List.of("b_only", "neither"));
        CELLS.put("not_B", List.of("a_only", "neither"));
        CELLS.put("union", List.of("a_only", "b_only", "both"));
        CELLS.put("not_union", List.of("neither"));
        CELLS.put("both", List.of("both"));
        CELLS.put("A_not_B", List.of("a_only"));
        CELLS.put("B_not_A", List.of("b_only"));
        CELLS.put("overall", List.of("a_only", "b_only", "both", "neither"));
    }

    private static Map<String, Map<String, Share>> cases() {
        Map<String, Map<String, Share>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read("statistics/overlap/input.csv")) {
            cases.computeIfAbsent(row.get("case"), c -> new LinkedHashMap<>())
                    .put(row.get("cell"), new Share(Fixtures.whole(row.get("yes")), Fixtures.whole(row.get("n"))));
        }
        return cases;
    }

    private static Share sum(Map<String, Share> cells, Set<String> of) {
        Share sum = new Share(0, 0);
        for (String cell : of) {
            sum = sum.plus(cells.getOrDefault(cell, new Share(0, 0)));
        }
        return sum;
    }

    private static Set<String> cellsOf(String set) {
        assertTrue(CELLS.containsKey(set), set);
        return new LinkedHashSet<>(CELLS.get(set));
    }

    private static void check(Map<String, String> row, String column, double actual, double tolerance) {
        double expected = Double.parseDouble(row.get(column));
        assertTrue(Fixtures.near(expected, actual, tolerance), () -> column + " of " + row + ", was " + actual);
    }

    @Test
    void ratesDifferencesAndRatiosOfSetsOfCells() {
        Map<String, Map<String, Share>> cases = cases();
        assertTrue(EXPECTED.size() > cases.size());
        for (Map<String, String> row : EXPECTED) {
            Set<String> one = cellsOf(row.get("group"));
            Share first = sum(cases.get(row.get("case")), one);
            if (first.n() == 0) {
                assertEquals("NO_OBSERVATIONS", row.get("reason"));
                continue;
            }
            if (row.get("measure").equals("rate")) {
                check(row, "estimate", first.value(), 1e-12);
                if (!row.get("lower").isEmpty()) {
                    Interval wald = RateInterval.WALD.raw(first, 0.95);
                    check(row, "lower", wald.lower(), 1e-12);
                    check(row, "upper", wald.upper(), 1e-12);
                }
                continue;
            }
            Set<String> two = cellsOf(row.get("other"));
            Share second = sum(cases.get(row.get("case")), two);
            if (second.n() == 0) {
                assertEquals("NO_OBSERVATIONS", row.get("reason"));
                continue;
            }
            Set<String> common = new LinkedHashSet<>(one);
            common.retainAll(two);
            compare(row, new TwoShares(first, second, sum(cases.get(row.get("case")), common)));
        }
    }

    private static void compare(Map<String, String> row, TwoShares shares) {
        boolean points = row.get("measure").equals("difference");
        if (row.get("estimate").isEmpty()) {
            assertTrue(shares.ratio().isEmpty(), row::toString);
            return;
        }
        check(row, "estimate", points ? shares.difference() : shares.ratio().orElseThrow(), 1e-12);
        if (!row.get("covariance").isEmpty()) {
            check(row, "covariance", shares.covariance(), 1e-12);
        }
        Optional<Interval> limits = points ? shares.differenceInterval(0.95) : shares.ratioInterval(0.95);
        if (row.get("lower").isEmpty()) {
            assertTrue(shares.both().n() == 0 || limits.isEmpty(), row::toString);
            return;
        }
        double variance = points ? shares.differenceVariance() : shares.logRatioVariance();
        check(row, "se", Math.sqrt(Math.max(0, variance)), 1e-12);
        // Sets that share nobody get Newcombe's and Koopman's limits, which stay within range and keep a width.
        if (shares.both().n() > 0) {
            check(row, "lower", limits.orElseThrow().lower(), 1e-12);
            check(row, "upper", limits.orElseThrow().upper(), 1e-12);
        }
    }

    @Test
    void gapsOfGroupsThatOverlapInATally() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        cases().forEach((name, cells) -> tallies.put(name, tally(cells)));
        int checked = 0;
        for (Map<String, String> row : EXPECTED) {
            String group = row.get("group");
            boolean own = group.equals("A") || group.equals("B");
            if (!own || row.get("measure").equals("rate")) {
                continue;
            }
            Reference reference = switch (row.get("other")) {
                case "A", "B" -> Reference.named(row.get("other"));
                case "overall" -> Reference.overall();
                default -> Reference.rest();
            };
            if (reference instanceof Reference.Rest && !row.get("other").equals("not_" + group)) {
                continue;
            }
            GapEstimate gap = Gap.of(Tallies.ASKED)
                    .to(reference)
                    .in(row.get("measure").equals("difference") ? Scale.POINTS : Scale.RATIO)
                    .by(Tallies.GROUP)
                    .over(tallies.get(row.get("case")))
                    .group(group)
                    .orElseThrow();
            assertEquals(row.get("estimate").isEmpty(), gap.value().isEmpty(), row::toString);
            gap.value().ifPresent(value -> check(row, "estimate", value, 1e-12));
            if (!row.get("se").isEmpty() && Double.parseDouble(row.get("se")) > 0) {
                check(row, "se", gap.standardError().orElseThrow(), 1e-12);
            } else {
                assertTrue(gap.standardError().isEmpty(), row::toString);
            }
            if (gap.both().n() > 0 && !row.get("lower").isEmpty()) {
                check(row, "lower", gap.interval().orElseThrow().lower(), 1e-12);
                check(row, "upper", gap.interval().orElseThrow().upper(), 1e-12);
            }
            checked++;
        }
        assertTrue(checked > 0);
    }

    private static Tally tally(Map<String, Share> cells) {
        Map<String, Category> categories = new LinkedHashMap<>();
        categories.put("a_only", Category.of("A"));
        categories.put("b_only", Category.of("B"));
        categories.put("both", Category.of(List.of("A", "B")));
        categories.put("neither", Category.NONE);
        Face.Builder face = Face.builder(List.of(Tallies.GROUP), 1);
        List<String> names = new ArrayList<>(categories.keySet());
        for (String name : names) {
            Share cell = cells.getOrDefault(name, new Share(0, 0));
            face.add(List.of(categories.get(name)), 0, State.YES, Count.of(cell.yes()));
            face.add(List.of(categories.get(name)), 0, State.NO, Count.of(cell.no()));
        }
        Tally any = Tallies.of(1, 2);
        return Tally.of(any.question(), any.log(), List.of(face.build()), List.of());
    }
}
