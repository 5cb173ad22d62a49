package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

class JShellTest {
    /** What the tutorial prints stands beside it; {@code -Dwaymark.rewrite=true} writes it anew, to be looked at. */
    @Test
    void tutorialPrintsWhatStandsBesideIt() throws IOException, InterruptedException {
        String printed = run("tutorial.jsh");
        Path beside = examples().resolve("tutorial.txt");
        if (Boolean.getBoolean("waymark.rewrite")) {
            Files.writeString(beside, printed);
        }
        assertEquals(Files.readString(beside), printed);
        assertEquals(
                List.of(), printed.lines().filter(line -> line.length() > 100).toList());
        assertTrue(printed.contains("(window still open)") && printed.contains("PUBLISHED under"), printed);
    }

    @Test
    void tabLeadsToCatalogueMeasuresAndPictures() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String place : classPath().split(File.pathSeparator, -1)) {
                shell.addToClasspath(place);
            }
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            for (String line : Files.readAllLines(examples().resolve("waymark.jsh"))) {
                if (line.startsWith("import ")) {
                    shell.eval(line);
                }
            }
            assertTrue(suggestions(analysis, "Catalog.enr").contains("enrolledWithinAYear"));
            assertTrue(suggestions(analysis, "Rate.of(Catalog.enrolledWithinAYear()).")
                    .contains("by"));
            List<String> pictures = suggestions(analysis, "Charts.forAnalysts(\"x\", Catalog.table()).");
            for (String kind : new String[] {"best", "dotPlot", "funnelPlot", "heatTable", "toSvg", "toHtml"}) {
                assertTrue(pictures.contains(kind), pictures.toString());
            }
        }
    }

    private static List<String> suggestions(SourceCodeAnalysis analysis, String begun) {
        return analysis.completionSuggestions(begun, begun.length(), new int[1]).stream()
                .map(suggestion -> suggestion.continuation().replaceAll("\\(.*", ""))
                .distinct()
                .toList();
    }

    @Test
    void linesOfTheReadmeRunAsWritten() throws IOException, InterruptedException {
        String printed = run("readme.jsh");
        assertTrue(printed.contains("the best group: "), printed);
        assertTrue(printed.contains("Enrolled within a year of graduation [A3 v1]"), printed);
    }

    private static Path examples() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("waymark.jsh")) ? here : here.resolve("examples");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process jshell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        classPath(),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        examples().resolve("waymark.jsh").toString(),
                        examples().resolve(script).toString())
                .redirectErrorStream(true)
                .start();
        jshell.getOutputStream().close();
        String printed = new String(jshell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jshell.waitFor(), printed);
        assertFalse(printed.contains("Error:") || printed.contains("Exception"), printed);
        return printed;
    }
}
