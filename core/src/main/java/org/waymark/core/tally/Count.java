package org.waymark.core.tally;

/**
 * How many: exactly, or somewhere between two whole numbers because the source kept the number back.
 *
 * <p>A masked count is an interval, never 0.
 *
 * @param low the least it can be, 0 or more unless counts were subtracted
 * @param high the most it can be
 */
public record Count(long low, long high) {
    /** None. */
    public static final Count ZERO = new Count(0, 0);

    /** Refuses an upper end below the lower. */
    public Count {
        if (high < low) {
            throw new IllegalArgumentException("high: must not be below low " + low + ", was " + high);
        }
    }

    /** Exactly so many. */
    public static Count of(long exact) {
        return new Count(exact, exact);
    }

    /** At least {@code low} and at most {@code high}. */
    public static Count between(long low, long high) {
        return new Count(low, high);
    }

    /** Whether it is known exactly. */
    public boolean isExact() {
        return low == high;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if only bounds are known
     */
    public long exact() {
        if (!isExact()) {
            throw new IllegalStateException("count: is known as " + this + " only; ask low() and high()");
        }
        return low;
    }

    /** The sum; its bounds are the sums of the bounds. */
    public Count plus(Count other) {
        return new Count(Math.addExact(low, other.low), Math.addExact(high, other.high));
    }

    /** The difference of counts of which the other is a part: each exact, or bounds that may be wider than need be. */
    public Count minus(Count other) {
        return new Count(Math.subtractExact(low, other.high), Math.subtractExact(high, other.low));
    }

    /** Written as {@code 17} or {@code 0..9}. */
    @Override
    public String toString() {
        return isExact() ? Long.toString(low) : low + ".." + high;
    }
}
