package org.waymark.metrics.rate;

import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * Intervals of the difference of two rates of different people, d = p₁ - p₂.
 *
 * <p><b>Unit:</b> a difference of shares; {@link #of} keeps it in [-1, 1], {@link #raw} gives the formula's own limits.
 * <b>How to read it:</b> 0 within the limits means that the rates may well be the same. <b>When it applies:</b> nobody
 * stands in both groups, members are independent. <b>Edge cases:</b> a group of nobody is refused. <b>Source:</b> R. G.
 * Newcombe, Statistics in Medicine 17 (1998) 873; O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985) 213; A.
 * Agresti and B. Caffo, The American Statistician 54 (2000) 280.
 */
public enum DifferenceInterval {
    /** The default; see {@link Newcombe}. */
    NEWCOMBE {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            return Newcombe.of(first, second, confidence);
        }
    },
    /** Newcombe's method 11: the same from Wilson limits with continuity correction. */
    NEWCOMBE_CONTINUITY {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            return Newcombe.combined(
                    first,
                    second,
                    RateInterval.WILSON_CONTINUITY.raw(first, confidence),
                    RateInterval.WILSON_CONTINUITY.raw(second, confidence),
                    "Newcombe, continuity corrected");
        }
    },
    /** d ± z√(p₁q₁/n₁ + p₂q₂/n₂); for comparison only. */
    WALD {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            return wald(first, second, 0, confidence, "Wald");
        }
    },
    /** Wald with (1/n₁ + 1/n₂)/2 added on both sides. */
    WALD_CONTINUITY {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            double correction = (1.0 / first.n() + 1.0 / second.n()) / 2;
            return wald(first, second, correction, confidence, "Wald, continuity corrected");
        }
    },
    /** Wald after one success and one failure were added to each group. */
    AGRESTI_CAFFO {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            Share one = new Share(first.yes() + 1, first.n() + 2);
            Share two = new Share(second.yes() + 1, second.n() + 2);
            return wald(one, two, 0, confidence, "Agresti-Caffo");
        }
    },
    /** Mee's score interval: all differences that a score test does not refuse. */
    MEE {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            return new ScoreDifference(first, second, 1).interval(confidence, "Mee");
        }
    },
    /** The score interval with the variance factor N/(N - 1); the second choice after Newcombe's. */
    MIETTINEN_NURMINEN {
        @Override
        public Interval raw(Share first, Share second, double confidence) {
            double n = (double) first.n() + second.n();
            return new ScoreDifference(first, second, n / (n - 1)).interval(confidence, "Miettinen-Nurminen");
        }
    };

    /** The limits as the formula gives them, which may leave [-1, 1]. */
    public abstract Interval raw(Share first, Share second, double confidence);

    /** The limits, kept in [-1, 1]. */
    public Interval of(Share first, Share second, double confidence) {
        return raw(first, second, confidence).clippedTo(-1, 1);
    }

    private static Interval wald(Share first, Share second, double correction, double confidence, String method) {
        double p1 = first.value();
        double p2 = second.value();
        double error = Math.sqrt(p1 * (1 - p1) / first.n() + p2 * (1 - p2) / second.n());
        double reach = Quantiles.normal(confidence) * error + correction;
        return new Interval(p1 - p2 - reach, p1 - p2 + reach, confidence, method);
    }
}
