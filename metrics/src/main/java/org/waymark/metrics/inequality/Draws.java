package org.waymark.metrics.inequality;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.waymark.metrics.measure.Interval;

/**
 * A figure of values that were drawn around the estimates, each from a normal distribution with its standard error, within what
 * the values can be. The same seed gives the same draws, on every machine.
 */
final class Draws {
    private static final int PATIENCE = 1_000;

    private final Compared around;
    private final double[] sorted;

    private Draws(Compared around, double[] sorted) {
        this.around = around;
        this.sorted = sorted;
    }

    /** Empty where an error is not known, or none of them is above 0. */
    static Optional<Draws> of(Compared c, Function<Compared, Optional<Double>> figure) {
        Optional<double[]> errors =
                c.errors().filter(all -> DoubleStream.of(all).anyMatch(e -> e > 0));
        return errors.flatMap(e -> {
            Random random = new Random(c.rules.seed());
            double[] figures = new double[c.rules.draws()];
            for (int k = 0; k < figures.length; k++) {
                Optional<Double> value = figure.apply(c.with(drawn(c, e, random)));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                figures[k] = value.get();
            }
            Arrays.sort(figures);
            return Optional.of(new Draws(c, figures));
        });
    }

    private static double[] drawn(Compared c, double[] errors, Random random) {
        double[] values = new double[c.size()];
        for (int i = 0; i < values.length; i++) {
            double value = c.values[i] + errors[i] * random.nextGaussian();
            for (int again = 0; (value < 0 || value > c.all.scale()) && again < PATIENCE; again++) {
                value = c.values[i] + errors[i] * random.nextGaussian();
            }
            values[i] = Math.min(c.all.scale(), Math.max(0, value));
        }
        return values;
    }

    double standardError() {
        double mean = DoubleStream.of(sorted).sum() / sorted.length;
        double squares =
                DoubleStream.of(sorted).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /**
     * The interval of a figure that cannot be negative. What is drawn around the estimates lies too high, as the estimate itself
     * does: the upper limit is its quantile, the lower lies as far below the estimate.
     */
    Interval interval(double estimate) {
        double level = around.rules.confidence();
        double upper = Math.max(estimate, quantile((1 + level) / 2));
        double lower = differ() ? Math.max(0, 2 * estimate - upper) : 0;
        return new Interval(lower, upper, level, "drawn " + sorted.length + " times");
    }

    /** By linear interpolation between the two draws next to it. */
    private double quantile(double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Whether the groups differ more than chance lets them, at the level: Cochran's Q, the squared distances from the mean by
     * precision, beyond the quantile of chi-square. Values without error must be equal for groups to be alike.
     */
    private boolean differ() {
        Compared c = around;
        double[] errors = c.errors().orElseThrow();
        double[] certain = new double[c.size()];
        int known = 0;
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] == 0) {
                certain[known++] = c.values[i];
            } else {
                weight += 1 / (errors[i] * errors[i]);
                sum += c.values[i] / (errors[i] * errors[i]);
            }
        }
        for (int i = 1; i < known; i++) {
            if (certain[i] != certain[0]) {
                return true;
            }
        }
        double centre = known > 0 ? certain[0] : sum / weight;
        double q = 0;
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] > 0) {
                q += (c.values[i] - centre) * (c.values[i] - centre) / (errors[i] * errors[i]);
            }
        }
        int freedom = known > 0 ? c.size() - known : c.size() - 1;
        return freedom > 0 && q > ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(c.rules.confidence());
    }
}
