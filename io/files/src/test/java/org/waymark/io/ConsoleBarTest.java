package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Unit;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.progress.ConsoleBar;
import org.waymark.io.progress.Progress;
import org.waymark.io.student.StudentFile;

class ConsoleBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private String shown(boolean terminal, long... done) {
        ConsoleBar bar = ConsoleBar.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
        for (long one : done) {
            bar.reached("a.csv", one, 100);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void staysSilentWithoutATerminal() {
        assertEquals("", shown(false, 1, 50, 100));
    }

    @Test
    void drawsABarOnOneLineAndEndsIt() {
        String half = "a.csv [" + "#".repeat(20) + ".".repeat(20) + "]  50 %";
        String full = "a.csv [" + "#".repeat(40) + "] 100 %";
        assertEquals("\r" + half + "\r" + full + "\n", shown(true, 50, 50, 100));
    }

    @Test
    void showsACountWhileNobodyKnowsTheWhole() {
        ConsoleBar.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), true)
                .reached("b\u0007.xlsx", 20_000, 0);
        assertEquals("\rb?.xlsx 20,000", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void readersTellHowFarTheyAreAndWhoListensCanStopThem() throws Exception {
        StringBuilder rows = new StringBuilder("id\n");
        for (int i = 0; i < 400_000; i++) {
            rows.append("student").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("s.csv"), rows);
        List<Long> told = new ArrayList<>();
        StudentFile.Reader reader = StudentFile.reader().id("id").asOf(LocalDate.EPOCH);
        reader.progress((what, done, total) -> told.add(done * 100 / total)).read(file);
        assertEquals(100, told.get(told.size() - 1));
        Assertions.assertTrue(told.size() > 3 && told.stream().sorted().toList().equals(told), told::toString);
        reader.progress((what, done, total) -> {
            throw new IllegalStateException("enough");
        });
        IllegalStateException stopped = Assertions.assertThrows(IllegalStateException.class, () -> reader.read(file));
        assertEquals("enough", stopped.getMessage());
    }

    private interface Writing {
        void to(Path path, Progress listener) throws IOException;
    }

    @Test
    void writersTellHowFarTheyAreAndWhoListensCanStopThem() throws IOException {
        Population.Builder builder = Population.builder().asOf(LocalDate.EPOCH);
        for (int i = 0; i < 34_000; i++) {
            builder.roster(Unit.STUDENT).ids().put("s" + i);
            builder.roster(Unit.STUDENT).endRow(0);
        }
        Population many = builder.build();
        Map<String, Writing> writers = new LinkedHashMap<>();
        writers.put(
                "p.json",
                (path, listener) -> Json.forAnalysts("test").progress(listener).write(many, path));
        writers.put(
                "lines",
                (path, listener) -> Json.forAnalysts("test").progress(listener).writeLines(many, path));
        writers.put(
                "csv",
                (path, listener) -> Csv.forAnalysts("test").progress(listener).write(many, path));
        writers.put(
                "r.zip",
                (path, listener) -> OneRoster.writer("test").progress(listener).write(many, path));
        for (Map.Entry<String, Writing> writer : writers.entrySet()) {
            List<Long> told = new ArrayList<>();
            Path path = folder.resolve(writer.getKey());
            writer.getValue().to(path, (what, done, total) -> told.add(done * 100 / total));
            assertEquals(100, told.get(told.size() - 1), writer.getKey());
            Assertions.assertTrue(
                    told.size() > 1 && told.stream().sorted().toList().equals(told), told::toString);
            Path stopped = folder.resolve("stopped-" + writer.getKey());
            Assertions.assertThrows(
                    IllegalStateException.class,
                    () -> writer.getValue().to(stopped, (what, done, total) -> {
                        throw new IllegalStateException("enough");
                    }));
            Assertions.assertFalse(Files.isRegularFile(stopped) || Files.exists(stopped.resolve("students.csv")));
        }
        List<Long> read = new ArrayList<>();
        OneRoster.reader()
                .asOf(LocalDate.EPOCH)
                .progress((what, done, total) -> read.add(done * 100 / total))
                .read(folder.resolve("r.zip"));
        Assertions.assertTrue(read.contains(100L), read::toString);
    }
}
