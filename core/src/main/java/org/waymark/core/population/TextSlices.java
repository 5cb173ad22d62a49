package org.waymark.core.population;

/**
 * The texts of one column in several rows, as slices of an array of bytes in UTF-8, so that a column reads them in one loop.
 * It is a view: the arrays stay those of who made it, and hold good for the call only.
 */
public final class TextSlices {
    final byte[] bytes;
    final boolean quoted;
    final int[] bounds;
    final int first;
    final int step;
    final int size;

    /**
     * Texts {@code i} from 0 to {@code size}: each lies between the places {@code bounds[first + i * step]} and
     * {@code bounds[first + i * step + 1]}, the byte at either of which is not its own.
     *
     * @param quoted whether a text that begins with a quote ends with one, and both of them are none of it
     */
    public TextSlices(byte[] bytes, boolean quoted, int[] bounds, int first, int step, int size) {
        this.bytes = bytes;
        this.quoted = quoted;
        this.bounds = bounds;
        this.first = first;
        this.step = step;
        this.size = size;
    }

    /** How many texts there are. */
    public int size() {
        return size;
    }

    /** Where the text begins behind the bound with this number. */
    int start(int bound) {
        int start = bounds[bound] + 1;
        return quoted && start < bounds[bound + 1] && bytes[start] == '"' ? start + 1 : start;
    }

    /** Behind the end of the text that begins here, behind the bound with this number. */
    int end(int bound, int start) {
        return Math.max(start, bounds[bound + 1] - (start - bounds[bound] - 1));
    }
}
