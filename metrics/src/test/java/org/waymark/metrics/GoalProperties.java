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
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalStatus;

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
}
