package org.waymark.io.page;

import static org.waymark.io.internal.Markup.escaped;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.waymark.io.internal.CsvText;
import org.waymark.io.internal.HtmlTable;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/** A table on a page: folded away below its pictures, to be scrolled, sorted and downloaded. */
final class TableText {
    private TableText() {}

    /**
     * Appends it.
     *
     * @param title what it is called on the page
     * @param name of the file that is downloaded
     * @param open whether it is unfolded at first
     * @param definition what the page has said already; a note that repeats it is left out; empty for nothing
     */
    static void append(
            Shown shown,
            String title,
            String name,
            Language language,
            boolean open,
            String definition,
            StringBuilder out) {
        String lang = Told.lang(shown.title(), language);
        String label = escaped(language.word("scroll", title));
        String table = HtmlTable.of(shown, column -> language.column(column.name()), language::said)
                .replace("<caption>", "<caption" + lang + ">");
        out.append("<details").append(open ? " open" : "").append("><summary>");
        out.append(escaped(language.word("data_table")));
        // Each name differs from the others on the page for those who hear them alone.
        out.append("<span class=\"quiet\"").append(lang).append(">: ").append(escaped(title));
        out.append("</span></summary>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        out.append(label).append("\">\n").append(table).append("</div>\n");
        out.append("<a class=\"download\" download=\"")
                .append(name)
                .append(".csv\" href=\"data:text/csv;charset=utf-8;base64,");
        out.append(csv(shown)).append("\">").append(escaped(language.word("download", title)));
        out.append("</a>\n</details>\n");
        shown.notes().stream()
                .filter(note -> definition.isEmpty() || !note.endsWith(definition))
                .forEach(note -> out.append("<p class=\"said\"")
                        .append(Told.lang(note, language))
                        .append('>')
                        .append(escaped(language.said(note)))
                        .append("</p>\n"));
        if (shown.isPublic()) {
            out.append("<p class=\"statement\"")
                    .append(Told.lang(shown.claim(), language))
                    .append('>')
                    .append(escaped(language.said(shown.claim())))
                    .append("</p>\n");
        }
    }

    private static String csv(Shown shown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CsvText.write(shown, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
