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
    int size() {
        return 0;
    }

    @Override
    void pad() {}

    @Override
    void truncate(int rows) {}
}
