package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/** Takes ids row by row. */
final class IdSink extends ColumnSink {
    private IdColumn ids = new IdColumn();

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
