package org.waymark.metrics.impact;

import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;

/**
 * An outcome, and by which cohorts it is looked at: outcomes may have cohorts of their own, such as the year of the first
 * mathematics course.
 *
 * @param indicator what is asked
 * @param cohort the axis of its cohorts; empty for everybody at once
 */
public record Outcome(Indicator indicator, Optional<Axis> cohort) {
    /** Refuses null. */
    public Outcome {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(cohort, "cohort");
    }

    /** Everybody at once. */
    public static Outcome of(Indicator indicator) {
        return new Outcome(indicator, Optional.empty());
    }

    /** The same by cohorts. */
    public Outcome by(Axis cohorts) {
        return new Outcome(indicator, Optional.of(cohorts));
    }
}
