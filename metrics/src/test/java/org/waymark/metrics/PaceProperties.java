package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.goal.GapTrend;
import org.waymark.metrics.goal.GoalOutlook;
import org.waymark.metrics.goal.GoalPath;
import org.waymark.metrics.goal.GoalStatus;
import org.waymark.metrics.goal.Pace;
import org.waymark.metrics.goal.PaceScale;
import org.waymark.metrics.goal.ProjectedRate;
import org.waymark.metrics.goal.Projection;
import org.waymark.metrics.goal.RateSeries;
import org.waymark.metrics.goal.TrendBreak;
import org.waymark.metrics.goal.TrendMethod;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Share;

class PaceProperties {
    private static final double CLOSE = 1e-9;

    private static BigDecimal thousandths(int number) {
        return BigDecimal.valueOf(number, 3);
    }

    private static GoalPath path(int base, int target, int years) {
        return GoalPath.of(2020, thousandths(base), 2020 + years, thousandths(target));
    }

    @Property
    void pathTowardsFewerMirrorsOneTowardsMore(
            @ForAll @IntRange(max = 1000) int base,
            @ForAll @IntRange(max = 1000) int target,
            @ForAll @IntRange(max = 1000) int current,
            @ForAll @IntRange(min = 1, max = 15) int years,
            @ForAll @IntRange(max = 20) int gone) {
        Pace up = path(base, target, years).at(2020 + gone, thousandths(current));
        Pace down = path(1000 - base, 1000 - target, years).towardsFewer().at(2020 + gone, thousandths(1000 - current));
        assertEquals(up.status(), down.status());
    }

    @Property
    void whatIsRequiredLeadsToTheTarget(
            @ForAll @IntRange(min = 1, max = 999) int target,
            @ForAll @IntRange(min = 1, max = 999) int current,
            @ForAll @IntRange(min = 1, max = 15) int years) {
        Pace pace = path(500, target, years).at(2020, thousandths(current));
        double linear = pace.requiredPerYear(PaceScale.LINEAR).orElseThrow();
        assertEquals(target / 1000.0, current / 1000.0 + linear * years, CLOSE);
        double growth = pace.requiredPerYear(PaceScale.GROWTH).orElseThrow();
        assertEquals(target / 1000.0, current / 1000.0 * Math.pow(1 + growth, years), CLOSE);
        double odds = pace.requiredPerYear(PaceScale.LOG_ODDS).orElseThrow() * years;
        assertEquals(Math.log(target / (1000.0 - target)), Math.log(current / (1000.0 - current)) + odds, CLOSE);
    }

    @Property
    void rateThatIsExactlyOnThePathIsOnTrack(
            @ForAll @IntRange(max = 900) int base,
            @ForAll @IntRange(min = 1, max = 10) int step,
            @ForAll @IntRange(min = 2, max = 10) int years,
            @ForAll @IntRange(min = 1, max = 9) int gone) {
        int passed = Math.min(gone, years - 1);
        GoalPath path = path(base, base + step * years, years);
        BigDecimal on = thousandths(base + step * passed);
        assertEquals(GoalStatus.ON_TRACK, path.at(2020 + passed, on).status());
        BigDecimal below = on.subtract(new BigDecimal("0.0000000001"));
        GoalStatus less = path.at(2020 + passed, below.max(BigDecimal.ZERO)).status();
        assertTrue(less == GoalStatus.BEHIND || less == GoalStatus.OFF_TRACK || on.signum() == 0);
    }

    @Example
    void pathSaysWhatItCannot() {
        GoalPath fromNothing = GoalPath.of(2020, BigDecimal.ZERO, 2030, new BigDecimal("0.3"));
        assertTrue(fromNothing.perYear(PaceScale.LOG_ODDS).isEmpty());
        assertTrue(fromNothing.at(2023, new BigDecimal("0.08")).explain().contains("There are no log-odds of 0 and 1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> GoalPath.multiple(2020, new BigDecimal("0.4"), 2030, new BigDecimal("3")));
        assertThrows(IllegalArgumentException.class, () -> path(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> path(1, 2, 1).at(2019, BigDecimal.ONE));
        Pace start = path(400, 700, 10).at(2020, new BigDecimal("0.4"));
        assertEquals(GoalStatus.ON_TRACK, start.status());
        assertTrue(start.achievedPerYear(PaceScale.LINEAR).isEmpty());
        assertTrue(path(400, 700, 10)
                .at(2030, new BigDecimal("0.5"))
                .requiredPerYear(PaceScale.LINEAR)
                .isEmpty());
    }

    @Property
    void joiningSufficesAndOneLessDoesNot(
            @ForAll @LongRange(max = 1_000) long yes,
            @ForAll @LongRange(max = 1_000) long no,
            @ForAll @IntRange(max = 1000) int target) {
        Share group = new Share(yes, yes + no);
        OptionalLong joining = NeededStudents.toReachByJoining(group, Fraction.of(thousandths(target)));
        assertEquals(target == 1000 && no > 0, joining.isEmpty());
        joining.ifPresent(more -> {
            assertTrue(new Share(yes + more, yes + no + more).compareRate(thousandths(target)) >= 0);
            assertTrue(
                    more == 0 || new Share(yes + more - 1, yes + no + more - 1).compareRate(thousandths(target)) < 0);
        });
    }

    @Provide
    Arbitrary<RateSeries> series() {
        Arbitrary<Share> share = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 300))
                .as((yes, no) -> new Share(yes, (long) yes + no + 1));
        return share.list().ofMinSize(3).ofMaxSize(9).map(shares -> {
            List<RateSeries.Year> years = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                years.add(new RateSeries.Year(2012 + i, shares.get(i)));
            }
            return RateSeries.of("all", years);
        });
    }

    @Property
    void floorNeverNarrowsAnInterval(@ForAll("series") RateSeries series, @ForAll TrendMethod method) {
        ProjectedRate floored = Projection.standard().by(method).of(series, 2028);
        ProjectedRate plain = Projection.standard().by(method).plain().of(series, 2028);
        assertEquals(plain.value(), floored.value());
        floored.rawInterval().ifPresent(limits -> {
            Interval narrow = plain.rawInterval().orElseThrow();
            assertTrue(limits.lower() <= narrow.lower() && limits.upper() >= narrow.upper());
        });
        floored.interval().ifPresent(limits -> assertTrue(limits.lower() >= 0 && limits.upper() <= 1));
    }

    @Property
    void fewerThanFiveYearsAreUncertain(@ForAll("series") RateSeries series, @ForAll TrendMethod method) {
        ProjectedRate found = Projection.standard().by(method).of(series, 2028);
        if (series.comparable().size() < 5) {
            assertEquals(GoalStatus.UNCERTAIN, found.verdict(Fraction.ZERO));
            assertTrue(found.undefined().isPresent());
        }
    }

    @Property
    void nothingBeforeABreakMatters(@ForAll("series") RateSeries series, @ForAll("series") RateSeries other) {
        List<RateSeries.Year> earlier = new ArrayList<>(series.years());
        other.years().forEach(year -> earlier.add(new RateSeries.Year(year.year() - 20, year.share())));
        Collections.shuffle(earlier);
        RateSeries longer = RateSeries.of("all", earlier).with(TrendBreak.from(2012, "new definition"));
        assertEquals(
                Projection.standard().of(series, 2028).toString(),
                Projection.standard().of(longer, 2028).toString());
        RateSeries unbroken = RateSeries.of("all", earlier);
        assertEquals(
                series.years().size() + other.years().size(),
                unbroken.comparable().size());
    }

    @Example
    void yearsOfThePandemicBelongToNeitherSide() {
        List<RateSeries.Year> years = new ArrayList<>();
        for (int year = 2014; year <= 2024; year++) {
            years.add(new RateSeries.Year(year, new Share(50 + year - 2014, 100)));
        }
        RateSeries series = RateSeries.of("all", years).with(TrendBreak.pandemic());
        assertEquals(
                List.of(2022, 2023, 2024),
                series.comparable().stream().map(RateSeries.Year::year).toList());
        ProjectedRate found = Projection.standard().of(series, 2030);
        assertEquals(GoalStatus.UNCERTAIN, found.verdict(Fraction.ZERO));
        assertEquals(Optional.of(Undefined.FEWER_THAN_FIVE_POINTS), found.undefined());
        assertTrue(found.explain().contains("Years before 2022 are left out: pandemic."));
        ProjectedRate tooEarly = Projection.standard().of(series.with(TrendBreak.from(2027, "new races")), 2030);
        assertTrue(tooEarly.value().isEmpty());
        assertEquals(Optional.of(Undefined.NOT_IDENTIFIED), tooEarly.undefined());
    }

    @Example
    void twoYearsMakeALineWithoutLimitsAndOneMakesNone() {
        RateSeries.Year first = new RateSeries.Year(2023, new Share(40, 100));
        RateSeries.Year second = new RateSeries.Year(2024, new Share(45, 100));
        ProjectedRate two = new Projection(TrendMethod.LEAST_SQUARES, 0.95, true)
                .of(RateSeries.of("all", List.of(second, first)), 2025);
        assertEquals(0.5, two.value().orElseThrow(), CLOSE);
        assertTrue(two.interval().isEmpty());
        assertFalse(two.toTable().toString().isEmpty());
        assertTrue(Projection.standard()
                .of(RateSeries.of("all", List.of(first)), 2025)
                .value()
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> RateSeries.of("all", List.of(first, first)));
    }

    @Property
    void swappingTheGroupsTurnsTheGapAround(@ForAll("series") RateSeries one, @ForAll("series") RateSeries two) {
        GapTrend here = GapTrend.between(one, two);
        GapTrend there = GapTrend.between(two, one);
        for (PaceScale scale : List.of(PaceScale.LINEAR, PaceScale.LOG_ODDS)) {
            here.gap(scale).ifPresent(gap -> assertEquals(-gap, there.gap(scale).orElseThrow(), CLOSE));
            here.yearsToParity(scale)
                    .ifPresent(years -> assertTrue(
                            Fixtures.near(years, there.yearsToParity(scale).orElseThrow(), 1e-6)));
        }
    }

    @Example
    void unknownOutcomesThatCouldChangeTheHeadlineAreNotPassedOver() {
        GoalPath path = GoalPath.of(2018, new BigDecimal("0.4"), 2030, new BigDecimal("0.7"));
        RateSeries met = RateSeries.of("a", List.of(new RateSeries.Year(2024, new Share(75, 100), 20)));
        assertEquals(GoalStatus.CANNOT_TELL, GoalOutlook.of(path, met).headline());
        RateSeries surely = RateSeries.of("a", List.of(new RateSeries.Year(2024, new Share(75, 100), 2)));
        assertEquals(GoalStatus.MET, GoalOutlook.of(path, surely).headline());
        String words = GoalOutlook.of(path, met).explain();
        assertTrue(words.contains("20 outcomes of 2024 are unknown: the rate would be 62.5 %"), words);
        Tally masked = Tallies.of(Tallies.ASKED, List.of(Count.between(1, 9)), List.of(Count.of(20)), Count.ZERO);
        RateSeries some = RateSeries.of(Tallies.ASKED, Map.of(2024, masked));
        assertEquals(List.of(2024), some.masked());
        assertThrows(
                IllegalArgumentException.class,
                () -> RateSeries.of(Tallies.ASKED, Map.of(2024, masked), Tallies.GROUP, "nobody's"));
        assertEquals(GoalStatus.UNKNOWN, GoalOutlook.of(path, some).headline());
        Tally unknown = Tallies.of(Tallies.ASKED, List.of(Count.of(7)), List.of(Count.of(3)), Count.of(5));
        assertEquals(
                List.of(new RateSeries.Year(2024, new Share(7, 10), 5)),
                RateSeries.of(Tallies.ASKED, Map.of(2024, unknown), Tallies.GROUP, "a")
                        .years());
    }

    @Example
    void outlookStartsWithItsHeadline() {
        Map<Integer, Tally> tallies = new LinkedHashMap<>();
        for (int year = 2018; year <= 2024; year++) {
            tallies.put(year, Tallies.of(4000 + 100L * (year - 2018), 10_000, 300, 1000));
        }
        RateSeries group = RateSeries.of(Tallies.ASKED, tallies, Tallies.GROUP, "a");
        GoalPath path = GoalPath.of(2018, new BigDecimal("0.4"), 2030, new BigDecimal("0.7"));
        GoalOutlook outlook = GoalOutlook.of(path, group);
        assertEquals(GoalStatus.LIKELY_MISSED, outlook.headline());
        assertEquals(GoalStatus.BEHIND, outlook.pace().orElseThrow().status());
        assertEquals(OptionalLong.of(2400), outlook.needed());
        assertTrue(outlook.explain().startsWith("a: LIKELY_MISSED."), outlook::explain);
        assertTrue(outlook.explain().contains("2400 more students"), outlook::explain);
        assertEquals(
                GoalStatus.LIKELY_MET,
                GoalOutlook.of(GoalPath.of(2018, new BigDecimal("0.4"), 2030, new BigDecimal("0.47")), group)
                        .headline());
        assertEquals(
                GoalStatus.MET,
                GoalOutlook.of(GoalPath.of(2018, new BigDecimal("0.4"), 2030, new BigDecimal("0.46")), group)
                        .headline());
        GoalOutlook nothing = GoalOutlook.of(path, RateSeries.of("all", List.of()));
        assertEquals(GoalStatus.UNKNOWN, nothing.headline());
        assertTrue(nothing.needed().isEmpty());
        assertFalse(nothing.explain().isEmpty());
        assertEquals(7, RateSeries.of(Tallies.ASKED, tallies).years().size());
    }
}
