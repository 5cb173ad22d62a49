package org.waymark.metrics.rate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;

/**
 * One result per group, and the same for everybody.
 *
 * @param <E> the result of one group
 * @param axes along what the groups stand; empty for everybody alone
 * @param overall everybody
 * @param groups one per group, in the axes' order, the members of no group or an unknown one last
 * @param nameOf the name of a result's group
 * @param tableOf how results are laid out
 */
public record ByGroup<E>(
        List<Axis> axes, E overall, List<E> groups, Function<E, String> nameOf, Function<List<E>, Table> tableOf)
        implements Tabular {
    /** Copies the lists. */
    public ByGroup {
        axes = List.copyOf(axes);
        groups = List.copyOf(groups);
    }

    /** The result of the group of that name. */
    public Optional<E> group(String name) {
        return groups.stream().filter(group -> nameOf.apply(group).equals(name)).findFirst();
    }

    @Override
    public Table toTable() {
        return tableOf.apply(groups);
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
