package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/**
 * Takes the values of one column, one per row. A row that gives a column nothing gets what the column holds where
 * nothing is given.
 */
public abstract class ColumnSink {
    ColumnSink() {}

    /**
     * Takes the text of a source, without white space around it.
     *
     * @return whether it was understood; if not, the row holds {@link Unknown#UNREADABLE}, and a finding is due
     */
    public abstract boolean put(char[] text, int from, int to);

    /** Takes a reason why the value is not known. */
    public abstract void unknown(Unknown reason);

    /** Says that there is known to be none. */
    public abstract void none();

    /** Takes a text. */
    public final boolean put(String text) {
        return put(text.toCharArray(), 0, text.length());
    }

    abstract int size();

    /** Gives the row nothing. */
    abstract void pad();

    abstract void truncate(int rows);
}
