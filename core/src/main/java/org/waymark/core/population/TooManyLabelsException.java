package org.waymark.core.population;

/** Thrown where a column has more different labels than a grouping may have: it is free text that was taken for one. */
public final class TooManyLabelsException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String column;
    private final int most;

    /** Names the column and how many different labels it may have. */
    public TooManyLabelsException(String column, int most) {
        super("column: " + column + " has more than " + most + " different labels, so it is no grouping");
        this.column = column;
        this.most = most;
    }

    /** The column. */
    public String column() {
        return column;
    }

    /** How many different labels it may have. */
    public int most() {
        return most;
    }
}
