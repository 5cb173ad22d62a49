package org.waymark.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.student.Students;
import org.waymark.core.table.Table;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.counts.CountsFile;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.student.StudentFile;
import org.waymark.io.studenttracker.StudentTracker;
import org.waymark.io.xlsx.Xlsx;

/**
 * Rows per second of each reader, in the column {@code rows}, beside a bare parse of the same file by the library under it: a name that ends
 * in {@code Bare}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class ReadersBenchmark {
    private static Population students(FormatFiles files, String name) throws IOException {
        return StudentFile.reader()
                .id("student_id")
                .milestone("birth_date", Students.BIRTH_DATE)
                .dimension("gender", Students.GENDER)
                .milestone("graduation_date", Students.GRADUATION_DATE)
                .asOf(files.region.asOf())
                .read(files.file(name))
                .orThrow();
    }

    /** A file of students into columns. */
    @Benchmark
    public Population studentsCsv(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return students(files, "students.csv");
    }

    /** The same file by FastCSV. */
    @Benchmark
    public long studentsCsvBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.csv(files.file("students.csv"));
    }

    /** The same students as JSON Lines. */
    @Benchmark
    public Population studentsJsonLines(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return students(files, "students.jsonl");
    }

    /** The same file by Jackson. */
    @Benchmark
    public long studentsJsonLinesBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.json(files.file("students.jsonl"));
    }

    /** The same students as a workbook. */
    @Benchmark
    public Population studentsXlsx(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return students(files, "students.xlsx");
    }

    /** The same file by fastexcel. */
    @Benchmark
    public long studentsXlsxBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.xlsx(files.file("students.xlsx"));
    }

    /** A table of a CSV file; its bare parse is that of the students. */
    @Benchmark
    public Table tableCsv(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Csv.readTable(files.file("students.csv"), files.students.columns())
                .orThrow();
    }

    /** A table of a JSON file. */
    @Benchmark
    public Table tableJson(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Json.readTable(files.file("table.json")).orThrow().orElseThrow();
    }

    /** The same file by Jackson. */
    @Benchmark
    public long tableJsonBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.json(files.file("table.json"));
    }

    /** A table of a workbook; its bare parse is that of the students. */
    @Benchmark
    public Table tableXlsx(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Xlsx.readTable(files.file("students.xlsx"), files.students.columns())
                .orThrow();
    }

    /** Everything of the model, from a folder of CSV. */
    @Benchmark
    public Population populationCsv(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Csv.readPopulation(files.file("region")).orThrow();
    }

    /** The same files by FastCSV. */
    @Benchmark
    public long populationCsvBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Bare.csv(files.file("region"));
    }

    /** Everything of the model, from a folder of JSON Lines. */
    @Benchmark
    public Population populationJsonLines(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Json.readPopulation(files.file("lines")).orThrow();
    }

    /** The same files by Jackson. */
    @Benchmark
    public long populationJsonLinesBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Bare.json(files.file("lines"));
    }

    /** Everything of the model, from one document. */
    @Benchmark
    public Population populationJson(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Json.readPopulation(files.file("region.json")).orThrow();
    }

    /** The same document by Jackson. */
    @Benchmark
    public long populationJsonBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.rowsOfRegion();
        return Bare.json(files.file("region.json"));
    }

    /** Rosters as OneRoster, every reference checked; rows are students. */
    @Benchmark
    public Population oneRoster(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return OneRoster.reader()
                .asOf(files.region.asOf())
                .read(files.file("roster.zip"))
                .value();
    }

    /** The same files by FastCSV. */
    @Benchmark
    public long oneRosterBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.zip(files.file("roster.zip"));
    }

    /** The detail file of StudentTracker. */
    @Benchmark
    public Population studentTracker(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return StudentTracker.reader()
                .asOf(files.region.asOf())
                .read(files.file("detail.csv"))
                .value();
    }

    /** The same file by FastCSV. */
    @Benchmark
    public long studentTrackerBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.csv(files.file("detail.csv"));
    }

    /** A table that a state published. */
    @Benchmark
    public Loaded<?> published(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Published.reader(Profile.OSPI_GRADUATION)
                .asOf(files.region.asOf())
                .read(files.file("published.csv"));
    }

    /** The same file by FastCSV. */
    @Benchmark
    public long publishedBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.csv(files.file("published.csv"));
    }

    /** A file of counts. */
    @Benchmark
    public Table counts(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return CountsFile.reader()
                .label("school")
                .label("year")
                .whole("cohort")
                .part("attained")
                .read(files.file("counts.csv"))
                .orThrow();
    }

    /** The same file by FastCSV. */
    @Benchmark
    public long countsBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += FormatFiles.STUDENTS;
        return Bare.csv(files.file("counts.csv"));
    }

    /** A learner's record; rows are its credentials. */
    @Benchmark
    public Loaded<?> learnerRecord(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.record.badges().size();
        return OpenBadges.read(files.file("record.json"));
    }

    /** The same document by Jackson. */
    @Benchmark
    public long learnerRecordBare(FormatFiles files, RowsDone done) throws IOException {
        done.rows += files.record.badges().size();
        return Bare.json(files.file("record.json"));
    }
}
