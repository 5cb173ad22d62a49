package org.waymark.io.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Column;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Purpose;
import org.waymark.io.internal.TableRows;
import org.waymark.io.internal.XlsxRows;
import org.waymark.io.progress.Progress;

/**
 * Workbooks: a sheet per table, and a last one that says what the tables are.
 *
 * <p>The first row of a sheet has the columns' stable names and stays in sight. Numbers are numbers, with formats that show
 * shares in percent; what is missing is its mark; texts stay texts, ids with their zeros in front too, and one that a
 * spreadsheet would take for a formula gets an apostrophe in front. Numbers that a spreadsheet could not hold exactly, and
 * days before 1900-03-01, which it counts wrongly, are written as text. The same tables give the same bytes.
 */
public final class Xlsx {
    private Xlsx() {}

    /** Writes a public table with its statement. A file that is there is not replaced. */
    public static void write(PublicTable table, Path path) throws IOException {
        write(List.of(table), path);
    }

    /** Writes public tables with their statements, a sheet each. A file that is there is not replaced. */
    public static void write(List<PublicTable> tables, Path path) throws IOException {
        List<SheetContent> sheets = tables.stream().map(SheetContent::of).toList();
        AtomicFile.publish(path, false, book(sheets, path, Progress.NONE)::write);
    }

    /**
     * Writes tables that are not for publication: they may hold small counts.
     *
     * @param purpose what they are for, in a few words; the file says so
     */
    public static ForAnalysts forAnalysts(String purpose) {
        return new ForAnalysts(Purpose.of(purpose), false, Progress.NONE);
    }

    /**
     * Reads the table of the first sheet. The columns must be known; they may stand in any order. In a column of numbers
     * or days, what is neither is the mark of something missing.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Loaded<Table> readTable(Path path, List<Column> columns) throws IOException {
        return readTable(path, Optional.empty(), columns, Progress.NONE);
    }

    /** The same, telling a listener how many rows have been read. */
    public static Loaded<Table> readTable(Path path, List<Column> columns, Progress progress) throws IOException {
        return readTable(path, Optional.empty(), columns, progress);
    }

    /** Reads the table of a sheet of this name. */
    public static Loaded<Table> readTable(Path path, String sheet, List<Column> columns) throws IOException {
        return readTable(path, Optional.of(sheet), columns, Progress.NONE);
    }

    private static Loaded<Table> readTable(Path path, Optional<String> sheet, List<Column> columns, Progress progress)
            throws IOException {
        FindingLog findings = new FindingLog();
        String source = String.valueOf(path.getFileName());
        TableRows rows = new TableRows(source, columns, findings);
        XlsxRows.read(path, source, sheet, progress, rows, findings);
        return new Loaded<>(rows.table(), findings.findings());
    }

    private static BookWriter book(List<SheetContent> sheets, Path path, Progress progress) {
        return new BookWriter(sheets, String.valueOf(path.getFileName()), progress);
    }

    /** Writes tables for analysts. */
    public static final class ForAnalysts {
        private final Purpose purpose;
        private final boolean replace;
        private final Progress progress;

        private ForAnalysts(Purpose purpose, boolean replace, Progress progress) {
            this.purpose = purpose;
            this.replace = replace;
            this.progress = progress;
        }

        /** The same, replacing files that are there. */
        public ForAnalysts replacing() {
            return new ForAnalysts(purpose, true, progress);
        }

        /** The same, telling somebody else than {@link AuditSink#standard} of each file before it is written. */
        public ForAnalysts telling(AuditSink sink) {
            return new ForAnalysts(purpose.telling(sink), replace, progress);
        }

        /** The same, telling a listener how many rows are written. */
        public ForAnalysts progress(Progress listener) {
            return new ForAnalysts(purpose, replace, listener);
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            write(List.of(table), path);
        }

        /** Writes tables, a sheet each; the file appears whole or not at all. */
        public void write(List<Table> tables, Path path) throws IOException {
            List<SheetContent> sheets = tables.stream()
                    .map(table -> SheetContent.of(table, purpose.words()))
                    .toList();
            purpose.tell("XLSX", path);
            AtomicFile.write(path, replace, book(sheets, path, progress)::write);
        }
    }
}
