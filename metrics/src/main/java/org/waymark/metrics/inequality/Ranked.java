package org.waymark.metrics.inequality;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.waymark.metrics.inequality.InequalityRules.Concentration;

/** Concentration indices: how an outcome is concentrated among the advantaged, over the rank of ordered groups. */
final class Ranked {
    private static final double TINY = 1e-12;
    private static final double FOUR = 4;

    private Ranked() {}

    /** Values, put on [0, 1] unless they are told plainly. */
    private static Compared onScale(Compared c) {
        if (c.rules.concentration() == Concentration.PLAIN) {
            return c;
        }
        double[] values = c.values.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] /= c.all.scale();
        }
        return c.with(values);
    }

    private static double concentration(Compared scaled) {
        double[] shares = scaled.shares();
        double[] ranks = scaled.ranks();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * (2 * ranks[i] - 1) * scaled.values[i];
        }
        return sum;
    }

    static Optional<Double> absolute(Compared c) {
        return Optional.of(concentration(onScale(c)));
    }

    static Optional<Double> relative(Compared c) {
        Compared scaled = onScale(c);
        double unit = unit(c, scaled.groupMean());
        return unit == 0 ? Optional.empty() : Optional.of(concentration(scaled) / unit);
    }

    private static double unit(Compared c, double mean) {
        return switch (c.rules.concentration()) {
            case PLAIN, BOUNDED -> mean;
            case WAGSTAFF -> mean * (1 - mean);
            case ERREYGERS -> 1 / FOUR;
        };
    }

    /** How the unit moves with the mean. */
    private static double slopeOfUnit(Compared c, double mean) {
        return switch (c.rules.concentration()) {
            case PLAIN, BOUNDED -> 1;
            case WAGSTAFF -> 1 - 2 * mean;
            case ERREYGERS -> 0;
        };
    }

    /** By the errors of the groups where they are known, else by how far the groups lie from a straight line. */
    static Optional<Double> absoluteError(Compared c) {
        Compared scaled = onScale(c);
        return errorOf(c, i -> i).or(() -> ofLine(scaled));
    }

    static Optional<Double> relativeError(Compared c) {
        Compared scaled = onScale(c);
        double mean = scaled.groupMean();
        double unit = unit(c, mean);
        double index = concentration(scaled);
        return errorOf(c, derivative -> derivative / unit - index * slopeOfUnit(c, mean) / (unit * unit))
                .or(() -> ofLine(scaled).map(error -> error / unit));
    }

    /** The derivative of a figure, per share of a group, from that of the absolute index. */
    private static Optional<Double> errorOf(Compared c, DoubleUnaryOperator derivative) {
        double factor = c.rules.concentration() == Concentration.PLAIN ? 1 : 1 / c.all.scale();
        double[] shares = c.shares();
        double[] ranks = c.ranks();
        return Spread.error(c, i -> factor * shares[i] * derivative.applyAsDouble(2 * ranks[i] - 1));
    }

    /** That of the slope of twice the variance of the ranks times the values, by least squares over the ranks. */
    private static Optional<Double> ofLine(Compared scaled) {
        double[] shares = scaled.shares();
        double[] ranks = scaled.ranks();
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            variance += shares[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
        }
        double mean = scaled.groupMean();
        double slope = concentration(scaled) / (2 * variance);
        double left = 0;
        for (int i = 0; i < shares.length; i++) {
            double residual = scaled.values[i] - mean - slope * (ranks[i] - 0.5);
            left += shares[i] * residual * residual;
        }
        int freedom = shares.length - 2;
        // What is left of groups on a straight line is rounding.
        return freedom < 1 || left <= TINY * mean * mean
                ? Optional.empty()
                : Optional.of(Math.sqrt(4 * variance * left / freedom));
    }
}
