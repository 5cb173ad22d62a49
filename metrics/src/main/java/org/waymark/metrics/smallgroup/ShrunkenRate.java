package org.waymark.metrics.smallgroup;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Share;

/**
 * One unit's rate, drawn towards the mean of all. See {@link ShrunkenRates}.
 *
 * @param unit the unit and its counts
 * @param prior how the true rates of units are spread
 * @param confidence the level of the limits
 */
public record ShrunkenRate(Units.Unit unit, Prior prior, double confidence) {
    private Share share() {
        return unit.share();
    }

    /** The rate as it was; empty for nobody. */
    public Optional<Double> raw() {
        return share().n() == 0 ? Optional.empty() : Optional.of(share().value());
    }

    /** What part of its difference from the mean is real, in [0, 1]; empty without a prior. */
    public Optional<Double> reliability() {
        return prior.reliability(share().n());
    }

    /** The best guess of the unit's own rate; empty without a prior. */
    public Optional<Double> mean() {
        double mean = prior.mean().orElse(0.0);
        return reliability().map(own -> own * raw().orElse(mean) + (1 - own) * mean);
    }

    /** The standard deviation of what it could be; 0 without evidence of real differences, empty without a prior. */
    public Optional<Double> deviation() {
        return prior.size().map(size -> {
            double mean = mean().orElseThrow();
            return Math.sqrt(mean * (1 - mean) / (size + share().n() + 1));
        });
    }

    /** Between what it lies, if the prior is as it was found; empty without evidence of real differences. */
    public Optional<Interval> interval() {
        if (!prior.isSpread()) {
            return Optional.empty();
        }
        double alpha = prior.alpha().orElseThrow() + share().yes();
        double beta = prior.beta().orElseThrow() + share().no();
        if (!(alpha > 0 && beta > 0)) {
            return Optional.empty();
        }
        BetaDistribution could = BetaDistribution.of(alpha, beta);
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(
                could.inverseCumulativeProbability(tail),
                could.inverseSurvivalProbability(tail),
                confidence,
                "beta-binomial"));
    }
}
