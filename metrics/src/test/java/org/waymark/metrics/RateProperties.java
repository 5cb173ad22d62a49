package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.DifferenceInterval;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.RatioInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.TrendTest;
import org.waymark.metrics.rate.TwoRatesTest;

class RateProperties {
    private static final double CLOSE = 1e-9;

    @Provide
    Arbitrary<Share> shares() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 500))
                .as((yes, no) -> new Share(yes, (long) yes + no))
                .filter(share -> share.n() > 0);
    }

    private static Share mirrored(Share share) {
        return new Share(share.no(), share.n());
    }

    @Property
    void yesAndNoMirrorEachOther(
            @ForAll("shares") Share share,
            @ForAll RateInterval method,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        Interval here = method.raw(share, confidence);
        Interval there = method.raw(mirrored(share), confidence);
        assertEquals(here.lower(), 1 - there.upper(), CLOSE);
        assertEquals(here.upper(), 1 - there.lower(), CLOSE);
        Interval clipped = method.of(share, confidence);
        assertTrue(clipped.lower() >= 0 && clipped.upper() <= 1);
    }

    @Property
    void higherLevelsGiveWiderLimits(@ForAll("shares") Share share, @ForAll RateInterval method) {
        Interval narrow = method.of(share, 0.9);
        Interval wide = method.of(share, 0.99);
        assertTrue(wide.lower() <= narrow.lower() + CLOSE && narrow.upper() <= wide.upper() + CLOSE);
    }

    @Property
    void swappingTheGroupsNegatesTheLimitsOfADifference(
            @ForAll("shares") Share one, @ForAll("shares") Share two, @ForAll DifferenceInterval method) {
        Interval here = method.raw(one, two, 0.95);
        Interval there = method.raw(two, one, 0.95);
        assertEquals(here.lower(), -there.upper(), CLOSE);
        assertEquals(here.upper(), -there.lower(), CLOSE);
    }

    @Property
    void scoreLimitsHoldTheDifference(@ForAll("shares") Share one, @ForAll("shares") Share two) {
        double difference = one.value() - two.value();
        for (DifferenceInterval method :
                List.of(DifferenceInterval.NEWCOMBE, DifferenceInterval.MEE, DifferenceInterval.MIETTINEN_NURMINEN)) {
            Interval limits = method.raw(one, two, 0.95);
            assertTrue(limits.lower() <= difference + CLOSE && difference <= limits.upper() + CLOSE, method::name);
        }
    }

    @Property
    void swappingTheGroupsInvertsTheLimitsOfARatio(
            @ForAll("shares") Share one, @ForAll("shares") Share two, @ForAll RatioInterval method) {
        Optional<Interval> here = method.of(one, two, 0.95);
        Optional<Interval> there = method.of(two, one, 0.95);
        assertEquals(here.isPresent(), there.isPresent());
        here.ifPresent(limits -> {
            assertTrue(Fixtures.near(limits.lower(), 1 / there.orElseThrow().upper(), 1e-6));
            double upper = 1 / there.orElseThrow().lower();
            assertTrue(
                    Double.isInfinite(upper)
                            ? Double.isInfinite(limits.upper())
                            : Math.abs(limits.upper() / upper - 1) < 1e-6);
        });
    }

    @Property
    void exactTestIsTheSameFromBothSides(@ForAll("shares") Share one, @ForAll("shares") Share two) {
        TwoRatesTest here = new TwoRatesTest(one, two);
        TwoRatesTest there = new TwoRatesTest(two, one);
        assertEquals(here.fisherLess(), there.fisherGreater(), CLOSE);
        assertEquals(here.fisher(), there.fisher(), 1e-6);
        assertTrue(here.fisher() > 0 && here.fisher() <= 1);
        here.pooledZ().ifPresent(z -> assertEquals(-z, there.pooledZ().orElseThrow(), CLOSE));
    }

    @Property
    void stricterAdjustmentsGiveLargerPValues(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> given) {
        List<Optional<Double>> p = given.stream().map(Optional::of).toList();
        List<Optional<Double>> bonferroni = Multiplicity.BONFERRONI.adjust(p);
        List<Optional<Double>> holm = Multiplicity.HOLM.adjust(p);
        List<Optional<Double>> hochberg = Multiplicity.HOCHBERG.adjust(p);
        List<Optional<Double>> bh = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
        List<Optional<Double>> by = Multiplicity.BENJAMINI_YEKUTIELI.adjust(p);
        for (int i = 0; i < given.size(); i++) {
            assertTrue(at(bonferroni, i) >= at(holm, i) - CLOSE);
            assertTrue(at(holm, i) >= at(hochberg, i) - CLOSE);
            assertTrue(at(hochberg, i) >= at(bh, i) - CLOSE);
            assertTrue(at(by, i) >= at(bh, i) - CLOSE);
            assertTrue(at(bh, i) >= given.get(i) - CLOSE);
        }
        List<Optional<Double>> reversed = new ArrayList<>(p);
        Collections.reverse(reversed);
        List<Optional<Double>> back = new ArrayList<>(Multiplicity.HOLM.adjust(reversed));
        Collections.reverse(back);
        assertEquals(holm, back);
    }

    private static double at(List<Optional<Double>> values, int i) {
        return values.get(i).orElseThrow();
    }

    @Property
    void trendDoesNotDependOnWhereYearsAreCountedFrom(
            @ForAll @Size(min = 2, max = 6) Set<@IntRange(max = 30) Integer> chosen,
            @ForAll("shares") Share first,
            @ForAll("shares") Share others) {
        List<Integer> years = new ArrayList<>(new TreeSet<>(chosen));
        List<Share> shares = IntStream.range(0, years.size())
                .mapToObj(i -> i == 0 ? first : others)
                .toList();
        TrendTest plain = new TrendTest(years.stream().map(Integer::doubleValue).toList(), shares);
        TrendTest late = new TrendTest(years.stream().map(year -> 2000.0 + year).toList(), shares);
        TrendTest backwards =
                new TrendTest(years.stream().map(year -> -(double) year).toList(), shares);
        assertEquals(plain.z().isPresent(), late.z().isPresent());
        plain.z().ifPresent(z -> {
            assertEquals(z, late.z().orElseThrow(), 1e-7);
            assertEquals(-z, backwards.z().orElseThrow(), 1e-7);
        });
    }
}
