package org.waymark.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.student.StudentFile;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.xlsx.Xlsx;

/**
 * Students per second of each reader and writer, beside a bare parse of the same file by the library under it. A population
 * has many more rows than students: enrolments, participations and the rest are read and written with them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(FormatsBenchmark.STUDENTS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@SuppressWarnings("NullAway.Init")
public class FormatsBenchmark {
    /** How many students. */
    public static final int STUDENTS = 20_000;

    private Path folder;
    private Population region;
    private Table students;

    /** Makes every file. */
    @Setup
    public void make() throws IOException {
        folder = Files.createTempDirectory("waymark-formats");
        region = Synthetic.region(STUDENTS, 42);
        students = students(region.roster(Unit.STUDENT));
        Csv.forAnalysts("benchmark").write(students, file("students.csv"));
        Xlsx.forAnalysts("benchmark").write(students, file("students.xlsx"));
        Json.forAnalysts("benchmark").writeLines(students, file("students.jsonl"));
        Json.forAnalysts("benchmark").write(students, file("table.json"));
        Csv.write(region, file("region"));
        Json.write(region, file("region.json"));
        OneRoster.writer().write(region, file("roster.zip"));
    }

    private static Table students(Roster roster) {
        Table.Builder table = Table.builder("Students")
                .column(Column.text("student_id", "id"))
                .column(Column.text("birth_date", "day of birth"))
                .column(Column.text("gender", "gender"))
                .column(Column.text("graduation_date", "day of graduation"));
        for (int row = 0; row < roster.size(); row++) {
            List<String> gender = roster.labels(Students.GENDER, row).labels();
            table.row(
                    Datum.text(roster.id(row)),
                    Datum.text(text(roster.day(Students.BIRTH_DATE, row))),
                    Datum.text(gender.isEmpty() ? "" : gender.get(0)),
                    Datum.text(text(roster.day(Students.GRADUATION_DATE, row))));
        }
        return table.build();
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** Removes them. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Population read(String name) throws IOException {
        return StudentFile.reader()
                .id("student_id")
                .milestone("birth_date", Students.BIRTH_DATE)
                .dimension("gender", Students.GENDER)
                .milestone("graduation_date", Students.GRADUATION_DATE)
                .asOf(region.asOf())
                .read(file(name))
                .orThrow();
    }

    /** A file of students. */
    @Benchmark
    public Population readCsv() throws IOException {
        return read("students.csv");
    }

    /** The fields of the same file, by FastCSV. */
    @Benchmark
    public long readCsvBare() throws IOException {
        try (InputStream in = Files.newInputStream(file("students.csv"))) {
            return fields(in);
        }
    }

    private static long fields(InputStream in) throws IOException {
        long fields = 0;
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
            fields += row.getFieldCount();
        }
        return fields;
    }

    /** The same students as JSON Lines. */
    @Benchmark
    public Population readJsonLines() throws IOException {
        return read("students.jsonl");
    }

    /** The same students as a workbook. */
    @Benchmark
    public Population readXlsx() throws IOException {
        return read("students.xlsx");
    }

    /** The cells of the same workbook, by fastexcel. */
    @Benchmark
    public long readXlsxBare() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file("students.xlsx").toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        book.getFirstSheet().openStream()) {
            return rows.mapToLong(org.dhatim.fastexcel.reader.Row::getCellCount).sum();
        }
    }

    /** A whole roster as OneRoster, every reference checked. */
    @Benchmark
    public Population readOneRoster() throws IOException {
        return OneRoster.reader().asOf(region.asOf()).read(file("roster.zip")).value();
    }

    /** The fields of the same files, by FastCSV. */
    @Benchmark
    public long readOneRosterBare() throws IOException {
        long fields = 0;
        try (ZipFile zip = new ZipFile(file("roster.zip").toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                fields += fields(zip.getInputStream(entry));
            }
        }
        return fields;
    }

    /** Everything of the model, from a folder of CSV. */
    @Benchmark
    public Population readPopulation() throws IOException {
        return Csv.readPopulation(file("region")).orThrow();
    }

    /** Everything of the model, from one document. */
    @Benchmark
    public Population readPopulationJson() throws IOException {
        return Json.readPopulation(file("region.json")).orThrow();
    }

    /** A table of students as CSV. */
    @Benchmark
    public Path writeCsv() throws IOException {
        Csv.forAnalysts("benchmark").replacing().write(students, file("out.csv"));
        return file("out.csv");
    }

    /** A table of students as JSON. */
    @Benchmark
    public Path writeJson() throws IOException {
        Json.forAnalysts("benchmark").replacing().write(students, file("out.json"));
        return file("out.json");
    }

    /** A table of students as a workbook. */
    @Benchmark
    public Path writeXlsx() throws IOException {
        Xlsx.forAnalysts("benchmark").replacing().write(students, file("out.xlsx"));
        return file("out.xlsx");
    }

    /** A whole roster as OneRoster. */
    @Benchmark
    public Path writeOneRoster() throws IOException {
        OneRoster.writer().replacing().write(region, file("out.zip"));
        return file("out.zip");
    }
}
