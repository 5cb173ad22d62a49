package org.waymark.metrics.inequality;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** How far groups lie from their mean, by squares and logarithms: smooth functions of the values, with their derivatives. */
final class Spread {
    private static final double PERCENT = 100;
    private static final double PER_THOUSAND = 1_000;

    private Spread() {}

    private static double weighted(Compared c, IntToDoubleFunction of) {
        double[] shares = c.shares();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * of.applyAsDouble(i);
        }
        return sum;
    }

    /** The error of a function of the values with this derivative at each of them. */
    static Optional<Double> error(Compared c, IntToDoubleFunction derivative) {
        return c.errors().map(errors -> {
            double sum = 0;
            for (int i = 0; i < errors.length; i++) {
                double part = derivative.applyAsDouble(i) * errors[i];
                sum += part * part;
            }
            return Math.sqrt(sum);
        });
    }

    static Optional<Double> variance(Compared c) {
        double mean = c.groupMean();
        return Optional.of(weighted(c, i -> (c.values[i] - mean) * (c.values[i] - mean)));
    }

    /** Exact for normal errors: the variance of a quadratic form. */
    static Optional<Double> varianceError(Compared c) {
        return c.errors().map(errors -> {
            double[] p = c.shares();
            double mean = c.groupMean();
            double linear = 0;
            double cross = 0;
            double own = 0;
            for (int i = 0; i < p.length; i++) {
                double v = errors[i] * errors[i];
                double distance = c.values[i] - mean;
                linear += p[i] * p[i] * v * distance * distance;
                cross += p[i] * p[i] * v;
                own += p[i] * p[i] * (1 - p[i]) * (1 - p[i]) * v * v - p[i] * p[i] * p[i] * p[i] * v * v;
            }
            return Math.sqrt(4 * linear + 2 * (cross * cross + own));
        });
    }

    static Optional<Double> deviation(Compared c) {
        return variance(c).map(Math::sqrt);
    }

    static Optional<Double> deviationError(Compared c) {
        double deviation = deviation(c).orElseThrow();
        return deviation == 0 ? Optional.empty() : varianceError(c).map(error -> error / (2 * deviation));
    }

    static Optional<Double> variation(Compared c) {
        double mean = c.groupMean();
        return mean == 0 ? Optional.empty() : deviation(c).map(deviation -> PERCENT * deviation / mean);
    }

    static Optional<Double> variationError(Compared c) {
        double mean = c.groupMean();
        double deviation = deviation(c).orElseThrow();
        double[] p = c.shares();
        return deviation == 0
                ? Optional.empty()
                : error(
                        c,
                        i -> PERCENT * p[i] * ((c.values[i] - mean) / (deviation * mean) - deviation / (mean * mean)));
    }

    static Optional<Double> theil(Compared c) {
        double mean = c.groupMean();
        return mean == 0
                ? Optional.empty()
                : Optional.of(PER_THOUSAND * Math.max(0, weighted(c, i -> timesLogarithm(c.values[i] / mean))));
    }

    private static double timesLogarithm(double ratio) {
        return ratio == 0 ? 0 : ratio * Math.log(ratio);
    }

    /** At a value of 0 the derivative is infinite. */
    static Optional<Double> theilError(Compared c) {
        double mean = c.groupMean();
        double[] p = c.shares();
        if (c.values[c.extreme(false, -1)] == 0) {
            return Optional.empty();
        }
        double theil = theil(c).orElseThrow() / PER_THOUSAND;
        return error(c, i -> PER_THOUSAND * p[i] / mean * (Math.log(c.values[i] / mean) - theil));
    }

    static Optional<Double> logarithmicDeviation(Compared c) {
        double mean = c.groupMean();
        return c.values[c.extreme(false, -1)] == 0
                ? Optional.empty()
                : Optional.of(PER_THOUSAND * Math.max(0, weighted(c, i -> Math.log(mean / c.values[i]))));
    }

    static Optional<Double> logarithmicDeviationError(Compared c) {
        double mean = c.groupMean();
        double[] p = c.shares();
        return error(c, i -> PER_THOUSAND * p[i] * (1 / mean - 1 / c.values[i]));
    }
}
