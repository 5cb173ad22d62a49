package org.waymark.core.table;

import java.util.ArrayList;
import java.util.Arrays;
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
        List<List<String>> cells = new ArrayList<>();
        for (List<Datum> row : table.rows()) {
            List<String> printed = new ArrayList<>();
            for (int c = 0; c < table.columns().size(); c++) {
                printed.add(row.get(c).printed(table.columns().get(c).kind()));
            }
            cells.add(printed);
        }
        int[] widths = widths(cells);
        List<Integer> varying = new ArrayList<>();
        List<String> same = new ArrayList<>();
        boolean tooWide = Arrays.stream(widths).sum() + GAP * (widths.length - 1) > width;
        for (int c = 0; c < widths.length; c++) {
            if (isBlank(cells, c)) {
                continue;
            }
            if (tooWide && isSame(cells, c)) {
                same.add(header(c) + " " + cells.get(0).get(c));
            } else {
                varying.add(c);
            }
        }
        // Columns that do not fit beside each other follow below, each block with the first column repeated.
        int from = 0;
        while (from < varying.size()) {
            int until = from;
            int used = from == 0 ? 0 : widths[varying.get(0)];
            while (until < varying.size() && (until == from || used + GAP + widths[varying.get(until)] <= width)) {
                used += (used == 0 ? 0 : GAP) + widths[varying.get(until)];
                until++;
            }
            List<Integer> block = new ArrayList<>(varying.subList(from, until));
            if (from > 0) {
                block.add(0, varying.get(0));
            }
            line(out, table.columns().stream().map(TextTable::header).toList(), widths, block);
            for (List<String> row : cells) {
                line(out, row, widths, block);
            }
            from = until;
        }
        same.removeIf(text -> text.endsWith(" "));
        if (!same.isEmpty()) {
            wrap(out, "In every row: " + String.join("; ", same) + ".", "  ");
        }
        for (String note : table.notes()) {
            wrap(out, note, "  ");
        }
        return out.toString();
    }

    /** Whether a column says nothing in any row; it is then not printed. */
    private static boolean isBlank(List<List<String>> cells, int column) {
        return !cells.isEmpty()
                && cells.stream().allMatch(row -> row.get(column).isEmpty());
    }

    /** Whether a column says the same in each of several rows; it is then told once. */
    private static boolean isSame(List<List<String>> cells, int column) {
        return cells.size() > 1
                && cells.stream()
                        .allMatch(row -> row.get(column).equals(cells.get(0).get(column)));
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

    private void line(StringBuilder out, List<String> row, int[] widths, List<Integer> columns) {
        int start = out.length();
        for (int c : columns) {
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
        return header(table.columns().get(column));
    }

    private static String header(Column column) {
        return column.name().replace('_', ' ');
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
