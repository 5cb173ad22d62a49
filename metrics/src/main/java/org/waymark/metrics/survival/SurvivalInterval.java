package org.waymark.metrics.survival;

import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * Limits of the share that is still waiting, S, with G = Σ d / (n(n - d)), Greenwood's sum, and z the normal quantile.
 *
 * <p><b>Unit:</b> a share in [0, 1]. <b>How to read it:</b> shares of the process that would not be surprised by what was
 * seen. <b>When it applies:</b> members are independent of each other, and who is censored waits like those who are not.
 * <b>Edge cases:</b> where nobody waits any more, S = 0, there are no limits; where nothing has happened yet, S = 1, plain
 * and logarithmic limits are 1 and 1, and the log-log ones are undefined. <b>Source:</b> J. D. Kalbfleisch and R. L.
 * Prentice, The Statistical Analysis of Failure Time Data (1980); Ø. Borgan and K. Liestøl, Scandinavian Journal of
 * Statistics 17 (1990) 35.
 */
public enum SurvivalInterval {
    /** The default: S^exp(±z√G / ln S). It stays within (0, 1) and covers best in small groups. */
    LOG_LOG("log-log") {
        @Override
        double[] limits(double survival, double root, double z) {
            double logarithm = Math.log(survival);
            double reach = z * root / logarithm;
            return new double[] {Math.exp(logarithm * Math.exp(-reach)), Math.exp(logarithm * Math.exp(reach))};
        }
    },
    /** S exp(±z√G), at most 1: what R gives where nothing else is asked for. */
    LOG("log") {
        @Override
        double[] limits(double survival, double root, double z) {
            return new double[] {survival * Math.exp(-z * root), Math.min(1, survival * Math.exp(z * root))};
        }
    },
    /** S ± z S√G, kept within [0, 1]; for comparison. */
    PLAIN("plain") {
        @Override
        double[] limits(double survival, double root, double z) {
            double reach = z * survival * root;
            return new double[] {Math.max(0, survival - reach), Math.min(1, survival + reach)};
        }
    };

    private final String words;

    SurvivalInterval(String words) {
        this.words = words;
    }

    /** Lower and upper limit of a share above 0, for the log-log ones below 1 as well. */
    abstract double[] limits(double survival, double root, double z);

    /**
     * The limits of a share that is still waiting; empty where there are none.
     *
     * @param survival the share S
     * @param greenwood the sum G
     * @param confidence the level, in (0, 1)
     */
    public Optional<Interval> of(double survival, double greenwood, double confidence) {
        boolean untouched = survival == 1;
        if (survival <= 0 || untouched && this == LOG_LOG) {
            return Optional.empty();
        }
        double[] limits = limits(survival, untouched ? 0 : Math.sqrt(greenwood), Quantiles.normal(confidence));
        return Optional.of(new Interval(limits[0], limits[1], confidence, words));
    }

    /** The limits of what is not waiting any more: 1 minus those of what is, the other way round. */
    static Interval complement(Interval limits) {
        return new Interval(1 - limits.upper(), 1 - limits.lower(), limits.confidence(), limits.method());
    }
}
