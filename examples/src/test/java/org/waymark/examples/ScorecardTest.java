package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Provenance;
import org.waymark.core.population.Population;
import org.waymark.core.tally.Cell;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;

class ScorecardTest {
    @TempDir
    Path output;

    static Path root() {
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

    private static void assertShows(String printed, String... expected) {
        for (String one : expected) {
            assertTrue(shows(printed, one), one + " in\n" + printed);
        }
    }

    /** Whether a text was printed, notes folded or not. */
    static boolean shows(String printed, String text) {
        return printed.contains(text) || printed.replaceAll("\\s+", " ").contains(text);
    }

    private static void assertFitsAPage(String printed) {
        assertEquals(
                List.of(),
                Arrays.stream(printed.split("\n", -1))
                        .filter(line -> line.length() > 100)
                        .toList());
    }

    @Test
    void careerConnectSouthwestHoldsFourUnderservedGroupsToItsGoals() throws IOException {
        String printed = run("synthetic:4000:42", "career-connect-southwest");
        assertShows(
                printed,
                "Female",
                "Rural",
                "Low income",
                "Latinx",
                "46 % to 60 %: +14 points, +30.4 %",
                "33 % to 56 %: +23 points, +69.7 %",
                "promised of:",
                "more than 8,000",
                "x 2",
                "x 3",
                "index 1",
                "more than 2,000",
                "more than 250",
                "every group",
                "by group",
                "2024-06-30",
                "gap to the goal of 60 %",
                "bilingual family nights",
                "BEHIND",
                "clustered t(",
                "-17  0.575",
                "46.9 %",
                "published not printed",
                "any of these",
                "read as EACH, \"any of these\" as ANY_OF",
                "Outlook, ",
                "Observed: classes of 2016 to 2023. Target: 60 %. Projected: ",
                "PROJECTED, not observed");
        assertTrue(
                printed.indexOf("gap to the goal of 60 %") < printed.indexOf("class of 2024: gap to everybody else"),
                "the gap to the universal goal comes first");
        assertFitsAPage(printed);
        assertTrue(Files.readString(output.resolve("goals.csv"))
                .startsWith(
                        "goal,group,observed,target,status,needed,due,asks,judged,indicator,as_of,definition,library"));
        assertTrue(Files.exists(output.resolve("scorecard.txt")));
        String page = Files.readString(output.resolve("report.html"));
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">") && page.contains("not for publication"));
        assertTrue(page.contains("echarts"), "pictures that can be pointed at");
        assertTrue(
                page.contains("<dt>Source</dt><dd>Career Connect Southwest, strategic goal 1"), "source beside figure");
        assertTrue(Files.readString(output.resolve("report.es.html")).contains("<html lang=\"es\">"));
    }

    @Test
    void betterSchoolsShowsSkillsFamiliesPartnersAndEveryGradeBand() throws IOException {
        String printed = run("synthetic:4000:42", "better-schools");
        assertShows(
                printed,
                "more than 250,000",
                "gap to the goal of 100 %",
                "Career and college ready",
                "Skill attained: communication",
                "Skill attained: collaboration",
                "Skill attained: critical thinking",
                "Skill attained: creativity",
                "Career connected learning, grades K-5",
                "Career connected learning, grades 6-8",
                "Career connected learning, grades 9-12",
                "Family led in the school year",
                "Sponsors by event",
                "premier",
                "Students enrolled at those schools",
                "schools have a program to a credential within reach",
                "Students in the lists of all districts, 2023-24",
                "By the lengths of the lists alone: ",
                " by linked lists, ");
        assertFitsAPage(printed);
    }

    @Test
    void partnershipForLearningKeepsEstimateObservationAndTargetApart() throws IOException {
        String printed = run("synthetic:4000:42", "partnership-for-learning");
        assertShows(
                printed,
                "estimated 40 % to 70 %: +30 points, +75 %",
                "promised of:",
                "NOT_YET",
                "2030-06-30",
                "adopted by Made-up",
                "31 %",
                "33 %",
                "740,000",
                "not printed",
                "one of them is missing",
                "what changed since 2025-06-30",
                "DATA",
                "Graduated by the pathway that was planned");
        assertFitsAPage(printed);
    }

    @Test
    void washingtonStemShowsNetworksJobsAndWages() throws IOException {
        String printed = run("synthetic:4000:42", "washington-stem");
        assertShows(
                printed,
                "Girls",
                "Students of color (not White alone)",
                "Students served in the school year by network",
                "Made-up Network North",
                "share stem",
                "Earns a family-sustaining wage of the region",
                "Works in the industries asked about",
                "94,455",
                "34,171",
                "60284",
                "an association, not an effect");
        assertFitsAPage(printed);
    }

    @Test
    void allianceForEducationAsksWhetherRaceTellsTheOutcomeAndWhoIsHeard() throws IOException {
        String printed = run("synthetic:4000:42", "alliance-for-education");
        assertShows(
                printed,
                "Every child graduates",
                "how far it can be told from groups",
                "race ethnicity (federal 7)",
                "by race and ethnicity and income together",
                "Who is heard",
                "board",
                "DECISION_MAKING",
                "(not known)");
        assertFitsAPage(printed);
    }

    @Test
    void classIsTheAdjustedCohortSoThoseWhoLeftItDoNotCountAgainstIt() throws IOException {
        String printed = run("synthetic:4000:42", "alliance-for-education");
        Population region = Synthetic.region(4_000, 42);
        Indicator graduation = Catalog.graduation(4, 2024);
        Cell adjusted = region.classOf(2024).tally(graduation).total(graduation);
        double share = (double) adjusted.yes().exact() / adjusted.known().exact();
        BigDecimal percent = new BigDecimal(share)
                .setScale(3, RoundingMode.HALF_EVEN)
                .movePointRight(2)
                .stripTrailingZeros();
        assertShows(printed, percent.toPlainString() + " %");
    }

    @Test
    void everyFigureInFilesSaysByWhatItWasMade() throws IOException {
        run("synthetic:2000:7", "washington-stem");
        try (Stream<Path> files = Files.list(output)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String header = Files.readAllLines(file).get(0);
                boolean figures = !file.endsWith("findings.csv");
                assertEquals(
                        figures,
                        List.of(header.split(",", -1))
                                .containsAll(List.of("indicator", "as_of", "definition", "library")),
                        file.getFileName() + ": " + header);
            }
        }
        String json = Files.readString(output.resolve("scorecard.json"));
        assertTrue(json.contains("\"definition\"") && json.contains("\"library\""));
        assertTrue(json.contains(Provenance.digest(Catalog.launch())));
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
        assertTrue(text.contains("index 1 ") && text.contains("MET"), text);
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
    void pageForFamiliesIsWholeInSpanishButForWhatItCites() throws IOException {
        run("synthetic:4000:42", "career-connect-southwest");
        String page = Files.readString(output.resolve("public.es.html"));
        List<String> english = Pattern.compile("lang=\"en\"[^>]*>([^<]*)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(text -> Catalog.entries().stream()
                        .noneMatch(entry -> entry.citation().equals(text)))
                .toList();
        assertEquals(List.of("This page in English"), english);
        for (String told : List.of("Quién obtiene una credencial", "Mujeres", "noches familiares bilingües")) {
            assertTrue(page.contains(told), told);
        }
    }

    @Test
    void realFileGivesTheCountsOfItsDocumentation() throws IOException {
        Path file = root().resolveSibling("shared").resolve("data/ca_student_equity_synthetic.csv");
        assumeTrue(Files.exists(file), "the public file is not beside this checkout");
        String printed = run(file.toString(), "student-equity");
        // Transfer of the cohort of 2018, as counted by hand from the file.
        assertShows(printed, "2,230 3,000", "297 1,000", "437 2,000", "242 500", "2,147 3,400");
    }

    @Test
    void pageForEveryoneHoldsNoNumberOfASmallGroup() throws IOException {
        Path folder = Files.createDirectories(output.resolve("mine"));
        Files.writeString(
                folder.resolve("columns.csv"),
                "header,as,key,values,format,of\nid,id,,,,\ngroup,dimension,grouping,,,\npassed,outcome,passed,,,\n");
        Files.writeString(
                folder.resolve("groups.csv"),
                "group,dimension,labels\nNorth,grouping,North\nSouth,grouping,South\nPlanted,grouping,Planted\n");
        Files.writeString(
                folder.resolve("goals.csv"),
                "goal,indicator,kind,group,target,due\nhalf pass,passed,level,*,0.5,2029-30\n"
                        + "no gap,passed,gap,*,0,2029-30\n");
        Files.writeString(folder.resolve("release.csv"), "title,minimum\nWho passes,10\n");
        StringBuilder rows = new StringBuilder("id,group,passed\n");
        for (int i = 0; i < 407; i++) {
            // Of 7 planted students 3 passed: 0.42857..., which no other group here has.
            String group = i < 7 ? "Planted" : i % 2 == 0 ? "North" : "South";
            boolean passed = i < 7 ? i < 3 : i % 5 == 0;
            rows.append(i).append(',').append(group).append(passed ? ",1\n" : ",0\n");
        }
        Path data = Files.writeString(output.resolve("students.csv"), rows);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Scorecard.run(data.toString(), folder, output, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String analysts = Files.readString(output.resolve("report.html"));
        assertTrue(analysts.contains("42.9 %"), "the planted group is told to analysts");
        for (String name : new String[] {"public.html", "public.es.html"}) {
            String page = Files.readString(output.resolve(name));
            StringBuilder all = new StringBuilder(page);
            Pattern.compile("base64,([^\"]*)\"")
                    .matcher(page)
                    .results()
                    .forEach(csv ->
                            all.append(new String(Base64.getDecoder().decode(csv.group(1)), StandardCharsets.UTF_8)));
            for (String told : new String[] {"42.9 %", "0.4285", "0.429", "57.1 %"}) {
                assertFalse(all.toString().contains(told), name + " tells " + told);
            }
            String statement = name.equals("public.html")
                    ? "groups of fewer than 10 hidden, ledger entry "
                    : "los grupos de menos de 10 están ocultos; entrada del registro ";
            assertTrue(page.contains(statement), "the statement stands beside");
            List<String> planted = Pattern.compile("<tr>(?:(?!</tr>).)*>Planted<.*?</tr>", Pattern.DOTALL)
                    .matcher(page)
                    .results()
                    .map(row -> row.group())
                    .toList();
            assertTrue(planted.size() >= 3, "goals, rates and gaps: " + planted);
            planted.forEach(row -> assertTrue(row.contains(">*<"), row));
        }
        assertTrue(Files.exists(output.resolve("ledger.jsonl")));
    }
}
