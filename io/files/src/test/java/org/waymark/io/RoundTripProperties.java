package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.id.PathwayId;
import org.waymark.core.pathway.Program;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.SafeText;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.CoursePathway;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.synthetic.Synthetic;

class RoundTripProperties {
    private interface Task {
        void run(Path folder) throws IOException;
    }

    private static void inFolder(Task task) throws IOException {
        Path folder = TestFolder.make();
        try {
            task.run(folder);
        } finally {
            TestFolder.drop(folder);
        }
    }

    @Property(tries = 10)
    void populationComesBackFromEveryFormat(@ForAll @IntRange(min = 0, max = 200) int students, @ForAll long seed)
            throws IOException {
        Population region = Synthetic.region(students, seed);
        inFolder(folder -> {
            Csv.forAnalysts("test").write(region, folder.resolve("region"));
            Loaded<Population> back = Csv.readPopulation(folder.resolve("region"));
            assertEquals(List.of(), back.findings());
            assertEquals(region, back.value());
            Json.forAnalysts("test").write(region, folder.resolve("region.json"));
            Loaded<Population> document = Json.readPopulation(folder.resolve("region.json"));
            assertEquals(List.of(), document.findings());
            assertEquals(region, document.value());
            Json.forAnalysts("test").writeLines(region, folder.resolve("lines"));
            Loaded<Population> lines = Json.readPopulation(folder.resolve("lines"));
            assertEquals(List.of(), lines.findings());
            assertEquals(region, lines.value());
        });
    }

    @Property(tries = 10)
    void rosterReadsCleanAndGivesTheSameBytesAgain(
            @ForAll @IntRange(min = 1, max = 300) int students, @ForAll long seed) throws IOException {
        Population region = Synthetic.region(students, seed);
        List<CoursePathway> table = region.stream(Program.SCHEMA)
                .map(p -> new CoursePathway(p.id().value(), PathwayId.of("any"), p.level(), p.activity()))
                .toList();
        inFolder(folder -> {
            Path first = folder.resolve("first.zip");
            Path second = folder.resolve("second.zip");
            OneRoster.writer("test").write(region, first);
            Loaded<Population> back =
                    OneRoster.reader().asOf(region.asOf()).courses(table).read(first);
            assertTrue(back.isClean(), back.toString());
            assertEquals(region.size(), back.value().size());
            OneRoster.writer("test").write(back.value(), second);
            assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        });
    }

    @Example
    void columnsThatTheModelDoesNotHaveAndReasonsComeBackAsWell() throws IOException {
        Population.Builder builder = Population.builder().asOf(LocalDate.of(2026, 6, 30));
        RosterBuilder students = builder.roster(Unit.STUDENT);
        for (String id : List.of("=1+1", "007", "'x", "a,\"b\"\nc")) {
            students.ids().put(id);
            students.endRow(0);
        }
        Dimension honors = Dimension.of("honors");
        students.ids().put("5");
        students.labels(honors).put("semi;colon\\and ?mark");
        students.days(Milestone.of("interview")).unknown(Unknown.UNREADABLE);
        students.numbers(Quantity.of("score")).put("-3.5");
        students.endRow(0);
        students.ids().put("6");
        students.labels(honors).unknown(Unknown.CONFLICTING);
        students.days(Milestone.of("interview")).put("2020-02-29");
        students.numbers(Quantity.of("score")).unknown(Unknown.WITHHELD);
        students.endRow(0);
        students.ids().put("7");
        students.labels(honors).none();
        students.labels(Dimension.of("gender")).put("F");
        students.endRow(0);
        Population population = builder.build();
        inFolder(folder -> {
            Csv.forAnalysts("test").write(population, folder);
            Loaded<Population> back = Csv.readPopulation(folder);
            assertEquals(List.of(), back.findings());
            assertEquals(population, back.value());
            Json.forAnalysts("test").write(population, folder.resolve("lines"));
            assertEquals(
                    population, Json.readPopulation(folder.resolve("lines")).value());
        });
    }

    @Example
    void foldersOfTwoDistrictsBecomeOnePopulation() throws IOException {
        inFolder(folder -> {
            for (String district : List.of("a", "b")) {
                Population.Builder builder = Population.builder().asOf(LocalDate.of(2026, 6, 30));
                RosterBuilder students = builder.roster(Unit.STUDENT);
                RosterBuilder exits = builder.roster(Unit.of("cohort_exits"));
                students.ids().put(district + "1");
                students.endRow(0);
                exits.owners().put(district + "1");
                exits.labels(Dimension.of("kind")).put("GRADUATED");
                exits.days(Milestone.of("day")).put(district.equals("a") ? "2020-06-01" : "2021-06-01");
                exits.endRow(0);
                Csv.forAnalysts("test").write(builder.build(), folder.resolve(district));
            }
            Path a = folder.resolve("a");
            Path b = folder.resolve("b");
            Map<String, String> none = Map.ofEntries();
            assertEquals(2, Csv.readPopulation(none, a, b).value().size());
            Loaded<Population> same = Csv.readPopulation(Map.ofEntries(Map.entry("b1", "a1")), a, b);
            assertEquals(1, same.value().size());
            assertEquals(2, same.value().roster(Unit.of("cohort_exits")).size());
            assertEquals(
                    List.of(
                            "students.csv:2: expected an id that no row before has; the row was left out [duplicate-id]"),
                    same.findings().stream().map(Finding::toString).toList());
        });
    }

    @Example
    void aRosterNamedAgainWithoutItsIdsAddsNobody() throws IOException {
        inFolder(folder -> {
            Json.forAnalysts("test").writeLines(Synthetic.region(5, 7), folder);
            Path manifest = folder.resolve("waymark.csv");
            List<String> lines = Files.readAllLines(manifest);
            String students = lines.stream()
                    .filter(line -> line.contains("students.jsonl"))
                    .findFirst()
                    .orElseThrow();
            Path rows = folder.resolve("students.jsonl");
            Files.writeString(rows, Files.readString(rows) + "{\"class_of\":\"2024\"}\n");
            lines.add(students.replaceFirst("jsonl,[a-z_]+;", "jsonl,"));
            Files.write(manifest, lines);
            Loaded<Population> back = Json.readPopulation(folder);
            assertEquals(5, back.value().size());
            assertTrue(
                    back.findings().stream().anyMatch(f -> f.expected().startsWith("every id that rows")),
                    back.findings().toString());
        });
    }

    @Example
    void damagedFolderIsToldNotThrown() throws IOException {
        inFolder(folder -> {
            Csv.forAnalysts("test").write(Synthetic.region(50, 7), folder);
            Files.delete(folder.resolve("statuses.csv"));
            Path awards = folder.resolve("credential_awards.csv");
            Files.writeString(awards, Files.readString(awards) + "nobody,ASSOCIATE,2020-01-01\n");
            Loaded<Population> back = Csv.readPopulation(folder);
            List<String> told = back.findings().stream().map(Finding::toString).toList();
            assertEquals(2, told.size(), told.toString());
            assertTrue(told.get(0).startsWith("statuses.csv: expected a file"), told.toString());
            assertTrue(told.get(1).contains("dangling-reference"), told.toString());
            assertFalse(told.toString().contains("nobody"));
        });
    }

    @Property(tries = 100)
    void damagedDocumentIsToldNeverThrown(@ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll char other)
            throws IOException {
        inFolder(folder -> {
            Path file = folder.resolve("r.json");
            Json.forAnalysts("test").write(Synthetic.region(3, 1), file);
            StringBuilder text = new StringBuilder(Files.readString(file));
            text.setCharAt(at % text.length(), Character.isSurrogate(other) ? '?' : other);
            Files.writeString(file, text);
            Json.readPopulation(file);
            // Without its last brace at the least.
            Files.writeString(file, text.substring(0, at % (text.length() - 1)));
            assertFalse(Json.readPopulation(file).isClean());
        });
    }

    @Property
    void dangerousTextIsNeutralisedAndComesBack(@ForAll String text) {
        assertEquals(text, SafeText.read(SafeText.written(text)));
        assertFalse(!SafeText.written(text).isEmpty()
                && "=+-@".indexOf(SafeText.written(text).charAt(0)) >= 0);
    }

    @Example
    void tablesAreWrittenWholeAndNeverOverUnasked() throws IOException {
        Table table = Table.builder("Rates")
                .column(Column.text("group", "who"))
                .column(Column.share("rate", "how many"))
                .row(Datum.text("=cmd()"), Datum.real(0.5))
                .row(Datum.text("b"), Datum.missing("n<10"))
                .note("a note")
                .build();
        inFolder(folder -> {
            Path file = folder.resolve("rates.csv");
            Csv.forAnalysts("test").write(table, file);
            assertEquals("group,rate\n'=cmd(),0.5\nb,n<10\n", Files.readString(file));
            assertThrows(
                    FileAlreadyExistsException.class,
                    () -> Csv.forAnalysts("test").write(table, file));
            Csv.forAnalysts("test").replacing().write(table, file);
            Json.forAnalysts("test").write(table, folder.resolve("rates.json"));
            assertTrue(Files.readString(folder.resolve("rates.json"))
                    .startsWith("{\"formatVersion\":1,\"title\":\"Rates\",\"columns\":[{\"name\":\"group\""));
            assertThrows(
                    IOException.class,
                    () -> AtomicFile.write(folder.resolve("broken"), false, out -> {
                        out.write(1);
                        throw new IOException("disk full");
                    }));
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(2, left.count());
            }
        });
    }

    @Example
    void sameSeedIsTheSameRegion() {
        assertEquals(Synthetic.region(3_000, 42), Synthetic.region(3_000, 42));
        assertFalse(Synthetic.region(300, 42).equals(Synthetic.region(300, 43)));
    }
}
