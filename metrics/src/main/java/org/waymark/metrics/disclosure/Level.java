package org.waymark.metrics.disclosure;

/**
 * What is promised of a protected cell, told on everything it can be given all that is printed: from the least possible
 * value to the largest.
 *
 * <p>Where everybody knows that there are more than one, as of a district of which two schools are listed, that number stands
 * for the 1 below: a table cannot hide what the list of places tells by itself.
 */
public enum Level {
    /** It can be two numbers at least. Somebody may still know it to one or two. */
    EXACT("not one hidden number follows exactly"),

    /** It can be 1 or less, and one less than the minimum or more: no more is told than that it is small. */
    POLICY("no more is told of a hidden number than that it is small"),

    /** It can be 1 or less, and the minimum or more: it is not even told that it is small. */
    INTERVAL("it is not even told that a hidden number is small");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** What must hold of a cell, for groups of at least so many members. */
    Need need(int cell, int minimum) {
        return switch (this) {
            case EXACT -> Need.spread(cell, 1);
            case POLICY -> new Need(cell, 1, minimum - 1L, 1);
            case INTERVAL -> new Need(cell, 1, minimum, 1);
        };
    }

    /** The promise in words. */
    @Override
    public String toString() {
        return words;
    }
}
