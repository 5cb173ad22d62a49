package org.waymark.core.population;

import org.waymark.core.schema.Unknown;

/**
 * Takes the values of one column, one per row. A row that gives a column nothing gets what the column holds where
 * nothing is given.
 */
public abstract class ColumnSink {
    /** What {@link #lastDay()} says where there is no day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    ColumnSink() {}

    /** A sink that belongs to no column and keeps nothing. */
    public static ColumnSink nowhere() {
        return new Nowhere();
    }

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

    /**
     * The day that was taken last, counted as {@link java.time.LocalDate#toEpochDay()} does; {@link #NO_DAY} if it is not
     * known, or if the column is not one of days.
     */
    public int lastDay() {
        return NO_DAY;
    }

    /** Takes a text. */
    public final boolean put(String text) {
        return put(text.toCharArray(), 0, text.length());
    }

    abstract int size();

    /** Gives the row nothing. */
    abstract void pad();

    abstract void truncate(int rows);
}
