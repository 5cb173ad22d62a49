package org.waymark.io.internal;

import java.util.List;

/**
 * Takes the rows of a source, field by field: {@link #headers} once, then for each row {@link #begin}, its fields, and
 * either {@link #end} or {@link #refused}.
 */
public interface Rows {
    /** The headers, once, before any row. */
    void headers(List<String> headers, long line);

    /** A row begins at a line. */
    void begin(long line);

    /**
     * One field of the row, by the number of its header from 0; only headers that exist. The array is the reader's own:
     * what is wanted of it must be taken at once.
     */
    void field(int column, char[] text, int from, int to);

    /** The row ends; {@code fields} tells how many fields it had. */
    void end(long line, int fields);

    /** The row that was begun cannot be used and must be forgotten; a finding says why already. */
    default void refused(long line) {
        end(line, -1);
    }
}
