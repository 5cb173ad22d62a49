package org.waymark.io.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.io.internal.BlockReading;

/** Records made block by block are those of the whole, and so is everything that is said of their rows. */
class RecordsProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Dimension KIND = Dimension.of("kind");
    private static final EventKind AWARD = EventKind.of("credential_awards");
    private static final List<String> IDS =
            List.of("%d", "0%d", "A%d", "\"%d\"", "%d\u00E9", " %d", "\u00E9%d", "%d\u00A0");
    private static final List<String> ODD =
            List.of(",,,,,\n", "\n", "1,2\n", ",F,,,,\n", "id,gender,class,born,award,kind\n", "x\u0001,F,,,,\n");

    private static StudentFile.Reader reader(String form) {
        Map<String, String> genders = new LinkedHashMap<>();
        genders.put("F", "female");
        genders.put("M", "male");
        StudentFile.Reader reader = form.isEmpty()
                ? StudentFile.reader().id("id")
                : StudentFile.reader().id("id", form);
        return reader.dimension("gender", Students.GENDER, genders)
                .dimension("class", Students.CLASS_OF)
                .milestone("born", Students.BIRTH_DATE)
                .events("award", AWARD)
                .eventLabel("kind", KIND, "award")
                .asOf(DAY);
    }

    /** Everything that a population says of each of its students. */
    private static List<String> written(Population students) {
        Roster roster = students.roster(Unit.STUDENT);
        Roster awards = students.roster(AWARD.unit());
        return IntStream.range(0, roster.size())
                .mapToObj(row -> roster.id(row)
                        + roster.labels(Students.GENDER).apply(row)
                        + roster.labels(Students.CLASS_OF, row)
                        + roster.days(Students.BIRTH_DATE).apply(row)
                        + roster.dayUnknown(Students.BIRTH_DATE, row)
                        + IntStream.range(0, awards.size())
                                .filter(award -> awards.ownerRow(award) == row)
                                .mapToObj(award -> awards.day(awards.start().orElseThrow(), award) + ""
                                        + awards.labels(KIND, award))
                                .toList())
                .toList();
    }

    private static String row(Random random, int number, int faults) {
        boolean fault = random.nextInt(100) < faults;
        String id = String.format(IDS.get(fault ? random.nextInt(IDS.size()) : 0), number);
        String gender = fault && random.nextInt(4) == 0 ? "?" : "FM".substring(number % 2, number % 2 + 1);
        String year = fault && random.nextInt(6) == 0 ? "1900" : "20" + (10 + random.nextInt(9));
        String born = fault && random.nextInt(4) == 0 ? "2001-02-30" : "200" + random.nextInt(9) + "-04-30";
        String award = random.nextBoolean() ? "20" + (fault ? "00" : "24") + "-05-0" + (1 + random.nextInt(9)) : "";
        String kind = award.isEmpty() ? "" : fault ? "\"a, b\"" : "Degree";
        return String.join(",", id, gender, year, born, award, kind) + "\n";
    }

    @Property(tries = 150)
    void recordsAreThoseOfTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 80) int students,
            @ForAll @IntRange(min = 0, max = 30) int faults,
            @ForAll @IntRange(min = 1, max = 4) int threads)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("id,gender,class,born,award,kind\n");
        for (int i = 0; i < students; i++) {
            text.append(row(random, random.nextInt(400) < faults ? 3 : i, faults));
            if (random.nextInt(200) < faults) {
                text.append(ODD.get(random.nextInt(ODD.size())));
            }
        }
        assertSame(text.toString(), random.nextBoolean() ? "" : "[0-9]+", threads);
    }

    private static void assertSame(String text, String form, int threads) throws IOException {
        Path file = Files.createTempFile("students", ".csv");
        try {
            Files.writeString(file, text);
            Loaded<Population> whole = reader(form).read(file);
            Loaded<List<String>> records = reader(form).threads(threads).records(RecordsProperties::written, file);
            assertEquals(written(whole.value()), records.value());
            assertEquals(whole.findings(), records.findings());
        } finally {
            Files.delete(file);
        }
    }

    @Example
    void blocksComeInTheirOrder() throws IOException {
        for (String last : List.of("", "1,F,2020,2001-01-01,,\n", "x,F,1900,2001-01-01,,\n", "x,F,,,\"open\n")) {
            StringBuilder text = new StringBuilder("id,gender,class,born,award,kind\n");
            Random random = new Random(7);
            for (int i = 0; i < 20_000; i++) {
                text.append(row(random, i, i % 500 == 7 ? 100 : 0).replace(",1900,", ",2019,"));
            }
            text.append(last);
            Path file = Files.createTempFile("students", ".csv");
            try {
                Files.writeString(file, text);
                Loaded<Population> whole = reader("").read(file);
                for (int threads : List.of(1, 2, 4)) {
                    Loaded<List<String>> records = reader("").threads(threads).records(RecordsProperties::ids, file);
                    assertEquals(ids(whole.value()), records.value());
                    assertEquals(whole.findings(), records.findings());
                }
                assertTrue(whole.findings().size() > 10);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static List<String> ids(Population students) {
        return IntStream.range(0, students.size())
                .mapToObj(students.roster(Unit.STUDENT)::id)
                .toList();
    }

    @Example
    void constraintsAreToldByTheLinesOfTheirRows() throws IOException {
        String text = "id,gender,class,born,award,kind\n1,F,2020,,,\n\n2,\"F\",1900,,,\n3,?,1901,,,\n4,F,1900,,,";
        Population.Builder builder = Population.builder().asOf(DAY).checked();
        FindingLog log = new FindingLog();
        StudentRows rows = new StudentRows(
                Unit.STUDENT, reader("").mapping(), new LinkedHashMap<>(), builder, Wanted.ALL_AS_IT_COMES, log);
        rows.source("students.csv");
        BlockReading.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "students.csv",
                List.of(new BlockReading.Receiver(rows, log)));
        assertTrue(rows.readsAtOnce());
        List<Finding> doubts = builder.load().findings();
        assertEquals(List.of(4L, 5L, 6L), doubts.stream().map(Finding::line).toList());
        assertTrue(doubts.stream().allMatch(doubt -> doubt.reason() == Reason.CONSTRAINT), doubts::toString);
    }
}
