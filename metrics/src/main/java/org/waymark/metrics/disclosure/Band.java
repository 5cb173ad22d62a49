package org.waymark.metrics.disclosure;

/**
 * A range in which a rate lies, told instead of the rate.
 *
 * @param label as printed
 * @param from the lowest rate that the label tells of, a share
 * @param to the highest
 * @param low the least number of successes that is told so
 * @param high the largest
 */
public record Band(String label, double from, double to, long low, long high) {
    /** Refuses an empty range, and shares below 0 or above 1. */
    public Band {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("high: must not be below low " + low + ", was " + high);
        }
        if (!(from >= 0 && from <= to && to <= 1)) {
            throw new IllegalArgumentException("to: must lie in " + from + " to 1, was " + to);
        }
    }

    /** How many numbers of successes are told so. */
    public long spread() {
        return high - low + 1;
    }

    @Override
    public String toString() {
        return label;
    }
}
