package org.waymark.metrics.inequality;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator.Direction;

/**
 * All groups of one dimension with their values. Every member stands in one of them.
 *
 * @param groups the groups; of an ordered dimension the most disadvantaged first
 * @param ordered whether their order means something, as that of income does and that of regions does not
 * @param direction whether a higher value is better
 * @param scale the value of a group all of whose members have the outcome: 1 for shares, 100 for percent, 1000 per thousand;
 *     infinite for a quantity that is no rate
 * @param reference the group to compare with; empty if none is named
 * @param average the value of everybody where it is known apart from the groups; empty to take the groups' mean by population
 */
public record Subgroups(
        List<Subgroup> groups,
        boolean ordered,
        Direction direction,
        double scale,
        Optional<String> reference,
        Optional<Double> average) {
    /** Refuses names that are not distinct, values beyond the scale, and populations of some groups only. */
    public Subgroups {
        groups = List.copyOf(groups);
        Objects.requireNonNull(direction, "direction");
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale: must be above 0, was " + scale);
        }
        double most = scale;
        if (groups.stream().flatMap(g -> g.estimate().stream()).anyMatch(value -> value > most)) {
            throw new IllegalArgumentException("groups: a value lies above the scale " + scale);
        }
        List<String> names = groups.stream().map(Subgroup::name).toList();
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("groups: names must be distinct, were " + names);
        }
        long counted = groups.stream().filter(g -> g.population().isPresent()).count();
        if (counted > 0 && counted < groups.size()) {
            throw new IllegalArgumentException("groups: must have a population all or none");
        }
        reference.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new IllegalArgumentException("reference: must be one of " + names + ", was " + name);
        });
    }

    /** Groups in no order, such as regions, of a share that is better when it is higher. */
    public static Subgroups unordered(List<Subgroup> groups) {
        return unordered(1, groups);
    }

    /** The same on another scale. */
    public static Subgroups unordered(double scale, List<Subgroup> groups) {
        return new Subgroups(groups, false, Direction.FAVOURABLE, scale, Optional.empty(), Optional.empty());
    }

    /** Groups from the most disadvantaged to the most advantaged, of a share that is better when it is higher. */
    public static Subgroups ordered(List<Subgroup> groups) {
        return ordered(1, groups);
    }

    /** The same on another scale. */
    public static Subgroups ordered(double scale, List<Subgroup> groups) {
        return new Subgroups(groups, true, Direction.FAVOURABLE, scale, Optional.empty(), Optional.empty());
    }

    /** The same, of an outcome in this direction. */
    public Subgroups direction(Direction other) {
        return new Subgroups(groups, ordered, other, scale, reference, average);
    }

    /** The same compared with a group. */
    public Subgroups reference(String group) {
        return new Subgroups(groups, ordered, direction, scale, Optional.of(group), average);
    }

    /** The same with the value of everybody. */
    public Subgroups average(double value) {
        return new Subgroups(groups, ordered, direction, scale, reference, Optional.of(value));
    }
}
