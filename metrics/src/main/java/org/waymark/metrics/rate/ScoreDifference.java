package org.waymark.metrics.rate;

import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/** All differences of two rates that a score test does not refuse. */
final class ScoreDifference {
    private final Share first;
    private final Share second;
    private final double factor;

    ScoreDifference(Share first, Share second, double factor) {
        this.first = first;
        this.second = second;
        this.factor = factor;
    }

    Interval interval(double confidence, String method) {
        double z = Quantiles.normal(confidence);
        double difference = first.value() - second.value();
        double lower = difference <= -1 ? -1 : end(z, difference, -1);
        double upper = difference >= 1 ? 1 : end(z, difference, 1);
        return new Interval(lower, upper, confidence, method);
    }

    /** Halves the way from the estimate to an end of [-1, 1] until nothing lies between. */
    private double end(double z, double estimate, double outside) {
        double in = estimate;
        double out = outside;
        if (Math.abs(statistic(out)) <= z) {
            return out;
        }
        while (true) {
            double middle = (in + out) / 2;
            if (middle == in || middle == out) {
                return in;
            }
            if (Math.abs(statistic(middle)) <= z) {
                in = middle;
            } else {
                out = middle;
            }
        }
    }

    private double statistic(double delta) {
        double n1 = first.n();
        double n2 = second.n();
        double p2 = secondRate(delta);
        double p1 = Math.min(1, Math.max(0, p2 + delta));
        double variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * factor;
        double distance = first.value() - second.value() - delta;
        if (variance <= 0) {
            return Math.abs(distance) < 1e-15 ? 0 : Math.signum(distance) * Double.MAX_VALUE;
        }
        return distance / Math.sqrt(variance);
    }

    /** The most likely second rate among those with the given difference: a root of a cubic, in closed form. */
    private double secondRate(double delta) {
        double n1 = first.n();
        double n2 = second.n();
        double x2 = second.yes();
        double c = first.yes() + x2;
        double l3 = n1 + n2;
        double l2 = (n1 + 2 * n2) * delta - l3 - c;
        double l1 = (n2 * delta - l3 - 2 * x2) * delta + c;
        double l0 = x2 * delta * (1 - delta);
        double third = l2 / (3 * l3);
        double q = third * third * third - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3);
        double s = (q < 0 ? -1 : 1) * Math.sqrt(Math.max(0, third * third - l1 / (3 * l3)));
        double cosine = s == 0 ? 0 : Math.min(1, Math.max(-1, q / (s * s * s)));
        double angle = (Math.PI + Math.acos(cosine)) / 3;
        return Math.min(1, Math.max(0, 2 * s * Math.cos(angle) - third));
    }
}
