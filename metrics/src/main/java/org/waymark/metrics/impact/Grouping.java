package org.waymark.metrics.impact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.schema.Axis;
import org.waymark.metrics.gap.Reference;

/**
 * Along what the groups stand: one axis, or several crossed with each other; with references of its own where a named
 * group is compared with.
 *
 * @param axes one axis, or a crossing
 * @param pointReference in place of the rules' reference of the percentage point gap
 * @param ratioReference in place of the rules' reference of the 80 % index
 */
public record Grouping(List<Axis> axes, Optional<References> pointReference, Optional<References> ratioReference) {
    /** Copies the axes; refuses none. */
    public Grouping {
        axes = List.copyOf(axes);
        Objects.requireNonNull(pointReference, "pointReference");
        Objects.requireNonNull(ratioReference, "ratioReference");
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("axes: must hold one at least");
        }
    }

    /** An axis, or a crossing of axes. */
    public static Grouping of(Axis... axes) {
        return new Grouping(List.of(axes), Optional.empty(), Optional.empty());
    }

    /** The same with a reference of its own for the percentage point gap. */
    public Grouping pointsTo(Reference reference) {
        return new Grouping(axes, Optional.of(References.of(reference)), ratioReference);
    }

    /** The same with a reference of its own for the 80 % index. */
    public Grouping ratioTo(Reference reference) {
        return new Grouping(axes, pointReference, Optional.of(References.of(reference)));
    }

    /** The axes in words. */
    @Override
    public String toString() {
        return axes.stream().map(Axis::title).collect(Collectors.joining(" x "));
    }
}
