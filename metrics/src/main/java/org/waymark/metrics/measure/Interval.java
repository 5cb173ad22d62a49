package org.waymark.metrics.measure;

import java.util.Locale;

/**
 * The limits of a figure.
 *
 * @param lower lower limit
 * @param upper upper limit, not below the lower; may be infinite for a ratio
 * @param confidence the level, in (0, 1)
 * @param method how the limits were found
 */
public record Interval(double lower, double upper, double confidence, String method) {
    /** Refuses limits that are no numbers or in the wrong order, and levels outside (0, 1). */
    public Interval {
        if (Double.isNaN(lower) || Double.isNaN(upper) || upper < lower) {
            throw new IllegalArgumentException("limits: must be in order, were " + lower + " and " + upper);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** The same within bounds that the figure cannot leave. */
    public Interval clippedTo(double least, double most) {
        return new Interval(
                Math.min(most, Math.max(least, lower)), Math.max(least, Math.min(most, upper)), confidence, method);
    }

    /** Whether a value lies within the limits. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The level in percent, such as {@code 95 %}. */
    public String level() {
        return percent(confidence) + " %";
    }

    /** Written as {@code [0.571, 0.652] Wilson 95 %}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.3f, %.3f] %s %s", lower, upper, method, level());
    }

    private static String percent(double share) {
        double percent = Math.round(share * 1e6) / 1e4;
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }
}
