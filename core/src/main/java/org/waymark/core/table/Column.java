package org.waymark.core.table;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a {@link Table}: its stable name, what it holds and what it means.
 *
 * @param name lower case words joined by underscores; it is the header in every file and does not change
 * @param kind what the column holds
 * @param meaning one line for the data dictionary
 */
public record Column(String name, Kind kind, String meaning) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** What a column holds, and so how it is aligned and printed. Files hold the plain number, never a percent. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** How many, a whole number. */
        COUNT,
        /** A share in [0, 1]; printed as percent. */
        SHARE,
        /** A difference of two shares in [-1, 1]; printed in percentage points. */
        POINTS,
        /** A plain number: a ratio, an index, a year. */
        NUMBER,
        /** A day. */
        DAY;

        /** What one of it is, in words for a data dictionary. */
        public String unit() {
            return switch (this) {
                case TEXT -> "text";
                case COUNT -> "count, a whole number";
                case SHARE -> "share from 0 to 1";
                case POINTS -> "difference of two shares, from -1 to 1";
                case NUMBER -> "number";
                case DAY -> "day, like 2005-04-30";
            };
        }
    }

    /** Refuses names that are not lower case words joined by underscores. */
    public Column {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name: must be like group_size, was " + name);
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(meaning, "meaning");
    }

    /** A column of words. */
    public static Column text(String name, String meaning) {
        return new Column(name, Kind.TEXT, meaning);
    }

    /** A column of whole numbers. */
    public static Column count(String name, String meaning) {
        return new Column(name, Kind.COUNT, meaning);
    }

    /** A column of shares in [0, 1]. */
    public static Column share(String name, String meaning) {
        return new Column(name, Kind.SHARE, meaning);
    }

    /** A column of differences of shares. */
    public static Column points(String name, String meaning) {
        return new Column(name, Kind.POINTS, meaning);
    }

    /** A column of plain numbers. */
    public static Column number(String name, String meaning) {
        return new Column(name, Kind.NUMBER, meaning);
    }

    /** A column of days. */
    public static Column day(String name, String meaning) {
        return new Column(name, Kind.DAY, meaning);
    }
}
