package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void writesAWholeFileAndNothingElse() throws IOException {
        AtomicFile.write(folder.resolve("a.txt"), false, out -> out.write(bytes("one")));
        assertEquals(List.of("a.txt"), names());
        assertEquals("one", Files.readString(folder.resolve("a.txt")));
    }

    @Test
    void doesNotReplaceUnlessAsked() throws IOException {
        Path target = folder.resolve("a.txt");
        AtomicFile.write(target, false, out -> out.write(bytes("one")));
        assertThrows(
                FileAlreadyExistsException.class,
                () -> AtomicFile.write(target, false, out -> out.write(bytes("two"))));
        assertEquals("one", Files.readString(target));
        AtomicFile.write(target, true, out -> out.write(bytes("three")));
        assertEquals("three", Files.readString(target));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void doesNotReplaceWhatCameWhileItWasWriting() throws IOException {
        Path target = folder.resolve("a.txt");
        assertThrows(
                FileAlreadyExistsException.class,
                () -> AtomicFile.write(target, false, out -> {
                    Files.writeString(target, "theirs");
                    out.write(bytes("ours"));
                }));
        assertEquals("theirs", Files.readString(target));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenItFailsInTheMiddle() throws IOException {
        Path target = folder.resolve("a.txt");
        Files.writeString(target, "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, true, out -> {
                    out.write(bytes("x".repeat(1_000_000)));
                    throw new IOException("disk full");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(target, true, out -> {
                    out.write(bytes("half"));
                    throw new IllegalStateException("bug");
                }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void doesNotWriteThroughALinkThatLeadsNowhere() throws IOException {
        Path target = folder.resolve("a.txt");
        Files.createSymbolicLink(target, folder.resolve("elsewhere.txt"));
        assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.write(target, false, out -> out.write(1)));
        assertEquals(List.of("a.txt"), names());
        assertTrue(Files.isSymbolicLink(target));
    }

    @Test
    void letsTheWriterClose() throws IOException {
        AtomicFile.write(folder.resolve("a.txt"), false, out -> {
            out.write(bytes("one"));
            out.close();
        });
        assertEquals("one", Files.readString(folder.resolve("a.txt")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
