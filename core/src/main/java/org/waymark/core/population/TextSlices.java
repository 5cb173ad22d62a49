package org.waymark.core.population;

/**
 * The texts of one column in several rows, as slices of an array of bytes in UTF-8, so that a column reads them in one loop.
 * It is a view: the arrays stay those of who made it, and hold good for the call only.
 */
public final class TextSlices {
    final byte[] bytes;
    final int[] starts;
    final int[] ends;
    final int first;
    final int step;
    final int size;

    /**
     * Texts {@code i} from 0 to {@code size}: each from {@code starts[first + i * step]} to before
     * {@code ends[first + i * step]}.
     */
    public TextSlices(byte[] bytes, int[] starts, int[] ends, int first, int step, int size) {
        this.bytes = bytes;
        this.starts = starts;
        this.ends = ends;
        this.first = first;
        this.step = step;
        this.size = size;
    }

    /** How many texts there are. */
    public int size() {
        return size;
    }

    /** Whether a text has no characters. */
    public boolean isEmpty(int i) {
        int at = first + i * step;
        return starts[at] == ends[at];
    }

    /** Whether a text that is not empty begins and ends with a character of ASCII that is seen. */
    boolean isBare(int i) {
        int at = first + i * step;
        return bytes[starts[at]] > ' ' && bytes[ends[at] - 1] > ' ';
    }
}
