package org.waymark.metrics.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.waymark.core.indicator.Indicator.Direction;

/**
 * The groups that are compared, as numbers. Of a dimension without order they stand sorted by what they are, so that the order
 * in which they came, and their names, change no digit.
 */
final class Compared {
    final Subgroups all;
    final InequalityRules rules;
    final double[] values;
    private final double[] errors;
    final Optional<double[]> members;
    final OptionalInt named;

    private Compared(
            Subgroups all,
            InequalityRules rules,
            double[] values,
            double[] errors,
            Optional<double[]> members,
            OptionalInt named) {
        this.all = all;
        this.rules = rules;
        this.values = values;
        this.errors = errors;
        this.members = members;
        this.named = named;
    }

    /** Groups of nobody, and those whose value is missing, are not among them. */
    static Compared of(Subgroups all, InequalityRules rules) {
        List<Subgroup> groups = new ArrayList<>(all.groups().stream()
                .filter(Compared::counts)
                .filter(group -> group.estimate().isPresent())
                .toList());
        if (!all.ordered()) {
            groups.sort(
                    Comparator.comparing((Subgroup group) -> group.estimate().orElseThrow())
                            .thenComparing(group -> group.standardError().orElse(-1.0))
                            .thenComparing(group -> group.population().orElse(-1.0)));
        }
        List<String> names = groups.stream().map(Subgroup::name).toList();
        int named = all.reference().map(names::indexOf).orElse(-1);
        return new Compared(
                all,
                rules,
                numbers(groups, Subgroup::estimate).orElseThrow(),
                groups.stream()
                        .mapToDouble(group -> group.standardError().orElse(Double.NaN))
                        .toArray(),
                numbers(groups, Subgroup::population),
                named < 0 ? OptionalInt.empty() : OptionalInt.of(named));
    }

    /** Whether anybody stands in the group, as far as it is known. */
    static boolean counts(Subgroup group) {
        return group.population().orElse(1.0) > 0;
    }

    private static Optional<double[]> numbers(List<Subgroup> groups, Function<Subgroup, Optional<Double>> part) {
        return groups.stream().allMatch(group -> part.apply(group).isPresent())
                ? Optional.of(groups.stream()
                        .mapToDouble(group -> part.apply(group).orElseThrow())
                        .toArray())
                : Optional.empty();
    }

    /** The standard errors of these groups; empty unless all of them are known. */
    Optional<double[]> errorsOf(int... groups) {
        double[] found = IntStream.of(groups).mapToDouble(i -> errors[i]).toArray();
        return DoubleStream.of(found).anyMatch(Double::isNaN) ? Optional.empty() : Optional.of(found);
    }

    /** The standard errors of all groups; empty unless all of them are known. */
    Optional<double[]> errors() {
        return errorsOf(IntStream.range(0, size()).toArray());
    }

    /** The same groups with other values. */
    Compared with(double[] others) {
        return new Compared(all, rules, others, errors, members, named);
    }

    int size() {
        return values.length;
    }

    boolean isAdverse() {
        return all.direction() == Direction.ADVERSE;
    }

    /** The share of each group among everybody; equal shares where populations are not known. */
    double[] shares() {
        double[] shares = members.map(double[]::clone).orElseGet(() -> {
            double[] alike = new double[size()];
            Arrays.fill(alike, 1);
            return alike;
        });
        double sum = DoubleStream.of(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The mean of the values by population. */
    double groupMean() {
        double[] shares = shares();
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += shares[i] * values[i];
        }
        return sum;
    }

    /** The value of everybody: what is given, else the mean of the groups. */
    double average() {
        return all.average().orElseGet(this::groupMean);
    }

    /** The group with the best value; of equal ones the one of most members. */
    int best() {
        return extreme(!isAdverse(), -1, members.orElseGet(() -> new double[size()]));
    }

    /** The group with the highest or the lowest value, but for one; of equal ones that whose value is least certain. */
    int extreme(boolean highest, int but) {
        return extreme(
                highest,
                but,
                DoubleStream.of(errors).map(e -> Double.isNaN(e) ? -1 : e).toArray());
    }

    private int extreme(boolean highest, int but, double[] amongEqual) {
        int found = -1;
        for (int i = 0; i < size(); i++) {
            if (i != but && (found < 0 || isBeyond(i, found, highest, amongEqual))) {
                found = i;
            }
        }
        return found;
    }

    private boolean isBeyond(int one, int other, boolean highest, double[] amongEqual) {
        int compared = Double.compare(values[one], values[other]);
        return compared == 0 ? amongEqual[one] > amongEqual[other] : compared > 0 == highest;
    }

    /** The share of everybody below the middle of each group. */
    double[] ranks() {
        double[] shares = shares();
        double[] ranks = new double[size()];
        double below = 0;
        for (int i = 0; i < size(); i++) {
            ranks[i] = below + shares[i] / 2;
            below += shares[i];
        }
        return ranks;
    }
}
