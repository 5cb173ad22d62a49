package org.waymark.metrics.inequality;

import java.util.Optional;
import org.waymark.metrics.inequality.InequalityRules.Curve;

/**
 * A curve of values over the ranks of ordered groups, fitted with each group weighted by its population once, and what it says of
 * the two ends. The errors are robust against groups that lie off the curve (HC1).
 */
final class Slope {
    private static final int MOST_STEPS = 100;
    private static final double NEAR = 1e-13;

    /** A curve with a logit as far from 0 as this is no fit. */
    static final double STEEP = 30;

    private final Compared c;
    private final double constant;
    private final double slope;

    private Slope(Compared c, double constant, double slope) {
        this.c = c;
        this.constant = constant;
        this.slope = slope;
    }

    private static Optional<Slope> of(Compared c) {
        return c.rules.curve() == Curve.LINE ? Optional.of(new Slope(c, 0, 0).step()) : logistic(c);
    }

    /** By Newton's steps; empty where no curve fits best, as when all values are 0 or everybody's. */
    private static Optional<Slope> logistic(Compared c) {
        if (Double.isInfinite(c.all.scale())) {
            throw new IllegalArgumentException("curve: a quantity that is no rate needs a straight line");
        }
        Slope before = new Slope(c, 0, 0);
        for (int i = 0; i < MOST_STEPS; i++) {
            Slope next = before.step();
            if (!(Math.abs(next.constant) < STEEP && Math.abs(next.slope) < STEEP)) {
                return Optional.empty();
            }
            boolean settled = Math.abs(next.constant - before.constant) + Math.abs(next.slope - before.slope) < NEAR;
            if (settled) {
                return Optional.of(next);
            }
            before = next;
        }
        return Optional.of(before);
    }

    private boolean isLine() {
        return c.rules.curve() == Curve.LINE;
    }

    private double at(double rank) {
        double linear = constant + slope * rank;
        return isLine() ? linear : 1 / (1 + Math.exp(-linear));
    }

    /** How the curve rises with its linear part. */
    private double rise(double rank) {
        return isLine() ? 1 : at(rank) * (1 - at(rank));
    }

    private double value(int group) {
        return isLine() ? c.values[group] : c.values[group] / c.all.scale();
    }

    private Slope step() {
        double[] p = c.shares();
        double[] ranks = c.ranks();
        double u0 = 0;
        double u1 = 0;
        for (int i = 0; i < p.length; i++) {
            double score = p[i] * (value(i) - at(ranks[i]));
            u0 += score;
            u1 += score * ranks[i];
        }
        double[] inverse = inverseInformation();
        return new Slope(c, constant + inverse[0] * u0 + inverse[1] * u1, slope + inverse[1] * u0 + inverse[2] * u1);
    }

    /** The symmetric two by two matrix as its upper left, off-diagonal and lower right. */
    private double[] inverseInformation() {
        double[] p = c.shares();
        double[] ranks = c.ranks();
        double a = 0;
        double b = 0;
        double d = 0;
        for (int i = 0; i < p.length; i++) {
            double weight = p[i] * rise(ranks[i]);
            a += weight;
            b += weight * ranks[i];
            d += weight * ranks[i] * ranks[i];
        }
        double determinant = a * d - b * b;
        return new double[] {d / determinant, -b / determinant, a / determinant};
    }

    static Optional<Double> absolute(Compared c) {
        return of(c).map(fit -> fit.unit() * (fit.at(1) - fit.at(0)));
    }

    private double unit() {
        return isLine() ? 1 : c.all.scale();
    }

    static Optional<Double> relative(Compared c) {
        return of(c).filter(fit -> fit.at(0) > 0 && fit.at(1) > 0).map(fit -> fit.at(1) / fit.at(0));
    }

    static Optional<Double> absoluteError(Compared c) {
        return of(c).flatMap(fit -> fit.error(fit.unit() * (fit.rise(1) - fit.rise(0)), fit.unit() * fit.rise(1)));
    }

    /** On the logarithm. */
    static Optional<Double> relativeError(Compared c) {
        return of(c).flatMap(
                        fit -> fit.error(fit.rise(1) / fit.at(1) - fit.rise(0) / fit.at(0), fit.rise(1) / fit.at(1)));
    }

    /** The error of a figure with these derivatives by the constant and by the slope. */
    private Optional<Double> error(double byConstant, double bySlope) {
        int groups = c.size();
        if (groups < 3) {
            return Optional.empty();
        }
        double[] p = c.shares();
        double[] ranks = c.ranks();
        double[] inverse = inverseInformation();
        double sum = 0;
        for (int i = 0; i < groups; i++) {
            double influence =
                    byConstant * (inverse[0] + inverse[1] * ranks[i]) + bySlope * (inverse[1] + inverse[2] * ranks[i]);
            double part = influence * p[i] * (value(i) - at(ranks[i]));
            sum += part * part;
        }
        double error = Math.sqrt(sum * groups / (groups - 2.0));
        return error < NEAR * unit() ? Optional.empty() : Optional.of(error);
    }
}
