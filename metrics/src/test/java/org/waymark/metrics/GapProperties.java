package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.gap.Verdict;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

class GapProperties {
    private static GapEstimate gap(Tally tally, Reference reference, String group) {
        return Gap.of(Tallies.ASKED)
                .to(reference)
                .by(Tallies.GROUP)
                .over(tally)
                .group(group)
                .orElseThrow();
    }

    @Property
    void swappingGroupsNegatesTheGap(
            @ForAll @IntRange(min = 0, max = 50) int yesA,
            @ForAll @IntRange(min = 1, max = 60) int moreA,
            @ForAll @IntRange(min = 0, max = 50) int yesB,
            @ForAll @IntRange(min = 1, max = 60) int moreB) {
        Tally tally = Tallies.of(yesA, yesA + moreA, yesB, yesB + moreB);
        GapEstimate aToB = gap(tally, Reference.named("b"), "a");
        GapEstimate bToA = gap(tally, Reference.named("a"), "b");
        assertEquals(aToB.value().orElseThrow(), -bToA.value().orElseThrow(), 0.0);
        assertEquals(
                aToB.interval().orElseThrow().lower(),
                -bToA.interval().orElseThrow().upper(),
                1e-15);
        assertTrue(aToB.interval().orElseThrow().contains(aToB.value().orElseThrow()));
    }

    @Property
    void neededStudentsSufficeAndOneLessDoesNot(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long yes,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long more,
            @ForAll @LongRange(min = 0, max = 10_000) long tenThousandths) {
        Share group = new Share(yes, yes + more);
        BigDecimal target = BigDecimal.valueOf(tenThousandths, 4);
        long needed = NeededStudents.toReach(group, target);
        assertTrue(new Share(yes + needed, group.n()).compareRate(target) >= 0);
        assertTrue(needed == 0 || new Share(yes + needed - 1, group.n()).compareRate(target) < 0);
    }

    @Property
    void neededStudentsToMatchAReferenceSuffice(
            @ForAll @LongRange(min = 0, max = 1_000_000) long yes,
            @ForAll @LongRange(min = 1, max = 1_000_000) long more,
            @ForAll @LongRange(min = 0, max = 1_000_000) long otherYes,
            @ForAll @LongRange(min = 1, max = 1_000_000) long otherMore) {
        Share group = new Share(yes, yes + more);
        Share reference = new Share(otherYes, otherYes + otherMore);
        long needed = NeededStudents.toMatch(group, reference);
        assertTrue(new Share(yes + needed, group.n()).compareRate(reference) >= 0);
        assertTrue(needed == 0 || new Share(yes + needed - 1, group.n()).compareRate(reference) < 0);
    }

    @Property
    void neededStudentsAgainstAMovingOverallSuffice(
            @ForAll @LongRange(min = 0, max = 500) long yes,
            @ForAll @LongRange(min = 1, max = 500) long more,
            @ForAll @LongRange(min = 0, max = 500) long otherYes,
            @ForAll @LongRange(min = 1, max = 500) long otherMore) {
        Share group = new Share(yes, yes + more);
        Share everybody = group.plus(new Share(otherYes, otherYes + otherMore));
        NeededStudents.toMatchMoving(group, everybody).ifPresent(needed -> {
            assertTrue(closes(group, everybody, needed));
            assertTrue(needed == 0 || !closes(group, everybody, needed - 1));
        });
    }

    private static boolean closes(Share group, Share everybody, long more) {
        return new Share(group.yes() + more, group.n()).compareRate(new Share(everybody.yes() + more, everybody.n()))
                >= 0;
    }

    @Example
    void wholeProductsAreNotRoundedUp() {
        // 0.8 - 0.5 of 10 is 3 exactly; rounding up a product of doubles gives 4.
        assertEquals(3, NeededStudents.toReach(new Share(5, 10), new BigDecimal("0.8")));
    }

    @Property
    void maskedCountsGiveBoundsThatHoldTheTruth(
            @ForAll @IntRange(min = 0, max = 30) int yes,
            @ForAll @IntRange(min = 1, max = 30) int no,
            @ForAll @IntRange(min = 0, max = 9) int less,
            @ForAll @IntRange(min = 1, max = 9) int more) {
        Tally masked = Tallies.of(
                Tallies.ASKED,
                List.of(Count.between(Math.max(0, yes - less), yes + more), Count.of(3)),
                List.of(Count.between(Math.max(0, no - less), no + more), Count.of(4)),
                Count.ZERO);
        Estimate estimate =
                Rate.of(Tallies.ASKED).by(Tallies.GROUP).over(masked).group("a").orElseThrow();
        assertEquals(Optional.of(Undefined.MASKED), estimate.undefined());
        assertEquals(Optional.empty(), estimate.value());
        double truth = (double) yes / (yes + no);
        assertTrue(estimate.least().orElse(0.0) <= truth
                && truth <= estimate.most().orElse(1.0));
        assertEquals(Verdict.CANNOT_TELL, gap(masked, Reference.rest(), "a").verdict());
    }

    @Property
    void unknownOutcomesThatCouldChangeAVerdictMakeItUntellable(@ForAll @IntRange(min = 400, max = 2_000) int unknown) {
        Tally clear = Tallies.of(100, 1_000, 600, 1_000);
        assertEquals(Verdict.BEHIND, gap(clear, Reference.named("b"), "a").verdict());
        Tally doubtful = Tallies.of(
                Tallies.ASKED,
                List.of(Count.of(100), Count.of(600)),
                List.of(Count.of(900), Count.of(400)),
                Count.of(unknown));
        double best = (100.0 + unknown) / (1_000 + unknown);
        Verdict expected = best - 0.6 < -0.02 ? Verdict.BEHIND : Verdict.CANNOT_TELL;
        assertEquals(expected, gap(doubtful, Reference.named("b"), "a").verdict());
    }

    @Property
    void overallAndRestTellTheSameStory(
            @ForAll @IntRange(min = 1, max = 50) int yesA,
            @ForAll @IntRange(min = 1, max = 60) int moreA,
            @ForAll @IntRange(min = 1, max = 50) int yesB,
            @ForAll @IntRange(min = 1, max = 60) int moreB) {
        Tally tally = Tallies.of(yesA, yesA + moreA, yesB, yesB + moreB);
        double toRest = gap(tally, Reference.rest(), "a").value().orElseThrow();
        double toOverall = gap(tally, Reference.overall(), "a").value().orElseThrow();
        double share = (double) (yesA + moreA) / (yesA + moreA + yesB + moreB);
        assertEquals(toRest * (1 - share), toOverall, 1e-12);
        assertEquals(gap(tally, Reference.named("b"), "a").value(), Optional.of(toRest));
    }

    @Example
    void bestGroupIsComparedExactlyAndSaysThatItWasSelected() {
        Tally tally = Tallies.of(3, 5, 30, 50, 7, 8, 20, 50);
        GapEstimate gap = gap(tally, Reference.best(), "d");
        assertEquals("the best group: b", gap.referenceName());
        assertTrue(gap.explain().contains("selected by looking at the data"));
        assertEquals(Verdict.NOT_BEHIND, gap(tally, Reference.best(), "b").verdict());
    }

    @Example
    void nobodyHasNoRateAndNoGap() {
        Tally tally = Tallies.of(0, 0, 5, 10);
        GapEstimate gap = gap(tally, Reference.rest(), "a");
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), gap.undefined());
        assertEquals(Optional.empty(), gap.value());
        assertEquals(Verdict.CANNOT_TELL, gap.verdict());
        assertFalse(gap.toString().contains("NaN"));
        assertFalse(gap.toTable().toString().contains("NaN"));
    }

    @Example
    void everybodyAloneHasNoRestToCompareWith() {
        GapEstimate gap = gap(Tallies.of(5, 10), Reference.rest(), "a");
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), gap.undefined());
        assertEquals(Verdict.CANNOT_TELL, gap.verdict());
    }

    @Example
    void ratioToNobodySucceedingIsUndefined() {
        GapEstimate gap = Gap.of(Tallies.ASKED)
                .to(Reference.named("b"))
                .in(Scale.RATIO)
                .by(Tallies.GROUP)
                .over(Tallies.of(5, 10, 0, 10))
                .group("a")
                .orElseThrow();
        assertEquals(Optional.of(Undefined.ZERO_DENOMINATOR), gap.undefined());
    }

    @Example
    void completeCountIsJudgedByExactFractions() {
        // 0.70 - 0.72 is exactly the margin: not beyond it, whatever doubles say.
        Gap exact = Gap.of(Tallies.ASKED)
                .rates(Rate.of(Tallies.ASKED).inference(Inference.DESCRIPTIVE))
                .to(Reference.goal("goal", new BigDecimal("0.72")));
        GapEstimate atMargin = exact.by(Tallies.GROUP)
                .over(Tallies.of(70, 100, 1, 2))
                .group("a")
                .orElseThrow();
        assertEquals(Verdict.NOT_BEHIND, atMargin.verdict());
        assertEquals(Optional.<Interval>empty(), atMargin.interval());
        GapEstimate beyond = exact.by(Tallies.GROUP)
                .over(Tallies.of(699_999, 1_000_000, 1, 2))
                .group("a")
                .orElseThrow();
        assertEquals(Verdict.BEHIND, beyond.verdict());
    }

    @Example
    void higherRateIsBehindWhereTheIndicatorIsAdverse() {
        Indicator dropout =
                Indicator.builder("x").direction(Indicator.Direction.ADVERSE).build();
        Tally tally = Tallies.of(
                dropout, List.of(Count.of(500), Count.of(100)), List.of(Count.of(500), Count.of(900)), Count.ZERO);
        GapEstimate gap = Gap.of(dropout)
                .to(Reference.best())
                .by(Tallies.GROUP)
                .over(tally)
                .group("a")
                .orElseThrow();
        assertEquals("the best group: b", gap.referenceName());
        assertEquals(Verdict.BEHIND, gap.verdict());
    }

    @Property
    void rateLiesBetweenItsLimits(
            @ForAll @IntRange(min = 0, max = 500) int yes, @ForAll @IntRange(min = 0, max = 500) int no) {
        Assume.that(yes + no > 0);
        Estimate estimate = Rate.of(Tallies.ASKED).over(Tallies.of(yes, yes + no));
        Interval limits = estimate.interval().orElseThrow();
        double rate = estimate.value().orElseThrow();
        assertTrue(0 <= limits.lower() && limits.lower() <= rate + 1e-15);
        assertTrue(rate <= limits.upper() + 1e-15 && limits.upper() <= 1);
    }

    @Example
    void resultsPrintAsWordsAndNumbers() {
        Estimate estimate = Rate.of(Tallies.ASKED).over(Tallies.of(336, 549));
        assertEquals("336/549 = 0.612 [0.571, 0.652] Wilson 95 %", estimate.toString());
        assertTrue(estimate.explain().contains("336 of the 549"));
        assertThrows(IllegalArgumentException.class, () -> Reference.given("1.2"));
    }

    @Example
    void groupsOfWhichItIsNotKnownWhoStandsInBothAreNotTakenForDisjoint() {
        Tally disjoint = Tallies.of(5, 10, 8, 10);
        Face.Builder groups = Face.builder(List.of(Tallies.GROUP), 1).overlappingGroups();
        for (String group : List.of("a", "b")) {
            groups.add(List.of(Category.of(group)), 0, State.YES, Count.of(5));
            groups.add(List.of(Category.of(group)), 0, State.NO, Count.of(5));
        }
        Tally published = Tally.of(
                disjoint.question(), disjoint.log(), List.of(disjoint.faces().get(0), groups.build()), List.of());
        assertThrows(IllegalArgumentException.class, () -> gap(published, Reference.named("b"), "a"));
        assertEquals(-0.15, gap(published, Reference.overall(), "a").value().orElseThrow(), 1e-15);
    }
}
