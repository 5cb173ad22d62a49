package org.waymark.metrics.inequality;

import java.util.Optional;

/**
 * Mean distances of groups from everybody, from the best group or from the reference. They have kinks where a distance is 0,
 * so that their errors are drawn.
 */
final class Deviations {
    private static final double PERCENT = 100;

    private Deviations() {}

    private static Optional<Double> mean(Compared c, double from, boolean byPopulation) {
        double[] shares = c.shares();
        double sum = 0;
        for (int i = 0; i < c.size(); i++) {
            sum += (byPopulation ? shares[i] : 1.0 / c.size()) * Math.abs(c.values[i] - from);
        }
        return Optional.of(sum);
    }

    static Optional<Double> fromMean(Compared c) {
        return mean(c, c.average(), false);
    }

    static Optional<Double> fromMeanWeighted(Compared c) {
        return mean(c, c.average(), true);
    }

    static Optional<Double> fromBest(Compared c) {
        return mean(c, c.values[c.best()], false);
    }

    static Optional<Double> fromBestWeighted(Compared c) {
        return mean(c, c.values[c.best()], true);
    }

    static Optional<Double> fromReference(Compared c) {
        return mean(c, c.values[c.named.orElseThrow()], false);
    }

    static Optional<Double> fromReferenceWeighted(Compared c) {
        return mean(c, c.values[c.named.orElseThrow()], true);
    }

    static Optional<Double> disparity(Compared c) {
        return relative(c, fromMean(c));
    }

    static Optional<Double> disparityWeighted(Compared c) {
        return relative(c, fromMeanWeighted(c));
    }

    private static Optional<Double> relative(Compared c, Optional<Double> distance) {
        return c.average() == 0 ? Optional.empty() : distance.map(d -> PERCENT * d / c.average());
    }
}
