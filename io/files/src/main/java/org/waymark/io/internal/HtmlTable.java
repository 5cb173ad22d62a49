package org.waymark.io.internal;

import static org.waymark.io.internal.Markup.escaped;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;

/** A table as HTML: numbers as they are printed, the plain number in {@code data-value}. */
public final class HtmlTable {
    private HtmlTable() {}

    /**
     * The element {@code table}.
     *
     * @param header what a column is called on the page
     * @param words what a printed word is in the language of the page
     */
    public static String of(Shown shown, Function<Column, String> header, UnaryOperator<String> words) {
        StringBuilder out = new StringBuilder("<table>\n<caption>")
                .append(escaped(words.apply(shown.title())))
                .append("</caption>\n<thead>\n<tr>");
        for (Column column : shown.columns()) {
            out.append("<th scope=\"col\" class=\"")
                    .append(kind(column))
                    .append("\" title=\"")
                    .append(escaped(words.apply(column.meaning())))
                    .append("\">")
                    .append(escaped(header.apply(column)))
                    .append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (List<Datum> row : shown.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), shown.columns().get(i), i == 0, words, out);
            }
            out.append("</tr>\n");
        }
        return out.append("</tbody>\n</table>\n").toString();
    }

    private static void cell(
            Datum datum, Column column, boolean first, UnaryOperator<String> words, StringBuilder out) {
        String text = words.apply(datum.printed(column.kind()));
        boolean head = first && column.kind() == Column.Kind.TEXT && !text.isEmpty();
        boolean missing = datum instanceof Datum.Missing;
        boolean number = datum instanceof Datum.Whole || datum instanceof Datum.Real || datum instanceof Datum.Exact;
        out.append(head ? "<th scope=\"row\"" : "<td")
                .append(" class=\"")
                .append(missing ? "missing" : kind(column))
                .append('"');
        if (number) {
            out.append(" data-value=\"").append(datum).append('"');
        }
        out.append('>').append(escaped(text)).append(head ? "</th>" : "</td>");
    }

    private static String kind(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case DAY -> "day";
            default -> "number";
        };
    }
}
