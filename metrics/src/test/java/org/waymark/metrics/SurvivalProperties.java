package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.TimeCounts;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.ByGroup;
import org.waymark.metrics.survival.AalenJohansen;
import org.waymark.metrics.survival.Attainment;
import org.waymark.metrics.survival.AttainmentComparison;
import org.waymark.metrics.survival.AttainmentGap;
import org.waymark.metrics.survival.AttainmentRate;
import org.waymark.metrics.survival.GrayTest;
import org.waymark.metrics.survival.KaplanMeier;
import org.waymark.metrics.survival.LifeTable;
import org.waymark.metrics.survival.LogRank;
import org.waymark.metrics.survival.Observation;
import org.waymark.metrics.survival.RiskTable;
import org.waymark.metrics.survival.SurvivalInterval;

class SurvivalProperties {
    private static final List<String> KINDS = List.of("apprenticeship", "certificate", "degree");

    /** Members with whole times, so that events and censorings often fall together. */
    private static List<Observation> members(Random random, boolean censoring, boolean lateEntries) {
        List<Observation> members = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(40); i++) {
            double time = 1 + random.nextInt(12);
            Observation member = censoring && random.nextInt(3) == 0
                    ? Observation.censored(time)
                    : Observation.reached(time, KINDS.get(random.nextInt(3)));
            members.add(lateEntries && random.nextInt(3) == 0 ? member.enteredAt(random.nextInt((int) time)) : member);
        }
        return members;
    }

    @Property
    void sharesOfAllKindsAndOfThoseWhoWaitAddUpToOne(@ForAll long seed) {
        Random random = new Random(seed);
        AalenJohansen shares = AalenJohansen.of(RiskTable.of(members(random, true, random.nextBoolean())));
        for (KaplanMeier.Step step : shares.waiting().steps()) {
            double sum = step.survival();
            for (String kind : shares.table().kinds()) {
                sum += shares.at(kind, step.time()).share();
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Property
    void withoutCensoringTheCurveIsTheShareThatWaits(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> members = members(random, false, false);
        KaplanMeier curve = KaplanMeier.of(RiskTable.of(members));
        double n = members.size();
        for (double time = 0; time < 14; time += 0.5) {
            double at = time;
            long waiting = members.stream().filter(m -> m.time() > at).count();
            assertEquals(waiting / n, curve.at(time).survival(), 1e-12);
            if (waiting > 0) {
                double binomial = Math.sqrt(waiting / n * (1 - waiting / n) / n);
                assertEquals(binomial, curve.at(time).standardError().orElseThrow(), 1e-12);
            }
        }
        double mean = members.stream().mapToDouble(m -> Math.min(m.time(), 9)).sum() / n;
        assertEquals(mean, curve.restrictedMean(9, 0.95).value().orElseThrow(), 1e-12);
    }

    @Property
    void withoutOtherKindsTheScoresOfGraysTestAreThoseOfTheLogRankTest(@ForAll long seed) {
        Random random = new Random(seed);
        List<RiskTable> groups = new ArrayList<>();
        for (int g = 0; g < 2 + random.nextInt(2); g++) {
            List<Observation> members = new ArrayList<>();
            for (Observation member : members(random, true, false)) {
                members.add(member.kind().isPresent() ? Observation.reached(member.time(), "degree") : member);
            }
            groups.add(RiskTable.of(members));
        }
        List<Double> scores = new GrayTest(groups, "degree").scores();
        List<LogRank.Group> logRank = LogRank.of(groups).groups();
        for (int g = 0; g < groups.size(); g++) {
            assertEquals(logRank.get(g).observed() - logRank.get(g).expected(), scores.get(g), 1e-9);
        }
    }

    @Property
    void graysTestLooksAtNoOrderOfGroupsAndFindsNothingBetweenEquals(@ForAll long seed) {
        Random random = new Random(seed);
        List<RiskTable> groups = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
            groups.add(RiskTable.of(members(random, true, false)));
        }
        Optional<Double> one = new GrayTest(groups, "degree").chiSquare();
        Collections.rotate(groups, 1);
        Optional<Double> other = new GrayTest(groups, "degree").chiSquare();
        if (one.isPresent() && other.isPresent()) {
            assertEquals(one.get(), other.get(), 1e-6 * (1 + one.get()));
        }
        RiskTable same = groups.get(0);
        new GrayTest(List.of(same, same), "degree").chiSquare().ifPresent(nothing -> assertEquals(0, nothing, 1e-9));
    }

    /** The variance is right if groups that are drawn alike are told apart as often as the level says. */
    @Example
    void graysTestTellsAlikeGroupsApartAsOftenAsItsLevelSays() {
        Random random = new Random(20_261_125);
        int apart = 0;
        double mean = 0;
        int times = 2_000;
        for (int i = 0; i < times; i++) {
            List<RiskTable> groups = new ArrayList<>();
            for (int g = 0; g < 3; g++) {
                List<Observation> members = new ArrayList<>();
                for (int m = 0; m < 40 + 30 * g; m++) {
                    double time = -Math.log(1 - random.nextDouble());
                    double seen = 2 * random.nextDouble() * (g + 1);
                    String kind = random.nextInt(3) < 2 ? "degree" : "certificate";
                    members.add(time < seen ? Observation.reached(time, kind) : Observation.censored(seen));
                }
                groups.add(RiskTable.of(members));
            }
            GrayTest test = new GrayTest(groups, "degree");
            apart += test.p().orElseThrow() < 0.05 ? 1 : 0;
            mean += test.chiSquare().orElseThrow() / times;
        }
        assertEquals(0.05, apart / (double) times, 0.015);
        assertEquals(2, mean, 0.15);
    }

    @Property
    void orderOfRowsChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> members = members(random, true, true);
        List<Observation> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        assertEquals(RiskTable.of(members).rows(), RiskTable.of(shuffled).rows());
        assertEquals(
                Attainment.of("x", RiskTable.of(members), 6).toTable(),
                Attainment.of("x", RiskTable.of(shuffled), 6).toTable());
    }

    @Property
    void everybodyTwiceIsTheSameCurveWithHalfTheVariance(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> members = members(random, true, true);
        List<Observation> twice = new ArrayList<>(members);
        twice.addAll(members);
        AalenJohansen one = AalenJohansen.of(RiskTable.of(members));
        AalenJohansen two = AalenJohansen.of(RiskTable.of(twice));
        for (KaplanMeier.Step step : one.waiting().steps()) {
            KaplanMeier.Step other = two.waiting().at(step.time());
            assertEquals(step.survival(), other.survival(), 1e-12);
            step.standardError()
                    .ifPresent(error -> assertEquals(
                            error / Math.sqrt(2), other.standardError().orElseThrow(), 1e-12));
            for (String kind : one.table().kinds()) {
                AalenJohansen.Step share = one.at(kind, step.time());
                assertEquals(share.share(), two.at(kind, step.time()).share(), 1e-12);
                assertEquals(
                        share.standardError() / Math.sqrt(2),
                        two.at(kind, step.time()).standardError(),
                        1e-12);
            }
        }
    }

    @Property
    void ofOneKindTheShareAndItsErrorAreThoseOfTheCurve(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> members = members(random, true, random.nextBoolean()).stream()
                .map(m -> new Observation(m.entry(), m.time(), m.kind().map(kind -> "degree")))
                .toList();
        AalenJohansen shares = AalenJohansen.of(RiskTable.of(members));
        for (KaplanMeier.Step step : shares.waiting().steps()) {
            if (shares.table().kinds().isEmpty() || step.survival() == 0) {
                continue;
            }
            AalenJohansen.Step share = shares.at("degree", step.time());
            assertEquals(step.reached(), share.share(), 1e-12);
            assertEquals(step.standardError().orElseThrow(), share.standardError(), 1e-12);
        }
    }

    @Property
    void lateEntrantsAreAtRiskAfterTheirEntryOnly(@ForAll long seed) {
        Random random = new Random(seed);
        List<Observation> members = members(random, true, true);
        RiskTable table = RiskTable.of(members);
        for (double time = 0; time < 14; time += 0.5) {
            double at = time;
            long atRisk = members.stream()
                    .filter(m ->
                            m.time() >= at && m.entry().map(entry -> entry < at).orElse(true))
                    .count();
            assertEquals(atRisk, table.atRisk(time));
        }
        table.rows().forEach(row -> assertEquals(table.atRisk(row.time()), row.atRisk()));
    }

    @Property
    void limitsHoldTheCurveAndStayWithinZeroAndOne(@ForAll long seed) {
        Random random = new Random(seed);
        for (KaplanMeier.Step step :
                KaplanMeier.of(RiskTable.of(members(random, true, true))).steps()) {
            for (SurvivalInterval type : SurvivalInterval.values()) {
                step.interval(type, 0.9).ifPresent(limits -> {
                    assertTrue(limits.lower() >= 0 && limits.upper() <= 1, limits::toString);
                    assertTrue(limits.lower() <= step.survival() + 1e-15, limits::toString);
                    assertTrue(limits.upper() >= step.survival() - 1e-15, limits::toString);
                });
            }
        }
    }

    @Property
    void swappingGroupsNegatesTheGapAndTheTestStays(@ForAll long seed) {
        Random random = new Random(seed);
        Attainment one = Attainment.of("a", RiskTable.of(members(random, true, false)), 5);
        Attainment two = Attainment.of("b", RiskTable.of(members(random, true, false)), 5);
        AttainmentComparison here = AttainmentComparison.of(one, two);
        AttainmentComparison there = AttainmentComparison.of(two, one);
        assertEquals(here.difference().undefined(), there.difference().undefined());
        here.difference()
                .value()
                .ifPresent(gap -> assertEquals(-gap, there.difference().value().orElseThrow(), 0.0));
        here.difference()
                .limits()
                .ifPresent(limits -> assertEquals(
                        -limits.upper(),
                        there.difference().limits().orElseThrow().lower(),
                        1e-15));
        assertEquals(
                here.test().map(AttainmentComparison.LogLogTest::chiSquare).orElse(-1.0),
                there.test().map(AttainmentComparison.LogLogTest::chiSquare).orElse(-1.0),
                1e-9);
        LogRank test = LogRank.of(List.of(one.table(), two.table()));
        LogRank swapped = LogRank.of(List.of(two.table(), one.table()));
        assertEquals(test.chiSquare().orElse(-1.0), swapped.chiSquare().orElse(-1.0), 1e-9);
        assertEquals(
                test.groups().get(0).observed() - test.groups().get(0).expected(),
                test.groups().get(1).expected() - test.groups().get(1).observed(),
                1e-12);
    }

    @Property
    void oneStratumTwiceIsTwiceTheStatistic(@ForAll long seed) {
        Random random = new Random(seed);
        List<RiskTable> groups = List.of(
                RiskTable.of(members(random, true, false)),
                RiskTable.of(members(random, true, false)),
                RiskTable.of(members(random, true, false)));
        LogRank one = new LogRank(List.of(groups), 0.5);
        LogRank two = new LogRank(List.of(groups, groups), 0.5);
        assertEquals(
                2 * one.chiSquare().orElse(0.0),
                two.chiSquare().orElse(0.0),
                1e-9 * (1 + two.chiSquare().orElse(0.0)));
    }

    @Property
    void lifeTableOfWholeTimesIsTheCurveOfItsRows(@ForAll long seed) {
        Random random = new Random(seed);
        RiskTable table = RiskTable.of(members(random, true, false));
        List<Double> starts = new ArrayList<>();
        for (int start = 0; start <= 12; start++) {
            starts.add((double) start);
        }
        LifeTable grouped = LifeTable.of(table, starts);
        KaplanMeier curve = KaplanMeier.of(table);
        for (int i = 0; i < starts.size(); i++) {
            assertEquals(
                    curve.at(starts.get(i)).survival(),
                    grouped.productLimit().at(starts.get(i)).survival(),
                    1e-12);
            double actuarial = grouped.actuarial().get(i).survival();
            assertTrue(actuarial <= curve.at(starts.get(i)).survival() + 1e-12);
        }
    }

    @Property
    void nothingIsReadOffBeyondTheLastTimeUnlessNobodyWaits(@ForAll long seed) {
        Random random = new Random(seed);
        RiskTable table = RiskTable.of(members(random, true, false));
        double beyond = table.lastTime().orElseThrow() + 1;
        Attainment attainment = Attainment.of("x", table, beyond);
        boolean nobodyWaits = KaplanMeier.of(table).at(beyond).survival() == 0;
        assertEquals(nobodyWaits ? Optional.empty() : Optional.of(Undefined.NOT_IDENTIFIED), attainment.undefined());
        assertEquals(nobodyWaits, attainment.restrictedMean().value().isPresent());
        assertEquals(nobodyWaits, attainment.reached("degree").value().isPresent());
        assertEquals(!nobodyWaits, attainment.explain().contains("not identified"));
    }

    private static TimeTally tally(Random random, CohortDefinition of, int size) {
        TimeToEvent time = TimeToEvent.first(Catalog.AWARD)
                .byKind(Catalog.KIND)
                .since(Students.BIRTH_DATE)
                .within(Period.ofYears(2));
        TimeQuestion question = new TimeQuestion(of, time, List.<Axis>of(Students.GENDER), LocalDate.of(2026, 6, 30));
        List<Category> kinds = KINDS.stream().map(Category::of).toList();
        Map<List<Category>, TimeCounts> counts = new LinkedHashMap<>();
        for (String gender : List.of("F", "M")) {
            TimeCounts.Builder own = TimeCounts.builder(3);
            for (int i = 0; i < size; i++) {
                if (random.nextInt(3) == 0) {
                    own.censored(1 + random.nextInt(731), 1 + random.nextInt(3));
                } else {
                    own.event(random.nextInt(730), random.nextInt(3), 1 + random.nextInt(3));
                }
            }
            own.censored(731, 1).aside(State.unknown(Unknown.NOT_REPORTED), 2);
            counts.put(List.of(Category.of(gender)), own.build());
        }
        Categories genders =
                Categories.of(Students.GENDER, List.of(Category.of("F"), Category.of("M"), Category.of("X")));
        CohortLog log = new CohortLog(size, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return TimeTally.of(question, log, List.of(genders), kinds, counts);
    }

    @Property(tries = 100)
    void curvesOfPooledCountsAreThoseOfPooledMembers(@ForAll long seed) {
        Random random = new Random(seed);
        TimeTally one = tally(random, CohortDefinition.all(Unit.STUDENT), 8);
        TimeTally two = tally(random, CohortDefinition.of("others", Students.GENDER.in("F")), 9);
        TimeTally both = one.plus(two);
        assertEquals(
                RiskTable.of(both.total()).rows(),
                RiskTable.of(pooled(one, two)).rows());
        assertEquals(
                both.total().counts().members(),
                one.total().counts().members() + two.total().counts().members());
    }

    /** One row per member, as a user with the rows of both would have. */
    private static List<Observation> pooled(TimeTally... tallies) {
        List<Observation> members = new ArrayList<>();
        for (TimeTally tally : tallies) {
            for (RiskTable.Row row : RiskTable.of(tally.total()).rows()) {
                for (int kind = 0; kind < row.eventsByKind().size(); kind++) {
                    String name = tally.total().kinds().get(kind);
                    members.addAll(Collections.nCopies(
                            row.eventsByKind().get(kind).intValue(), Observation.reached(row.time(), name)));
                }
                members.addAll(Collections.nCopies((int) row.censored(), Observation.censored(row.time())));
            }
        }
        return members;
    }

    @Example
    void groupsAreMeasuredAndComparedOverATally() {
        TimeTally tally = tally(new Random(1), CohortDefinition.all(Unit.STUDENT), 60);
        ByGroup<Attainment> groups =
                AttainmentRate.byHorizon().by(Students.GENDER).over(tally);
        assertEquals(
                List.of("F", "M", "X"),
                groups.groups().stream().map(Attainment::group).toList());
        Attainment women = groups.group("F").orElseThrow();
        assertTrue(women.reached().limits().isPresent());
        assertEquals(
                Optional.of(Undefined.NO_OBSERVATIONS),
                groups.group("X").orElseThrow().undefined());
        assertTrue(women.explain().contains("Not in these numbers: 2 unknown: not reported."), women::explain);
        // The share, two bounds, three kinds and the mean wait; the third group has no unknowns and no bounds.
        assertEquals(7 + 7 + 5, groups.toTable().size());
        double share = women.reached().value().orElseThrow();
        double n = women.table().members();
        assertEquals(share * n / (n + 2), women.ifUnknownsNo().orElseThrow(), 1e-12);
        assertEquals((share * n + 2) / (n + 2), women.ifUnknownsYes().orElseThrow(), 1e-12);

        ByGroup<AttainmentComparison> gaps = AttainmentGap.to(AttainmentRate.byHorizon(), "M")
                .by(Students.GENDER)
                .over(tally);
        assertEquals(2, gaps.groups().size());
        AttainmentComparison gap = gaps.group("F").orElseThrow();
        double men = groups.group("M").orElseThrow().reached().value().orElseThrow();
        assertEquals(
                women.reached().value().orElseThrow() - men,
                gap.difference().value().orElseThrow(),
                0.0);
        assertEquals(
                Optional.of(Undefined.SHARED_MEMBERS),
                gaps.overall().difference().undefined());
        AttainmentComparison rest = AttainmentGap.toRest(AttainmentRate.byHorizon())
                .by(Students.GENDER)
                .over(tally)
                .group("F")
                .orElseThrow();
        // Nobody is of the third gender, so the rest are the men.
        assertEquals(gap.difference(), rest.difference());
        assertThrows(
                IllegalArgumentException.class,
                () -> AttainmentGap.to(AttainmentRate.byHorizon(), "Z")
                        .by(Students.GENDER)
                        .over(tally));

        Figure goal = AttainmentRate.byHorizon()
                .toGoal(new BigDecimal("0.70"), Students.GENDER)
                .over(tally)
                .group("F")
                .orElseThrow();
        assertEquals(
                women.reached().value().orElseThrow() - 0.7, goal.estimate().orElseThrow(), 1e-15);
        assertTrue(LogRank.by(Students.GENDER).over(tally).p().isPresent());
        assertEquals(1, LogRank.by(Students.GENDER).over(tally).degreesOfFreedom());
        assertEquals(
                "p",
                LogRank.by(Students.GENDER)
                        .over(tally)
                        .figure()
                        .verdict()
                        .orElseThrow()
                        .substring(0, 1));
        LifeTable years = LifeTable.byYear(tally.total());
        assertEquals(3, years.intervals().size());
        assertTrue(years.toString().contains("no end"), years::toString);
        assertEquals(
                women.reached("degree").value().orElseThrow()
                        / groups.group("M")
                                .orElseThrow()
                                .reached("degree")
                                .value()
                                .orElseThrow(),
                gap.ratio("degree").value().orElseThrow(),
                1e-12);
        assertEquals(
                women.reached("degree").value().orElseThrow() - 0.5,
                women.toGoal("degree", new BigDecimal("0.5")).value().orElseThrow(),
                0.0);
    }

    @Example
    void testOfOneGroupOrWithoutEventsIsUndefined() {
        RiskTable none = RiskTable.of(new double[] {1, 2}, new boolean[] {false, false});
        LogRank nothing = LogRank.of(List.of(none, none));
        assertTrue(nothing.chiSquare().isEmpty() && nothing.p().isEmpty());
        assertEquals(Optional.of(Undefined.ZERO_VARIANCE), nothing.figure().undefined());
        RiskTable some = RiskTable.of(new double[] {1, 2}, new boolean[] {true, false});
        assertTrue(LogRank.of(List.of(some)).chiSquare().isEmpty());
        // Of a single member at risk in all there is no variance to be had.
        RiskTable one = RiskTable.of(new double[] {1}, new boolean[] {true});
        LogRank single = LogRank.of(List.of(one, RiskTable.of(List.of())));
        assertTrue(single.chiSquare().isEmpty());
        assertEquals(Optional.of(Undefined.NO_REFERENCE), single.figure().undefined());
    }

    @Example
    void verdictThatTheUnknownCouldChangeCannotBeTold() {
        double[] times = new double[200];
        boolean[] many = new boolean[200];
        boolean[] few = new boolean[200];
        for (int i = 0; i < times.length; i++) {
            times[i] = i < 100 ? 1 : 3;
            many[i] = i < 100;
            few[i] = i < 60;
        }
        assertEquals("DIFFERENT", verdict(RiskTable.of(times, many), RiskTable.of(times, few)));
        RiskTable.Builder doubtful = RiskTable.builder(List.of("event"));
        doubtful.reached(1, "event", 60).censored(1, 40).censored(3, 100);
        doubtful.aside(State.unknown(Unknown.NOT_REPORTED), 80);
        assertEquals("CANNOT_TELL", verdict(RiskTable.of(times, many), doubtful.build()));
    }

    private static String verdict(RiskTable one, RiskTable two) {
        return AttainmentComparison.of(Attainment.of("a", one, 2), Attainment.of("b", two, 2))
                .figures()
                .get(0)
                .verdict()
                .orElseThrow();
    }

    @Example
    void curveAtWholeYearsEndsWhereNobodyWasSeen() {
        KaplanMeier curve =
                KaplanMeier.of(RiskTable.of(new double[] {1, 2, 2, 3}, new boolean[] {true, true, false, false}));
        assertEquals(
                List.of("1.0", "0.75", "0.5", "0.5", "not followed long enough"),
                curve.toTable(List.of(0.0, 1.0, 2.0, 3.0, 4.0), SurvivalInterval.PLAIN, 0.95).column("waiting").stream()
                        .map(Object::toString)
                        .toList());
        assertEquals(2, curve.toTable().size());
        assertTrue(curve.toString().endsWith("median 2.5"), curve::toString);
    }

    @Example
    void horizonBeyondThatOfTheQuestionIsNotIdentified() {
        TimeTally tally = tally(new Random(1), CohortDefinition.all(Unit.STUDENT), 20);
        Attainment three = AttainmentRate.within(Period.ofYears(3)).over(tally);
        assertEquals(Optional.of(Undefined.NOT_IDENTIFIED), three.undefined());
        assertTrue(three.toString().endsWith("(not followed long enough)"), three::toString);
        assertTrue(
                AttainmentRate.within(Period.ofYears(1)).over(tally).undefined().isEmpty());
    }

    @Example
    void wrongArgumentsAreNamed() {
        RiskTable table = RiskTable.of(new double[] {1, 2, 3}, new boolean[] {true, false, true});
        assertFalse(table.hasLateEntries());
        assertThrows(IllegalArgumentException.class, () -> Observation.reached(-1));
        assertThrows(
                IllegalArgumentException.class, () -> Observation.reached(2).enteredAt(2));
        assertThrows(IllegalArgumentException.class, () -> Attainment.of("x", table, -1));
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(table).quantile(1));
        assertThrows(
                IllegalArgumentException.class, () -> AalenJohansen.of(table).at("degree", 1));
        assertThrows(IllegalArgumentException.class, () -> new LogRank(List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> LifeTable.of(table, List.of(2.0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> RiskTable.builder(List.of()).entered(1, 2).censored(2, 1).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> AttainmentComparison.of(Attainment.of("x", table, 1), Attainment.of("y", table, 2)));
    }
}
