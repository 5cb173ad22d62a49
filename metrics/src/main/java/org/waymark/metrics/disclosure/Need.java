package org.waymark.metrics.disclosure;

/**
 * What must be possible of a cell, given all that is printed.
 *
 * @param cell which
 * @param lowAtMost it can be so small
 * @param highAtLeast and so large
 * @param spread and these two differ by so much at least
 */
record Need(int cell, long lowAtMost, long highAtLeast, long spread) {
    /** It can be two numbers that differ by so much, whichever they are. */
    static Need spread(int cell, long by) {
        return new Need(cell, Long.MAX_VALUE, Long.MIN_VALUE, by);
    }

    /** The same where everybody knows that the cell is so much at least. */
    Need knowing(long least) {
        return anywhere() || least <= lowAtMost ? this : new Need(cell, least, highAtLeast, spread);
    }

    /** Whether a spread is all that is asked. */
    boolean anywhere() {
        return lowAtMost == Long.MAX_VALUE;
    }

    /** How far up from a value it must go. */
    long up(long value) {
        return anywhere() ? 0 : Math.max(0, highAtLeast - value);
    }

    /** How far down from a value it must go. */
    long down(long value) {
        return anywhere() ? 0 : Math.max(0, value - lowAtMost);
    }

    /** Whether values from the one to the other are enough. */
    boolean met(long low, long high) {
        return low <= lowAtMost && high >= highAtLeast && high - low >= spread;
    }
}
