package org.waymark.io.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Tally;

/** What is too much to be counted meets a limit that says so, not the end of memory. */
class CountingLimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Dimension SCHOOL = Dimension.of("school");

    @TempDir
    Path folder;

    private static Question question(Faces faces) {
        Indicator graduated = Indicator.builder("graduated")
                .name("Graduated")
                .success(Students.GRADUATION_DATE.reached())
                .build();
        return Question.of(CohortDefinition.all(Unit.STUDENT), List.of(graduated), faces, DAY);
    }

    private static StudentFile.Reader reader() {
        return StudentFile.reader()
                .id("id")
                .dimension("school", SCHOOL)
                .milestone("graduated", Students.GRADUATION_DATE)
                .asOf(DAY);
    }

    private static Path write(Path file, String header, int rows, IntFunction<String> row) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(row.apply(i) + "\n");
            }
        }
        return file;
    }

    /** Counts a file by school and prints what was found; run in a heap of its own. */
    public static void main(String[] arguments) throws IOException {
        Loaded<Tally> counted = reader().threads(2).tally(question(Faces.each(SCHOOL)), Path.of(arguments[0]));
        System.out.println(counted.value().log().size() + " " + counted.findings());
    }

    @Test
    void aMillionLabelsMeetALimitInASmallHeap() throws IOException, InterruptedException {
        Path file = write(folder.resolve("many.csv"), "id,school,graduated", 1_000_000, i -> i + ",S" + i + ",");
        Path said = folder.resolve("said.txt");
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingLimitsTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(small.waitFor(5, TimeUnit.MINUTES));
        String text = Files.readString(said);
        assertEquals(0, small.exitValue(), text);
        assertTrue(text.contains("0 [") && text.contains("at most 131072 different labels"), text);
    }

    @Test
    void manyLabelsInAColumnThatIsNotCountedByDoNotMatter() throws IOException {
        Path file = write(folder.resolve("many.csv"), "id,school,graduated", 200_000, i -> i + ",S" + i + ",");
        Loaded<Tally> counted = reader().tally(question(Faces.each()), file);
        assertEquals(200_000, counted.value().log().size());
        assertEquals(List.of(), counted.findings());
    }

    @Test
    void crossingThatIsTooLargeIsRefusedWithItsSize() throws IOException {
        List<Axis> axes =
                IntStream.range(0, 5).<Axis>mapToObj(i -> Dimension.of("d" + i)).toList();
        StudentFile.Reader reader = reader();
        axes.forEach(axis -> reader.dimension(((Dimension) axis).name(), (Dimension) axis));
        Path file = write(
                folder.resolve("wide.csv"),
                "id,school,graduated,d0,d1,d2,d3,d4",
                4_000,
                i -> i + ",S" + i % 3_000 + ",," + i % 10 + "," + i % 11 + "," + i % 12 + "," + i % 13 + "," + i % 2);
        List<Axis> all = IntStream.rangeClosed(0, 5)
                .mapToObj(i -> i == 0 ? SCHOOL : axes.get(i - 1))
                .collect(Collectors.toList());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> reader.threads(2).tally(question(new Faces(List.of(all))), file));
        assertTrue(refused.getMessage().contains("102960000 cells, must be at most 20000000"), refused.getMessage());
        // Beyond the joint cube, within the limit: counted by itself.
        Question byEach = question(new Faces(List.of(List.of(SCHOOL, axes.get(0), axes.get(1)))));
        Tally counted = reader.threads(2).tally(byEach, 1_000, file).value();
        assertEquals(reader.read(file).value().cohort(byEach.of()).tally(byEach), counted);
    }

    @Test
    void columnsThatNobodyDeclaredAreOneFinding() throws IOException {
        String header = IntStream.range(0, 185).mapToObj(i -> "extra" + i).collect(Collectors.joining(","));
        String fields = IntStream.range(0, 185).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        StudentFile.Reader reader = reader();
        StringBuilder declared = new StringBuilder("id,school,graduated");
        for (int i = 0; i < 12; i++) {
            reader.dimension("d" + i, Dimension.of("d" + i));
            declared.append(",d").append(i);
        }
        Path file = write(
                folder.resolve("wide.csv"),
                declared + "," + header,
                20_000,
                i -> i + ",S" + i % 9 + ",2020-06-01,1,2,3,4,5,6,7,8,9,10,11,12," + fields);
        Loaded<Tally> counted = reader.tally(question(Faces.each(SCHOOL)), file);
        assertEquals(20_000, counted.value().log().size());
        assertEquals(
                List.of("185 columns that the mapping does not name"),
                counted.findings().stream().map(Finding::expected).toList());
        assertEquals(Reason.UNREAD_COLUMNS, counted.findings().get(0).reason());
    }
}
