package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No file of expected values lies there unread: each is named, with its folder, by a class that holds the measures to it. */
class EveryFileConformance {
    private static final Path TESTS = Path.of("src/test/java");

    private static List<String> readers() {
        try (Stream<Path> sources = Files.walk(TESTS)) {
            List<String> texts = new ArrayList<>();
            for (Path source : sources.filter(path -> path.toString().endsWith("Conformance.java"))
                    .toList()) {
                texts.add(Files.readString(source));
            }
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a class names the folder, and the file in it. */
    private static boolean isRead(String folder, String file, List<String> readers) {
        return readers.stream()
                .anyMatch(text -> text.contains("\"statistics/" + folder + "/" + file + "\"")
                        || text.contains("\"" + folder + "/" + file + "\"")
                        || (text.contains("\"statistics/" + folder + "/\"") && text.contains("\"" + file + "\"")));
    }

    /** What the descriptions of cases name: inputs, expected files, and functions whose values lie in a file of that name. */
    private static Set<String> named(String folder) {
        Set<String> named = new LinkedHashSet<>();
        for (String file : Fixtures.list(folder)) {
            if (file.endsWith(".json")) {
                for (JsonNode one : Fixtures.json(folder + "/" + file)) {
                    named.add(one.path("input").asString(""));
                    named.add(one.path("file").asString(""));
                    named.add((file.startsWith("edge_") ? "edge_" : "")
                            + one.path("fn").asString("") + ".csv");
                }
            }
        }
        return named;
    }

    @Test
    void everyFileOfGapsAndInequalityIsRead() {
        List<String> readers = readers();
        Set<String> named = named("disparity");
        List<String> unread = Fixtures.list("disparity").stream()
                .filter(file -> !file.equals("README.md") && !named.contains(file))
                .filter(file -> readers.stream().noneMatch(text -> text.contains("\"" + file + "\"")))
                .toList();
        assertEquals(List.of(), unread);
        assertFalse(named.contains("nobody_reads_this.csv"));
    }

    @Test
    void everyFileOfTheFolderIsRead() {
        List<String> readers = readers();
        List<String> unread = new ArrayList<>();
        int files = 0;
        for (String folder : Fixtures.list("statistics")) {
            if (folder.contains(".")) {
                continue;
            }
            for (String file : Fixtures.list("statistics/" + folder)) {
                files++;
                if (!isRead(folder, file, readers)) {
                    unread.add(folder + "/" + file);
                }
            }
        }
        assertFalse(files == 0);
        assertEquals(List.of(), unread);
        assertFalse(isRead("proportions", "nobody_reads_this.csv", readers));
    }
}
