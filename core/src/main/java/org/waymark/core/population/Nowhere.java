package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/** Takes what nobody wants to keep. */
final class Nowhere extends ColumnSink {
    @Override
    public boolean put(char[] text, int from, int to) {
        return from < to;
    }

    @Override
    public void unknown(Unknown reason) {}

    @Override
    public void none() {}

    @Override
    public boolean readsAtOnce() {
        return true;
    }

    @Override
    public int read(TextSlices texts, int[] codes) {
        byte[] bytes = texts.bytes;
        int[] bounds = texts.bounds;
        int least = 0;
        for (int i = 0, at = texts.first; i < texts.size; i++, at += texts.step) {
            int start = texts.quoted ? texts.start(at) : bounds[at] + 1;
            int end = texts.quoted ? texts.end(at, start) : bounds[at + 1];
            codes[i] = read(bytes, start, end);
            least = Math.min(least, codes[i]);
        }
        return least;
    }

    /** A text stands by itself unless it begins and ends with a character of ASCII that is seen. */
    private static int read(byte[] bytes, int start, int end) {
        if (start == end) {
            return EMPTY;
        }
        return bytes[start] > ' ' && bytes[end - 1] > ' ' ? 0 : BY_ITSELF;
    }

    @Override
    public void put(int[] codes, int from, int to) {}

    @Override
    int size() {
        return 0;
    }

    @Override
    void pad() {}

    @Override
    void truncate(int rows) {}
}
