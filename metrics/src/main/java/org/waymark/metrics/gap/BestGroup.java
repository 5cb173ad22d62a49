package org.waymark.metrics.gap;

import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.tally.Label;
import org.waymark.metrics.rate.Estimate;

/**
 * Finds the group with the best rate, compared exactly; of equal ones the first in the axis's order. Groups of nobody and
 * members of an unknown group are no candidates.
 *
 * <p>Where a masked group could be better than the best that is known, it stands in as the reference: the true best rate
 * lies within its bounds. Where it is not even known whether it is large enough, there is no reference.
 */
record BestGroup(Reference.Best rule, Indicator.Direction direction) {
    Optional<Estimate> among(List<Estimate> groups) {
        Estimate best = null;
        Estimate masked = null;
        for (Estimate group : groups) {
            if (!group.cell().labels().stream().allMatch(Label::isGroup)) {
                continue;
            }
            if (group.share().isEmpty()) {
                masked = masked == null || promise(group) > promise(masked) ? group : masked;
            } else if (group.value().isPresent()
                    && group.share().orElseThrow().n() >= rule.minimumSize()
                    && (best == null || isBetter(group, best))) {
                best = group;
            }
        }
        if (masked != null
                && masked.cell().known().high() >= rule.minimumSize()
                && (best == null || promise(masked) > promise(best))) {
            return masked.cell().known().low() >= rule.minimumSize() ? Optional.of(masked) : Optional.empty();
        }
        return Optional.ofNullable(best);
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
