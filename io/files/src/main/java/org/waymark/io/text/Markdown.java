package org.waymark.io.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Purpose;

/**
 * Tables as Markdown, numbers as they are printed for readers: shares in percent, counts with their thousands apart.
 *
 * <p>What stands in a table is text and stays text: signs with which Markdown or HTML would do something are escaped.
 */
public final class Markdown {
    private static final String SIGNS = "\\`*_{}[]#!|~$";

    private Markdown() {}

    /** A public table with its statement. */
    public static String of(PublicTable table) {
        String text = text(table.title(), table.columns(), table.rows(), table.notes());
        return text + "\n" + escaped(table.statement().toString()) + "\n";
    }

    /** Writes a public table with its statement. A file that is there is not replaced. */
    public static void write(PublicTable table, Path path) throws IOException {
        AtomicFile.publishText(path, false, of(table));
    }

    /**
     * Writes tables that are not for publication: they may hold small counts.
     *
     * @param purpose what they are for, in a few words; the file says so
     */
    public static ForAnalysts forAnalysts(String purpose) {
        return new ForAnalysts(Purpose.of(purpose), false);
    }

    private static String text(String title, List<Column> columns, List<List<Datum>> rows, List<String> notes) {
        StringBuilder out = new StringBuilder("## ").append(escaped(title)).append("\n\n|");
        columns.forEach(column ->
                out.append(' ').append(column.name().replace('_', ' ')).append(" |"));
        out.append("\n|");
        columns.forEach(column -> out.append(column.kind() == Column.Kind.TEXT ? " :-- |" : " --: |"));
        for (List<Datum> row : rows) {
            out.append("\n|");
            for (int i = 0; i < row.size(); i++) {
                out.append(' ')
                        .append(escaped(row.get(i).printed(columns.get(i).kind())))
                        .append(" |");
            }
        }
        out.append('\n');
        for (String note : notes) {
            out.append("\n").append(escaped(note)).append("\n");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (SIGNS.indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
            }
        }
        return out.toString().strip();
    }

    /** Writes tables for analysts. */
    public static final class ForAnalysts {
        private final Purpose purpose;
        private final boolean replace;

        private ForAnalysts(Purpose purpose, boolean replace) {
            this.purpose = purpose;
            this.replace = replace;
        }

        /** The same, replacing files that are there. */
        public ForAnalysts replacing() {
            return new ForAnalysts(purpose, true);
        }

        /** The same, telling somebody else than {@link AuditSink#standard} of each file before it is written. */
        public ForAnalysts telling(AuditSink sink) {
            return new ForAnalysts(purpose.telling(sink), replace);
        }

        /** The table as text. */
        public String of(Table table) {
            return text(table.title(), table.columns(), table.rows(), table.notes())
                    + "\nFor analysts, not for publication: " + escaped(purpose.words()) + "\n";
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            purpose.tell("Markdown", path);
            AtomicFile.writeText(path, replace, of(table));
        }
    }
}
