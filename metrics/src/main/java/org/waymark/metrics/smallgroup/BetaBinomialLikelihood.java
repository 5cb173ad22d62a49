package org.waymark.metrics.smallgroup;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.waymark.metrics.rate.Share;

/** The log-likelihood of counts under the beta-binomial model, and its maximum. */
final class BetaBinomialLikelihood {
    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_STEP = 1e-9;
    private static final int MOST_TERMS = 10_000;
    /** A size at which units of any number of members look alike: the maximum lies at infinity. */
    private static final double LARGEST_SIZE = 1e8;

    private final List<Share> shares;

    BetaBinomialLikelihood(List<Share> shares) {
        this.shares = shares;
    }

    /** A mean and a size. */
    record Point(double mean, double size) {
        double alpha() {
            return mean * size;
        }

        double beta() {
            return (1 - mean) * size;
        }

        /** The point so far away in (logit of the mean, logarithm of the size). */
        Point moved(double odds, double log) {
            double mean1 = 1 / (1 + (1 - mean) / mean * Math.exp(-odds));
            return new Point(mean1, size * Math.exp(log));
        }

        boolean isInside() {
            return mean > 0 && mean < 1 && size > 0 && size < LARGEST_SIZE;
        }
    }

    /** The log-likelihood. */
    double at(Point point) {
        double sum = 0;
        for (Share share : shares) {
            sum += logChoose(share)
                    + logRise(point.alpha(), share.yes())
                    + logRise(point.beta(), share.no())
                    - logRise(point.size(), share.n());
        }
        return sum;
    }

    private static double logChoose(Share share) {
        return LogGamma.value(share.n() + 1.0) - LogGamma.value(share.yes() + 1.0) - LogGamma.value(share.no() + 1.0);
    }

    /** ln Γ(from + count) - ln Γ(from), summed where a difference of large numbers would leave nothing but rounding. */
    private static double logRise(double from, long count) {
        if (count > MOST_TERMS) {
            return LogGamma.value(from + count) - LogGamma.value(from);
        }
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum += Math.log(from + j);
        }
        return sum;
    }

    /** The same of the digamma function: Σ 1 / (from + j). */
    private static double slopeRise(double from, long count) {
        if (count > MOST_TERMS) {
            return Digamma.value(from + count) - Digamma.value(from);
        }
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum += 1 / (from + j);
        }
        return sum;
    }

    /** The same of the trigamma function: -Σ 1 / (from + j)². */
    private static double curveRise(double from, long count) {
        if (count > MOST_TERMS) {
            return Trigamma.value(from + count) - Trigamma.value(from);
        }
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum -= 1 / ((from + j) * (from + j));
        }
        return sum;
    }

    /** Where it is largest, by Newton's steps from a start; empty if it grows without end or does not settle. */
    Optional<Point> maximum(double mean, double size) {
        Point point = new Point(mean, size);
        double value = at(point);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = move(point);
            if (Math.abs(move[0]) < SMALLEST_STEP && Math.abs(move[1]) < SMALLEST_STEP) {
                return Optional.of(point.moved(move[0], move[1]));
            }
            double part = 1;
            Point next = point.moved(move[0], move[1]);
            while (!(next.isInside() && at(next) >= value - 1e-10) && part > 1e-6) {
                part /= 2;
                next = point.moved(part * move[0], part * move[1]);
            }
            if (!next.isInside() || part <= 1e-6) {
                return Optional.empty();
            }
            point = next;
            value = at(next);
        }
        return Optional.empty();
    }

    /** Newton's step; where the surface is not a hill, a step up the slope. */
    private double[] move(Point at) {
        double a = at.alpha();
        double b = at.beta();
        double m = at.size();
        double slopeA = 0;
        double slopeB = 0;
        double curveA = 0;
        double curveB = 0;
        double curveBoth = 0;
        for (Share share : shares) {
            double total = -slopeRise(m, share.n());
            double total2 = -curveRise(m, share.n());
            slopeA += slopeRise(a, share.yes()) + total;
            slopeB += slopeRise(b, share.no()) + total;
            curveA += curveRise(a, share.yes()) + total2;
            curveB += curveRise(b, share.no()) + total2;
            curveBoth += total2;
        }
        // From (α, β) to (logit μ, ln M): dα = s, α and dβ = -s, β, with s = αβ/M.
        double s = a * b / m;
        double odds = s * (slopeA - slopeB);
        double log = a * slopeA + b * slopeB;
        double oddsOdds = s * s * (curveA - 2 * curveBoth + curveB) + odds * (1 - 2 * at.mean());
        double oddsLog = s * (a * curveA + b * curveBoth - a * curveBoth - b * curveB) + odds;
        double logLog = a * a * curveA + 2 * a * b * curveBoth + b * b * curveB + log;
        double determinant = oddsOdds * logLog - oddsLog * oddsLog;
        if (oddsOdds < 0 && determinant > 0) {
            return new double[] {
                clip((oddsLog * log - logLog * odds) / determinant),
                clip((oddsLog * odds - oddsOdds * log) / determinant)
            };
        }
        return new double[] {clip(odds), clip(log)};
    }

    private static double clip(double step) {
        return Math.max(-2, Math.min(2, step));
    }
}
