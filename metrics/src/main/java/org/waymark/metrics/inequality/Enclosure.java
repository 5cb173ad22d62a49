package org.waymark.metrics.inequality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What follows of groups that are not settled: between what their shares, the mean of the others, their distance from the mean
 * and weighted means of anything lie. Groups that may be of nobody are taken with and without.
 */
final class Enclosure {
    private static final Range NOBODY = new Range(0, 0);
    private static final Range ONE = new Range(1, 1);
    private static final Range NOBODY_OR_ONE = new Range(0, 1);

    final List<Unsettled> groups;
    private final Optional<Double> average;

    Enclosure(List<Unsettled> groups, Optional<Double> average) {
        this.groups = groups;
        this.average = average;
    }

    int size() {
        return groups.size();
    }

    Range value(int i) {
        return groups.get(i).value();
    }

    Range share(int i) {
        double low = 0;
        double high = 0;
        for (int j = 0; j < size(); j++) {
            low += j == i ? 0 : groups.get(j).members().low();
            high += j == i ? 0 : groups.get(j).members().high();
        }
        Range own = groups.get(i).members();
        return new Range(Range.quotient(own.low(), own.low() + high), Range.quotient(own.high(), own.high() + low));
    }

    /** The share of those before a group minus the share of those after it, in [-1, 1]. */
    Range beforeMinusAfter(int i) {
        Range before = Range.of(0);
        Range after = Range.of(0);
        for (int j = 0; j < size(); j++) {
            if (j < i) {
                before = before.plus(groups.get(j).members());
            } else if (j > i) {
                after = after.plus(groups.get(j).members());
            }
        }
        Range own = groups.get(i).members();
        return new Range(-balance(after.high(), before.low(), own), balance(before.high(), after.low(), own));
    }

    private static double balance(double more, double less, Range own) {
        double rest = more >= less ? own.low() : own.high();
        return Range.quotient(more - less, more + less + rest);
    }

    private Range meanOfOthers(int but) {
        return mean(i -> i == but ? NOBODY : groups.get(i).members(), this::value);
    }

    /** The mean of everybody. */
    Range mean() {
        return byMembers(this::value);
    }

    /** A mean by numbers of members. */
    Range byMembers(IntFunction<Range> of) {
        return mean(i -> groups.get(i).members(), of);
    }

    /** A mean in which every group counts alike. */
    Range byGroups(IntFunction<Range> of) {
        return mean(i -> groups.get(i).isNobody() ? NOBODY : groups.get(i).isCertain() ? ONE : NOBODY_OR_ONE, of);
    }

    private Range mean(IntFunction<Range> weights, IntFunction<Range> of) {
        Range[] weight = new Range[size()];
        double[] high = new double[size()];
        double[] low = new double[size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = weights.apply(i);
            Range value = weight[i].high() == 0 ? NOBODY : of.apply(i);
            high[i] = value.high();
            low[i] = -value.low();
        }
        double most = highestMean(weight, high);
        return new Range(Math.min(most, -highestMean(weight, low)), most);
    }

    /** The highest mean has all the weight it can on the values above it, and the least on those below. */
    private static double highestMean(Range[] weights, double[] values) {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            weight += weights[i].low();
            sum += Range.product(weights[i].low(), values[i]);
        }
        double highest = weight > 0 ? sum / weight : Double.NEGATIVE_INFINITY;
        boolean[] done = new boolean[values.length];
        for (int k = 0; k < values.length; k++) {
            int next = highestOf(values, weights, done);
            if (next < 0) {
                break;
            }
            done[next] = true;
            weight += weights[next].width();
            sum += Range.product(weights[next].width(), values[next]);
            highest = Math.max(highest, sum / weight);
        }
        // Of nobody at all there is no mean, and nothing that could lie outside of it.
        return weight > 0 ? highest : 0;
    }

    /** The highest value that has weight to add. */
    private static int highestOf(double[] values, Range[] weights, boolean[] done) {
        int found = -1;
        for (int i = 0; i < values.length; i++) {
            boolean adds = !done[i] && weights[i].width() > 0;
            if (adds && (found < 0 || values[i] > values[found])) {
                found = i;
            }
        }
        return found;
    }

    /** A group's value minus that of everybody. */
    Range distance(int i) {
        if (average.isPresent()) {
            return value(i).minus(Range.of(average.get()));
        }
        Range rest = Range.of(1).minus(share(i));
        return value(i).minus(meanOfOthers(i)).times(rest);
    }

    /** A group's value divided by that of everybody. */
    Range ratio(int i) {
        if (average.isPresent()) {
            return value(i).over(Range.of(average.get()));
        }
        Range share = share(i);
        Range own = value(i);
        Range rest = meanOfOthers(i);
        return new Range(
                Math.min(ratio(own.low(), rest.high(), share.low()), ratio(own.low(), rest.high(), share.high())),
                Math.max(ratio(own.high(), rest.low(), share.low()), ratio(own.high(), rest.low(), share.high())));
    }

    private static double ratio(double own, double others, double share) {
        return Range.quotient(own, share * own + (1 - share) * others);
    }

    private List<Unsettled> all(OptionalInt but) {
        return IntStream.range(0, size())
                .filter(i -> but.isEmpty() || but.getAsInt() != i)
                .mapToObj(groups::get)
                .filter(group -> !group.isNobody())
                .toList();
    }

    /** The highest value, of certain groups at the least, of any at the most; but for one group, if it is named. */
    Range highest(OptionalInt but) {
        return new Range(
                all(but).stream()
                        .filter(Unsettled::isCertain)
                        .mapToDouble(group -> group.value().low())
                        .max()
                        .orElse(all(but).stream()
                                .mapToDouble(group -> group.value().low())
                                .min()
                                .orElse(0)),
                all(but).stream()
                        .mapToDouble(group -> group.value().high())
                        .max()
                        .orElse(0));
    }

    /** The lowest value, alike. */
    Range lowest(OptionalInt but) {
        return new Range(
                all(but).stream()
                        .mapToDouble(group -> group.value().low())
                        .min()
                        .orElse(0),
                all(but).stream()
                        .filter(Unsettled::isCertain)
                        .mapToDouble(group -> group.value().high())
                        .min()
                        .orElse(all(but).stream()
                                .mapToDouble(group -> group.value().high())
                                .max()
                                .orElse(0)));
    }

    /** The value of the first group that there is, or of the last. */
    Range end(boolean first) {
        return inOrder(first, this::value);
    }

    /** Of the first group that there is, or of the last: what it is of any that may be it. */
    Range inOrder(boolean first, IntFunction<Range> of) {
        Optional<Range> found = Optional.empty();
        for (int k = 0; k < size(); k++) {
            int i = first ? k : size() - 1 - k;
            if (!groups.get(i).isNobody()) {
                Range own = of.apply(i);
                found = Optional.of(found.map(own::hull).orElse(own));
            }
            if (groups.get(i).isCertain()) {
                break;
            }
        }
        return found.orElse(Range.of(0));
    }
}
