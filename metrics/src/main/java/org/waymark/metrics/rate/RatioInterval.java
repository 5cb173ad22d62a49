package org.waymark.metrics.rate;

import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * Intervals of the ratio of two rates of different people, p₁ / p₂.
 *
 * <p><b>Unit:</b> a ratio of 0 or more. <b>How to read it:</b> 1 within the limits means that the rates may well be the
 * same. <b>When it applies:</b> nobody stands in both groups, members are independent. <b>Edge cases:</b> a group of
 * nobody is refused; Katz's has no limits where one group had no success. <b>Source:</b> D. Katz et al., Biometrics 34
 * (1978) 469; P. A. R. Koopman, Biometrics 40 (1984) 513; O. Miettinen and M. Nurminen (1985).
 */
public enum RatioInterval {
    /** The default; see {@link Koopman}. */
    KOOPMAN {
        @Override
        public Optional<Interval> of(Share first, Share second, double confidence) {
            return Optional.of(Koopman.of(first, second, confidence));
        }
    },
    /** Koopman's with the variance factor N/(N - 1). */
    MIETTINEN_NURMINEN {
        @Override
        public Optional<Interval> of(Share first, Share second, double confidence) {
            double n = (double) first.n() + second.n();
            return Optional.of(Koopman.of(first, second, n / (n - 1), confidence, "Miettinen-Nurminen"));
        }
    },
    /** r exp(± z √(1/x₁ - 1/n₁ + 1/x₂ - 1/n₂)). */
    KATZ {
        @Override
        public Optional<Interval> of(Share first, Share second, double confidence) {
            return katz(
                    (double) first.yes(),
                    (double) first.n(),
                    (double) second.yes(),
                    (double) second.n(),
                    confidence,
                    "Katz");
        }
    },
    /** Katz's after half a success and half a member were added to each group (Walter). */
    KATZ_HALF {
        @Override
        public Optional<Interval> of(Share first, Share second, double confidence) {
            return katz(
                    first.yes() + 0.5, first.n() + 0.5, second.yes() + 0.5, second.n() + 0.5, confidence, "Katz, half");
        }
    };

    /** The limits; empty if there are none. */
    public abstract Optional<Interval> of(Share first, Share second, double confidence);

    private static Optional<Interval> katz(
            double x1, double n1, double x2, double n2, double confidence, String method) {
        if (x1 == 0 || x2 == 0) {
            return Optional.empty();
        }
        double ratio = x1 / n1 / (x2 / n2);
        double reach = Quantiles.normal(confidence) * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2);
        return Optional.of(new Interval(ratio * Math.exp(-reach), ratio * Math.exp(reach), confidence, method));
    }
}
