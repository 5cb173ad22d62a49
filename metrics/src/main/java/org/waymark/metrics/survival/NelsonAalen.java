package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * The cumulative hazard, by Nelson and Aalen.
 *
 * <p><b>Formula:</b> H(t) = Σ d/n over the times up to t at which events came to d of n at risk; variance Σ d/n².
 *
 * <p><b>Unit:</b> events per member; may exceed 1.
 *
 * <p><b>How to read it:</b> where it rises straight the pace is steady; twice the slope is twice the pace among those who
 * still wait. exp(-H) is near the share that waits, and not the same.
 *
 * <p><b>When it applies:</b> as {@link KaplanMeier}.
 *
 * <p><b>Edge cases:</b> before the first event it is 0 without an error and without limits.
 *
 * <p><b>Source:</b> O. O. Aalen, Annals of Statistics 6 (1978) 701; W. Nelson, Technometrics 14 (1972) 945; logarithmic
 * limits H exp(±z√V / H) as in Klein and Moeschberger, Survival Analysis (2003), section 4.3.
 */
public final class NelsonAalen {
    private final List<Step> steps;

    private NelsonAalen(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The cumulative hazard of a table. */
    public static NelsonAalen of(RiskTable table) {
        List<Step> steps = new ArrayList<>();
        double hazard = 0;
        double variance = 0;
        for (RiskTable.Row row : table.rows()) {
            double n = row.atRisk();
            double d = row.events();
            if (d > 0) {
                hazard += d / n;
                variance += d / (n * n);
            }
            steps.add(new Step(row.time(), hazard, Math.sqrt(variance)));
        }
        return new NelsonAalen(steps);
    }

    /**
     * The cumulative hazard from one time on.
     *
     * @param time from when
     * @param hazard the cumulative hazard
     * @param standardError its standard error
     */
    public record Step(double time, double hazard, double standardError) {
        /** Logarithmic limits; empty before the first event. */
        public Optional<Interval> interval(double confidence) {
            if (hazard == 0) {
                return Optional.empty();
            }
            double factor = Math.exp(Quantiles.normal(confidence) * standardError / hazard);
            return Optional.of(new Interval(hazard / factor, hazard * factor, confidence, "log"));
        }
    }

    /** One step per time at which somebody left, censored or not. */
    public List<Step> steps() {
        return steps;
    }
}
