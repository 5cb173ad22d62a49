package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JShellTest {
    @Test
    void tutorialRunsAsWritten() throws IOException, InterruptedException {
        String printed = run("tutorial.jsh");
        assertTrue(printed.contains("Population as of 2026-06-30"), printed);
        assertTrue(printed.contains("transferred out"), printed);
        assertTrue(printed.contains("vs the rest") || printed.contains("the rest"), printed);
        assertTrue(printed.contains("(window still open)"), printed);
    }

    @Test
    void linesOfTheReadmeRunAsWritten() throws IOException, InterruptedException {
        String printed = run("readme.jsh");
        assertTrue(printed.contains("the best group: "), printed);
        assertTrue(printed.contains("Enrolled within a year of graduation [A3 v1]"), printed);
    }

    private static String run(String script) throws IOException, InterruptedException {
        Path examples = Path.of("").toAbsolutePath();
        examples = Files.exists(examples.resolve("waymark.jsh")) ? examples : examples.resolve("examples");
        Process jshell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        examples.resolve("waymark.jsh").toString(),
                        examples.resolve(script).toString())
                .redirectErrorStream(true)
                .start();
        jshell.getOutputStream().close();
        String printed = new String(jshell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jshell.waitFor(), printed);
        assertFalse(printed.contains("Error:") || printed.contains("Exception"), printed);
        return printed;
    }
}
