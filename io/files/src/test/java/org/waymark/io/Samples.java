package org.waymark.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Files of others that lie beside the repository and are never part of it; tests of them are skipped where they lack. */
final class Samples {
    private Samples() {}

    /** The folder of samples: that of the property {@code waymark.samples}, else the one beside the repository. */
    static Path folder() {
        return folder(System.getProperty("waymark.samples", ""), "samples");
    }

    /** The folder of public data, beside that of the samples. */
    static Path data() {
        String samples = System.getProperty("waymark.samples", "");
        return samples.isEmpty() ? folder("", "data") : Path.of(samples).resolveSibling("data");
    }

    private static Path folder(String given, String name) {
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path root : List.of(here, here.resolve(".."), here.resolve("../.."))) {
            Path folder = root.resolve("../shared").resolve(name).normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return here.resolve("../shared").resolve(name).normalize();
    }

    /** The file, or a visible skip. */
    static Path need(Path file) {
        Assumptions.assumeTrue(Files.exists(file), () -> "absent: " + file.getFileName());
        return file;
    }
}
