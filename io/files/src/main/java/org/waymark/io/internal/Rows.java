package org.waymark.io.internal;

import java.util.List;

/**
 * Takes the rows of a source, field by field: {@link #headers} once, then for each row {@link #begin}, its fields, and
 * either {@link #end} or {@link #refused}.
 */
public interface Rows {
    /** The headers, once, before any row. */
    void headers(List<String> headers, long line);

    /** The columns that the receiver declares beforehand; none if it takes them as they come. */
    default List<String> declared() {
        return List.of();
    }

    /** Which of {@link #declared()} a name means, by its number from 0; -1 if none. */
    default int declared(String name) {
        return -1;
    }

    /** Whether the fields under a header, by its number from 0, are wanted; of the others none is given. */
    default boolean wants(int column) {
        return true;
    }

    /** A row begins at a line. */
    void begin(long line);

    /**
     * One field of the row, by the number of its header from 0; only headers that exist. The array is the reader's own:
     * what is wanted of it must be taken at once.
     */
    void field(int column, char[] text, int from, int to);

    /**
     * The same for a field that the source holds as a number or a truth value rather than as text; {@code text} is how it
     * is written there.
     */
    default void bare(int column, char[] text, int from, int to) {
        field(column, text, from, to);
    }

    /** The row has text under a header that is not {@linkplain #wants wanted}. */
    default void passedOver() {}

    /** A field of the row cannot be used; a finding says why already. */
    default void unfit(int column) {}

    /** The row ends; {@code fields} tells how many fields it had. */
    void end(long line, int fields);

    /** The row that was begun cannot be used and must be forgotten; a finding says why already. */
    default void refused(long line) {
        end(line, -1);
    }

    /**
     * The source as a whole is not what it should be; a finding says why already. Whoever wants whole sources only forgets
     * what came of it.
     */
    default void broken() {}

    /** Whether rows can be {@linkplain #read read} many at once, now that the headers are known. */
    default boolean readsAtOnce() {
        return false;
    }

    /**
     * Reads rows of a block without taking any. Those that cannot be {@linkplain #take taken} with others are marked as
     * odd, and come field by field.
     */
    default void read(FieldIndex index, int from, int to) {}

    /** The rows of a block have all come; blocks are numbered from 0 in the order of the source. */
    default void endBlock(long number) {}

    /** Takes rows that were read last; none of them is odd. */
    default void take(int from, int to) {}
}
