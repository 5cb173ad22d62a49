package org.waymark.core.population;

/** A condition made ready for one roster: it fills a block of answers at a time. */
interface Node {
    /** How many rows a block has at most. */
    int BLOCK = 2_048;

    /** Writes the {@link Truth} of the rows {@code from} to {@code from + count - 1} into {@code out}. */
    void fill(int from, int count, byte[] out);
}
