package org.waymark.metrics.gap;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A test of whether there is a gap at all. The interval says more.
 *
 * @param statistic z or t
 * @param degreesOfFreedom of t; empty for z
 * @param p the two-sided p-value: how often chance alone would give a gap so large
 * @param method how it was found
 */
public record GapTest(double statistic, OptionalInt degreesOfFreedom, double p, String method) {
    /** Written as {@code t(39) = -2.310, p = 0.026, clustered}. */
    @Override
    public String toString() {
        String letter = degreesOfFreedom.isPresent() ? "t(" + degreesOfFreedom.getAsInt() + ")" : "z";
        return String.format(Locale.ROOT, "%s = %.3f, p = %.3g, %s", letter, statistic, p, method);
    }
}
