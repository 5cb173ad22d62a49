package org.waymark.metrics.rate;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * Intervals of one rate, with x successes of n, p = x/n, q = 1 - p and z the normal quantile.
 *
 * <p><b>Unit:</b> a share; {@link #of} keeps it in [0, 1], {@link #raw} gives the formula's own limits. <b>How to read
 * it:</b> rates of the process that would not be surprised by what was seen. <b>When it applies:</b> members are
 * independent of each other. <b>Edge cases:</b> nobody is refused; x = 0 and x = n as each constant says. <b>Source:</b>
 * Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001) 101; R. G.
 * Newcombe, Statistics in Medicine 17 (1998) 857.
 */
public enum RateInterval {
    /** The default; see {@link WilsonScore}. */
    WILSON {
        @Override
        public Interval raw(Share share, double confidence) {
            return WilsonScore.of(some(share), confidence);
        }
    },
    /**
     * Wilson with continuity correction: (2x + z² - 1 - z√(z² - 2 - 1/n + 4p(nq + 1))) / (2(n + z²)), and likewise
     * above; 0 at x = 0 and 1 at x = n.
     */
    WILSON_CONTINUITY {
        @Override
        public Interval raw(Share share, double confidence) {
            double n = some(share).n();
            double x = share.yes();
            double p = x / n;
            double z = Quantiles.normal(confidence);
            double z2 = z * z;
            double below = z * Math.sqrt(Math.max(0, z2 - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)));
            double above = z * Math.sqrt(Math.max(0, z2 + 2 - 1 / n + 4 * p * (n * (1 - p) - 1)));
            double lower = x == 0 ? 0 : (2 * x + z2 - 1 - below) / (2 * (n + z2));
            double upper = x == n ? 1 : (2 * x + z2 + 1 + above) / (2 * (n + z2));
            return new Interval(lower, upper, confidence, "Wilson, continuity corrected");
        }
    },
    /** p ± z√(pq/n); for comparison only: it has no width at x = 0 and x = n and can leave [0, 1]. */
    WALD {
        @Override
        public Interval raw(Share share, double confidence) {
            double p = some(share).value();
            return around(p, Math.sqrt(p * (1 - p) / share.n()), confidence, "Wald");
        }
    },
    /** Wald about (x + z²/2) / (n + z²) with n + z² members; can leave [0, 1]. */
    AGRESTI_COULL {
        @Override
        public Interval raw(Share share, double confidence) {
            double z = Quantiles.normal(confidence);
            double n = some(share).n() + z * z;
            double p = (share.yes() + z * z / 2) / n;
            return around(p, Math.sqrt(p * (1 - p) / n), confidence, "Agresti-Coull");
        }
    },
    /** The exact interval: never covers less than the level, so it is wider; 0 at x = 0 and 1 at x = n. */
    CLOPPER_PEARSON {
        @Override
        public Interval raw(Share share, double confidence) {
            double tail = (1 - confidence) / 2;
            double x = some(share).yes();
            double n = share.n();
            double lower = x == 0 ? 0 : beta(x, n - x + 1, tail);
            double upper = x == n ? 1 : beta(x + 1, n - x, 1 - tail);
            return new Interval(lower, upper, confidence, "Clopper-Pearson");
        }
    },
    /** Quantiles of the beta distribution (x + ½, n - x + ½), with 0 at x = 0 and 1 at x = n. */
    JEFFREYS {
        @Override
        public Interval raw(Share share, double confidence) {
            Interval equal = JEFFREYS_EQUAL_TAILED.raw(share, confidence);
            double lower = share.yes() == 0 ? 0 : equal.lower();
            double upper = share.no() == 0 ? 1 : equal.upper();
            return new Interval(lower, upper, confidence, "Jeffreys");
        }
    },
    /** The same without the rule at the ends. */
    JEFFREYS_EQUAL_TAILED {
        @Override
        public Interval raw(Share share, double confidence) {
            double tail = (1 - confidence) / 2;
            double a = some(share).yes() + 0.5;
            double b = share.no() + 0.5;
            return new Interval(beta(a, b, tail), beta(a, b, 1 - tail), confidence, "Jeffreys, equal tailed");
        }
    };

    /** The limits as the formula gives them, which may leave [0, 1]. */
    public abstract Interval raw(Share share, double confidence);

    /** The limits, kept in [0, 1]. */
    public Interval of(Share share, double confidence) {
        return raw(share, confidence).clippedTo(0, 1);
    }

    private static Share some(Share share) {
        if (share.n() == 0) {
            throw new IllegalArgumentException("share: nobody has no interval");
        }
        return share;
    }

    private static Interval around(double estimate, double error, double confidence, String method) {
        double reach = Quantiles.normal(confidence) * error;
        return new Interval(estimate - reach, estimate + reach, confidence, method);
    }

    private static double beta(double a, double b, double probability) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(probability);
    }
}
