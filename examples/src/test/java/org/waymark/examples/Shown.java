package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What shows a statement or a row of the catalogue: a scorecard, run once for all who ask, or a test. */
final class Shown {
    private static final Map<String, String> PRINTED = new LinkedHashMap<>();

    private Shown() {}

    private static synchronized String printed(String scorecard) {
        return PRINTED.computeIfAbsent(scorecard, Shown::run);
    }

    private static String run(String scorecard) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Path output = Files.createTempDirectory("scorecard");
            try {
                Scorecard.run(
                        "synthetic:4000:42",
                        ScorecardTest.root().resolve("examples/scorecards").resolve(scorecard),
                        output,
                        new PrintStream(out, true, StandardCharsets.UTF_8));
            } finally {
                delete(output);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Whether a scorecard prints what is looked for, or the test that is named is there: of another module by its source. */
    static void assertShown(String shownBy, String looksFor) throws ReflectiveOperationException, IOException {
        String name = shownBy.substring(shownBy.indexOf(' ') + 1);
        if (shownBy.startsWith("scorecard ")) {
            String printed = printed(name);
            for (String text : looksFor.split("\\|", -1)) {
                assertTrue(!text.isBlank() && ScorecardTest.shows(printed, text), name + " does not show: " + text);
            }
            return;
        }
        int dot = name.lastIndexOf('.');
        String test = name.substring(0, dot);
        String method = name.substring(dot + 1);
        if (test.startsWith("org.waymark.metrics.")) {
            Path source =
                    ScorecardTest.root().resolve("metrics/src/test/java").resolve(test.replace('.', '/') + ".java");
            assertTrue(
                    Files.readString(source)
                            .matches("(?s).*@(Test|Property|Example)[^;{}]*\\bvoid " + method + "\\(.*"),
                    name);
            return;
        }
        Class<?> here = Class.forName(Shown.class.getPackageName() + "." + test);
        assertTrue(
                Arrays.stream(here.getDeclaredMethods())
                        .filter(one -> one.getName().equals(method))
                        .anyMatch(one ->
                                one.isAnnotationPresent(Test.class) || one.isAnnotationPresent(TestFactory.class)),
                name);
    }
}
