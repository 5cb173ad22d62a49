package org.waymark.metrics.gap;

import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.rate.Koopman;
import org.waymark.metrics.rate.Newcombe;
import org.waymark.metrics.rate.Share;

/**
 * The difference and the ratio of the rates of two sets of members, some of whom may stand in both.
 *
 * <p><b>Formula:</b> p_A - p_B and p_A / p_B. For sets without common members Newcombe's and Koopman's intervals. Else the
 * variance of the difference is V_A + V_B - 2 cov with V = pq/n and cov = (yes_both (1-p_A)(1-p_B) + no_both p_A p_B) /
 * (n_A n_B), the ratio alike on the logarithm, and the interval is the estimate and z standard errors.
 *
 * <p><b>Unit:</b> a difference of shares in [-1, 1]; a ratio of 0 or more.
 *
 * <p><b>How to read it:</b> below 0 (or 1) the first set has the lower rate.
 *
 * <p><b>When it applies:</b> members are independent of each other; by clusters see {@code Clusters}.
 *
 * <p><b>Edge cases:</b> a set of nobody is refused; equal sets have difference 0 and no variation, so no interval; a
 * ratio needs successes on both sides where members are shared.
 *
 * <p><b>Source:</b> Newcombe (1998), Koopman (1984); covariance of overlapping domains as in T. Lumley, Complex Surveys
 * (2010), chapter 2.
 *
 * @param first the set in question
 * @param second the set it is compared with
 * @param both the members of both
 */
public record TwoShares(Share first, Share second, Share both) {
    /** Refuses sets of nobody and common members beyond either set. */
    public TwoShares {
        if (first.n() == 0 || second.n() == 0) {
            throw new IllegalArgumentException("first, second: nobody has no rate");
        }
        if (both.yes() > Math.min(first.yes(), second.yes()) || both.no() > Math.min(first.no(), second.no())) {
            throw new IllegalArgumentException("both: must be a part of either set, was " + both);
        }
    }

    /** The first rate minus the second. */
    public double difference() {
        return first.value() - second.value();
    }

    /** The first rate divided by the second; empty if the second is 0. */
    public Optional<Double> ratio() {
        return second.yes() == 0 ? Optional.empty() : Optional.of(first.value() / second.value());
    }

    /** The variance of the difference. */
    public double differenceVariance() {
        return variance(first) + variance(second) - 2 * covariance();
    }

    /** The covariance of the two rates. */
    public double covariance() {
        double p = first.value();
        double r = second.value();
        return (both.yes() * (1 - p) * (1 - r) + both.no() * p * r) / ((double) first.n() * second.n());
    }

    /** The interval of the difference; empty if there is no variation. */
    public Optional<Interval> differenceInterval(double confidence) {
        if (both.n() == 0) {
            return Optional.of(Newcombe.of(first, second, confidence));
        }
        double error = Math.sqrt(Math.max(0, differenceVariance()));
        return isNothing(error) ? Optional.empty() : Optional.of(around(difference(), error, confidence));
    }

    /** The interval of the ratio; empty if there is no variation or no ratio. */
    public Optional<Interval> ratioInterval(double confidence) {
        if (both.n() == 0) {
            return Optional.of(Koopman.of(first, second, confidence));
        }
        if (first.yes() == 0 || second.yes() == 0) {
            return Optional.empty();
        }
        double error = Math.sqrt(Math.max(0, logRatioVariance()));
        if (isNothing(error)) {
            return Optional.empty();
        }
        Interval log = around(Math.log(first.value() / second.value()), error, confidence);
        return Optional.of(new Interval(Math.exp(log.lower()), Math.exp(log.upper()), confidence, log.method()));
    }

    /** The variance of the logarithm of the ratio; both rates must be above 0. */
    public double logRatioVariance() {
        double p = first.value();
        double r = second.value();
        return variance(first) / (p * p) + variance(second) / (r * r) - 2 * covariance() / (p * r);
    }

    /** What is left of a variance of equal sets is rounding. */
    private boolean isNothing(double error) {
        return first.equals(second) && both.equals(first) || error == 0;
    }

    private static Interval around(double estimate, double error, double confidence) {
        double reach = Quantiles.normal(confidence) * error;
        return new Interval(estimate - reach, estimate + reach, confidence, "overlapping z");
    }

    private static double variance(Share share) {
        return share.value() * (1 - share.value()) / share.n();
    }
}
