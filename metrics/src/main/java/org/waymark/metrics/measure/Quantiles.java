package org.waymark.metrics.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** How many standard errors make a two-sided interval. */
public final class Quantiles {
    private Quantiles() {}

    /** For a normal distribution: 1.96 at 0.95. */
    public static double normal(double confidence) {
        check(confidence);
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** For Student's t distribution with so many degrees of freedom. */
    public static double student(double confidence, double degreesOfFreedom) {
        check(confidence);
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static void check(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }
}
