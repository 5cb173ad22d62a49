package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.inequality.GroupInequality;
import org.waymark.metrics.inequality.InequalityMeasure;
import org.waymark.metrics.inequality.InequalityProfile;
import org.waymark.metrics.inequality.InequalityRules;
import org.waymark.metrics.inequality.InequalityRules.Concentration;
import org.waymark.metrics.inequality.InequalityRules.Curve;
import org.waymark.metrics.inequality.Predictability;
import org.waymark.metrics.inequality.Subgroup;
import org.waymark.metrics.inequality.Subgroups;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Rate;

/** Whatever masked counts and unknown outcomes turn out to be, every measure of inequality lies within its bounds. */
class InequalityBoundsProperties {
    private static final double ROUNDING = 1e-9;

    private static Indicator asked(Direction direction) {
        return Indicator.builder("x")
                .direction(direction)
                .unknowns(UnknownRule.BOUNDS)
                .build();
    }

    private static final InequalityRules BY_CURVE = InequalityRules.STANDARD;

    /** Without an order; in order and compared with a group; on other scales and by a straight line. */
    private static List<GroupInequality> recipes(Indicator asked) {
        GroupInequality plain =
                GroupInequality.of(asked, Tallies.GROUP).rates(Rate.of(asked).inference(Inference.DESCRIPTIVE));
        return List.of(
                plain,
                plain.comparedWith("b").inOrder().rules(BY_CURVE),
                plain.inOrder()
                        .rules(BY_CURVE.concentration(Concentration.WAGSTAFF).curve(Curve.LINE)),
                plain.inOrder().rules(BY_CURVE.concentration(Concentration.ERREYGERS)));
    }

    private static List<List<Figure>> figures(Indicator asked, Tally tally) {
        List<List<Figure>> figures = new ArrayList<>();
        for (GroupInequality recipe : recipes(asked)) {
            figures.add(recipe.over(tally).figures());
        }
        figures.add(new Predictability(recipes(asked).get(0)).over(tally).figures());
        return figures;
    }

    private static void hold(Indicator asked, Tally truth, Tally told) {
        List<List<Figure>> known = figures(asked, truth);
        List<List<Figure>> bounded = figures(asked, told);
        for (int i = 0; i < known.size(); i++) {
            Map<String, Figure> byMeasure = new LinkedHashMap<>();
            bounded.get(i).forEach(figure -> byMeasure.put(figure.measure(), figure));
            for (Figure figure : known.get(i)) {
                Optional<Bounds> bounds =
                        Optional.ofNullable(byMeasure.get(figure.measure())).flatMap(Figure::bounds);
                boolean corrected = figure.measure().endsWith("corrected");
                figure.estimate().filter(value -> !corrected).ifPresent(value -> assertHolds(bounds, value, figure));
            }
            // What is printed beside them is one of the values that are possible.
            for (Figure figure : bounded.get(i)) {
                figure.bounds()
                        .ifPresent(b -> figure.estimate().ifPresent(v -> assertHolds(Optional.of(b), v, figure)));
            }
        }
    }

    private static void assertHolds(Optional<Bounds> bounds, double value, Figure figure) {
        Bounds known = bounds.orElseThrow(() -> new AssertionError("no bounds of " + figure));
        double slack = ROUNDING * (1 + Math.abs(value));
        assertTrue(known.least() <= value + slack && value - slack <= known.most(), () -> figure + " not in " + known);
    }

    @Property(tries = 10)
    void maskedCountsGiveBoundsOnEveryMeasure(
            @ForAll @Size(4) List<@IntRange(min = 0, max = 40) Integer> yes,
            @ForAll @Size(4) List<@IntRange(min = 0, max = 40) Integer> no,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 9) Integer> blur,
            @ForAll Direction direction) {
        List<Count> yesTrue = new ArrayList<>();
        List<Count> noTrue = new ArrayList<>();
        List<Count> yesMasked = new ArrayList<>();
        List<Count> noMasked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            yesTrue.add(Count.of(yes.get(i)));
            noTrue.add(Count.of(no.get(i) + (i == 3 ? 1 : 0)));
            yesMasked.add(Count.between(Math.max(0, yes.get(i) - blur.get(i)), yes.get(i) + blur.get(7 - i)));
            noMasked.add(Count.between(Math.max(0, no.get(i) - blur.get(7 - i)), no.get(i) + 1 + blur.get(i)));
        }
        Indicator asked = asked(direction);
        // A group that is compared with must be there.
        yesTrue.set(1, Count.of(yes.get(1) + 1));
        yesMasked.set(1, Count.between(1, yes.get(1) + 1L + blur.get(1)));
        hold(asked, Tallies.of(asked, yesTrue, noTrue, Count.ZERO), Tallies.of(asked, yesMasked, noMasked, Count.ZERO));
    }

    @Property(tries = 10)
    void unknownOutcomesGiveBoundsWhateverTheyTurnOutToBe(
            @ForAll @Size(4) List<@IntRange(min = 0, max = 300) Integer> yes,
            @ForAll @Size(4) List<@IntRange(min = 1, max = 300) Integer> no,
            @ForAll @IntRange(min = 0, max = 200) int unknownYes,
            @ForAll @IntRange(min = 1, max = 200) int unknownNo,
            @ForAll Direction direction) {
        Indicator asked = asked(direction);
        List<Count> yesTrue = new ArrayList<>(yes.stream().map(Count::of).toList());
        List<Count> noTrue = new ArrayList<>(no.stream().map(Count::of).toList());
        Tally told = Tallies.of(asked, List.copyOf(yesTrue), List.copyOf(noTrue), Count.of(unknownYes + unknownNo));
        yesTrue.set(0, Count.of(yes.get(0) + unknownYes));
        noTrue.set(0, Count.of(no.get(0) + unknownNo));
        hold(asked, Tallies.of(asked, yesTrue, noTrue, Count.ZERO), told);
    }

    /** One small masked group: all that it can be is tried, and the bounds are the least and the most of it. */
    @Property(tries = 5)
    void boundsOfOneMaskedGroupAreTheLeastAndTheMostThatItCanBe(
            @ForAll @IntRange(min = 1, max = 90) int second, @ForAll @IntRange(min = 1, max = 90) int third) {
        Indicator asked = asked(Direction.FAVOURABLE);
        List<Count> no = List.of(Count.between(1, 9), Count.of(100L - second), Count.of(100L - third));
        Tally masked =
                Tallies.of(asked, List.of(Count.between(1, 9), Count.of(second), Count.of(third)), no, Count.ZERO);
        for (GroupInequality recipe : recipes(asked)) {
            Map<String, double[]> seen = new LinkedHashMap<>();
            for (long a = 1; a <= 9; a++) {
                for (long b = 1; b <= 9; b++) {
                    Tally one = Tallies.of(a, a + b, second, 100, third, 100);
                    Tally truth = Tallies.of(
                            asked,
                            one.by(Tallies.ASKED, Tallies.GROUP).stream()
                                    .map(c -> c.yes())
                                    .toList(),
                            one.by(Tallies.ASKED, Tallies.GROUP).stream()
                                    .map(c -> c.no())
                                    .toList(),
                            Count.ZERO);
                    for (Figure figure : recipe.over(truth).figures()) {
                        figure.estimate().ifPresent(value -> {
                            double[] ends = seen.computeIfAbsent(figure.measure(), m -> new double[] {value, value});
                            ends[0] = Math.min(ends[0], value);
                            ends[1] = Math.max(ends[1], value);
                        });
                    }
                }
            }
            for (Figure figure : recipe.over(masked).figures()) {
                double[] ends = seen.get(figure.measure());
                if (ends == null) {
                    // No straight line through these has both of its ends above 0.
                    assertTrue(figure.measure().startsWith("Relative index"), figure::toString);
                    continue;
                }
                Bounds bounds = figure.bounds().orElseThrow();
                boolean curve = recipe.rules().curve() == Curve.LOGISTIC
                        && (figure.measure().startsWith("Slope")
                                || figure.measure().startsWith("Relative index"));
                double loose = curve ? 0.5 * (ends[1] - ends[0]) : 0.02 * (ends[1] - ends[0]) + 1e-6;
                assertEquals(ends[0], bounds.least(), loose, () -> figure + " " + recipe);
                assertEquals(ends[1], bounds.most(), loose, () -> figure + " " + recipe);
            }
        }
    }

    @Property(tries = 10)
    void missingValuesOfOthersEstimatesGiveBounds(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 99) Integer> percents,
            @ForAll @IntRange(min = 0, max = 3) int missing) {
        List<Subgroup> all = new ArrayList<>();
        List<Subgroup> some = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(Subgroup.of("g" + i, percents.get(i)).population(50 + 10 * i));
            some.add(i == missing ? Subgroup.missing("g" + i).population(50 + 10 * i) : all.get(i));
        }
        Subgroups known = Subgroups.ordered(100, all).reference("g1");
        Subgroups told = Subgroups.ordered(100, some).reference("g1");
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            Figure figure = measure.of(known);
            assertEquals(Optional.empty(), figure.bounds());
            figure.estimate()
                    .ifPresent(value -> assertHolds(measure.bounds(told, InequalityRules.STANDARD), value, figure));
        }
    }

    /** Who reads a table sees what is open: the bounds have columns of their own, which exact counts do not need. */
    @Example
    void boundsArePrintedWhereThereAreAny() {
        Indicator asked = asked(Direction.FAVOURABLE);
        InequalityProfile masked = GroupInequality.of(asked, Tallies.GROUP)
                .over(Tallies.of(
                        asked,
                        List.of(Count.of(60), Count.between(0, 9), Count.of(30)),
                        List.of(Count.of(40), Count.between(0, 9), Count.of(70)),
                        Count.ZERO));
        Figure difference = masked.figure(InequalityMeasure.DIFFERENCE).orElseThrow();
        assertEquals(Optional.of(Undefined.MASKED), difference.undefined());
        // The masked group may be of nobody, and nobody or everybody of it may have succeeded.
        assertEquals(0.3, difference.bounds().orElseThrow().least(), 1e-12);
        assertEquals(0.7, difference.bounds().orElseThrow().most(), 1e-12);
        assertTrue(masked.toTable().indexOf("at_least").isPresent());
        InequalityProfile exact =
                GroupInequality.of(Tallies.ASKED, Tallies.GROUP).over(Tallies.of(60, 100, 30, 100));
        assertTrue(exact.toTable().indexOf("at_least").isEmpty());
        assertTrue(difference.toString().contains("whatever is masked or unknown 0.300 to 0.700"));
    }
}
