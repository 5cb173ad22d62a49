package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Reason;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;

/** Files that DuckDB counts where they lie. */
class FilesInPlaceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Question GRADUATED = question(Students.GRADUATION_DATE.reached());

    @TempDir
    Path folder = Path.of("");

    private static Question question(org.waymark.core.schema.Condition success) {
        return Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Indicator.builder("i")
                        .unit(Unit.STUDENT)
                        .success(success)
                        .build()),
                Faces.pairs(Students.GENDER, Dimension.of("town")),
                DAY);
    }

    private static void execute(String sql) {
        try (DuckDb db = DuckDb.inMemory()) {
            db.session().execute(sql);
        }
    }

    /** So many students with leading zeros in their ids, quotes, commas and line breaks in their towns. */
    private static String students(long number) {
        return "SELECT printf('%012d', i) AS student_id, CASE i % 3 WHEN 0 THEN 'F' WHEN 1 THEN 'M' END AS gender,"
                + " CASE WHEN i % 4 = 0 THEN 'Port, \"of\"' || chr(10) || '#call' ELSE '#north' END AS town,"
                + " CASE WHEN i % 5 < 3 THEN DATE '2020-06-01' + CAST(i % 700 AS INTEGER) END AS graduation_date"
                + " FROM range(" + number + ") t(i)";
    }

    private static void copy(long number, Path to, String options) {
        execute("COPY (" + students(number) + ") TO '" + to.toString().replace("'", "''") + "' (" + options + ")");
    }

    private static Tally expected(Path path) {
        Population population = DuckDb.read(path, DAY).orThrow();
        return population.all(Unit.STUDENT).asOf(DAY).tally(GRADUATED);
    }

    @ParameterizedTest
    @CsvSource({
        "csv, FORMAT csv",
        "parquet, FORMAT parquet",
        "json, FORMAT json",
        "jsonl, FORMAT json",
        "csv.gz, 'FORMAT csv, COMPRESSION gzip'"
    })
    void aFileOfEachKindIsCountedAsItsPopulationIs(String ending, String options) {
        Path file = folder.resolve("a [strange] 'name'*." + ending);
        copy(1_000, file, options);
        try (DuckDb db = DuckDb.open(file)) {
            Tally tally = db.tally(GRADUATED);
            assertEquals(expected(file), tally);
            assertEquals(1_000, tally.log().initial());
            assertEquals(List.of(), db.check());
            assertEquals(
                    "000000000007",
                    DuckDb.read(file, DAY).orThrow().roster(Unit.STUDENT).id(7));
        }
    }

    @Test
    void aFolderIsReadAsItsPartsAndOfTablesPartitionedInAnyWay() throws IOException {
        copy(1_000, folder.resolve("students"), "FORMAT parquet, PARTITION_BY (gender)");
        execute("COPY (SELECT printf('%012d', i % 1500) AS student_id, DATE '2024-06-01' AS awarded_on FROM range(3000)"
                + " t(i)) TO '" + folder.resolve("credential_awards.csv") + "'");
        Files.writeString(folder.resolve("Notes.txt"), "nothing");
        Question awarded = question(EventKind.of("credential_awards").taken());
        try (DuckDb db = DuckDb.open(folder)) {
            assertEquals(List.of(Unit.STUDENT, Unit.of("credential_awards")), db.units());
            Population population = db.population(DAY).value();
            assertEquals(population.all(Unit.STUDENT).asOf(DAY).tally(awarded), db.tally(awarded));
            assertEquals(999, db.check().get(0).repeats(), "awards of students who are not there");
        }
    }

    @Test
    void partsOfSeveralKindsAreRefused() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("students"));
        copy(10, parts.resolve("a.csv"), "FORMAT csv");
        copy(10, parts.resolve("b.parquet"), "FORMAT parquet");
        assertThrows(IllegalArgumentException.class, () -> DuckDb.open(folder));
    }

    @Test
    void aStudentInTwoPartsIsToldAndNothingIsCounted() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("students"));
        copy(10, parts.resolve("a.parquet"), "FORMAT parquet");
        copy(12, parts.resolve("b.parquet"), "FORMAT parquet");
        try (DuckDb db = DuckDb.open(folder).uniqueIds()) {
            UncleanSourceException told = assertThrows(UncleanSourceException.class, () -> db.tally(GRADUATED));
            assertEquals(9, told.findings().get(0).repeats());
        }
    }

    @ParameterizedTest
    @CsvSource({"';'", "'|'", "'\t'"})
    void theSeparatorIsThatOfTheFirstLine(String separator) throws IOException {
        Path file = folder.resolve("students.csv");
        List<String> lines = List.of("student_id,gender,town,graduation_date", "1,F,#a,2020-01-01", "2,M,#b,");
        Files.writeString(file, String.join("\n", lines).replace(",", separator));
        try (DuckDb db = DuckDb.open(file)) {
            assertEquals(2, db.tally(GRADUATED).log().initial());
        }
    }

    /** A row that is too short or too long, first or late, and a quote that nothing closes. */
    @ParameterizedTest
    @ValueSource(strings = {"2,M", "2,M,#b,,x", "2,M,\"#b,"})
    void aFileOfRaggedRowsIsToldAndNothingIsCounted(String row) throws IOException {
        for (int before : List.of(0, 1, 50_000)) {
            Path file = folder.resolve("students" + before + ".csv");
            List<String> lines = new ArrayList<>(List.of("student_id,gender,town,graduation_date"));
            for (int i = 0; i < before; i++) {
                lines.add("1" + i + ",F,#a,2020-01-01");
            }
            lines.addAll(List.of(row, "3,F,#a,"));
            Files.writeString(file, String.join("\n", lines));
            List<Finding> findings = DuckDb.read(file, DAY).findings();
            assertEquals(
                    List.of(Reason.BROKEN_SOURCE),
                    findings.stream().map(Finding::reason).toList());
            assertThrows(UncheckedIOException.class, () -> {
                try (DuckDb db = DuckDb.open(file)) {
                    db.tally(GRADUATED);
                }
            });
        }
        // Behind so many good rows the file opens, and every other way meets the bad one.
        try (DuckDb db = DuckDb.open(folder.resolve("students50000.csv"))) {
            List<Finding> findings = new ArrayList<>(db.check());
            findings.addAll(db.population(DAY).findings());
            assertEquals(
                    List.of(Reason.BROKEN_SOURCE, Reason.BROKEN_SOURCE),
                    findings.stream().map(Finding::reason).toList());
        }
    }

    @Test
    void aFileThatIsReadOnceServesSeveralUnits() {
        Path file = folder.resolve("students.csv");
        copy(1_000, file, "FORMAT csv");
        Question asked = question(EventKind.of("credential_awards").taken());
        try (DuckDb db = DuckDb.inMemory().load("flat", file)) {
            db.table(Unit.STUDENT, "flat")
                    .table(
                            Unit.of("credential_awards"),
                            "(SELECT student_id, graduation_date AS awarded_on FROM flat"
                                    + " WHERE graduation_date IS NOT NULL)");
            assertEquals(expected(file).log(), db.tally(asked).log());
            assertEquals(
                    expected(file).total(GRADUATED.indicators().get(0)).yes(),
                    db.tally(asked).total(asked.indicators().get(0)).yes());
            assertThrows(IllegalArgumentException.class, () -> db.load("A b", file));
        }
    }

    /** Events of 400,000 owners, grouped by owner in far less memory than they take: the rest goes to the disk. */
    @Test
    void whatDoesNotFitIntoMemoryIsCountedAllTheSameAndLeavesNothingBehind() throws IOException {
        copy(400_000, folder.resolve("students.parquet"), "FORMAT parquet");
        execute("COPY (SELECT printf('%012d', (i * 7919) % 400000) AS student_id, DATE '2024-06-01' AS awarded_on"
                + " FROM range(1200000) t(i)) TO '" + folder.resolve("credential_awards.parquet")
                + "' (FORMAT parquet)");
        Question awarded = question(EventKind.of("credential_awards").taken());
        Path spilled = Files.createDirectory(folder.resolve("spilled"));
        Tally roomy;
        try (DuckDb db = DuckDb.open(folder).threads(2)) {
            roomy = db.tally(awarded);
        }
        try (DuckDb db = DuckDb.open(folder).threads(2).memory(100).spillTo(spilled)) {
            assertEquals(roomy, db.tally(awarded));
        }
        assertEquals(400_000, roomy.log().initial());
        try (Stream<Path> left = Files.walk(spilled)) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }
}
