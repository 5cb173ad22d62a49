package org.waymark.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of properties, which JUnit's own do not reach. */
public final class TestFolder {
    private TestFolder() {}

    /** A new folder. */
    public static Path make() throws IOException {
        return Files.createTempDirectory("waymark-test");
    }

    /** Removes a folder with everything in it. */
    public static void drop(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
