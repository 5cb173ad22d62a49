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
    public void read(TextSlices texts, int[] codes) {
        for (int i = 0; i < texts.size(); i++) {
            codes[i] = texts.isEmpty(i) ? EMPTY : texts.isBare(i) ? 0 : BY_ITSELF;
        }
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
