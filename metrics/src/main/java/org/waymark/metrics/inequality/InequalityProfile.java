package org.waymark.metrics.inequality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Tabular;

/**
 * Every measure of inequality that applies to the same groups. They answer different questions and may disagree on whether one
 * outcome is more unequal than another.
 *
 * @param of of what and of whom
 * @param groups the groups and their values
 * @param figures one per measure, in the order of {@link InequalityMeasure}
 */
public record InequalityProfile(String of, Subgroups groups, List<Figure> figures) implements Tabular {
    /** Copies the figures. */
    public InequalityProfile {
        Objects.requireNonNull(of, "of");
        figures = List.copyOf(figures);
    }

    /** Every measure that applies to groups that others estimated. */
    public static InequalityProfile of(String of, Subgroups groups, InequalityRules rules) {
        return new InequalityProfile(
                of,
                groups,
                InequalityMeasure.thatApplyTo(groups).stream()
                        .map(measure -> measure.of(groups, rules))
                        .toList());
    }

    /** The figure of a measure; empty if it does not apply. */
    public Optional<Figure> figure(InequalityMeasure measure) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(measure.toString()))
                .findFirst();
    }

    @Override
    public Table toTable() {
        return Figure.table("Inequality of " + of, figures);
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
