package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.text.Html;
import org.waymark.io.text.Markdown;
import org.waymark.io.xlsx.Xlsx;

/**
 * Rows per second of each writer, in the column {@code rows}, beside a bare write of the same rows, ready as texts in memory, by the library
 * under it: a name that ends in {@code Bare}. Our writers force each file to the disk before it appears; the bare ones do not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@SuppressWarnings("NullAway.Init")
public class WritersBenchmark {
    private List<List<String>> students;
    private List<List<String>> region;

    /** Takes the rows as texts. */
    @Setup(Level.Trial)
    public void take(FormatFiles files) throws IOException {
        students = Bare.rows(files.file("students.csv"));
        region = Bare.rows(files.file("region"));
    }

    private static Path empty(FormatFiles files, String name) throws IOException {
        Path path = files.file(name);
        if (Files.exists(path)) {
            FormatFiles.remove(path);
        }
        return path;
    }

    /** A table as CSV. */
    @Benchmark
    public void tableCsv(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Csv.forAnalysts("benchmark").replacing().write(files.students, files.file("out.csv"));
    }

    /** The same rows by FastCSV. */
    @Benchmark
    public void tableCsvBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Bare.writeCsv(students, files.file("bare.csv"));
    }

    /** A table as JSON. */
    @Benchmark
    public void tableJson(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Json.forAnalysts("benchmark").replacing().write(files.students, files.file("out.json"));
    }

    /** A table as JSON Lines. */
    @Benchmark
    public void tableJsonLines(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Json.forAnalysts("benchmark").replacing().writeLines(files.students, files.file("out.jsonl"));
    }

    /** The same rows by Jackson. */
    @Benchmark
    public void tableJsonBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Bare.writeJson(students, files.file("bare.json"));
    }

    /** A table as a workbook. */
    @Benchmark
    public void tableXlsx(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Xlsx.forAnalysts("benchmark").replacing().write(files.students, files.file("out.xlsx"));
    }

    /** The same rows by fastexcel. */
    @Benchmark
    public void tableXlsxBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Bare.writeXlsx(students, files.file("bare.xlsx"));
    }

    /** A table as Markdown; there is no library under it. */
    @Benchmark
    public void tableMarkdown(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Markdown.forAnalysts("benchmark").replacing().write(files.students, files.file("out.md"));
    }

    /** A table as HTML; there is no library under it. */
    @Benchmark
    public void tableHtml(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        Html.forAnalysts("benchmark").replacing().write(files.students, files.file("out.html"));
    }

    /** Everything of the model as a folder of CSV. */
    @Benchmark
    public void populationCsv(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        Csv.forAnalysts("benchmark").write(files.region, empty(files, "out"));
    }

    /** The same rows by FastCSV, into one file. */
    @Benchmark
    public void populationCsvBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        Bare.writeCsv(region, files.file("bare-region.csv"));
    }

    /** Everything of the model as a folder of JSON Lines. */
    @Benchmark
    public void populationJsonLines(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        Json.forAnalysts("benchmark").writeLines(files.region, empty(files, "out-lines"));
    }

    /** Everything of the model as one document. */
    @Benchmark
    public void populationJson(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        Json.forAnalysts("benchmark").write(files.region, empty(files, "out-region.json"));
    }

    /** The same rows by Jackson, into one file. */
    @Benchmark
    public void populationJsonBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        Bare.writeJson(region, files.file("bare-region.json"));
    }

    /** Rosters as OneRoster; rows are students. */
    @Benchmark
    public void oneRoster(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        OneRoster.writer("benchmark").replacing().write(files.region, files.file("out.zip"));
    }

    /** A learner's record; rows are its credentials. */
    @Benchmark
    public void learnerRecord(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.record.badges().size();
        OpenBadges.replace(files.record, files.file("out-record.json"));
    }
}
