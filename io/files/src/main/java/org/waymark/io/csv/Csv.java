package org.waymark.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Column;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.CsvText;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.PopulationFolder;
import org.waymark.io.internal.Purpose;
import org.waymark.io.internal.Shown;
import org.waymark.io.internal.TableRows;
import org.waymark.io.internal.TextRows;
import org.waymark.io.internal.Told;
import org.waymark.io.progress.Progress;

/**
 * Comma-separated files.
 *
 * <p>Headers are the columns' stable names. Shares are plain numbers in [0, 1], never percent; what is missing is written
 * as its mark. Texts that a spreadsheet would take for formulas get an apostrophe in front. Titles and notes are left out:
 * a file of rows has no place for them that other programs would not read as rows; {@link CsvDescription} writes them beside it.
 *
 * <p>Without {@link #forAnalysts} only public tables are written. Students' records, tables and tallies are not for publication: who
 * writes them says what for, and an {@link AuditSink} is told.
 */
public final class Csv {
    private Csv() {}

    /**
     * Writes a public table; its statement stands in every row, in a last column {@code statement}. A file that is there is not
     * replaced.
     */
    public static void write(PublicTable table, Path path) throws IOException {
        AtomicFile.publish(path, false, out -> CsvText.write(Shown.of(table), out));
    }

    /**
     * Writes public tables as one long file, a row for each figure, for Tableau, Power BI and the like: the row's texts and
     * days, then {@code figure}, {@code kind}, {@code value}, {@code status} ({@code shown} or {@code missing}) and {@code
     * mark}; the table's statement stands beside each. A file that is there is not replaced.
     */
    public static void writeLong(List<PublicTable> tables, Path path) throws IOException {
        Table figures = LongTable.ofPublic(tables);
        AtomicFile.publish(path, false, out -> CsvText.write(figures.columns(), figures.rows(), out));
    }

    /**
     * Writes what is not for publication: students' records, and tables that may hold small counts.
     *
     * @param purpose what it is for, in a few words
     */
    public static ForAnalysts forAnalysts(String purpose) {
        return new ForAnalysts(Purpose.of(purpose), false, Progress.NONE);
    }

    /** Reads a population from a folder that was written here, or that looks like one. */
    public static Loaded<Population> readPopulation(Path folder) throws IOException {
        return readPopulation(folder, Progress.NONE);
    }

    /** The same, telling a listener how much of each file has been read. */
    public static Loaded<Population> readPopulation(Path folder, Progress progress) throws IOException {
        return PopulationFolder.read(new LinkedHashMap<>(), progress, List.of(folder));
    }

    /**
     * Reads folders of several years or districts into one population, as CSV or JSON Lines. An id that came before is a
     * finding; the as-of day is the latest of theirs.
     *
     * @param crosswalk other ids of students, and the id under which each is known here
     */
    public static Loaded<Population> readPopulation(Map<String, String> crosswalk, Path... folders) throws IOException {
        return PopulationFolder.read(crosswalk, Progress.NONE, List.of(folders));
    }

    /**
     * Reads a small file of texts: groups, goals, benchmarks. Each row is given as texts by header in lower case; a header
     * that is required and missing is a finding.
     */
    public static Loaded<List<Map<String, String>>> readTexts(Path path, String... required) throws IOException {
        FindingLog findings = new FindingLog();
        String source = String.valueOf(path.getFileName());
        TextRows rows = new TextRows(source, List.of(required), findings);
        try (InputStream in = Files.newInputStream(path)) {
            DelimitedText.read(in, source, rows, findings);
        }
        return new Loaded<>(rows.rows().stream().map(TextRows.Row::fields).toList(), findings.findings());
    }

    /**
     * Reads a table that was written here. The file has names and no kinds, so the columns must be known; they may stand
     * in any order. In a column of numbers or days, what is neither is the mark of something missing.
     *
     * <p>A table whose columns hold what their kind says is read so that it is written again byte for byte. An exact
     * decimal that looks like an estimate is read as one; {@code Json} keeps them apart, and keeps title and notes.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Loaded<Table> readTable(Path path, List<Column> columns) throws IOException {
        return readTable(path, columns, Progress.NONE);
    }

    /** The same, telling a listener how much of the file has been read. */
    public static Loaded<Table> readTable(Path path, List<Column> columns, Progress progress) throws IOException {
        FindingLog findings = new FindingLog();
        String source = String.valueOf(path.getFileName());
        TableRows rows = new TableRows(source, columns, findings);
        try (InputStream in = new AnyFile(Optional.empty(), progress).open(path)) {
            DelimitedText.read(in, source, rows, findings);
        }
        return new Loaded<>(rows.table(), findings.findings());
    }

    /** Writes populations and tables for analysts. */
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
            return new ForAnalysts(purpose, replace, Objects.requireNonNull(listener, "listener"));
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            purpose.tell("CSV", path);
            Told told = new Told(progress, String.valueOf(path.getFileName()), table.size());
            AtomicFile.write(path, replace, out -> CsvText.write(table.columns(), table.rows(), told::row, out));
            told.finish();
        }

        /**
         * Writes a table, and beside it what {@link CsvDescription} says of it, as {@code <file>-metadata.json}, with the
         * purpose.
         */
        public void writeDescribed(Table table, Path path) throws IOException {
            write(table, path);
            CsvDescription.write(table, purpose.words(), path, replace);
        }

        /** Writes a population into a folder, one file per roster. Files that are there are not replaced. */
        public void write(Population population, Path folder) throws IOException {
            purpose.tell("CSV population", folder);
            new PopulationFolder(folder).write(population, PopulationFolder.Format.CSV, progress);
        }

        /** Writes tables as one long file, a row for each figure; see {@link Csv#writeLong}. */
        public void writeLong(List<Table> tables, Path path) throws IOException {
            write(LongTable.of(tables), path);
        }
    }
}
