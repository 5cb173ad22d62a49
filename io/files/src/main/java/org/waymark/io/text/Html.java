package org.waymark.io.text;

import static org.waymark.io.internal.Markup.escaped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.HtmlTable;
import org.waymark.io.internal.Purpose;
import org.waymark.io.internal.Shown;

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
        Shown shown = Shown.of(table);
        return text(shown, shown.claim());
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

    private static String text(Shown shown, String claim) {
        StringBuilder out = new StringBuilder("<figure class=\"waymark\">\n")
                .append(HtmlTable.of(shown, column -> column.name().replace('_', ' '), UnaryOperator.identity()))
                .append("<figcaption>\n");
        shown.notes().forEach(note -> out.append("<p>").append(escaped(note)).append("</p>\n"));
        out.append("<p class=\"statement\">").append(escaped(claim)).append("</p>\n");
        return out.append("</figcaption>\n</figure>\n").toString();
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
            Shown shown = Shown.forAnalysts(purpose.words(), table);
            return text(shown, "For analysts, not for publication: " + shown.claim());
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            purpose.tell("HTML", path);
            AtomicFile.writeText(path, replace, of(table));
        }
    }
}
