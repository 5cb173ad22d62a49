package org.waymark.metrics.gap;

import java.util.Optional;
import org.waymark.metrics.rate.Estimate;

/** What a gap could be at the most and at the least, given masked counts and unknown outcomes. */
final class Extremes {
    private Extremes() {}

    static Optional<Bounds> of(GapEstimate gap, Scale scale) {
        if (gap.isItself()) {
            return Optional.of(scale == Scale.POINTS ? new Bounds(0, 0) : new Bounds(1, 1));
        }
        if (!isSomebody(gap.group())
                || gap.given().isEmpty()
                        && gap.other().filter(Extremes::isSomebody).isEmpty()) {
            return Optional.empty();
        }
        double hereLeast = least(gap.group());
        double hereMost = most(gap.group());
        double thereLeast = gap.given()
                .map(rate -> rate.doubleValue())
                .orElseGet(() -> least(gap.other().orElseThrow()));
        double thereMost = gap.given()
                .map(rate -> rate.doubleValue())
                .orElseGet(() -> most(gap.other().orElseThrow()));
        if (scale == Scale.POINTS) {
            return Optional.of(new Bounds(hereLeast - thereMost, hereMost - thereLeast));
        }
        if (thereMost == 0) {
            return Optional.empty();
        }
        double most = thereLeast > 0 ? hereMost / thereLeast : Double.POSITIVE_INFINITY;
        return Optional.of(new Bounds(hereLeast / thereMost, most));
    }

    private static boolean isSomebody(Estimate estimate) {
        return estimate.cell().yes().high() + estimate.cell().no().high() > 0;
    }

    private static double least(Estimate estimate) {
        return (estimate.unknownsMatter() ? estimate.ifUnknownsNo() : estimate.least()).orElse(0.0);
    }

    private static double most(Estimate estimate) {
        return (estimate.unknownsMatter() ? estimate.ifUnknownsYes() : estimate.most()).orElse(1.0);
    }
}
