package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.waymark.core.tally.Count;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.smallgroup.FunnelPlot;
import org.waymark.metrics.smallgroup.Heterogeneity;
import org.waymark.metrics.smallgroup.Prior;
import org.waymark.metrics.smallgroup.ShrunkenRate;
import org.waymark.metrics.smallgroup.ShrunkenRates;
import org.waymark.metrics.smallgroup.Units;

class SmallGroupProperties {
    private static final double CLOSE = 1e-12;

    @Provide
    Arbitrary<Units> units() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40))
                .as((yes, no) -> new Share(yes, (long) yes + no))
                .list()
                .ofMaxSize(12)
                .map(SmallGroupProperties::of);
    }

    private static Units of(List<Share> shares) {
        List<Units.Unit> units = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            units.add(new Units.Unit("unit " + i, shares.get(i)));
        }
        return Units.of("all", units);
    }

    @Property
    void shrunkenRateLiesBetweenTheRawOneAndTheMean(@ForAll("units") Units units, @ForAll Prior.Method method) {
        ShrunkenRates shrunken = ShrunkenRates.of(units, method);
        for (ShrunkenRate rate : shrunken.rates()) {
            rate.mean().ifPresent(mean -> {
                double prior = shrunken.prior().mean().orElseThrow();
                double raw = rate.raw().orElse(prior);
                assertTrue(mean >= Math.min(raw, prior) - CLOSE && mean <= Math.max(raw, prior) + CLOSE);
                assertTrue(rate.reliability().orElseThrow() >= 0
                        && rate.reliability().orElseThrow() <= 1);
            });
            rate.interval().ifPresent(limits -> assertTrue(limits.lower() >= 0 && limits.upper() <= 1));
        }
        assertFalse(shrunken.explain().isEmpty());
        assertFalse(shrunken.toString().isEmpty());
    }

    @Property
    void largerUnitsAreMoreReliable(
            @ForAll("units") Units units, @ForAll @IntRange(max = 50) int n, @ForAll @IntRange(max = 50) int more) {
        Prior prior = ShrunkenRates.of(units).prior();
        prior.reliability(n)
                .ifPresent(
                        small -> assertTrue(small <= prior.reliability(n + more).orElseThrow()));
    }

    @Property
    void orderOfUnitsChangesNothing(@ForAll("units") Units units, @ForAll Random random) {
        List<Units.Unit> shuffled = new ArrayList<>(units.units());
        Collections.shuffle(shuffled, random);
        Prior here = ShrunkenRates.of(units).prior();
        Prior there = ShrunkenRates.of(Units.of("all", shuffled)).prior();
        assertEquals(here.isSpread(), there.isSpread());
        here.mean().ifPresent(mean -> assertEquals(mean, there.mean().orElseThrow(), 1e-7));
    }

    @Property
    void yesAndNoMirrorEachOther(@ForAll("units") Units units) {
        Units mirrored = of(units.units().stream()
                .map(unit -> new Share(unit.share().no(), unit.share().n()))
                .toList());
        Prior here = ShrunkenRates.of(units, Prior.Method.MOMENTS).prior();
        Prior there = ShrunkenRates.of(mirrored, Prior.Method.MOMENTS).prior();
        here.mean().ifPresent(mean -> assertEquals(1 - mean, there.mean().orElseThrow(), 1e-9));
        here.correlation()
                .ifPresent(rho -> assertEquals(rho, there.correlation().orElseThrow(), 1e-9));
    }

    @Property
    void limitsOfChanceWidenAndTheTargetLiesWithin(
            @ForAll @IntRange(min = 1, max = 400) int n, @ForAll @IntRange(min = 1, max = 99) int percent) {
        FunnelPlot plot = FunnelPlot.of(of(List.of(new Share(1, 2)))).around(BigDecimal.valueOf(percent, 2));
        Interval inner = plot.limits(n, FunnelPlot.WARNING).orElseThrow();
        Interval outer = plot.limits(n, FunnelPlot.ALARM).orElseThrow();
        assertTrue(outer.lower() <= inner.lower() && inner.upper() <= outer.upper());
        Share near = new Share(Math.round(n * percent / 100.0), n);
        assertEquals(FunnelPlot.Standing.WITHIN_CHANCE, plot.standing(near).orElseThrow());
        Interval normal = plot.normalLimits(n, FunnelPlot.WARNING).orElseThrow();
        Interval larger = plot.normalLimits(n + 1, FunnelPlot.WARNING).orElseThrow();
        assertTrue(larger.upper() < normal.upper());
    }

    @Property
    void chanceAloneSeldomMakesAUnitStandOut(
            @ForAll @IntRange(min = 1, max = 60) int n, @ForAll @IntRange(min = 1, max = 99) int percent) {
        FunnelPlot plot = FunnelPlot.of(of(List.of(new Share(1, 2)))).around(BigDecimal.valueOf(percent, 2));
        BinomialDistribution chance = BinomialDistribution.of(n, percent / 100.0);
        double flagged = 0;
        for (int x = 0; x <= n; x++) {
            if (plot.standing(new Share(x, n)).orElseThrow() != FunnelPlot.Standing.WITHIN_CHANCE) {
                flagged += chance.probability(x);
            }
        }
        assertTrue(flagged <= 0.05 + CLOSE);
    }

    @Example
    void unitsThatCannotTellSaySo() {
        assertEquals(
                Optional.of(Undefined.NO_OBSERVATIONS),
                ShrunkenRates.of(of(List.of())).prior().undefined());
        Units single = of(List.of(new Share(7, 19)));
        assertEquals(
                Optional.of(Undefined.NOT_IDENTIFIED),
                ShrunkenRates.of(single).prior().undefined());
        Units ones = of(List.of(new Share(0, 1), new Share(1, 1), new Share(1, 1)));
        assertEquals(
                Optional.of(Undefined.NOT_IDENTIFIED),
                ShrunkenRates.of(ones).prior().undefined());
        Units nobody = of(List.of(new Share(0, 9), new Share(0, 4)));
        assertEquals(
                Optional.of(Undefined.ZERO_VARIANCE),
                ShrunkenRates.of(nobody).prior().undefined());
        assertTrue(new Heterogeneity(nobody).chiSquare().isEmpty());
        assertTrue(ShrunkenRates.of(nobody).ranked().isEmpty());
        assertTrue(ShrunkenRates.of(nobody).explain().contains("no variation"));
    }

    @Example
    void unitsThatAreAllOrNothingStillHaveARate() {
        Units extremes = of(List.of(new Share(10, 10), new Share(0, 12), new Share(9, 9), new Share(0, 30)));
        for (ShrunkenRate rate : ShrunkenRates.of(extremes).rates()) {
            double mean = rate.mean().orElseThrow();
            assertTrue(mean >= 0 && mean <= 1);
        }
        assertTrue(new Heterogeneity(extremes).isOverdispersed());
        FunnelPlot plot = FunnelPlot.of(extremes);
        double exact = plot.normalLimits(10, 0.95).orElseThrow().upper();
        assertTrue(plot.overdispersedLimits(10, 0.95).orElseThrow().upper() > exact);
        assertTrue(plot.toString().contains("above 99.8 %"));
    }

    @Example
    void ratesOfATallyAreReadUnitByUnit() {
        ShrunkenRates rates = ShrunkenRates.of(Tallies.ASKED, Tallies.GROUP).over(Tallies.of(2, 4, 30, 90, 0, 12));
        assertEquals(3, rates.rates().size());
        assertEquals(new Share(30, 90), rates.rates().get(1).unit().share());
        assertEquals(new Share(32, 106), rates.units().pooled());
        assertEquals("c", rates.ranked().get(0).unit().name());
        assertTrue(rates.isOfFewUnits());
        List<Count> yes = List.of(Count.of(3), Count.between(1, 9));
        List<Count> no = List.of(Count.of(5), Count.of(20));
        ShrunkenRates some =
                ShrunkenRates.of(Tallies.ASKED, Tallies.GROUP).over(Tallies.of(Tallies.ASKED, yes, no, Count.ZERO));
        assertEquals(1, some.rates().size());
        assertTrue(some.explain().endsWith("Units whose counts are kept back: 1."), some::explain);
    }
}
