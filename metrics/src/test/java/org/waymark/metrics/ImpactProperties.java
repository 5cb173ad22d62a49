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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.impact.Claim;
import org.waymark.metrics.impact.Claims;
import org.waymark.metrics.impact.DisproportionateImpact;
import org.waymark.metrics.impact.EightyPercentIndex;
import org.waymark.metrics.impact.Family;
import org.waymark.metrics.impact.Flag;
import org.waymark.metrics.impact.Grouping;
import org.waymark.metrics.impact.Impact;
import org.waymark.metrics.impact.ImpactRules;
import org.waymark.metrics.impact.ImpactVerdict;
import org.waymark.metrics.impact.Impacts;
import org.waymark.metrics.impact.MarginOfError;
import org.waymark.metrics.impact.Needed;
import org.waymark.metrics.impact.Outcome;
import org.waymark.metrics.impact.PercentagePointGap;
import org.waymark.metrics.impact.ProportionalityIndex;
import org.waymark.metrics.impact.Scenarios;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Multiplicity;
import org.waymark.metrics.rate.Share;

class ImpactProperties {
    private static final BigDecimal FOUR_FIFTHS = new BigDecimal("0.8");

    private static DisproportionateImpact recipe(ImpactRules rules) {
        return DisproportionateImpact.of(Outcome.of(Tallies.ASKED))
                .by(Tallies.GROUP)
                .rules(rules);
    }

    private static Share share(long yes, long more) {
        return new Share(yes, yes + more);
    }

    private static Share after(Share share, long more, Direction direction) {
        return new Share(direction == Direction.ADVERSE ? share.yes() - more : share.yes() + more, share.n());
    }

    private static Fraction rate(Share share) {
        return Fraction.of(share.yes(), share.n());
    }

    private interface Flagged {
        boolean after(long more);
    }

    private static void suffices(OptionalLong needed, Flagged flagged) {
        needed.ifPresent(a -> {
            assertFalse(flagged.after(a), () -> a + " do not suffice");
            assertTrue(a == 0 || flagged.after(a - 1), () -> a - 1 + " would suffice");
        });
    }

    @Property
    void neededStudentsEndTheFlagAndOneLessDoesNot(
            @ForAll @IntRange(min = 0, max = 400) int yes,
            @ForAll @IntRange(min = 1, max = 400) int more,
            @ForAll @IntRange(min = 1, max = 400) int otherYes,
            @ForAll @IntRange(min = 0, max = 400) int otherMore,
            @ForAll Direction direction) {
        Share group = share(yes, more);
        Share rest = share(otherYes, otherMore);
        Share everybody = group.plus(rest);
        MarginOfError margin = MarginOfError.HALF_OR_3_POINTS;
        PercentagePointGap toRest = new PercentagePointGap(group, rate(rest), margin, direction);
        suffices(
                toRest.neededToEndTheFlag().notFlagged(),
                a -> new PercentagePointGap(after(group, a, direction), rate(rest), margin, direction).isFlagged());
        PercentagePointGap toAll = new PercentagePointGap(group, rate(everybody), margin, direction);
        suffices(
                toAll.neededToEndTheFlag(everybody).notFlagged(),
                a -> new PercentagePointGap(
                                after(group, a, direction), rate(after(everybody, a, direction)), margin, direction)
                        .isFlagged());
        EightyPercentIndex ratio = new EightyPercentIndex(group, rate(rest), FOUR_FIFTHS, direction);
        suffices(
                ratio.needed().notFlagged(),
                a -> (yes - a != 0 || direction == Direction.FAVOURABLE)
                        && new EightyPercentIndex(after(group, a, direction), rate(rest), FOUR_FIFTHS, direction)
                                .isFlagged());
        ProportionalityIndex index = new ProportionalityIndex(group, everybody, FOUR_FIFTHS, direction);
        suffices(
                index.needed().notFlagged(),
                a -> (everybody.yes() - a != 0 || direction == Direction.FAVOURABLE)
                        && new ProportionalityIndex(
                                        after(group, a, direction),
                                        after(everybody, a, direction),
                                        FOUR_FIFTHS,
                                        direction)
                                .isFlagged());
    }

    /** To come within the margin and to reach the reference, as the method counts: the root is compared by squaring. */
    @Property
    void neededStudentsAsTheMethodCountsThemReachTheMarginAndTheReference(
            @ForAll @IntRange(min = 0, max = 2_000) int yes,
            @ForAll @IntRange(min = 1, max = 2_000) int more,
            @ForAll @IntRange(min = 0, max = 10_000) int tenThousandths,
            @ForAll boolean observed) {
        Share group = share(yes, more);
        BigDecimal target = BigDecimal.valueOf(tenThousandths, 4);
        MarginOfError margin = observed ? MarginOfError.OBSERVED_OR_2_POINTS : MarginOfError.HALF_OR_3_POINTS;
        PercentagePointGap gap = PercentagePointGap.of(group, target, margin);
        Needed needed = gap.needed();
        long a = needed.notFlagged().orElseThrow();
        double distance = target.doubleValue() - (double) (yes + a) / group.n();
        assertTrue(a == 0 || distance <= gap.marginOfError() + 1e-12);
        assertTrue(a == 0 || distance + 1.0 / group.n() >= gap.marginOfError() - 1e-12);
        suffices(needed.fullParity(), b -> after(group, b, Direction.FAVOURABLE).compareRate(target) < 0);
        assertEquals(
                gap.isFlagged(), target.doubleValue() - group.value() >= gap.marginOfError(), () -> "flag of " + gap);
    }

    @Property
    void adverseOutcomesAreTheMirrorOfFavourableOnes(
            @ForAll @IntRange(min = 0, max = 400) int yes,
            @ForAll @IntRange(min = 1, max = 400) int more,
            @ForAll @IntRange(min = 0, max = 1_000) int thousandths) {
        Fraction reference = Fraction.of(thousandths, 1_000);
        PercentagePointGap dropout =
                new PercentagePointGap(share(yes, more), reference, MarginOfError.HALF_OR_3_POINTS, Direction.ADVERSE);
        PercentagePointGap staying = new PercentagePointGap(
                share(more, yes), Fraction.ONE.minus(reference), MarginOfError.HALF_OR_3_POINTS, Direction.FAVOURABLE);
        assertEquals(staying.isFlagged(), dropout.isFlagged());
        assertEquals(staying.needed(), dropout.needed());
        assertEquals(-staying.gap(), dropout.gap(), 1e-12);
    }

    @Property
    void duplicatingEveryRowLeavesPointEstimates(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 40) Integer> yes) {
        long[] once = new long[2 * yes.size()];
        long[] twice = new long[2 * yes.size()];
        for (int i = 0; i < yes.size(); i++) {
            once[2 * i] = yes.get(i);
            once[2 * i + 1] = yes.get(i) + 3L * i + 1;
            twice[2 * i] = 2 * once[2 * i];
            twice[2 * i + 1] = 2 * once[2 * i + 1];
        }
        List<Impact> single =
                recipe(ImpactRules.CCCCO_2022).over(Tallies.of(once)).all();
        List<Impact> doubled =
                recipe(ImpactRules.CCCCO_2022).over(Tallies.of(twice)).all();
        for (int i = 0; i < single.size(); i++) {
            assertEquals(single.get(i).rate().value(), doubled.get(i).rate().value());
            assertEquals(single.get(i).gap().value(), doubled.get(i).gap().value());
            assertEquals(
                    single.get(i).proportionality().value(),
                    doubled.get(i).proportionality().value());
            assertEquals(single.get(i).gap().bounds(), doubled.get(i).gap().bounds());
        }
    }

    /** Students with a group, an outcome, a year and a college. */
    private static List<Map<String, String>> students(Random random, int size) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("Group", random.nextInt(20) == 0 ? "NA" : "g" + random.nextInt(4));
            row.put("Sex", "s" + random.nextInt(2));
            row.put("Year", String.valueOf(2020 + random.nextInt(2)));
            row.put("College", "c" + random.nextInt(2));
            row.put("Done", random.nextInt(10) == 0 ? "NA" : String.valueOf(random.nextInt(2)));
            rows.add(row);
        }
        return rows;
    }

    private static DisproportionateImpact everything() {
        return DisproportionateImpact.of(
                        Outcome.of(CountedFile.indicator("Done")).by(CountedFile.axis("Year")))
                .by(
                        Grouping.of(CountedFile.axis("Group")),
                        Grouping.of(CountedFile.axis("Group"), CountedFile.axis("Sex")))
                .in(Scenarios.along(CountedFile.axis("College")));
    }

    private static Impacts count(List<Map<String, String>> rows) {
        return everything()
                .over(new CountedFile(rows, Optional.empty())
                        .tally(List.of("Done"), everything().faces()));
    }

    @Property(tries = 20)
    void orderOfRowsAndLocaleChangeNothing(@ForAll long seed) {
        List<Map<String, String>> rows = students(new Random(seed), 300);
        Impacts first = count(rows);
        Collections.shuffle(rows, new Random(seed + 1));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            Impacts second = count(rows);
            assertEquals(first.toTable(), second.toTable());
            assertEquals(first.toString(), second.toString());
            assertEquals(first.figures(), second.figures());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 20)
    void namesThatMeanSomethingElsewhereAreJustNames(@ForAll long seed) {
        List<Map<String, String>> rows = students(new Random(seed), 300);
        Impacts plain = count(rows);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("g0", "overall");
        names.put("g1", "hpg");
        names.put("g2", "- All");
        names.put("g3", "(not known)");
        names.put("c0", "(all)");
        names.put("s0", "the rest");
        rows.forEach(row -> row.replaceAll((column, value) -> names.getOrDefault(value, value)));
        List<Impact> renamed = new ArrayList<>(count(rows).all());
        assertEquals(plain.all().size(), renamed.size());
        for (Impact impact : plain.all()) {
            List<Object> figures = figures(impact);
            Impact same = renamed.stream()
                    .filter(other -> figures(other).equals(figures))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(impact.toString()));
            renamed.remove(same);
        }
    }

    private static List<Object> figures(Impact impact) {
        return List.of(
                impact.rate().cell().counts(),
                impact.gap().value(),
                impact.gap().interval(),
                impact.pointsFlag(),
                impact.proportionality().value(),
                impact.proportionalityFlag(),
                impact.claim().verdict(),
                impact.claim().size());
    }

    @Example
    void groupOfNobodySilencesNobody() {
        List<Impact> without =
                recipe(ImpactRules.FOUR_FIFTHS).over(Tallies.of(10, 20, 5, 20)).all();
        List<Impact> with = recipe(ImpactRules.FOUR_FIFTHS)
                .over(Tallies.of(10, 20, 5, 20, 0, 0))
                .all();
        for (int i = 0; i < without.size(); i++) {
            assertEquals(figures(without.get(i)), figures(with.get(i)));
        }
        Impact nobody = with.get(with.size() - 1);
        assertEquals(Flag.UNDEFINED, nobody.pointsFlag());
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), nobody.gap().undefined());
        assertEquals(ImpactVerdict.CANNOT_TELL, nobody.claim().verdict());
    }

    @Property
    void maskedCountsGiveBoundsThatHoldTheTruthForEveryMeasureAndReference(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 60) Integer> yes,
            @ForAll @Size(4) List<@IntRange(min = 1, max = 60) Integer> no,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 9) Integer> blur,
            @ForAll Direction direction) {
        Indicator asked = Indicator.builder("x").direction(direction).build();
        List<Count> yesTrue = new ArrayList<>();
        List<Count> noTrue = new ArrayList<>();
        List<Count> yesMasked = new ArrayList<>();
        List<Count> noMasked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            yesTrue.add(Count.of(yes.get(i)));
            noTrue.add(Count.of(no.get(i)));
            yesMasked.add(Count.between(Math.max(0, yes.get(i) - blur.get(i)), yes.get(i) + blur.get(7 - i)));
            noMasked.add(Count.between(Math.max(0, no.get(i) - blur.get(7 - i)), no.get(i) + blur.get(i)));
        }
        Tally truth = Tallies.of(asked, yesTrue, noTrue, Count.ZERO);
        Tally masked = Tallies.of(asked, yesMasked, noMasked, Count.ZERO);
        boundsHold(asked, truth, masked);
    }

    @Property
    void unknownOutcomesGiveBoundsThatHoldWhateverTheyTurnOutToBe(
            @ForAll @Size(4) List<@IntRange(min = 0, max = 40) Integer> yes,
            @ForAll @Size(4) List<@IntRange(min = 1, max = 40) Integer> no,
            @ForAll @IntRange(min = 0, max = 30) int unknownYes,
            @ForAll @IntRange(min = 0, max = 30) int unknownNo,
            @ForAll Direction direction) {
        Indicator asked = Indicator.builder("x")
                .direction(direction)
                .unknowns(UnknownRule.BOUNDS)
                .build();
        List<Count> yesTrue = new ArrayList<>(yes.stream().map(Count::of).toList());
        List<Count> noTrue = new ArrayList<>(no.stream().map(Count::of).toList());
        Tally told = Tallies.of(asked, List.copyOf(yesTrue), List.copyOf(noTrue), Count.of(unknownYes + unknownNo));
        yesTrue.set(0, Count.of(yes.get(0) + unknownYes));
        noTrue.set(0, Count.of(no.get(0) + unknownNo));
        boundsHold(asked, Tallies.of(asked, yesTrue, noTrue, Count.ZERO), told);
    }

    private static void boundsHold(Indicator asked, Tally truth, Tally told) {
        for (Reference reference : List.of(
                Reference.overall(),
                Reference.rest(),
                Reference.best(1),
                Reference.best(20),
                Reference.named("b"),
                Reference.given("0.4"))) {
            DisproportionateImpact recipe = DisproportionateImpact.of(Outcome.of(asked))
                    .by(Tallies.GROUP)
                    .rules(ImpactRules.CCCCO_2017.pointsTo(reference).ratioTo(reference));
            List<Impact> known = recipe.over(truth).all();
            List<Impact> bounded = recipe.over(told).all();
            for (int i = 0; i < known.size(); i++) {
                holds(known.get(i).gap(), bounded.get(i).gap());
                holds(known.get(i).proportionality(), bounded.get(i).proportionality());
                holds(known.get(i).ratio(), bounded.get(i).ratio());
            }
        }
    }

    private static void holds(GapEstimate truth, GapEstimate told) {
        truth.value().ifPresent(value -> {
            Bounds bounds = told.bounds().orElseThrow(() -> new AssertionError("no bounds of " + truth));
            assertTrue(
                    bounds.least() <= value + 1e-12 && value - 1e-12 <= bounds.most(),
                    () -> truth + " not in " + bounds);
        });
    }

    /** A small masked group that looks best must not hide a larger one, and the bounds range over both. */
    @Example
    void whichGroupIsLargeEnoughToBeTheBestMayBeMaskedItself() {
        Tally masked = Tallies.of(
                Tallies.ASKED,
                List.of(Count.of(10), Count.between(4, 6), Count.of(15)),
                List.of(Count.of(20), Count.between(0, 6), Count.of(10)),
                Count.ZERO);
        GapEstimate gap = recipe(ImpactRules.CCCCO_2017.pointsTo(Reference.best(10)))
                .over(masked)
                .group("a")
                .orElseThrow()
                .gap();
        assertEquals(Optional.of(Undefined.MASKED), gap.undefined());
        // The best is c at 0.6, or b if it has ten members: at the most 6 of 6 as far as its counts alone say.
        assertEquals(1.0 / 3 - 1, gap.bounds().orElseThrow().least(), 1e-12);
        assertEquals(1.0 / 3 - 0.6, gap.bounds().orElseThrow().most(), 1e-12);
    }

    @Property(tries = 100)
    void simultaneousIntervalsDecideWhatTheAdjustedPSays(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 200) Integer> yes, @ForAll Multiplicity correction) {
        long[] counts = new long[10];
        for (int i = 0; i < 5; i++) {
            counts[2 * i] = yes.get(i);
            counts[2 * i + 1] = 200;
        }
        Impacts impacts = recipe(ImpactRules.CCCCO_2022)
                .claims(new Claims(Family.DIMENSION, correction))
                .over(Tallies.of(counts));
        for (Impact impact : impacts.all()) {
            Claim claim = impact.claim();
            if (!impact.isGroup() || impact.gap().interval().isEmpty()) {
                continue;
            }
            assertEquals(5, claim.size());
            assertTrue(claim.interval().orElseThrow().lower()
                    <= impact.gap().interval().orElseThrow().lower() + 1e-12);
            double p = claim.adjustedP().orElseThrow();
            if (Math.abs(p - 0.05) > 1e-6) {
                assertEquals(p < 0.05, claim.verdict() != ImpactVerdict.CANNOT_TELL, () -> impact + " " + claim);
            }
            assertTrue(claim.verdict() == ImpactVerdict.CANNOT_TELL
                    || claim.detectable().isEmpty());
        }
    }

    @Example
    void rulesOf2022CompareWithAllOthersAndKeepSmallGroupsOut() {
        Impacts impacts = recipe(ImpactRules.CCCCO_2022).over(Tallies.of(40, 100, 60, 100, 2, 10));
        Impact a = impacts.group("a").orElseThrow();
        assertEquals("the rest", a.gap().referenceName());
        // 62/110 against 40/100, margin 1.96 √(0.4 · 0.6 / 100).
        assertEquals(0.096019998, a.marginOfError().orElseThrow(), 1e-9);
        assertEquals(Flag.FLAGGED, a.pointsFlag());
        assertEquals(
                7, a.percentagePointGap().orElseThrow().needed().notFlagged().orElseThrow());
        Impact few = impacts.group("c").orElseThrow();
        assertEquals(Flag.INSUFFICIENT, few.pointsFlag());
        assertEquals(Flag.INSUFFICIENT, few.ratioFlag());
        assertEquals(ImpactVerdict.CANNOT_TELL, few.claim().verdict());
        assertEquals(2, a.claim().size());
        assertTrue(impacts.toTable().notes().stream().anyMatch(n -> n.contains("PPG-1")), impacts::toString);
        assertTrue(impacts.toTable().notes().stream()
                .anyMatch(n -> n.contains("outcome x dimension x cohort") && n.contains("comparisons per family: 2")));
        assertEquals(
                "CCCCO 2022, changed",
                ImpactRules.CCCCO_2022.insufficientUpTo(0).toString());
    }

    @Example
    void flagStandsBesideTheVerdictAndIsNotIt() {
        // 13 points behind among 30: flagged by the method's margin for the group alone, but chance could give it.
        Impact small = recipe(ImpactRules.FOUR_FIFTHS)
                .over(Tallies.of(11, 30, 16, 30))
                .group("a")
                .orElseThrow();
        assertEquals(Flag.FLAGGED, small.ratioFlag());
        assertEquals(ImpactVerdict.CANNOT_TELL, small.claim().verdict());
        assertTrue(small.claim().detectable().orElseThrow() > 0.3);
        Impact large = recipe(ImpactRules.FOUR_FIFTHS)
                .over(Tallies.of(1_100, 3_000, 1_600, 3_000))
                .group("a")
                .orElseThrow();
        assertEquals(ImpactVerdict.IMPACT, large.claim().verdict());
        Impact same = recipe(ImpactRules.FOUR_FIFTHS)
                .over(Tallies.of(15_000, 30_000, 15_010, 30_000))
                .group("a")
                .orElseThrow();
        assertEquals(ImpactVerdict.NO_MATERIAL_GAP, same.claim().verdict());
        assertTrue(large.explain().contains("Verdict among the 1 comparisons"), large::explain);
        assertEquals(3, large.figures().size());
    }

    @Example
    void adverseOutcomeIsFlaggedWhereTheRateIsHigher() {
        Indicator dropout = Indicator.builder("x").direction(Direction.ADVERSE).build();
        Tally tally = Tallies.of(
                dropout, List.of(Count.of(300), Count.of(100)), List.of(Count.of(700), Count.of(900)), Count.ZERO);
        Impacts impacts =
                DisproportionateImpact.of(Outcome.of(dropout)).by(Tallies.GROUP).over(tally);
        Impact a = impacts.group("a").orElseThrow();
        assertEquals(
                List.of(Flag.FLAGGED, Flag.FLAGGED, Flag.FLAGGED),
                List.of(a.pointsFlag(), a.proportionalityFlag(), a.ratioFlag()));
        assertEquals(ImpactVerdict.IMPACT, a.claim().verdict());
        // 125 of 1,000 is 1.25 times 100 of 1,000: exactly at the inverse of the cutoff.
        assertEquals(
                175, a.eightyPercentIndex().orElseThrow().needed().notFlagged().orElseThrow());
        Impact b = impacts.group("b").orElseThrow();
        assertEquals(Flag.NOT_FLAGGED, b.pointsFlag());
        assertEquals(ImpactVerdict.NO_MATERIAL_GAP, b.claim().verdict());
    }

    @Example
    void wrongArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ImpactRules.CCCCO_2022.cutoffs("1.2", "0.8"));
        assertThrows(
                IllegalArgumentException.class,
                () -> recipe(ImpactRules.CCCCO_2022.pointsTo(Reference.named("z")))
                        .over(Tallies.of(1, 2, 3, 4)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MarginOfError(BigDecimal.ONE.negate(), false, BigDecimal.ONE, BigDecimal.ONE));
    }

    @Example
    void schoolWithoutMembersIsNoCluster() {
        Face.Builder face = Face.builder(List.of(Tallies.GROUP, CountedFile.axis("School")), 1);
        for (String school : List.of("s1", "s2", "s3")) {
            for (String group : List.of("a", "b")) {
                List<Category> place = List.of(Category.of(group), Category.of(school));
                face.add(place, 0, State.YES, Count.of(school.length() + group.charAt(0) % 7 + school.charAt(1) % 3));
                face.add(place, 0, State.NO, Count.of(10));
            }
        }
        face.add(List.of(Category.of("a"), Category.of("empty")), 0, State.YES, Count.of(0));
        Tally any = Tallies.of(1, 2);
        Tally tally = Tally.of(
                any.question().clusteredBy(CountedFile.axis("School")), any.log(), List.of(face.build()), List.of());
        Impact impact = recipe(ImpactRules.CCCCO_2022).over(tally).group("a").orElseThrow();
        assertEquals(3, impact.gap().clusterError().orElseThrow().clusters());
        assertTrue(recipe(ImpactRules.CCCCO_2022).over(tally).toTable().notes().stream()
                .anyMatch(note -> note.contains("only 3 clusters")));
    }
}
