package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.indicator.State;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.inequality.GroupInequality;
import org.waymark.metrics.inequality.InequalityMeasure;
import org.waymark.metrics.inequality.InequalityProfile;
import org.waymark.metrics.inequality.InequalityRules;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.inequality.Subgroup;
import org.waymark.metrics.inequality.Subgroups;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Rate;

class InequalityProperties {
    private static final InequalityRules FEW_DRAWS = InequalityRules.STANDARD.draws(200, 7);

    private static List<Subgroup> groups(List<Integer> percents) {
        List<Subgroup> groups = new ArrayList<>();
        for (int i = 0; i < percents.size(); i++) {
            groups.add(Subgroup.of("g" + i, percents.get(i) / 100.0)
                    .standardError(0.01 + i / 100.0)
                    .population(100 + 50 * i));
        }
        return groups;
    }

    private static double estimate(InequalityMeasure measure, Subgroups groups) {
        return measure.of(groups, FEW_DRAWS).estimate().orElseThrow();
    }

    @Property(tries = 50)
    void orderOfRowsAndNamesChangeNoDigit(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 99) Integer> percents, @ForAll long seed) {
        List<Subgroup> rows = groups(percents);
        List<Subgroup> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        List<Figure> first =
                InequalityProfile.of("x", Subgroups.unordered(rows), FEW_DRAWS).figures();
        List<Figure> second = InequalityProfile.of("x", Subgroups.unordered(shuffled), FEW_DRAWS)
                .figures();
        assertEquals(first, second);
        assertEquals(15, first.size());
    }

    @Property(tries = 50)
    void groupsThatAreAlikeAreNotUnequalAndTheIntervalSaysSo(
            @ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(min = 2, max = 8) int size) {
        Subgroups alike =
                Subgroups.ordered(groups(Collections.nCopies(size, percent))).reference("g0");
        assertEquals(21, InequalityMeasure.thatApplyTo(alike).size());
        for (Figure figure : InequalityProfile.of("x", alike, FEW_DRAWS).figures()) {
            double none =
                    figure.measure().startsWith("Ratio") || figure.measure().startsWith("Relative index") ? 1 : 0;
            assertEquals(none, figure.estimate().orElseThrow(), 1e-9, figure::toString);
            figure.interval()
                    .ifPresent(limits -> assertTrue(
                            limits.lower() <= none + 1e-9 && none - 1e-9 <= limits.upper(), figure::toString));
        }
    }

    /** Larger populations of the same shares, and groups of nobody, change no estimate. */
    @Property(tries = 50)
    void onlySharesOfThePopulationMatter(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 99) Integer> percents,
            @ForAll @IntRange(min = 2, max = 9) int times) {
        List<Subgroup> once = groups(percents);
        List<Subgroup> more = new ArrayList<>(once.stream()
                .map(group -> group.population(times * group.population().orElseThrow()))
                .toList());
        more.add(Subgroup.of("nobody", 0.99).standardError(0.1).population(0));
        for (InequalityMeasure measure : InequalityMeasure.thatApplyTo(Subgroups.ordered(once))) {
            assertEquals(
                    estimate(measure, Subgroups.ordered(once)),
                    estimate(measure, Subgroups.ordered(more)),
                    1e-9,
                    measure::toString);
        }
    }

    @Property(tries = 50)
    void swappingTheOrderTurnsTheRankedMeasuresRound(
            @ForAll @Size(min = 3, max = 6) List<@IntRange(min = 5, max = 95) Integer> percents) {
        List<Subgroup> forth = groups(percents);
        List<Subgroup> back = new ArrayList<>(forth);
        Collections.reverse(back);
        Subgroups one = Subgroups.ordered(forth);
        Subgroups other = Subgroups.ordered(back);
        for (InequalityMeasure measure : List.of(
                InequalityMeasure.DIFFERENCE,
                InequalityMeasure.ABSOLUTE_CONCENTRATION_INDEX,
                InequalityMeasure.RELATIVE_CONCENTRATION_INDEX,
                InequalityMeasure.SLOPE_INDEX)) {
            assertEquals(-estimate(measure, one), estimate(measure, other), 1e-9, measure::toString);
        }
        assertEquals(
                1 / estimate(InequalityMeasure.RELATIVE_INDEX, one),
                estimate(InequalityMeasure.RELATIVE_INDEX, other),
                1e-6 * estimate(InequalityMeasure.RELATIVE_INDEX, other));
    }

    /** The unit does not matter: in percent everything absolute is a hundred times as large, everything relative the same. */
    @Property(tries = 50)
    void percentAndSharesTellTheSame(
            @ForAll @Size(min = 3, max = 6) List<@IntRange(min = 5, max = 95) Integer> percents) {
        List<Subgroup> shares = groups(percents);
        List<Subgroup> hundred = shares.stream()
                .map(g -> Subgroup.of(g.name(), 100 * g.estimate().orElseThrow())
                        .standardError(100 * g.standardError().orElseThrow())
                        .population(g.population().orElseThrow()))
                .toList();
        Subgroups one = Subgroups.ordered(shares).reference("g1");
        Subgroups other = Subgroups.ordered(100, hundred).reference("g1");
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            Figure share = measure.of(one, FEW_DRAWS);
            Figure percent = measure.of(other, FEW_DRAWS);
            double factor = switch (measure) {
                case RATIO,
                        COEFFICIENT_OF_VARIATION,
                        THEIL,
                        MEAN_LOG_DEVIATION,
                        INDEX_OF_DISPARITY,
                        WEIGHTED_INDEX_OF_DISPARITY,
                        POPULATION_ATTRIBUTABLE_FRACTION,
                        RELATIVE_CONCENTRATION_INDEX,
                        RELATIVE_INDEX -> 1;
                case BETWEEN_GROUP_VARIANCE -> 10_000;
                default -> 100;
            };
            double number = factor * share.estimate().orElseThrow();
            assertEquals(number, percent.estimate().orElseThrow(), 1e-9 * (1 + Math.abs(number)), measure::toString);
            double unit =
                    measure == InequalityMeasure.RATIO || measure == InequalityMeasure.RELATIVE_INDEX ? 1 : factor;
            assertEquals(
                    share.standardError().isPresent(), percent.standardError().isPresent(), measure::toString);
            share.standardError()
                    .ifPresent(error -> assertEquals(
                            unit * error,
                            percent.standardError().orElseThrow(),
                            1e-6 * (1 + unit * error),
                            measure::toString));
        }
    }

    @Example
    void tallyGivesEveryMeasureThatItsGroupsAllow() {
        Tally tally = Tallies.of(50, 100, 120, 200, 90, 100, 0, 0);
        InequalityProfile profile =
                GroupInequality.of(Tallies.ASKED, Tallies.GROUP).over(tally);
        assertEquals(15, profile.figures().size());
        Figure difference = profile.figure(InequalityMeasure.DIFFERENCE).orElseThrow();
        assertEquals(0.4, difference.estimate().orElseThrow(), 1e-12);
        assertEquals(
                Math.sqrt(0.25 / 100 + 0.09 / 100), difference.standardError().orElseThrow(), 1e-12);
        assertEquals(3, difference.counts().get("groups"));
        InequalityProfile ordered = GroupInequality.of(Tallies.ASKED, Tallies.GROUP)
                .inOrder()
                .comparedWith("c")
                .over(tally);
        assertEquals(21, ordered.figures().size());
        assertTrue(ordered.figure(InequalityMeasure.SLOPE_INDEX)
                        .orElseThrow()
                        .estimate()
                        .orElseThrow()
                > 0.4);
        assertTrue(ordered.toString().contains("Slope index of inequality"));
    }

    @Example
    void completeCountHasNoLimitsAndMaskedGroupNoNumber() {
        GroupInequality recipe = GroupInequality.of(Tallies.ASKED, Tallies.GROUP);
        InequalityProfile complete = recipe.rates(Rate.of(Tallies.ASKED).inference(Inference.DESCRIPTIVE))
                .over(Tallies.of(50, 100, 90, 100));
        complete.figures().forEach(figure -> {
            assertEquals(Optional.<Interval>empty(), figure.interval());
            assertEquals(Optional.<Double>empty(), figure.standardError());
            assertEquals(Inference.DESCRIPTIVE, figure.inference());
        });
        InequalityProfile masked = recipe.over(Tallies.of(
                Tallies.ASKED,
                List.of(Count.of(10), Count.between(1, 9), Count.of(30)),
                List.of(Count.of(10), Count.of(20), Count.of(10)),
                Count.ZERO));
        assertEquals(15, masked.figures().size());
        masked.figures().forEach(figure -> assertEquals(Optional.of(Undefined.MASKED), figure.undefined()));
    }

    @Example
    void groupsThatOverlapAreRefusedAndASchemeIsNamed() {
        Face.Builder groups = Face.builder(List.of(Tallies.GROUP), 1).overlappingGroups();
        for (String group : List.of("a", "b")) {
            groups.add(List.of(Category.of(group)), 0, State.YES, Count.of(5));
            groups.add(List.of(Category.of(group)), 0, State.NO, Count.of(5));
        }
        Tally any = Tallies.of(5, 10, 8, 10);
        Tally overlapping =
                Tally.of(any.question(), any.log(), List.of(any.faces().get(0), groups.build()), List.of());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> GroupInequality.of(Tallies.ASKED, Tallies.GROUP).over(overlapping));
        assertTrue(refused.getMessage().contains("FEDERAL_7"), refused::getMessage);
    }

    @Example
    void whatAMeasureNeedsIsSaid() {
        List<Subgroup> rates = List.of(Subgroup.of("a", 0.2), Subgroup.of("b", 0.4), Subgroup.missing("c"));
        IllegalArgumentException weights = assertThrows(
                IllegalArgumentException.class, () -> InequalityMeasure.THEIL.of(Subgroups.unordered(rates)));
        assertEquals("groups: must have populations for the Theil index", weights.getMessage());
        IllegalArgumentException order = assertThrows(
                IllegalArgumentException.class, () -> InequalityMeasure.SLOPE_INDEX.of(Subgroups.unordered(rates)));
        assertTrue(order.getMessage().contains("an order"));
        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class,
                () -> InequalityMeasure.MEAN_DIFFERENCE_FROM_BEST.of(Subgroups.unordered(rates)));
        assertTrue(missing.getMessage().contains("1 of 3 is missing"));
        assertThrows(
                IllegalArgumentException.class, () -> Subgroups.unordered(rates).reference("z"));
        assertThrows(IllegalArgumentException.class, () -> Subgroup.of("a", -1));
        assertThrows(IllegalArgumentException.class, () -> Subgroups.unordered(List.of(Subgroup.of("a", 30))));
        assertEquals(
                0.2,
                InequalityMeasure.DIFFERENCE
                        .of(Subgroups.unordered(rates))
                        .estimate()
                        .orElseThrow(),
                1e-15);
    }

    @Example
    void oneGroupOrNoneHasNoInequality() {
        Figure one = InequalityMeasure.DIFFERENCE.of(Subgroups.unordered(List.of(Subgroup.of("a", 0.3))));
        assertEquals(Optional.of(Undefined.SINGLE_GROUP), one.undefined());
        Figure none = InequalityMeasure.DIFFERENCE.of(Subgroups.unordered(List.of()));
        assertEquals(Optional.of(Undefined.NO_OBSERVATIONS), none.undefined());
        Figure ratio =
                InequalityMeasure.RATIO.of(Subgroups.unordered(List.of(Subgroup.of("a", 0.3), Subgroup.of("b", 0))));
        assertEquals(Optional.of(Undefined.ZERO_DENOMINATOR), ratio.undefined());
    }

    @Example
    void adverseOutcomesTakeTheLowestForTheBest() {
        Subgroups rates = Subgroups.unordered(List.of(
                        Subgroup.of("a", 0.2).population(10),
                        Subgroup.of("b", 0.5).population(10)))
                .direction(Direction.ADVERSE);
        assertEquals(0.15, estimate(InequalityMeasure.MEAN_DIFFERENCE_FROM_BEST, rates), 1e-12);
        assertEquals(-0.15, estimate(InequalityMeasure.POPULATION_ATTRIBUTABLE_RISK, rates), 1e-12);
    }

    /** Two groups of 100 with 75 and 25 successes: V = 0.5, a quarter of the variance. */
    @Example
    void outcomeIsPredictedAsFarAsGroupsDiffer() {
        Predictability recipe = Predictability.of(Tallies.ASKED, Tallies.GROUP);
        List<Figure> figures = recipe.over(Tallies.of(75, 100, 25, 100)).figures();
        assertEquals(
                List.of(
                        "Cramér's V",
                        "Cramér's V, corrected",
                        "Share of variance between groups",
                        "Difference",
                        "Mean difference from the mean, weighted"),
                figures.stream().map(Figure::measure).toList());
        assertEquals(0.5, figures.get(0).estimate().orElseThrow(), 1e-12);
        assertEquals(0.25, figures.get(2).estimate().orElseThrow(), 1e-12);
        assertTrue(figures.get(0).interval().orElseThrow().contains(0.5));
        assertEquals(0.25, figures.get(4).estimate().orElseThrow(), 1e-12);
        List<Figure> none = recipe.over(Tallies.of(50, 100, 25, 50)).figures();
        assertEquals(0, none.get(0).estimate().orElseThrow(), 1e-12);
        assertEquals(0, none.get(0).interval().orElseThrow().lower());
        List<Figure> everybody = recipe.over(Tallies.of(100, 100, 50, 50)).figures();
        assertEquals(Optional.of(Undefined.ZERO_VARIANCE), everybody.get(0).undefined());
    }
}
