package org.waymark.metrics.gap;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.tally.Label;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.rate.Estimate;

/**
 * Finds the group with the best rate, compared exactly; of equal ones the first in the axis's order. Groups of nobody and
 * members of an unknown group are no candidates.
 *
 * <p>Where masked counts leave open which group it is, a masked one that could be the best stands in as the reference, so that
 * there is no number. Of those alone that might be large enough it is not even known whether there is a reference; they still
 * count for the bounds of its rate.
 */
record BestGroup(Reference.Best rule, Indicator.Direction direction) {
    Optional<Estimate> among(List<Estimate> groups) {
        Estimate best = null;
        Estimate masked = null;
        for (Estimate group : groups) {
            if (!isCandidate(group)) {
                continue;
            }
            if (group.share().isEmpty()) {
                masked = masked == null || promise(group) > promise(masked) ? group : masked;
            } else if (isSurelyLarge(group) && (best == null || isBetter(group, best))) {
                best = group;
            }
        }
        if (masked == null || best != null && promise(masked) <= promise(best)) {
            return Optional.ofNullable(best);
        }
        return best != null || groups.stream().anyMatch(this::isSurelyReference)
                ? Optional.of(masked)
                : Optional.empty();
    }

    /** Between which rates that of the best group must lie, if there is one; empty if no group can be it. */
    Optional<Bounds> bounds(List<Estimate> groups) {
        List<Bounds> possible = groups.stream()
                .filter(this::isCandidate)
                .flatMap(group -> Extremes.ofRate(group).stream())
                .toList();
        List<Bounds> certain = groups.stream()
                .filter(this::isSurelyReference)
                .flatMap(group -> Extremes.ofRate(group).stream())
                .toList();
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        DoubleStream least = possible.stream().mapToDouble(Bounds::least);
        DoubleStream most = possible.stream().mapToDouble(Bounds::most);
        // The best is as good as the best of all at the most, and not worse than any that is surely a candidate.
        if (direction == Indicator.Direction.ADVERSE) {
            double worst = certain.isEmpty()
                    ? most.max().orElseThrow()
                    : certain.stream().mapToDouble(Bounds::most).min().orElseThrow();
            return Optional.of(new Bounds(least.min().orElseThrow(), worst));
        }
        double worst = certain.isEmpty()
                ? least.min().orElseThrow()
                : certain.stream().mapToDouble(Bounds::least).max().orElseThrow();
        return Optional.of(new Bounds(worst, most.max().orElseThrow()));
    }

    /** Whether the group is surely among those of which the best is taken. */
    boolean isSurelyReference(Estimate group) {
        return isGroup(group) && isSurelyLarge(group);
    }

    /** Whether it could be: masked counts and unknown outcomes may make it large enough. */
    private boolean isCandidate(Estimate group) {
        long unknown = group.unknownsMatter() ? group.unknownClosed().high() : 0;
        return isGroup(group) && group.cell().known().high() + unknown >= rule.minimumSize();
    }

    private boolean isSurelyLarge(Estimate group) {
        return group.cell().known().low() >= rule.minimumSize();
    }

    private static boolean isGroup(Estimate group) {
        return !group.axes().isEmpty() && group.cell().labels().stream().allMatch(Label::isGroup);
    }

    private boolean isBetter(Estimate one, Estimate other) {
        int compared = one.share().orElseThrow().compareRate(other.share().orElseThrow());
        return direction == Indicator.Direction.ADVERSE ? compared < 0 : compared > 0;
    }

    /** The best that the rate can be, larger for better. */
    private double promise(Estimate group) {
        return direction == Indicator.Direction.ADVERSE
                ? -group.least().orElse(0.0)
                : group.most().orElse(1.0);
    }
}
