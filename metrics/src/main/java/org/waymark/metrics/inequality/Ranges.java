package org.waymark.metrics.inequality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.inequality.InequalityRules.Concentration;
import org.waymark.metrics.inequality.InequalityRules.Curve;

/** Between what each measure lies, of groups that are not settled. The formulas are those of {@link Formulas}. */
final class Ranges {
    private static final double PERCENT = 100;
    private static final double PER_THOUSAND = 1_000;
    private static final double TWELVE = 12;
    private static final double FOUR = 4;

    /** That there is no figure. */
    private static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Enclosure of;
    private final Enclosure against;
    private final Subgroups told;
    private final InequalityRules rules;
    private final OptionalInt named;

    /**
     * Of these groups.
     *
     * @param groups in the order in which they were told
     * @param told how they are ordered, directed and scaled, and with which they are compared
     */
    Ranges(List<Unsettled> groups, Subgroups told, InequalityRules rules) {
        this.of = new Enclosure(groups, Optional.empty());
        // Only measures of how far groups are from everybody know of an average that is given.
        this.against = told.average().isPresent() ? new Enclosure(groups, told.average()) : of;
        this.told = told;
        this.rules = rules;
        List<String> names = told.groups().stream().map(Subgroup::name).toList();
        int reference = told.reference().map(names::indexOf).orElse(-1);
        this.named = reference < 0 ? OptionalInt.empty() : OptionalInt.of(reference);
    }

    /** Whether there may be two groups, and the one that is compared with. */
    boolean mayBeDefined() {
        long groups = of.groups.stream().filter(group -> !group.isNobody()).count();
        return groups > 1
                && (named.isEmpty() || !of.groups.get(named.getAsInt()).isNobody());
    }

    Range of(InequalityMeasure measure) {
        return switch (measure) {
            case DIFFERENCE -> difference();
            case RATIO -> ratio();
            case BETWEEN_GROUP_VARIANCE -> of.byMembers(i -> squared(of.distance(i)));
            case BETWEEN_GROUP_STANDARD_DEVIATION ->
                of.byMembers(i -> squared(of.distance(i))).rising(Math::sqrt);
            case COEFFICIENT_OF_VARIATION ->
                of.byMembers(i -> of.ratio(i).valley(1, r -> (r - 1) * (r - 1)))
                        .rising(Math::sqrt)
                        .times(PERCENT);
            case THEIL ->
                of.byMembers(i -> of.ratio(i).valley(1, Ranges::theil)).times(PER_THOUSAND);
            case MEAN_LOG_DEVIATION ->
                of.byMembers(i -> of.ratio(i).valley(1, Ranges::logarithmic)).times(PER_THOUSAND);
            case INDEX_OF_DISPARITY ->
                of.byGroups(i -> against.ratio(i).valley(1, r -> Math.abs(r - 1)))
                        .times(PERCENT);
            case WEIGHTED_INDEX_OF_DISPARITY ->
                of.byMembers(i -> against.ratio(i).valley(1, r -> Math.abs(r - 1)))
                        .times(PERCENT);
            case MEAN_DIFFERENCE_FROM_MEAN -> of.byGroups(i -> size(against.distance(i)));
            case WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN -> of.byMembers(i -> size(against.distance(i)));
            case MEAN_DIFFERENCE_FROM_BEST -> of.byGroups(this::fromBest);
            case WEIGHTED_MEAN_DIFFERENCE_FROM_BEST -> of.byMembers(this::fromBest);
            case MEAN_DIFFERENCE_FROM_REFERENCE -> of.byGroups(fromReference());
            case WEIGHTED_MEAN_DIFFERENCE_FROM_REFERENCE -> of.byMembers(fromReference());
            case POPULATION_ATTRIBUTABLE_RISK -> attributable(against::distance);
            case POPULATION_ATTRIBUTABLE_FRACTION ->
                attributable(i -> against.ratio(i).minus(Range.of(1))).times(PERCENT);
            case ABSOLUTE_CONCENTRATION_INDEX ->
                rules.concentration() == Concentration.PLAIN
                        ? concentration()
                        : concentration().times(1 / told.scale());
            case RELATIVE_CONCENTRATION_INDEX -> relativeConcentration();
            case SLOPE_INDEX -> rules.curve() == Curve.LINE ? slope() : new Range(-told.scale(), told.scale());
            case RELATIVE_INDEX -> rules.curve() == Curve.LINE ? ends() : new Range(0, Double.POSITIVE_INFINITY);
        };
    }

    /** The between-group share of the outcome's variance. */
    Range betweenShare() {
        Range mean = of.mean();
        Range variance = Range.over(mean.low() * (1 - mean.low()), mean.high() * (1 - mean.high()));
        Range outcome = mean.contains(1.0 / 2) ? new Range(variance.low(), 1 / FOUR) : variance;
        return of.byMembers(i -> squared(of.distance(i))).over(outcome).clippedTo(0, 1);
    }

    private static Range squared(Range range) {
        return range.valley(0, x -> x * x);
    }

    private static Range size(Range range) {
        return range.valley(0, Math::abs);
    }

    /** r ln r, and what makes every part of the sum 0 or more: the parts that are added come to 0. */
    private static double theil(double ratio) {
        return ratio == 0 ? 1 : Double.isInfinite(ratio) ? ratio : Math.max(0, ratio * Math.log(ratio) - ratio + 1);
    }

    private static double logarithmic(double ratio) {
        return ratio == 0 || Double.isInfinite(ratio)
                ? Double.POSITIVE_INFINITY
                : Math.max(0, ratio - 1 - Math.log(ratio));
    }

    private boolean isAdverse() {
        return told.direction() == Direction.ADVERSE;
    }

    private Range difference() {
        if (told.ordered()) {
            Range gain = of.end(false).minus(of.end(true));
            return isAdverse() ? gain.negated() : gain;
        }
        if (named.isPresent()) {
            Range reference = of.value(named.getAsInt());
            return isAdverse() ? of.highest(named).minus(reference) : reference.minus(of.lowest(named));
        }
        Range apart = Range.of(0);
        for (int i = 0; i < of.size(); i++) {
            if (of.groups.get(i).isNobody()) {
                continue;
            }
            Range rest = of.lowest(OptionalInt.of(i));
            double least = of.groups.get(i).isCertain() ? of.value(i).low() - rest.high() : 0;
            apart = new Range(
                    Math.max(apart.low(), least),
                    Math.max(apart.high(), of.value(i).high() - rest.low()));
        }
        return apart;
    }

    private Range ratio() {
        if (told.ordered()) {
            return isAdverse()
                    ? of.end(true).over(of.end(false))
                    : of.end(false).over(of.end(true));
        }
        if (named.isPresent()) {
            Range reference = of.value(named.getAsInt());
            return isAdverse() ? of.highest(named).over(reference) : reference.over(of.lowest(named));
        }
        Range apart = Range.of(1);
        for (int i = 0; i < of.size(); i++) {
            if (of.groups.get(i).isNobody()) {
                continue;
            }
            Range rest = of.lowest(OptionalInt.of(i));
            double least =
                    of.groups.get(i).isCertain() ? Range.quotient(of.value(i).low(), rest.high()) : 1;
            double most = Range.quotient(of.value(i).high(), rest.low());
            apart = new Range(Math.max(apart.low(), least), Math.max(apart.high(), most));
        }
        return apart;
    }

    private Range fromBest(int i) {
        OptionalInt own = OptionalInt.of(i);
        Range away = isAdverse()
                ? of.value(i).minus(of.lowest(own))
                : of.highest(own).minus(of.value(i));
        return new Range(Math.max(0, away.low()), Math.max(0, away.high()));
    }

    private IntFunction<Range> fromReference() {
        int reference = named.orElseThrow();
        return i -> i == reference ? Range.of(0) : size(of.value(i).minus(of.value(reference)));
    }

    /** What the last of ordered groups, or else the best, has more than everybody; never of the wrong sign. */
    private Range attributable(IntFunction<Range> gain) {
        IntFunction<Range> better = i -> isAdverse() ? gain.apply(i).negated() : gain.apply(i);
        Range found = told.ordered() ? of.inOrder(false, better) : highest(better);
        Range kept = found.clippedTo(0, Double.POSITIVE_INFINITY);
        return isAdverse() ? kept.negated() : kept;
    }

    private Range highest(IntFunction<Range> gain) {
        Range found = Range.of(0);
        for (int i = 0; i < of.size(); i++) {
            Unsettled group = of.groups.get(i);
            if (!group.isNobody()) {
                Range own = gain.apply(i);
                double least = group.isCertain() ? Math.max(found.low(), own.low()) : found.low();
                found = new Range(least, Math.max(found.high(), own.high()));
            }
        }
        return found;
    }

    private Range concentration() {
        return of.byMembers(i -> of.beforeMinusAfter(i).times(of.value(i)));
    }

    private Range overMean() {
        return of.byMembers(i -> of.beforeMinusAfter(i).times(of.ratio(i)));
    }

    private Range relativeConcentration() {
        Range mean = of.mean().times(1 / told.scale());
        return switch (rules.concentration()) {
            case PLAIN, BOUNDED -> overMean().clippedTo(-1, 1);
            case WAGSTAFF -> {
                Range index = overMean();
                Range rest = Range.of(1).minus(mean);
                yield new Range(
                        index.low() >= 0 ? Range.quotient(index.low(), rest.high()) : index.low() / rest.low(),
                        index.high() >= 0 ? Range.quotient(index.high(), rest.low()) : index.high() / rest.high());
            }
            case ERREYGERS -> concentration().times(FOUR / told.scale());
        };
    }

    /** The variance of the ranks: (1 - Σ p³) / 12. */
    private Range rankVariance() {
        Range cubes = of.byMembers(i -> squared(of.share(i)));
        return Range.of(1).minus(cubes).times(1 / TWELVE).clippedTo(0, 1 / TWELVE);
    }

    private Range slope() {
        return concentration().over(rankVariance().times(2));
    }

    /** Of a straight line: with half the slope over the mean as t, (1 + t) / (1 - t) where both ends are above 0. */
    private Range ends() {
        Range slope = overMean().over(rankVariance().times(FOUR));
        if (slope.high() <= -1 || slope.low() >= 1) {
            return NONE;
        }
        return slope.clippedTo(-1, 1).rising(t -> Range.quotient(1 + t, 1 - t));
    }
}
