package org.waymark.metrics.rate;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.waymark.metrics.measure.Quantiles;

/**
 * The smallest difference from a base rate that two groups of these sizes would probably show.
 *
 * <p><b>Formula:</b> |p - b| = z(1 - α/2) √(p̄q̄(1/n₁ + 1/n₂)) + z(power) √(pq/n₁ + b(1 - b)/n₂) with p̄ the pooled rate,
 * solved for p above and below b. <b>Unit:</b> a difference of shares. <b>How to read it:</b> a smaller difference would
 * more likely than the power says be missed, so not finding one says little. <b>When it applies:</b> nobody stands in both
 * groups, members are independent. <b>Edge cases:</b> empty where no rate in [0, 1] would do. <b>Source:</b> J. L. Fleiss,
 * Statistical Methods for Rates and Proportions (1981), chapter 3, without continuity correction.
 *
 * @param n1 how many stand in the group, 1 or more
 * @param n2 how many in the group it is compared with, 1 or more
 * @param base the rate of the latter, in [0, 1]
 * @param power how probably the difference shall be found
 * @param alpha how probably one is found where there is none
 */
public record DetectableDifference(long n1, long n2, BigDecimal base, double power, double alpha) {
    private static final int STEPS = 200;

    /** Refuses groups of nobody and rates and probabilities out of range. */
    public DetectableDifference {
        if (n1 < 1 || n2 < 1) {
            throw new IllegalArgumentException("n1, n2: must be 1 or more, were " + n1 + " and " + n2);
        }
        if (base.signum() < 0 || base.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("base: must lie in [0, 1], was " + base);
        }
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("power: must lie in (0, 1), was " + power);
        }
    }

    /** With a power of 80 % at a level of 95 %. */
    public static DetectableDifference of(long n1, long n2, BigDecimal base) {
        return of(n1, n2, base, 0.8, 0.05);
    }

    /** With another power and level. */
    public static DetectableDifference of(long n1, long n2, BigDecimal base, double power, double alpha) {
        return new DetectableDifference(n1, n2, base, power, alpha);
    }

    /** The smallest difference of a rate above the base; empty if there is none. */
    public Optional<Double> above() {
        return towards(1);
    }

    /** The smallest difference of a rate below the base; empty if there is none. */
    public Optional<Double> below() {
        return towards(0);
    }

    /** By the rule of thumb that takes both rates for the base: (z(1 - α/2) + z(power)) √(b(1 - b)(1/n₁ + 1/n₂)); may leave [0, 1]. */
    public double simple() {
        double b = base.doubleValue();
        double z = Quantiles.normal(1 - alpha) + NormalDistribution.of(0, 1).inverseCumulativeProbability(power);
        return z * Math.sqrt(b * (1 - b) * (1.0 / n1 + 1.0 / n2));
    }

    private Optional<Double> towards(double end) {
        double b = base.doubleValue();
        double far = Math.abs(end - b);
        if (!isDetected(b, end)) {
            return Optional.empty();
        }
        double low = 0;
        double high = far;
        for (int step = 0; step < STEPS && low < high; step++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (isDetected(b, b + Math.copySign(middle, end - b))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(high);
    }

    private boolean isDetected(double b, double p) {
        double pooled = (n1 * p + n2 * b) / ((double) n1 + n2);
        double reach = Quantiles.normal(1 - alpha) * Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2))
                + NormalDistribution.of(0, 1).inverseCumulativeProbability(power)
                        * Math.sqrt(p * (1 - p) / n1 + b * (1 - b) / n2);
        return Math.abs(p - b) >= reach;
    }
}
