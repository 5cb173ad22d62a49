package org.waymark.metrics.measure;

import java.util.Locale;

/**
 * Between which values a figure must lie, given what is masked or unknown. It says nothing of chance.
 *
 * @param least the smallest value it can have
 * @param most the largest; infinite for a ratio to what may be 0
 */
public record Bounds(double least, double most) {
    /** Refuses what is no number, or in the wrong order. */
    public Bounds {
        if (Double.isNaN(least) || Double.isNaN(most) || most < least) {
            throw new IllegalArgumentException("bounds: must be in order, were " + least + " and " + most);
        }
    }

    /** Whether a value is possible. */
    public boolean contains(double value) {
        return least <= value && value <= most;
    }

    /** Written as {@code -0.120 to 0.045}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f to %.3f", least, most);
    }
}
