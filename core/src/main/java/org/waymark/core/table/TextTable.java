package org.waymark.core.table;

import java.util.ArrayList;
import java.util.List;

/** Lays a table out as text: words to the left, numbers to the right, no line wider than asked for. */
final class TextTable {
    private static final int GAP = 2;
    private static final int NARROWEST_TEXT = 8;

    private final Table table;
    private final int width;

    TextTable(Table table, int width) {
        this.table = table;
        this.width = width;
    }

    String print() {
        StringBuilder out = new StringBuilder();
        wrap(out, table.title(), "");
        int columns = table.columns().size();
        List<List<String>> cells = new ArrayList<>();
        for (List<Datum> row : table.rows()) {
            List<String> printed = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                printed.add(row.get(c).printed(table.columns().get(c).kind()));
            }
            cells.add(printed);
        }
        int[] widths = widths(cells);
        // Columns that do not fit beside each other follow below, each block with the first column repeated.
        int from = 0;
        while (from < columns) {
            int until = from;
            int used = from == 0 ? 0 : widths[0];
            while (until < columns && (until == from || used + GAP + widths[until] <= width)) {
                used += (used == 0 ? 0 : GAP) + widths[until];
                until++;
            }
            block(out, cells, widths, from, until);
            from = until;
        }
        for (String note : table.notes()) {
            wrap(out, note, "  ");
        }
        return out.toString();
    }

    private int[] widths(List<List<String>> cells) {
        int columns = table.columns().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            widths[c] = header(c).length();
            for (List<String> row : cells) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
            boolean words = table.columns().get(c).kind() == Column.Kind.TEXT;
            widths[c] = Math.min(widths[c], words ? Math.max(NARROWEST_TEXT, width / 3) : width);
        }
        return widths;
    }

    private void block(StringBuilder out, List<List<String>> cells, int[] widths, int from, int until) {
        List<String> headers = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            headers.add(header(c));
        }
        line(out, headers, widths, from, until);
        for (List<String> row : cells) {
            line(out, row, widths, from, until);
        }
    }

    private void line(StringBuilder out, List<String> row, int[] widths, int from, int until) {
        int start = out.length();
        if (from > 0) {
            place(out, row.get(0), widths[0], 0);
        }
        for (int c = from; c < until; c++) {
            if (out.length() > start) {
                out.append(" ".repeat(GAP));
            }
            place(out, row.get(c), widths[c], c);
        }
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    private void place(StringBuilder out, String text, int columnWidth, int column) {
        String shown = text.length() > columnWidth ? text.substring(0, columnWidth - 2) + ".." : text;
        String room = " ".repeat(columnWidth - shown.length());
        boolean words = table.columns().get(column).kind() == Column.Kind.TEXT;
        out.append(words ? shown + room : room + shown);
    }

    private String header(int column) {
        return table.columns().get(column).name().replace('_', ' ');
    }

    private void wrap(StringBuilder out, String text, String indent) {
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                out.append('\n');
                used = 0;
            }
            if (used == 0) {
                out.append(indent).append(word);
                used = indent.length() + word.length();
            } else {
                out.append(' ').append(word);
                used += 1 + word.length();
            }
        }
        out.append('\n');
    }
}
