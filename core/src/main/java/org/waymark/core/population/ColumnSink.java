package org.waymark.core.population;

import java.time.LocalDate;
import org.waymark.core.schema.Unknown;

/**
 * Takes the values of one column, one per row. A row that gives a column nothing gets what the column holds where
 * nothing is given.
 */
public abstract class ColumnSink {
    /** What {@link #lastDay()} says where there is no day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** What {@link #read} says of a text that {@link #put(char[], int, int)} is to take. */
    public static final int BY_ITSELF = -2;

    /** What {@link #read} says of an empty text. */
    public static final int EMPTY = -1;

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
     * The day that was taken last, counted as {@link LocalDate#toEpochDay()} does; {@link #NO_DAY} if it is not
     * known, or if the column is not one of days.
     */
    public int lastDay() {
        return NO_DAY;
    }

    /** Whether texts of several rows can be {@linkplain #read read} at once. */
    public boolean readsAtOnce() {
        return false;
    }

    /**
     * Reads the texts of several rows without taking them: for each the code by which {@link #put(int[], int, int)} takes
     * it, {@link #EMPTY} if it is empty, or {@link #BY_ITSELF} if it is to be put by itself: since it is new, is not
     * understood, or has white space around it.
     *
     * @return the least of the codes: {@link #BY_ITSELF} if there is one, else {@link #EMPTY} if there is one
     */
    public int read(TextSlices texts, int[] codes) {
        throw new UnsupportedOperationException("read: only where readsAtOnce()");
    }

    /**
     * Reads a text that was to be put by itself, which it need not if it was only new; nothing is to be said of how it is read.
     *
     * @return its code; {@link #BY_ITSELF} if it is to be put by itself all the same
     */
    public int learn(byte[] text, int from, int to) {
        return BY_ITSELF;
    }

    /** Takes what {@link #read} gave of rows {@code from} to before {@code to}, none of which is to be put by itself. */
    public void put(int[] codes, int from, int to) {
        throw new UnsupportedOperationException("put: only where readsAtOnce()");
    }

    /** Whether two codes that {@link #read} gave of columns of days mean days, and the first comes before the second. */
    public static boolean isBefore(int code, int other) {
        return Days.isDay(code) && code < other;
    }

    /** The code of a day, to be compared by {@link #isBefore}. */
    public static int code(LocalDate day) {
        return Days.clampedCode(day);
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
