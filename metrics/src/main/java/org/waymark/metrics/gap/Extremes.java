package org.waymark.metrics.gap;

import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.rate.Estimate;

/** What a gap could be at the most and at the least, given masked counts and unknown outcomes. */
final class Extremes {
    private Extremes() {}

    static Optional<Bounds> of(GapEstimate gap, Scale scale) {
        double none = scale == Scale.POINTS ? 0 : 1;
        if (isAlways(gap)) {
            return Optional.of(new Bounds(none, none));
        }
        return ofRate(gap.group())
                .flatMap(here -> gap.referenceBounds()
                        .flatMap(there ->
                                scale == Scale.POINTS ? Optional.of(difference(here, there)) : ratio(here, there))
                        .map(bounds -> isUnsurpassed(gap) ? capped(bounds, none, gap) : bounds));
    }

    /** Between which values a rate must lie; empty if there is nobody. */
    static Optional<Bounds> ofRate(Estimate estimate) {
        if (estimate.cell().yes().high() + estimate.cell().no().high() == 0) {
            return Optional.empty();
        }
        boolean unknown = estimate.unknownsMatter();
        Optional<Double> least = unknown ? estimate.ifUnknownsNo() : estimate.least();
        Optional<Double> most = unknown ? estimate.ifUnknownsYes() : estimate.most();
        return Optional.of(new Bounds(least.orElse(0.0), most.orElse(1.0)));
    }

    private static Bounds difference(Bounds here, Bounds there) {
        return new Bounds(here.least() - there.most(), here.most() - there.least());
    }

    private static Optional<Bounds> ratio(Bounds here, Bounds there) {
        if (there.most() == 0) {
            return Optional.empty();
        }
        double most = there.least() > 0 ? here.most() / there.least() : Double.POSITIVE_INFINITY;
        return Optional.of(new Bounds(here.least() / there.most(), most));
    }

    /** Whether the group is its own reference, whatever its counts. The best group is another one in other cases. */
    private static boolean isAlways(GapEstimate gap) {
        return !(gap.reference() instanceof Reference.Best)
                && (gap.isItself()
                        || gap.other()
                                .filter(there -> there.axes().equals(gap.group().axes())
                                        && there.cell()
                                                .labels()
                                                .equals(gap.group().cell().labels()))
                                .isPresent());
    }

    /** Whether the group is surely among those of which the best is the reference. */
    private static boolean isUnsurpassed(GapEstimate gap) {
        return gap.reference() instanceof Reference.Best best
                && new BestGroup(best, gap.group().indicator().direction()).isSurelyReference(gap.group());
    }

    private static Bounds capped(Bounds bounds, double none, GapEstimate gap) {
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        return adverse
                ? new Bounds(Math.max(none, bounds.least()), Math.max(none, bounds.most()))
                : new Bounds(Math.min(none, bounds.least()), Math.min(none, bounds.most()));
    }
}
