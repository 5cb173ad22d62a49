package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/** Takes ids row by row. */
final class IdSink extends ColumnSink {
    private IdColumn ids = new IdColumn();
    private final IdColumn read = new IdColumn();

    IdColumn ids() {
        return ids;
    }

    @Override
    public boolean put(char[] text, int from, int to) {
        if (from == to) {
            return false;
        }
        ids.add(text, from, to);
        return true;
    }

    @Override
    public boolean readsAtOnce() {
        return true;
    }

    /** The code of an id is its place among those that were read last. */
    @Override
    public int read(TextSlices texts, int[] codes) {
        int[] bounds = texts.bounds;
        int least = 0;
        read.truncate(0);
        for (int i = 0, at = texts.first; i < texts.size; i++, at += texts.step) {
            int start = texts.quoted ? texts.start(at) : bounds[at] + 1;
            int end = texts.quoted ? texts.end(at, start) : bounds[at + 1];
            codes[i] = read(texts.bytes, start, end);
            least = Math.min(least, codes[i]);
        }
        return least;
    }

    /** An id is put by itself unless it begins and ends with a character of ASCII that is seen. */
    private int read(byte[] bytes, int start, int end) {
        if (start == end) {
            return EMPTY;
        }
        if (bytes[start] <= ' ' || bytes[end - 1] <= ' ') {
            return BY_ITSELF;
        }
        read.add(bytes, start, end);
        return read.size() - 1;
    }

    @Override
    public void put(int[] codes, int from, int to) {
        for (int i = from; i < to; i++) {
            ids.add(read, codes[i]);
        }
    }

    @Override
    public void unknown(Unknown reason) {
        throw new IllegalArgumentException("id: must be given");
    }

    @Override
    public void none() {
        throw new IllegalArgumentException("id: must be given");
    }

    @Override
    int size() {
        return ids.size();
    }

    @Override
    void pad() {
        throw new IllegalStateException("id: was not given for a row");
    }

    @Override
    void truncate(int rows) {
        ids.truncate(rows);
    }

    IdColumn cut() {
        IdColumn column = ids.trimmed();
        ids = new IdColumn();
        return column;
    }
}
