package org.waymark.metrics.rate;

import java.util.function.DoubleUnaryOperator;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * Koopman's asymptotic score interval of the ratio of two rates of different people.
 *
 * <p><b>Formula:</b> all ratios r for which |p₁ - r p₂| is at most z √(p̃₁q̃₁/n₁ + r² p̃₂q̃₂/n₂), where p̃₁ = r p̃₂ are the
 * most likely rates with that ratio.
 *
 * <p><b>Unit:</b> a ratio, 0 or more.
 *
 * <p><b>How to read it:</b> 1 within the limits means that the two rates may well be the same.
 *
 * <p><b>When it applies:</b> nobody stands in both groups, members are independent.
 *
 * <p><b>Edge cases:</b> no success in the first group gives the lower limit 0, none in the second the upper limit
 * infinity; a group of nobody is refused.
 *
 * <p><b>Source:</b> P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions, Biometrics 40
 * (1984) 513.
 */
public final class Koopman {
    /** The logarithm of a ratio beyond any of whole numbers, whose square is still a number. */
    private static final double WIDEST = 200;

    private Koopman() {}

    /** The interval of the first share divided by the second. */
    public static Interval of(Share first, Share second, double confidence) {
        return of(first, second, 1, confidence, "Koopman");
    }

    static Interval of(Share first, Share second, double factor, double confidence, String method) {
        if (first.n() == 0 || second.n() == 0) {
            throw new IllegalArgumentException("share: nobody has no interval");
        }
        double z = Quantiles.normal(confidence);
        DoubleUnaryOperator distance = logRatio -> statistic(first, second, Math.exp(logRatio)) / Math.sqrt(factor);
        boolean both = first.yes() > 0 && second.yes() > 0;
        double estimate = both ? Math.log(first.value() / second.value()) : 0;
        double lower = first.yes() == 0 ? 0 : Math.exp(where(distance, z, both ? estimate : WIDEST, -WIDEST));
        double upper = second.yes() == 0
                ? Double.POSITIVE_INFINITY
                : Math.exp(where(distance, -z, both ? estimate : -WIDEST, WIDEST));
        return new Interval(lower, upper, confidence, method);
    }

    /** The score statistic of a ratio; it falls as the ratio grows. */
    private static double statistic(Share first, Share second, double ratio) {
        double n1 = first.n();
        double n2 = second.n();
        double a = (n1 + n2) * ratio;
        double b = -(n1 * ratio + first.yes() + n2 + second.yes() * ratio);
        double c = first.yes() + second.yes();
        double p2 = Math.min(1, 2 * c / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
        double p1 = Math.min(1, ratio * p2);
        double variance = p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2;
        double difference = first.value() - ratio * second.value();
        return variance <= 0 ? Math.signum(difference) * Double.MAX_VALUE : difference / Math.sqrt(variance);
    }

    /** Halves the way from a point inside the interval to one outside until nothing lies between. */
    private static double where(DoubleUnaryOperator statistic, double limit, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int step = 0; step < 200; step++) {
            double middle = (in + out) / 2;
            if (middle == in || middle == out) {
                break;
            }
            double value = statistic.applyAsDouble(middle);
            boolean within = limit > 0 ? value <= limit : value >= limit;
            if (within) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }
}
