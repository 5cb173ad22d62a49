package org.waymark.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inputs and expected values of other programs: from the folder that the system property {@code waymark.conformance} names,
 * else from beside the repository, else the copy in the test resources.
 */
public final class Fixtures {
    private Fixtures() {}

    /** The rows of a file, each as texts by header. */
    public static List<Map<String, String>> read(String file) {
        try {
            List<String> lines = Files.readAllLines(folder().resolve(file));
            String[] headers = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < headers.length; i++) {
                    row.put(headers[i], i < fields.length ? fields[i].strip() : "");
                }
                rows.add(row);
            }
            return rows;
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
