package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.indicator.State;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.goal.Adoption;
import org.waymark.metrics.goal.Baseline;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalStatus;
import org.waymark.metrics.goal.Observation;
import org.waymark.metrics.goal.Standing;
import org.waymark.metrics.goal.Vintages;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

class GoalProperties {
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 29);
    private static final LocalDate DUE = LocalDate.of(2024, 6, 30);

    private static Goal goal(Goal.Kind kind, String target, boolean strict) {
        return new Goal("g", kind, new BigDecimal(target), strict, SchoolYear.ending(2024), "test");
    }

    private static Cell cell(long yes, long no) {
        return Cell.of(List.of(), yes, no);
    }

    @Property
    void neededMeetsTheGoalAndOneLessDoesNot(
            @ForAll @IntRange(min = 0, max = 300) int yes,
            @ForAll @IntRange(min = 1, max = 300) int no,
            @ForAll @IntRange(min = 0, max = 1_000) int thousandths,
            @ForAll boolean strict) {
        Goal goal = goal(Goal.Kind.LEVEL, BigDecimal.valueOf(thousandths, 3).toPlainString(), strict);
        GoalCheck.level(goal, cell(yes, no), DUE).needed().ifPresent(needed -> {
            assertEquals(
                    GoalStatus.MET,
                    GoalCheck.level(goal, cell(yes + needed, no - needed), DUE).status());
            if (needed > 0) {
                assertEquals(
                        GoalStatus.MISSED,
                        GoalCheck.level(goal, cell(yes + needed - 1, no - needed + 1), DUE)
                                .status());
            }
        });
    }

    @Property
    void maskedCountsMeetAGoalOnlyIfTheirLowerEndDoes(
            @ForAll @IntRange(min = 0, max = 50) int low, @ForAll @IntRange(min = 0, max = 50) int more) {
        Map<State, Count> counts = new LinkedHashMap<>();
        counts.put(State.YES, Count.between(low, low + more));
        GoalStatus status = GoalCheck.count(goal(Goal.Kind.COUNT, "25", false), new Cell(List.of(), counts), DUE)
                .status();
        GoalStatus expected =
                low >= 25 ? GoalStatus.MET : low + more >= 25 ? GoalStatus.CANNOT_TELL : GoalStatus.MISSED;
        assertEquals(expected, status);
    }

    @Example
    void exactlyReachedIsMetUnlessMoreWasPromised() {
        assertEquals(
                GoalStatus.MET,
                GoalCheck.count(goal(Goal.Kind.COUNT, "250", false), cell(250, 0), DUE)
                        .status());
        GoalCheck strict = GoalCheck.count(goal(Goal.Kind.COUNT, "250", true), cell(250, 0), DUE);
        assertEquals(GoalStatus.MISSED, strict.status());
        assertEquals(OptionalLong.of(1), strict.needed());
        // 0.07 of 100 is 7.000000000000001 in doubles.
        assertEquals(
                GoalStatus.MET,
                GoalCheck.level(goal(Goal.Kind.LEVEL, "0.07", false), cell(7, 93), DUE)
                        .status());
    }

    @Example
    void goalThatIsNotDueIsNotMissed() {
        assertEquals(
                GoalStatus.NOT_YET,
                GoalCheck.count(goal(Goal.Kind.COUNT, "250", false), cell(1, 0), BEFORE)
                        .status());
        assertEquals(
                GoalStatus.MISSED,
                GoalCheck.count(goal(Goal.Kind.COUNT, "250", false), cell(1, 0), DUE)
                        .status());
    }

    @Example
    void multipleOfNothingIsUnknownNotInfinite() {
        Goal twice = goal(Goal.Kind.MULTIPLE, "2", false);
        assertEquals(
                GoalStatus.UNKNOWN,
                GoalCheck.multiple(twice, cell(9, 0), cell(0, 9), DUE).status());
        assertEquals(
                GoalStatus.MET,
                GoalCheck.multiple(twice, cell(8, 0), cell(4, 9), DUE).status());
        assertEquals(
                OptionalLong.of(3),
                GoalCheck.multiple(twice, cell(5, 0), cell(4, 9), DUE).needed());
    }

    /** Each who joins counts in the group and among all; one fewer would not do. */
    @Property
    void neededForParityMeetItAndOneLessDoesNot(
            @ForAll @IntRange(min = 0, max = 300) int own,
            @ForAll @IntRange(min = 1, max = 700) int others,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll boolean strict) {
        Goal parity = goal(Goal.Kind.PARITY, "1", strict);
        BigDecimal region = BigDecimal.valueOf(percent, 2);
        long needed = GoalCheck.parity(parity, cell(own, 0), cell(own + others, 0), region, DUE)
                .needed()
                .orElseThrow();
        assertEquals(
                GoalStatus.MET,
                GoalCheck.parity(parity, cell(own + needed, 0), cell(own + others + needed, 0), region, DUE)
                        .status());
        assertTrue(needed == 0
                || GoalCheck.parity(parity, cell(own + needed - 1, 0), cell(own + others + needed - 1, 0), region, DUE)
                                .status()
                        == GoalStatus.MISSED);
        // Of a region of which everybody is of the group there are never enough while others take part.
        assertEquals(
                OptionalLong.empty(),
                GoalCheck.parity(parity, cell(own, 0), cell(own + others, 0), BigDecimal.ONE, DUE)
                        .needed());
    }

    @Example
    void parityComparesSharesExactly() {
        Goal parity = goal(Goal.Kind.PARITY, "1", false);
        BigDecimal third = new BigDecimal("0.3");
        assertEquals(
                GoalStatus.MET,
                GoalCheck.parity(parity, cell(3, 0), cell(10, 0), third, DUE).status());
        assertEquals(
                GoalStatus.MISSED,
                GoalCheck.parity(parity, cell(2, 0), cell(10, 0), third, DUE).status());
        assertEquals(
                GoalStatus.UNKNOWN,
                GoalCheck.parity(parity, cell(0, 0), cell(0, 9), third, DUE).status());
    }

    @Example
    void nobodyMakesALevelUnknown() {
        GoalCheck check = GoalCheck.level(goal(Goal.Kind.LEVEL, "0.5", false), cell(0, 0), DUE);
        assertEquals(GoalStatus.UNKNOWN, check.status());
        assertTrue(check.observed().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> goal(Goal.Kind.LEVEL, "1.1", false));
    }

    @Property
    void neededClosesTheGapAndOneLessDoesNot(
            @ForAll @IntRange(min = 0, max = 60) int yes,
            @ForAll @IntRange(min = 1, max = 60) int no,
            @ForAll @IntRange(min = 0, max = 60) int referenceYes,
            @ForAll @IntRange(min = 1, max = 60) int referenceNo,
            @ForAll @IntRange(min = 0, max = 100) int tolerance) {
        Goal closed = Goal.closed("closed", BigDecimal.valueOf(tolerance, 2), SchoolYear.ending(2024), "test");
        Cell reference = cell(referenceYes, referenceNo);
        long needed =
                GoalCheck.gap(closed, cell(yes, no), reference, DUE).needed().orElseThrow();
        assertEquals(
                GoalStatus.MET,
                GoalCheck.gap(closed, cell(yes + needed, no - needed), reference, DUE)
                        .status());
        if (needed > 0) {
            assertEquals(
                    GoalStatus.MISSED,
                    GoalCheck.gap(closed, cell(yes + needed - 1, no - needed + 1), reference, DUE)
                            .status());
        }
    }

    @Example
    void groupThatIsAheadHasNoGapAndToleranceHoldsToTheLastStudent() {
        Goal none = Goal.closed("closed", BigDecimal.ZERO, SchoolYear.ending(2024), "test");
        Goal within = Goal.closed("closed", new BigDecimal("0.07"), SchoolYear.ending(2024), "test");
        assertEquals(
                GoalStatus.MET,
                GoalCheck.gap(none, cell(60, 40), cell(50, 50), DUE).status());
        // 50 % against 43 %: seven points exactly.
        assertEquals(
                GoalStatus.MET,
                GoalCheck.gap(within, cell(43, 57), cell(50, 50), DUE).status());
        GoalCheck missed = GoalCheck.gap(within, cell(42, 58), cell(50, 50), DUE);
        assertEquals(GoalStatus.MISSED, missed.status());
        assertEquals(OptionalLong.of(1), missed.needed());
        assertEquals(
                GoalStatus.UNKNOWN,
                GoalCheck.gap(within, cell(0, 0), cell(50, 50), DUE).status());
    }

    @Example
    void goalForEveryGroupIsMissedWhereOneMissesIt() {
        Goal half = goal(Goal.Kind.LEVEL, "0.5", false);
        GoalCheck met = GoalCheck.level(half, cell(6, 4), DUE);
        GoalCheck missed = GoalCheck.level(half, cell(4, 6), DUE);
        GoalCheck nobody = GoalCheck.level(half, cell(0, 0), DUE);
        assertEquals(GoalStatus.MET, GoalCheck.every(half, List.of(met, met)).status());
        assertEquals(
                GoalStatus.MISSED,
                GoalCheck.every(half, List.of(met, nobody, missed)).status());
        assertEquals(
                GoalStatus.UNKNOWN, GoalCheck.every(half, List.of(met, nobody)).status());
        assertEquals(GoalStatus.UNKNOWN, GoalCheck.every(half, List.of()).status());
    }

    @Example
    void numberOfListsWithoutNamesMeetsAGoalOnlyByItsLowerEnd() {
        Goal goal = goal(Goal.Kind.COUNT, "8000", false);
        assertEquals(
                GoalStatus.CANNOT_TELL,
                GoalCheck.count(goal, "all", Count.between(6_000, 11_000), DUE).status());
        assertEquals(
                GoalStatus.MET,
                GoalCheck.count(goal, "all", Count.between(8_000, 11_000), DUE).status());
    }

    @Example
    void goalSaysPointsAndPercentAndWhetherItsBaselineWasObserved() {
        Goal enrolment = goal(Goal.Kind.LEVEL, "0.60", false)
                .from(new Baseline(new BigDecimal("0.46"), Standing.OBSERVED, "2020-21"));
        assertEquals("46 % to 60 %: +14 points, +30.4 %", enrolment.asks());
        Goal credential =
                goal(Goal.Kind.LEVEL, "0.70", false).from(new Baseline(new BigDecimal("0.4"), Standing.ESTIMATED, ""));
        assertEquals("estimated 40 % to 70 %: +30 points, +75 %", credential.asks());
        assertEquals("more than 2,000", goal(Goal.Kind.COUNT, "2000", true).asks());
        assertThrows(
                IllegalArgumentException.class, () -> new Baseline(new BigDecimal("0.4"), Standing.TARGET, "2030"));
    }

    @Example
    void adoptedGoalKeepsIndicatorTargetAndBoundAndLosesTheBaseline() {
        Goal state = goal(Goal.Kind.LEVEL, "0.70", true)
                .from(new Baseline(new BigDecimal("0.4"), Standing.ESTIMATED, ""))
                .judgedOn("class of 2024");
        Goal district = new Adoption(state, "Ash School District", "its graduates", SchoolYear.ending(2022)).adopted();
        assertEquals("more than 70 %", district.asks());
        assertEquals("its graduates", district.judges());
        assertEquals("g, adopted by Ash School District", district.name());
        assertThrows(
                IllegalArgumentException.class, () -> new Adoption(state, "too late", "all", SchoolYear.ending(2025)));
    }

    @Example
    void restatedHistoryKeepsBothVintages() {
        LocalDate first = LocalDate.of(2019, 8, 1);
        LocalDate second = LocalDate.of(2020, 4, 1);
        Vintages report = new Vintages(List.of(
                seen("0.31", Standing.OBSERVED, first),
                seen("0.33", Standing.OBSERVED, second),
                seen("0.40", Standing.PROJECTED, first)));
        assertEquals(
                "0.31", report.knownOn(first, Standing.OBSERVED).get(0).value().toPlainString());
        assertEquals(
                "0.33", report.knownOn(second, Standing.OBSERVED).get(0).value().toPlainString());
        assertEquals(1, report.knownOn(second, Standing.OBSERVED).size());
        assertEquals(List.of(), report.knownOn(first.minusDays(1), Standing.OBSERVED));
        assertEquals(1, report.restated().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Vintages(
                        List.of(seen("0.31", Standing.OBSERVED, first), seen("0.32", Standing.OBSERVED, first))));
    }

    private static Observation seen(String value, Standing standing, LocalDate vintage) {
        return new Observation("attainment", "class of 2006", new BigDecimal(value), standing, vintage, "report");
    }

    @Example
    void parityWithAnEstimatedRegionIsMetOnlyAtBothEndsOfItsMargin() {
        Goal parity = goal(Goal.Kind.PARITY, "1", false);
        Benchmark region = Benchmark.estimated(
                "Latinx", SurveyEstimate.of(3_000, 300), SurveyEstimate.of(10_000, 0), "a survey", 2023);
        // The region's share is 30 % and 3 points.
        assertEquals(
                GoalStatus.MET,
                GoalCheck.parity(parity, cell(34, 0), cell(100, 0), region, DUE).status());
        assertEquals(
                GoalStatus.CANNOT_TELL,
                GoalCheck.parity(parity, cell(31, 0), cell(100, 0), region, DUE).status());
        assertEquals(
                GoalStatus.MISSED,
                GoalCheck.parity(parity, cell(26, 0), cell(100, 0), region, DUE).status());
        Benchmark counted = Benchmark.counted("Latinx", new Share(1, 3), "a census", 2023);
        assertEquals(
                GoalStatus.MET,
                GoalCheck.parity(parity, cell(1, 0), cell(3, 0), counted, DUE).status());
        assertEquals(
                GoalStatus.MISSED,
                GoalCheck.parity(parity, cell(33, 0), cell(100, 0), counted, DUE)
                        .status());
    }
}
