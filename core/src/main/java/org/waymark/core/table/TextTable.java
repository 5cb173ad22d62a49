package org.waymark.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Lays a table out as text: words to the left, numbers to the right, no line wider than asked for. Long words run on below,
 * in their own column; columns that do not fit beside each other follow below in blocks; nothing is cut off.
 */
final class TextTable {
    private static final int GAP = 2;
    private static final int NARROWEST_TEXT = 8;

    private final Table table;
    private final int width;
    private final List<List<String>> cells;

    TextTable(Table table, int width) {
        this.table = table;
        this.width = width;
        this.cells = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(c -> row.get(c).printed(table.columns().get(c).kind()))
                        .toList())
                .toList();
    }

    String print() {
        StringBuilder out = new StringBuilder();
        paragraph(out, table.title(), "");
        int[] longest = longest();
        int[] widths = narrowed(longest);
        boolean tooWide = Arrays.stream(widths).sum() + GAP * (widths.length - 1) > width;
        List<Integer> varying = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            if (isBlank(c)) {
                continue;
            }
            OptionalInt twin = tooWide ? twin(c, varying) : OptionalInt.empty();
            if (twin.isPresent()) {
                same.add(header(c) + " as " + header(twin.getAsInt()));
            } else if (!tooWide || !isSame(c)) {
                varying.add(c);
            } else if (!cells.get(0).get(c).isEmpty()) {
                same.add(header(c) + " " + cells.get(0).get(c));
            }
        }
        for (List<Integer> block : blocks(varying, widths)) {
            print(out, block, widened(block, widths, longest));
        }
        if (!same.isEmpty()) {
            paragraph(out, "In every row: " + String.join("; ", same) + ".", "  ");
        }
        for (String note : table.notes()) {
            paragraph(out, note, "  ");
        }
        return out.toString();
    }

    /** Whether a column says nothing in any row; it is then not printed. */
    private boolean isBlank(int column) {
        return !cells.isEmpty()
                && cells.stream().allMatch(row -> row.get(column).isEmpty());
    }

    /** Whether a column says the same in each of several rows; it is then told once. */
    private boolean isSame(int column) {
        return cells.size() > 1
                && cells.stream()
                        .allMatch(row -> row.get(column).equals(cells.get(0).get(column)));
    }

    /** The printed column whose shares a column of shares repeats in each of several rows, such as bounds where nothing is unknown. */
    private OptionalInt twin(int column, List<Integer> printed) {
        if (cells.size() < 2 || table.columns().get(column).kind() != Column.Kind.SHARE || isSame(column)) {
            return OptionalInt.empty();
        }
        return printed.stream()
                .filter(c -> table.columns().get(c).kind() == Column.Kind.SHARE)
                .filter(c -> cells.stream().allMatch(row -> row.get(c).equals(row.get(column))))
                .mapToInt(c -> c)
                .findFirst();
    }

    private int[] longest() {
        int[] longest = new int[table.columns().size()];
        for (int c = 0; c < longest.length; c++) {
            longest[c] = header(c).length();
            for (List<String> row : cells) {
                longest[c] = Math.max(longest[c], row.get(c).length());
            }
        }
        return longest;
    }

    /** Columns of words take a third of the line at most; numbers are never folded. */
    private int[] narrowed(int[] longest) {
        int[] widths = longest.clone();
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.min(widths[c], isWords(c) ? Math.max(NARROWEST_TEXT, width / 3) : width);
        }
        return widths;
    }

    /** Columns that fit beside each other; each block but the first begins with what tells the rows apart. */
    private List<List<Integer>> blocks(List<Integer> columns, int[] widths) {
        List<Integer> names = names(columns, widths);
        List<List<Integer>> blocks = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            List<Integer> block = new ArrayList<>(from > 0 ? names : List.of());
            int least = block.size() + 1;
            while (from < columns.size()) {
                block.add(columns.get(from));
                if (block.size() > least && used(block, widths) > width) {
                    block.remove(block.size() - 1);
                    break;
                }
                from++;
            }
            blocks.add(block);
        }
        return blocks;
    }

    /** The first columns, as many as tell the rows apart; the first alone if words in half of the line do not. */
    private List<Integer> names(List<Integer> columns, int[] widths) {
        for (int k = 1; k <= columns.size() && isWords(columns.get(k - 1)); k++) {
            List<Integer> names = columns.subList(0, k);
            long different = cells.stream()
                    .map(row -> names.stream().map(row::get).toList())
                    .distinct()
                    .count();
            if (different == cells.size() && used(names, widths) <= width / 2) {
                return names;
            }
        }
        return columns.subList(0, Math.min(1, columns.size()));
    }

    /** Gives the room that a block leaves free to the columns of words that were narrowed. */
    private int[] widened(List<Integer> block, int[] widths, int[] longest) {
        int[] wider = widths.clone();
        for (int c : block) {
            int free = Math.max(0, width - used(block, wider));
            wider[c] = Math.min(longest[c], wider[c] + free);
        }
        return wider;
    }

    private static int used(List<Integer> block, int[] widths) {
        return block.stream().mapToInt(c -> widths[c]).sum() + GAP * (block.size() - 1);
    }

    private void print(StringBuilder out, List<Integer> block, int[] widths) {
        row(out, IntStream.range(0, widths.length).mapToObj(this::header).toList(), block, widths);
        for (List<String> row : cells) {
            row(out, row, block, widths);
        }
    }

    private void row(StringBuilder out, List<String> row, List<Integer> block, int[] widths) {
        List<List<String>> folded =
                block.stream().map(c -> folded(row.get(c), widths[c])).toList();
        int height = folded.stream().mapToInt(List::size).max().orElse(1);
        for (int h = 0; h < height; h++) {
            StringBuilder line = new StringBuilder();
            for (int b = 0; b < block.size(); b++) {
                String text = h < folded.get(b).size() ? folded.get(b).get(h) : "";
                String room = " ".repeat(Math.max(0, widths[block.get(b)] - text.length()));
                line.append(b == 0 ? "" : " ".repeat(GAP)).append(isWords(block.get(b)) ? text + room : room + text);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private boolean isWords(int column) {
        return table.columns().get(column).kind() == Column.Kind.TEXT;
    }

    private String header(int column) {
        return table.columns().get(column).name().replace('_', ' ');
    }

    private void paragraph(StringBuilder out, String text, String indent) {
        for (String line : folded(text, width - indent.length())) {
            out.append(indent).append(line).append('\n');
        }
    }

    /** Breaks a text between words; a word that is longer than a line is broken where the line ends. */
    private static List<String> folded(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            while (line.length() == 0 && rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
