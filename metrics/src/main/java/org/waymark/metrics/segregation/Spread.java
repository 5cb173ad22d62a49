package org.waymark.metrics.segregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;

/**
 * Reads off a tally how the members of groups are spread over units, whatever indicator it was asked. The tally must have
 * the face of both axes; its members are all of a cell, with whatever outcome.
 *
 * <p>Members of no unit or no group, or of an unknown one, are left out. Counts that are masked leave no index, with the
 * reason.
 *
 * @param units along what the units stand, such as the school; it must not overlap
 * @param groups along what the groups stand; it must not overlap
 */
public record Spread(Axis units, Axis groups) implements Measure<Tally, Distribution> {
    /** Refuses null. */
    public Spread {
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(groups, "groups");
    }

    /** How groups are spread over units. */
    public static Spread of(Axis units, Axis groups) {
        return new Spread(units, groups);
    }

    /** The segregation of all groups. */
    public Measure<Tally, Segregation> segregation() {
        return then(Segregation::new);
    }

    /** The segregation of two groups, all others left out. */
    public Measure<Tally, Dissimilarity> between(String first, String second) {
        return then(counted -> new Dissimilarity(counted.between(first, second)));
    }

    /** The segregation of one group from everybody else. */
    public Measure<Tally, Dissimilarity> againstRest(String group) {
        return then(counted -> new Dissimilarity(counted.againstRest(group)));
    }

    @Override
    public Distribution over(Tally tally) {
        refuseOverlap(tally, units, "units");
        refuseOverlap(tally, groups, "groups");
        Map<Label, List<Long>> counts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        boolean exact = true;
        for (Cell cell : tally.by(tally.question().indicators().get(0), units, groups)) {
            Label unit = cell.labels().get(0);
            Label group = cell.labels().get(1);
            if (unit.isGroup() && group.isGroup()) {
                exact &= cell.isExact();
                counts.computeIfAbsent(unit, u -> new ArrayList<>())
                        .add(cell.isExact() ? cell.members().exact() : 0);
                if (!names.contains(group.name())) {
                    names.add(group.name());
                }
            }
        }
        return new Distribution(
                counts.keySet().stream().map(Label::name).toList(),
                names,
                List.copyOf(counts.values()),
                exact ? Optional.empty() : Optional.of(Undefined.MASKED));
    }

    private static void refuseOverlap(Tally tally, Axis axis, String name) {
        if (tally.overlap(axis) || !tally.overlapIsKnown(axis)) {
            throw new IllegalArgumentException(
                    name + ": every member must stand in one, those of " + axis.title() + " overlap");
        }
    }
}
