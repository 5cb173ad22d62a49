package org.waymark.io.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;

/**
 * Tables as HTML, to be put into a page: a {@code figure} with the table, its notes and the statement, without style and
 * script. Numbers are printed for readers; the plain number stands in {@code data-value}.
 *
 * <p>What stands in a table is text and stays text: it can close no element and open none.
 */
public final class Html {
    private Html() {}

    /** A public table with its statement. */
    public static String of(PublicTable table) {
        return text(
                table.title(),
                table.columns(),
                table.rows(),
                table.notes(),
                table.statement().toString());
    }

    /** Writes a public table with its statement. A file that is there is not replaced. */
    public static void write(PublicTable table, Path path) throws IOException {
        write(of(table), path, false);
    }

    /**
     * Writes tables that are not for publication: they may hold small counts.
     *
     * @param purpose what they are for, in a few words; the file says so
     */
    public static ForAnalysts forAnalysts(String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what the file is for");
        }
        return new ForAnalysts(purpose, false);
    }

    private static void write(String text, Path path, boolean replace) throws IOException {
        AtomicFile.write(path, replace, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(
            String title, List<Column> columns, List<List<Datum>> rows, List<String> notes, String claim) {
        StringBuilder out = new StringBuilder("<figure class=\"waymark\">\n<table>\n<caption>")
                .append(escaped(title))
                .append("</caption>\n<thead>\n<tr>");
        for (Column column : columns) {
            out.append("<th scope=\"col\" class=\"")
                    .append(kind(column))
                    .append("\" title=\"")
                    .append(escaped(column.meaning()))
                    .append("\">")
                    .append(escaped(column.name().replace('_', ' ')))
                    .append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (List<Datum> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), columns.get(i), i == 0, out);
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n<figcaption>\n");
        notes.forEach(note -> out.append("<p>").append(escaped(note)).append("</p>\n"));
        out.append("<p class=\"statement\">").append(escaped(claim)).append("</p>\n");
        return out.append("</figcaption>\n</figure>\n").toString();
    }

    private static void cell(Datum datum, Column column, boolean first, StringBuilder out) {
        boolean head = first && column.kind() == Column.Kind.TEXT;
        boolean missing = datum instanceof Datum.Missing;
        boolean number = datum instanceof Datum.Whole || datum instanceof Datum.Real || datum instanceof Datum.Exact;
        out.append(head ? "<th scope=\"row\"" : "<td")
                .append(" class=\"")
                .append(missing ? "missing" : kind(column))
                .append('"');
        if (number) {
            out.append(" data-value=\"").append(datum).append('"');
        }
        out.append('>').append(escaped(datum.printed(column.kind()))).append(head ? "</th>" : "</td>");
    }

    private static String kind(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case DAY -> "day";
            default -> "number";
        };
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean plain = c == '\n' || !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF);
                    out.appendCodePoint(plain ? c : ' ');
                }
            }
        });
        return out.toString();
    }

    /** Writes tables for analysts. */
    public static final class ForAnalysts {
        private final String purpose;
        private final boolean replace;

        private ForAnalysts(String purpose, boolean replace) {
            this.purpose = purpose;
            this.replace = replace;
        }

        /** The same, replacing files that are there. */
        public ForAnalysts replacing() {
            return new ForAnalysts(purpose, true);
        }

        /** The table as text. */
        public String of(Table table) {
            String claim = "For analysts, not for publication: " + purpose;
            return text(table.title(), table.columns(), table.rows(), table.notes(), claim);
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            Html.write(of(table), path, replace);
        }
    }
}
