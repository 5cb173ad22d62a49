package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.io.progress.ConsoleBar;
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
}
