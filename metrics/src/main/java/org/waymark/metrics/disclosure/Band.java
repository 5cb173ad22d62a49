package org.waymark.metrics.disclosure;

/**
 * A range in which a rate lies, told instead of the rate.
 *
 * @param label as printed
 * @param low the least number of successes that is told so
 * @param high the largest
 */
public record Band(String label, long low, long high) {
    /** Refuses an empty range. */
    public Band {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("high: must not be below low " + low + ", was " + high);
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
