package org.waymark.metrics.rate;

import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * The Wilson score interval of a rate.
 *
 * <p><b>Formula:</b> (2x + z² ± z √(z² + 4xq)) / (2(n + z²)), with x of n, q = 1 - x/n and z the normal quantile.
 *
 * <p><b>Unit:</b> a share in [0, 1].
 *
 * <p><b>How to read it:</b> rates of the process that would not be surprised by what was seen.
 *
 * <p><b>When it applies:</b> members are independent of each other; mean coverage is near the stated level also for
 * small n, and the width is never zero.
 *
 * <p><b>Edge cases:</b> x = 0 gives the lower limit 0 exactly, x = n the upper limit 1; nobody has no interval and is
 * refused.
 *
 * <p><b>Source:</b> E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22 (1927) 209; recommended by Brown, Cai and DasGupta, Statistical Science 16 (2001)
 * 101.
 */
public final class WilsonScore {
    private WilsonScore() {}

    /** The interval of a share. */
    public static Interval of(Share share, double confidence) {
        if (share.n() == 0) {
            throw new IllegalArgumentException("share: nobody has no interval");
        }
        return of((double) share.yes(), (double) share.n(), Quantiles.normal(confidence), confidence, "Wilson");
    }

    /** The interval of a rate that so many independent members would have, where weights or clusters make others of them. */
    public static Interval ofEffective(double rate, double n, double confidence) {
        return ofEffective(rate, n, Quantiles.normal(confidence), confidence, "Wilson, effective n");
    }

    /** The interval of a rate on an effective number of members, for members that are not independent. */
    static Interval ofEffective(double rate, double n, double quantile, double confidence, String method) {
        return of(rate * n, n, quantile, confidence, method);
    }

    private static Interval of(double x, double n, double z, double confidence, String method) {
        double square = z * z;
        double root = z * Math.sqrt(square + 4 * x * (1 - x / n));
        double lower = x == 0 ? 0 : (2 * x + square - root) / (2 * (n + square));
        double upper = x == n ? 1 : (2 * x + square + root) / (2 * (n + square));
        return new Interval(lower, upper, confidence, method);
    }
}
