package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Severity;

/** The rows of the corpus of bad input that are for a reader of Parquet: each is told by one finding, nothing is thrown. */
class BadInputConformance {
    private static Path folder() {
        String given = System.getProperty("waymark.badinput");
        return given != null
                ? Path.of(given)
                : Stream.of("../shared", "../../shared", "../../../shared")
                        .map(shared -> Path.of(shared, "conformance", "bad-input"))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(Path.of("src/test/resources/bad-input"));
    }

    @TestFactory
    List<DynamicTest> everyBrokenParquetFileIsTold() throws IOException {
        Path manifest = folder().resolve("manifest.csv");
        Assumptions.assumeTrue(Files.exists(manifest), "the corpus of bad input is not here");
        List<String> lines = Files.readAllLines(manifest);
        List<String> header = Arrays.asList(lines.get(0).split(","));
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields[header.indexOf("reader")].equals("parquet")) {
                String file = fields[header.indexOf("file")];
                assertEquals("reject file", fields[header.indexOf("answer")], "only broken files are known here");
                tests.add(DynamicTest.dynamicTest(file, () -> rejected(folder().resolve(file))));
            }
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    private static void rejected(Path file) {
        Loaded<Population> loaded = DuckDb.read(file, LocalDate.of(2026, 1, 1));
        assertEquals(0, loaded.value().size());
        assertEquals(1, loaded.findings().size());
        assertEquals(Severity.ERROR, loaded.findings().get(0).severity());
        assertEquals(
                String.valueOf(file.getFileName()), loaded.findings().get(0).source());
    }
}
