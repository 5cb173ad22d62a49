package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.ByGroup;

/**
 * The gap in attainment by a horizon of each group along an axis, over a tally of times: what {@link AttainmentComparison}
 * is, by group. Against a goal see {@link AttainmentRate#toGoal}.
 *
 * @param rate how the shares are found
 * @param reference the group with which the others are compared; empty for everybody outside the group
 */
public record AttainmentGap(AttainmentRate rate, Optional<String> reference) {
    private static final Label REST = Label.of("the rest");

    /** Refuses null. */
    public AttainmentGap {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(reference, "reference");
    }

    /** Every other group against one of them. */
    public static AttainmentGap to(AttainmentRate rate, String group) {
        return new AttainmentGap(rate, Optional.of(group));
    }

    /** Every group against everybody outside it. */
    public static AttainmentGap toRest(AttainmentRate rate) {
        return new AttainmentGap(rate, Optional.empty());
    }

    /** The gap of each group along an axis; the reference itself has none. */
    public Measure<TimeTally, ByGroup<AttainmentComparison>> by(Axis axis) {
        return tally -> {
            List<TimeCell> cells = tally.by(axis);
            List<AttainmentComparison> gaps = new ArrayList<>();
            for (TimeCell cell : cells) {
                boolean isReference = reference.equals(Optional.of(cell.name()));
                if (cell.labels().get(0).isGroup() && !isReference) {
                    gaps.add(compared(tally, axis, cells, cell));
                }
            }
            AttainmentComparison everybody = new AttainmentComparison(
                    rate.over(tally), rate.of(tally, other(tally, cells, tally.total())), reference.isPresent());
            return new ByGroup<>(
                    List.of(axis), everybody, gaps, gap -> gap.group().group(), AttainmentGap::table);
        };
    }

    private AttainmentComparison compared(TimeTally tally, Axis axis, List<TimeCell> cells, TimeCell cell) {
        boolean shareMembers =
                reference.map(name -> tally.shared(axis, cell.name(), name) > 0).orElse(false);
        return new AttainmentComparison(rate.of(tally, cell), rate.of(tally, other(tally, cells, cell)), shareMembers);
    }

    /** The reference, or everybody outside the cell. */
    private TimeCell other(TimeTally tally, List<TimeCell> cells, TimeCell cell) {
        if (reference.isEmpty()) {
            return tally.total().minus(cell, REST);
        }
        Label wanted = Label.of(reference.get());
        return cells.stream()
                .filter(candidate -> candidate.labels().get(0).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reference: must be one of "
                        + cells.stream().map(TimeCell::name).toList() + ", was " + wanted));
    }

    private static Table table(List<AttainmentComparison> gaps) {
        return Figure.table(
                "Attainment gap",
                gaps.stream().flatMap(gap -> gap.figures().stream()).toList());
    }
}
