package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Dimension;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.counts.CountsFile;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.progress.Progress;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.student.StudentBundle;
import org.waymark.io.student.StudentFile;
import org.waymark.io.studenttracker.StudentTracker;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.xlsx.Xlsx;

/** Every long read and write tells how far it is, to the end, and stops when the listener wants it to. */
class ProgressTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("student_id", "id"), Column.text("gender", "gender"), Column.count("n", "a count"));

    @TempDir
    Path folder;

    private interface Job {
        void run(Progress listener) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> everyReaderAndWriterTells() throws IOException {
        Map<String, Job> jobs = jobs();
        return jobs.entrySet().stream()
                .map(job -> DynamicTest.dynamicTest(job.getKey(), () -> check(job.getValue(), job.getKey())));
    }

    private void check(Job job, String name) throws IOException {
        List<long[]> told = new ArrayList<>();
        job.run((what, done, total) -> {
            assertFalse(what.isEmpty());
            told.add(new long[] {done, total});
        });
        assertFalse(told.isEmpty(), "told nothing");
        long[] last = told.get(told.size() - 1);
        assertTrue(last[1] == 0 || last[0] == last[1], () -> last[0] + " of " + last[1]);
        if (name.startsWith("write")) {
            jobs().get(name).run(Progress.NONE);
        }
        CancellationException enough = new CancellationException();
        assertEquals(
                enough,
                assertThrows(
                        CancellationException.class,
                        () -> jobs().get(name).run((what, done, total) -> {
                            throw enough;
                        })));
    }

    private Map<String, Job> jobs() throws IOException {
        Path own = Files.createTempDirectory(folder, "jobs");
        Population region = Synthetic.region(40, 3);
        Table.Builder rows = Table.builder("Rows");
        COLUMNS.forEach(rows::column);
        for (int i = 0; i < 20; i++) {
            rows.row(Datum.text("s" + i), Datum.text("F"), Datum.whole(i));
        }
        Table table = rows.build();
        Csv.forAnalysts("test").write(table, own.resolve("t.csv"));
        Json.forAnalysts("test").write(table, own.resolve("t.json"));
        Json.forAnalysts("test").writeLines(table, own.resolve("t.jsonl"));
        Xlsx.forAnalysts("test").write(table, own.resolve("t.xlsx"));
        Csv.forAnalysts("test").write(region, own.resolve("folder"));
        Json.forAnalysts("test").write(region, own.resolve("p.json"));
        OneRoster.writer("test").write(region, own.resolve("roster.zip"));
        Files.writeString(
                own.resolve("detail.csv"), "Your Unique Identifier,Record Found Y/N,Search Date\nS1,N,20250201\n");
        Files.writeString(own.resolve("published.csv"), "SchoolYear,OrganizationLevel\n2023,District\n");
        Map<String, Job> jobs = new LinkedHashMap<>();
        for (String ending : List.of("csv", "jsonl", "xlsx")) {
            jobs.put("read students." + ending, p -> students().progress(p).read(own.resolve("t." + ending)));
        }
        jobs.put("draft a mapping", p -> StudentFile.suggestMapping(own.resolve("t.csv"), p));
        jobs.put(
                "read a bundle",
                p -> StudentBundle.of("t.csv", students().progress(p)).read(own));
        jobs.put(
                "read counts",
                p -> CountsFile.reader()
                        .label("student_id")
                        .whole("n")
                        .progress(p)
                        .read(own.resolve("t.csv")));
        jobs.put(
                "read a OneRoster",
                p -> OneRoster.reader().asOf(region.asOf()).progress(p).read(own.resolve("roster.zip")));
        jobs.put(
                "read a StudentTracker",
                p -> StudentTracker.reader().asOf(region.asOf()).progress(p).read(own.resolve("detail.csv")));
        jobs.put(
                "read a published table",
                p -> Published.reader(Profile.OSPI_GRADUATION)
                        .asOf(region.asOf())
                        .progress(p)
                        .read(own.resolve("published.csv")));
        jobs.put("read a population's folder", p -> Csv.readPopulation(own.resolve("folder"), p));
        jobs.put("read a population's document", p -> Json.readPopulation(own.resolve("p.json"), p));
        jobs.put("read a table, CSV", p -> Csv.readTable(own.resolve("t.csv"), COLUMNS, p));
        jobs.put("read a table, JSON", p -> Json.readTable(own.resolve("t.json"), p));
        jobs.put("read a table, XLSX", p -> Xlsx.readTable(own.resolve("t.xlsx"), COLUMNS, p));
        jobs.put(
                "write a table, CSV",
                p -> Csv.forAnalysts("test").progress(p).replacing().write(table, own.resolve("new.csv")));
        jobs.put(
                "write a table, JSON",
                p -> Json.forAnalysts("test").progress(p).replacing().write(table, own.resolve("new.json")));
        jobs.put(
                "write a table, JSON Lines",
                p -> Json.forAnalysts("test").progress(p).replacing().writeLines(table, own.resolve("new.jsonl")));
        jobs.put(
                "write a table, XLSX",
                p -> Xlsx.forAnalysts("test").progress(p).replacing().write(table, own.resolve("new.xlsx")));
        jobs.put(
                "write a OneRoster",
                p -> OneRoster.writer("test").progress(p).replacing().write(region, own.resolve("new.zip")));
        jobs.put(
                "write a population, CSV",
                p -> Csv.forAnalysts("test").progress(p).write(region, own.resolve("new-folder")));
        jobs.put(
                "write a population, JSON Lines",
                p -> Json.forAnalysts("test").progress(p).writeLines(region, own.resolve("new-lines")));
        jobs.put(
                "write a population, JSON",
                p -> Json.forAnalysts("test").progress(p).write(region, own.resolve("new-p.json")));
        return jobs;
    }

    private static StudentFile.Reader students() {
        return StudentFile.reader()
                .id("student_id")
                .dimension("gender", Students.GENDER)
                .dimension("n", Dimension.of("n"));
    }
}
