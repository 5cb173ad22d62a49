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
        assertTrue(Files.readString(output.resolve("goals.csv"))
                .startsWith("goal,group,observed,target,status,needed,due"));
        assertTrue(Files.readString(output.resolve("scorecard.json")).contains("\"formatVersion\""));
        assertTrue(Files.exists(output.resolve("scorecard.txt")));
        String page = Files.readString(output.resolve("report.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">") && page.contains("not for publication"));
        assertTrue(page.contains("echarts"), "pictures that can be pointed at");
        assertTrue(
                page.contains("<dt>Source</dt><dd>Career Connect Southwest, strategic goal 1"), "source beside figure");
        assertTrue(Files.readString(output.resolve("report.es.html")).contains("<html lang=\"es\">"));
    }

    @Test
    void folderOfAUserWithBenchmarksAndMistakesIsReadAndTold() throws IOException {
        Path folder = Files.createDirectories(output.resolve("mine"));
        Files.writeString(
                folder.resolve("columns.csv"),
                "header,as,key,values,format,of\nid,id,,,,\nsex,dimension,gender,,,\n" + "passed,outcome,passed,,,\n");
        Files.writeString(
                folder.resolve("groups.csv"), "group,dimension,labels\nwomen,gender,F\nodd,status,SHOE_SIZE\n");
        Files.writeString(folder.resolve("benchmarks.csv"), "group,share\nwomen,0.5\n");
        Files.writeString(
                folder.resolve("goals.csv"),
                "goal,indicator,kind,group,target,due\n"
                        + "half of those who passed are women,passed,parity,women,1,2029-30\n"
                        + "no such indicator,zzz,level,,0.5,2029-30\n"
                        + "too high,passed,level,,1.5,2029-30\n");
        StringBuilder rows = new StringBuilder("id,sex,passed\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i).append(i % 4 == 0 ? ",F" : ",M").append(i % 2 == 0 ? ",1\n" : ",0\n");
        }
        Path data = Files.writeString(output.resolve("students.csv"), rows);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Scorecard.run(data.toString(), folder, output, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        // 10 of the 20 who passed are women, and so is half of the region by the benchmark.
        assertTrue(text.contains("index 1.00") && text.contains("MET"), text);
        assertTrue(text.contains("groups.csv:3 dimension") && text.contains("goals.csv:3 indicator"), text);
        assertTrue(text.contains("goals.csv:4: expected a kind of level"), text);
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
