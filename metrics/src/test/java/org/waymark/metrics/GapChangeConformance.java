package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.ChangeVerdict;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapChange;
import org.waymark.metrics.gap.GapChanges;
import org.waymark.metrics.gap.Movement;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/** Changes of gaps over tallies of two dates, held to values that were computed in R in two ways. */
class GapChangeConformance {
    private static Tally tally(Map<String, String> row, String date) {
        return Tallies.of(
                Fixtures.whole(row.get("x1_" + date)),
                Fixtures.whole(row.get("n1_" + date)),
                Fixtures.whole(row.get("x2_" + date)),
                Fixtures.whole(row.get("n2_" + date)));
    }

    private static GapChange change(Tally before, Tally after, Reference reference) {
        return GapChanges.between(before, after, Gap.of(Tallies.ASKED).to(reference), Tallies.GROUP)
                .group("a")
                .orElseThrow();
    }

    @Test
    void changesOfPointsAndRatios() {
        Map<String, Map<String, String>> inputs = new LinkedHashMap<>();
        Fixtures.read("statistics/gap-change/input.csv").forEach(row -> inputs.put(row.get("case"), row));
        List<Map<String, String>> expected = Fixtures.read("statistics/gap-change/expected.csv");
        assertEquals(inputs.size(), expected.size());
        assertFalse(expected.isEmpty());
        for (Map<String, String> row : expected) {
            Map<String, String> input = inputs.get(row.get("case"));
            GapChange found = change(tally(input, "before"), tally(input, "after"), Reference.named("b"));
            assertEquals(row.get("reason"), found.undefined().map(Enum::name).orElse(""));
            assertEquals(
                    row.get("ratio_reason"),
                    found.ratioUndefined().map(Enum::name).orElse(""),
                    row::toString);
            Expected.value(row, "change", found.change(), 1e-12);
            limits(row, "change", found.interval());
            Expected.value(row, "change_wald_se", found.standardError(), 1e-12);
            Expected.value(row, "ratio_of_ratios", found.ratioOfRatios(), 1e-12);
            limits(row, "rr_mover", found.ratioInterval());
            Expected.value(row, "rr_log_se", found.logRatioError(), 1e-12);
            Expected.value(row, "group1_change", found.groupChange(), 1e-12);
            Expected.value(row, "group2_change", found.referenceChange(), 1e-12);
            wald(row, found);
            flags(row, found);
            if (found.undefined().isEmpty()) {
                Expected.value(row, "gap_before", found.before().value(), 1e-12);
                limits(row, "gap_before", found.before().interval());
                Expected.value(row, "gap_after", found.after().value(), 1e-12);
                limits(row, "gap_after", found.after().interval());
            }
        }
    }

    private static void limits(Map<String, String> row, String column, Optional<Interval> found) {
        Expected.value(row, column + "_lower", found.map(Interval::lower), 1e-12);
        Expected.value(row, column + "_upper", found.map(Interval::upper), 1e-12);
    }

    /** The limits that errors alone would give follow from the errors. */
    private static void wald(Map<String, String> row, GapChange found) {
        double z = Quantiles.normal(0.95);
        found.change()
                .ifPresent(change -> found.standardError().ifPresent(error -> {
                    Expected.value(row, "change_wald_lower", Optional.of(change - z * error), 1e-12);
                    Expected.value(row, "change_wald_upper", Optional.of(change + z * error), 1e-12);
                }));
        found.ratioOfRatios()
                .ifPresent(ratio -> found.logRatioError().ifPresent(error -> {
                    Expected.value(row, "rr_wald_lower", Optional.of(ratio * Math.exp(-z * error)), 1e-12);
                    Expected.value(row, "rr_wald_upper", Optional.of(ratio * Math.exp(z * error)), 1e-12);
                }));
    }

    private static void flags(Map<String, String> row, GapChange found) {
        assertEquals(
                row.get("points_direction"),
                found.pointsMovement().map(Enum::name).orElse(""));
        String undefined = row.get("reason").isEmpty() ? "UNDEFINED" : "";
        assertEquals(
                row.get("ratio_direction"),
                found.ratioMovement().map(Enum::name).orElse(undefined));
        assertEquals(row.get("direction"), found.movement().map(Enum::name).orElse(""));
        assertEquals(
                row.get("points_excludes_zero"),
                found.interval()
                        .map(limits -> String.valueOf(!limits.contains(0)))
                        .orElse(""));
        assertEquals(
                row.get("ratio_excludes_one"),
                found.ratioInterval()
                        .map(limits -> String.valueOf(!limits.contains(1)))
                        .orElse(""));
    }

    @Test
    void swappingTheDatesTurnsTheChangeRound() {
        Tally one = Tallies.of(40, 100, 60, 90);
        Tally other = Tallies.of(55, 110, 61, 95);
        for (Reference reference : List.of(
                Reference.named("b"),
                Reference.overall(),
                Reference.rest(),
                Reference.given("0.7"),
                Reference.best())) {
            GapChange forth = change(one, other, reference);
            GapChange back = change(other, one, reference);
            assertEquals(-forth.change().orElseThrow(), back.change().orElseThrow(), 1e-15);
            assertEquals(
                    -forth.interval().orElseThrow().lower(),
                    back.interval().orElseThrow().upper(),
                    1e-12);
            assertEquals(
                    1 / forth.ratioInterval().orElseThrow().lower(),
                    back.ratioInterval().orElseThrow().upper(),
                    1e-9);
            assertEquals(Optional.of(Movement.NARROWED), forth.movement());
            assertEquals(Optional.of(Movement.WIDENED), back.movement());
        }
    }

    @Test
    void gapThatNarrowsBecauseTheReferenceFellSaysWhichSideMoved() {
        GapChange fell = change(Tallies.of(40, 100, 600, 1_000), Tallies.of(40, 100, 500, 1_000), Reference.named("b"));
        assertEquals(0, fell.groupChange().orElseThrow(), 1e-15);
        assertEquals(-0.1, fell.referenceChange().orElseThrow(), 1e-12);
        assertTrue(fell.explain().contains("The group's rate moved by +0.0 points"), fell::explain);
    }

    @Test
    void groupPickedForItsLowBaselineIsExpectedToComeBack() {
        Tally before = Tallies.of(2, 20, 60, 100, 50, 90, 70, 120);
        Tally after = Tallies.of(9, 20, 61, 100, 50, 90, 72, 120);
        GapChanges changes = GapChanges.between(before, after, Gap.of(Tallies.ASKED), Tallies.GROUP);
        GapChange furthest = changes.furthestBefore().orElseThrow();
        assertEquals("a", furthest.group());
        double move = changes.returnToMean(furthest).orElseThrow();
        assertTrue(move > 0 && move < 182.0 / 330 - 0.1, () -> "expected " + move);
        assertTrue(changes.returnToMean(changes.group("d").orElseThrow()).orElseThrow() < 0);
        assertTrue(
                changes.toTable().notes().stream().anyMatch(note -> note.contains("a stood furthest behind before")));
        // Without evidence that groups differ everybody is expected to come back all the way.
        GapChanges alike =
                GapChanges.between(Tallies.of(50, 100, 51, 100, 49, 100), after, Gap.of(Tallies.ASKED), Tallies.GROUP);
        assertEquals(0.01, alike.returnToMean(alike.group("c").orElseThrow()).orElseThrow(), 1e-12);
    }

    @Test
    void verdictFollowsTheLimitsAndTheRowIsThatOfEveryMeasure() {
        Tally before = Tallies.of(400, 1_000, 600, 1_000);
        for (Map.Entry<Long, ChangeVerdict> rise : Map.of(
                        500L, ChangeVerdict.NARROWING, 300L, ChangeVerdict.WIDENING, 405L, ChangeVerdict.CANNOT_TELL)
                .entrySet()) {
            GapChange change = change(before, Tallies.of(rise.getKey(), 1_000, 600, 1_000), Reference.named("b"));
            assertEquals(rise.getValue(), change.verdict());
            Figure points = change.toFigures().get(0);
            assertEquals(change.change(), points.estimate());
            assertEquals(change.interval(), points.interval());
            assertEquals(change.standardError(), points.standardError());
            assertEquals(Optional.of(rise.getValue().name()), points.verdict());
            assertEquals(
                    Map.of("yes_before", 400L, "n_before", 1_000L, "yes_after", rise.getKey(), "n_after", 1_000L),
                    points.counts());
            assertEquals(change.ratioOfRatios(), change.toFigures().get(1).estimate());
        }
        // Who was ahead had no gap to narrow; by the outcome's direction, ahead is behind.
        assertEquals(
                ChangeVerdict.NO_GAP,
                change(Tallies.of(60, 90, 40, 100), Tallies.of(60, 90, 60, 100), Reference.named("b"))
                        .verdict());
        Indicator dropout = Indicator.builder("y").direction(Direction.ADVERSE).build();
        assertEquals(ChangeVerdict.NARROWING, adverse(dropout, 600, 500));
        assertEquals(ChangeVerdict.WIDENING, adverse(dropout, 600, 700));
        assertEquals(ChangeVerdict.NO_GAP, adverse(dropout, 300, 400));
    }

    private static ChangeVerdict adverse(Indicator dropout, long before, long after) {
        return GapChanges.between(
                        adverse(dropout, before),
                        adverse(dropout, after),
                        Gap.of(dropout).to(Reference.named("b")),
                        Tallies.GROUP)
                .group("a")
                .orElseThrow()
                .verdict();
    }

    private static Tally adverse(Indicator dropout, long yes) {
        return Tallies.of(
                dropout,
                List.of(Count.of(yes), Count.of(400)),
                List.of(Count.of(1_000 - yes), Count.of(600)),
                Count.ZERO);
    }

    @Test
    void changeOfDefinitionIsNoChangeOfAGap() {
        GapChange any = change(Tallies.of(40, 100, 60, 90), Tallies.of(55, 110, 61, 95), Reference.rest());
        GapChange other = change(Tallies.of(40, 100, 60, 90), Tallies.of(55, 110, 61, 95), Reference.overall());
        assertThrows(IllegalArgumentException.class, () -> new GapChange(any.before(), other.after()));
    }
}
