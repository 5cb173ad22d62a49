package org.waymark.io.published;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;

/** The group column of a table whose groups are indented under headings: each heading is an axis. */
final class Indents {
    private record Level(int depth, String label, boolean heading) {}

    private final Deque<Level> levels = new ArrayDeque<>();
    private String total = "";

    /** Goes to a row. */
    void row(String text, boolean heading) {
        int depth = 0;
        while (depth < text.length() && (text.charAt(depth) == '\u00A0' || text.charAt(depth) == ' ')) {
            depth++;
        }
        while (!levels.isEmpty() && levels.getLast().depth() >= depth) {
            levels.removeLast();
        }
        String label = text.substring(depth).strip();
        if (total.isEmpty() && depth == 0 && !heading) {
            total = label;
        }
        levels.addLast(new Level(depth, label, heading));
    }

    /** The axis of the row: the heading above it, or the row that is no part of the total; empty for the total. */
    String axis() {
        String axis = "";
        for (Level level : levels) {
            boolean apart = level.depth() == 0 && !level.label().equals(total);
            axis = level.heading() || apart ? level.label() : axis;
        }
        return axis.isEmpty() ? "" : slug(axis);
    }

    /** The labels from below the heading down to the row. */
    String label() {
        String label = "";
        Iterator<Level> all = levels.iterator();
        while (all.hasNext()) {
            Level level = all.next();
            boolean start = level.heading() || level.depth() == 0;
            label = start ? "" : label.isEmpty() ? level.label() : label + " / " + level.label();
        }
        return label.isEmpty() ? "all" : label;
    }

    /** The text as the name of an axis: lower case words joined by underscores. */
    static String slug(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "group_" + words : words;
    }
}
