package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {
    @TempDir
    Path output;

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("core")) ? here : here.getParent();
    }

    private String run(String data, String scorecard) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Scorecard.run(
                data,
                root().resolve("examples/scorecards").resolve(scorecard),
                output,
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fourUnderservedGroupsAreHeldToThePublishedGoals() throws IOException {
        String printed = run("synthetic:8000:42", "career-connect-southwest");
        for (String expected : new String[] {
            "Goals",
            "Female",
            "Rural",
            "Low income",
            "Latinx",
            "60.0 %",
            "56.0 %",
            "8,000",
            "x 2.00",
            "x 3.00",
            "index 1.00",
            "more than 2,000",
            "more than 250",
            "BEHIND",
            "clustered t("
        }) {
            assertTrue(printed.contains(expected), expected + " in\n" + printed);
        }
        assertEquals(
                List.of(),
                Arrays.stream(printed.split("\n", -1))
                        .filter(line -> line.length() > 100)
                        .toList());
        assertTrue(Files.readString(output.resolve("goals.csv")).startsWith("goal,group,observed,target,status,due"));
        assertTrue(Files.readString(output.resolve("scorecard.json")).contains("\"formatVersion\""));
        assertTrue(Files.exists(output.resolve("scorecard.txt")));
    }

    @Test
    void sameDataIsTheSameBytes() throws IOException {
        run("synthetic:2000:7", "career-connect-southwest");
        byte[] first = Files.readAllBytes(output.resolve("scorecard.json"));
        run("synthetic:2000:7", "career-connect-southwest");
        assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(output.resolve("scorecard.json"))));
    }

    @Test
    void realFileGivesTheCountsOfItsDocumentation() throws IOException {
        Path file = root().resolveSibling("shared").resolve("data/ca_student_equity_synthetic.csv");
        assumeTrue(Files.exists(file), "the public file is not beside this checkout");
        String printed = run(file.toString(), "student-equity");
        // Transfer of the cohort of 2018, as counted by hand from the file.
        for (String expected :
                new String[] {"2,230  3,000", "297  1,000", "437  2,000", "242    500", "2,147  3,400"}) {
            assertTrue(printed.contains(expected), expected + " in\n" + printed);
        }
    }
}
