package org.waymark.metrics.inequality;

import java.util.List;
import java.util.Optional;

/**
 * Which logistic curves over ranks can fit groups that are not settled. A curve fits if what is left of the
 * values, and of the values times the ranks, comes to nothing; so does what is left times the distance of the rank from any
 * place, and where that cannot be nothing the curve is none of those that fit.
 */
final class FittingCurves {
    /** What rounding may have left, per member. */
    private static final double ROUNDING = 1e-12;

    private final Enclosure of;
    private final Range[] ranks;
    private final Range[] values;

    FittingCurves(List<Unsettled> groups, double scale) {
        of = new Enclosure(groups, Optional.empty());
        ranks = new Range[groups.size()];
        values = new Range[groups.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = of.beforeMinusAfter(i).plus(Range.of(1)).times(1.0 / 2);
            values[i] = of.value(i).times(1 / scale);
        }
    }

    /**
     * Logistic curves whose logits lie between these.
     *
     * @param constant the logit at the rank 0
     * @param slope how much higher it is at the rank 1
     */
    record Curves(Range constant, Range slope) {
        /** All that count as a fit. */
        static final Curves ANY =
                new Curves(new Range(-Slope.STEEP, Slope.STEEP), new Range(-Slope.STEEP, Slope.STEEP));

        double width() {
            return Math.max(constant.width(), slope.width());
        }

        List<Curves> parts() {
            boolean byConstant = constant.width() >= slope.width();
            Range wider = byConstant ? constant : slope;
            double middle = wider.low() + wider.width() / 2;
            Range lower = new Range(wider.low(), middle);
            Range upper = new Range(middle, wider.high());
            return byConstant
                    ? List.of(new Curves(lower, slope), new Curves(upper, slope))
                    : List.of(new Curves(constant, lower), new Curves(constant, upper));
        }

        /** What the curve says at a rank. */
        Range at(Range rank) {
            return constant.plus(slope.times(rank)).rising(logit -> 1 / (1 + Math.exp(-logit)));
        }
    }

    boolean canBeFittedBy(Curves curves) {
        Range[] left = new Range[values.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = values[i].minus(curves.at(ranks[i]));
        }
        if (!canBeNothing(left, Optional.empty())) {
            return false;
        }
        for (Range rank : ranks) {
            if (!canBeNothing(left, Optional.of(rank.low() + rank.width() / 2))) {
                return false;
            }
        }
        return true;
    }

    private boolean canBeNothing(Range[] left, Optional<Double> place) {
        Range sum = Range.of(0);
        double all = 0;
        for (int i = 0; i < left.length; i++) {
            int index = i;
            Range distance = place.map(r -> ranks[index].minus(Range.of(r))).orElse(Range.of(1));
            Range members = of.groups.get(i).members();
            sum = sum.plus(left[i].times(distance).times(members));
            all += members.high();
        }
        return sum.low() <= ROUNDING * all && sum.high() >= -ROUNDING * all;
    }
}
