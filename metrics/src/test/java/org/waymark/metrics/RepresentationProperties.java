package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.representation.EstimatedParity;
import org.waymark.metrics.representation.Parity;
import org.waymark.metrics.representation.Representation;
import org.waymark.metrics.representation.RepresentationByGroup;
import org.waymark.metrics.representation.RepresentationTest;
import org.waymark.metrics.survey.ReplicateWeights;
import org.waymark.metrics.survey.SurveyEstimate;
import org.waymark.metrics.survey.WeightKind;
import org.waymark.metrics.survey.WeightedShare;

class RepresentationProperties {
    @Property
    void joiningAndSwappingSufficeAndOneLessDoesNot(
            @ForAll @LongRange(max = 1_000_000) long x,
            @ForAll @LongRange(max = 1_000_000) long others,
            @ForAll @LongRange(max = 1_000_000_000_000L) long g,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long rest) {
        Share region = new Share(g, g + rest);
        Representation found = Representation.of("a", new Share(x, x + others), region);
        long joining = found.joining().orElseThrow();
        assertTrue(atParity(x + joining, x + others + joining, region));
        assertTrue(joining == 0 || !atParity(x + joining - 1, x + others + joining - 1, region));
        found.swapping().ifPresent(swapping -> {
            assertTrue(atParity(x + swapping, x + others, region));
            assertTrue(swapping == 0 || !atParity(x + swapping - 1, x + others, region));
        });
        assertEquals(found.isAtParity(), joining == 0);
    }

    private static boolean atParity(long x, long n, Share region) {
        return Representation.of("a", new Share(x, n), region).isAtParity();
    }

    @Property
    void pValuesAreProbabilitiesThatOverlapAtWhatWasSeen(
            @ForAll @IntRange(max = 20) int x,
            @ForAll @IntRange(max = 20) int others,
            @ForAll @IntRange(max = 30) int moreOf,
            @ForAll @IntRange(max = 30) int moreOthers,
            @ForAll RepresentationTest.Kind kind) {
        if (x + others == 0) {
            return;
        }
        Share programme = new Share(x, x + others);
        Share region = new Share(x + moreOf, x + others + moreOf + moreOthers);
        RepresentationTest test = Representation.of("a", programme, region).test(kind);
        assertTrue(test.twoSided() > 0 && test.twoSided() <= 1);
        assertTrue(test.less() + test.greater() >= 1 - 1e-9);
        Share mirrored = new Share(others, x + others);
        Share otherwise = new Share(region.no(), region.n());
        RepresentationTest mirror = Representation.of("b", mirrored, otherwise).test(kind);
        assertEquals(test.less(), mirror.greater(), 1e-9);
        assertEquals(test.twoSided(), mirror.twoSided(), 1e-6);
    }

    @Example
    void whatCannotBeComparedSaysWhy() {
        Representation nobody = Representation.of("a", new Share(0, 0), new Share(3, 10));
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), nobody.undefined());
        assertTrue(nobody.index().isEmpty() && nobody.swapping().isEmpty());
        assertEquals(Parity.CANNOT_TELL, nobody.parity());
        Representation absent = Representation.of("a", new Share(3, 20), new Share(0, 10));
        assertEquals(Optional.of(Undefined.ZERO_DENOMINATOR), absent.undefined());
        Representation whole = Representation.of("a", new Share(3, 20), new Share(10, 10));
        assertEquals(OptionalLong.empty(), whole.joining());
        assertEquals(OptionalLong.of(17), whole.swapping());
        assertThrows(
                IllegalArgumentException.class,
                () -> Representation.of("a", new Share(3, 4), new Share(2, 9))
                        .test(RepresentationTest.Kind.PART_OF_REGION));
        assertThrows(IllegalArgumentException.class, () -> Representation.of("a", new Share(3, 4), new Share(0, 0)));
        assertFalse(nobody.toString().isEmpty());
        assertFalse(absent.toTable().toString().isEmpty());
    }

    @Property
    void marginOfTheRegionNeverMakesAVerdictBolder(
            @ForAll @LongRange(max = 300) long x,
            @ForAll @LongRange(max = 300) long others,
            @ForAll @IntRange(min = 1, max = 999) int share,
            @ForAll @IntRange(max = 300) int margin) {
        Share programme = new Share(x, x + others);
        Benchmark benchmark = new Benchmark(
                "a", SurveyEstimate.of(BigDecimal.valueOf(share, 3), BigDecimal.valueOf(margin, 3)), "test", 2023);
        EstimatedParity found = EstimatedParity.of(programme, benchmark);
        assertTrue(found.parity() == Parity.CANNOT_TELL || found.parity() == found.parityAsIfExact());
        if (margin == 0) {
            assertEquals(found.parityAsIfExact(), found.parity());
        }
    }

    @Example
    void groupsOfATallyAreComparedWithItsMembers() {
        RepresentationByGroup byGroup = new RepresentationByGroup(Tallies.ASKED, Tallies.GROUP);
        List<Representation> groups = byGroup.amongMembers().over(Tallies.of(10, 100, 40, 100));
        assertEquals(new Share(10, 50), groups.get(0).programme());
        assertEquals(new Share(100, 200), groups.get(0).region());
        assertEquals(Parity.BELOW, groups.get(0).parity());
        assertEquals(Parity.ABOVE, groups.get(1).parity());
        assertTrue(byGroup.amongMembersTable()
                .over(Tallies.of(10, 100, 40, 100))
                .toString()
                .contains("BELOW"));
        Benchmark region = Benchmark.counted("a", new Share(1, 2), "test", 2023);
        List<EstimatedParity> known = byGroup.beside(List.of(region)).over(Tallies.of(10, 100, 40, 100));
        assertEquals(1, known.size());
        assertEquals(Parity.BELOW, known.get(0).parity());
    }

    @Example
    void groupsOfACountAreBenchmarksWhereTheyAreKnown() {
        List<Benchmark> shares =
                Benchmark.shares(Tallies.ASKED, Tallies.GROUP, Tallies.of(10, 100, 30, 100), "a census", 2023);
        assertEquals(List.of("a", "b"), shares.stream().map(Benchmark::group).toList());
        assertEquals(Fraction.of(1, 4), shares.get(0).share().value());
        assertTrue(shares.get(0).isExact());
        Tally hidden = Tallies.of(
                Tallies.ASKED, List.of(Count.of(10), Count.between(1, 9)), List.of(Count.ZERO, Count.ZERO), Count.ZERO);
        assertEquals(List.of(), Benchmark.shares(Tallies.ASKED, Tallies.GROUP, hidden, "a census", 2023));
        Tally nobody = Tallies.of(0, 5);
        assertEquals(List.of(), Benchmark.shares(Tallies.ASKED, Tallies.GROUP, nobody, "a census", 2023));
    }

    @Property
    void orderOfWeightedRowsChangesNothing(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 500) Double> weights) {
        WeightedShare forwards = WeightedShare.none(WeightKind.SAMPLING);
        for (int i = 0; i < weights.size(); i++) {
            forwards = forwards.plus(i % 3 == 0, BigDecimal.valueOf(weights.get(i)));
        }
        WeightedShare backwards = WeightedShare.none(WeightKind.SAMPLING);
        for (int i = weights.size() - 1; i >= 0; i--) {
            backwards = backwards.plus(i % 3 == 0, BigDecimal.valueOf(weights.get(i)));
        }
        assertEquals(forwards.value(), backwards.value());
        assertEquals(forwards.effectiveN(), backwards.effectiveN());
        long rows = forwards.rows();
        forwards.effectiveN().ifPresent(n -> assertTrue(n <= rows + 1e-9 && n >= 1 - 1e-9));
        assertTrue(forwards.exact().isEmpty());
    }

    @Property
    void evenSamplingWeightsAreWorthTheirRowsAndFrequenciesTheirSum(
            @ForAll @IntRange(max = 60) int yes,
            @ForAll @IntRange(max = 60) int no,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        WeightedShare sampled = WeightedShare.none(WeightKind.SAMPLING);
        WeightedShare repeated = WeightedShare.none(WeightKind.FREQUENCY);
        List<Boolean> rows = new ArrayList<>(Collections.nCopies(yes, true));
        rows.addAll(Collections.nCopies(no, false));
        for (boolean row : rows) {
            sampled = sampled.plus(row, BigDecimal.valueOf(weight));
            repeated = repeated.plus(row, BigDecimal.valueOf(weight));
        }
        if (rows.isEmpty()) {
            assertTrue(sampled.value().isEmpty() && sampled.interval(0.95).isEmpty());
            assertTrue(repeated.interval(0.95).isEmpty());
            return;
        }
        assertEquals(rows.size(), sampled.effectiveN().orElseThrow(), 1e-9);
        Interval independent = WilsonScore.of(new Share(yes, rows.size()), 0.95);
        assertEquals(independent.upper(), sampled.interval(0.95).orElseThrow().upper(), 1e-9);
        assertEquals(
                new Share((long) yes * weight, (long) rows.size() * weight),
                repeated.exact().orElseThrow());
    }

    @Example
    void weightsAreNeverMistaken() {
        WeightedShare frequency = WeightedShare.none(WeightKind.FREQUENCY);
        WeightedShare sampling = WeightedShare.none(WeightKind.SAMPLING);
        assertThrows(IllegalArgumentException.class, () -> frequency.plus(sampling));
        assertThrows(IllegalArgumentException.class, () -> frequency.plus(true, new BigDecimal("1.5")));
        assertThrows(IllegalArgumentException.class, () -> sampling.plus(true, new BigDecimal("-1")));
        assertEquals(
                1,
                frequency
                        .plus(true, new BigDecimal("2.0"))
                        .plus(false, BigDecimal.ZERO)
                        .rows());
    }

    @Example
    void statisticThatAReplicateDoesNotHaveHasNoError() {
        ReplicateWeights weights =
                ReplicateWeights.of(new double[] {1, 1}, List.of(new double[] {2, 0}, new double[] {0, 2}));
        SurveyEstimate total = weights.estimate(w -> Optional.of(w[0])).orElseThrow();
        assertEquals(2, total.standardError(), 1e-12);
        assertTrue(weights.estimate(w -> w[0] == 0 ? Optional.empty() : Optional.of(w[1] / w[0]))
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> ReplicateWeights.of(new double[1], List.of(new double[1])));
    }

    @Property
    void sumsOfEstimatesKeepTheirExactValue(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 10_000) Integer> counts) {
        List<SurveyEstimate> parts = counts.stream()
                .map(count -> SurveyEstimate.of(count, 1 + count / 10))
                .toList();
        SurveyEstimate sum = SurveyEstimate.sum(parts);
        assertEquals(Fraction.of(counts.stream().mapToLong(Integer::longValue).sum()), sum.value());
        assertTrue(sum.margin()
                >= parts.stream().mapToDouble(SurveyEstimate::margin).max().orElseThrow() - 1e-9);
        assertTrue(SurveyEstimate.sumWithZeros(parts).margin() <= sum.margin() + 1e-9);
        assertEquals(sum.margin(), sum.atLevel(0.95).atLevel(0.9).margin(), 1e-9);
    }
}
