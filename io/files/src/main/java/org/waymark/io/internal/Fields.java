package org.waymark.io.internal;

/** Takes delimited text as it is split: the fields of one row after the other, as slices of the splitter's own buffer. */
interface Fields {
    /** A row begins at a line; blank lines begin no row. */
    void begin(long line);

    /** One field, without its quotes. The array is the splitter's own: what is wanted of it must be taken at once. */
    void field(int index, char[] text, int from, int to);

    /** The row ends after so many fields. */
    void end(int fields);

    /** A line without any character. */
    void blank();
}
