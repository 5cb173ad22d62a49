package org.waymark.metrics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inputs and expected values of other programs: from the folder that the system property {@code waymark.conformance} names,
 * else from beside the repository, else the copy in the test resources.
 */
public final class Fixtures {
    private Fixtures() {}

    /** The rows of a CSV file, each as texts by header. */
    public static List<Map<String, String>> read(String file) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(folder().resolve(file))) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (NamedCsvRecord record : records) {
                Map<String, String> row = new LinkedHashMap<>();
                record.getHeader()
                        .forEach(header ->
                                row.put(header, record.getField(header).strip()));
                rows.add(row);
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A JSON document. */
    public static JsonNode json(String file) {
        return JsonMapper.shared().readTree(folder().resolve(file).toFile());
    }

    /** Whether there is such a file or folder: what may not be copied beside the tests is absent on other machines. */
    public static boolean has(String file) {
        return Files.exists(folder().resolve(file));
    }

    /** The names in a folder, sorted. */
    public static List<String> list(String folder) {
        try (Stream<Path> files = Files.list(folder().resolve(folder))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder() {
        String named = System.getProperty("waymark.conformance", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path beside : List.of(Path.of("../../shared/conformance"), Path.of("../shared/conformance"))) {
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("src/test/resources/conformance");
    }

    /** A whole number that may be written with a point. */
    public static long whole(String text) {
        return Math.round(Double.parseDouble(text));
    }

    /** Whether a number is the expected one within a tolerance, absolute or relative, whichever is larger. */
    public static boolean near(double expected, double actual, double tolerance) {
        return expected == actual || Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
