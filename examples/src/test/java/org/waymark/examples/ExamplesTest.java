package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Cohort;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.io.chart.Chart;
import org.waymark.io.csv.Csv;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.survival.AttainmentRate;

class ExamplesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("core")) ? here : here.getParent();
    }

    @Test
    void gapByGenderReadsAFileAndTellsWhatIsWrongWithIt() throws IOException {
        StringBuilder rows = new StringBuilder("student_id,gender,cohort_year,graduation_date,first_enrollment_date\n");
        for (int i = 0; i < 400; i++) {
            boolean woman = i % 2 == 0;
            boolean enrolled = woman ? i % 4 == 0 : i % 10 == 1;
            rows.append(i + 1)
                    .append(woman ? ",F" : ",M")
                    .append(",2023,2023-06-10,")
                    .append(enrolled ? "2023-09-20" : "")
                    .append('\n');
        }
        rows.append("401,F,2023,soon,\n");
        GapByGender.run(Files.writeString(folder.resolve("students.csv"), rows), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.startsWith("students.csv:402 graduation_date: expected a date like 2005-04-30 [unreadable-date]"),
                text);
        assertTrue(text.contains("BEHIND") && text.contains("NOT_BEHIND"), text);
        assertFalse(text.contains("soon"), text);
    }

    @Test
    void publishedTableHidesSmallSchoolsAndCarriesItsStatement() throws IOException {
        PublishSafely.run(folder.resolve("gaps.csv"), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(" * "), text);
        assertTrue(text.contains("PUBLISHED under minimum size 10"), text);
        assertTrue(Files.readString(folder.resolve("gaps.csv")).startsWith("axis,group,n,rate"));
    }

    @Test
    void rulesOfAnAgencyTellBandsAndClassesAndAnalystsWhatCouldBeFound() throws IOException {
        PublishUnderAgencyRules.run(folder, out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("-") && text.contains(" * "), text);
        assertTrue(text.contains("PUBLISHED under NCES Technical Brief 3, minimum size 10"), text);
        List<String> found = Files.readAllLines(folder.resolve("what-could-be-found.csv"));
        assertTrue(found.get(0).endsWith("least,most,others_least,others_most,falls_with"), found.get(0));
        assertTrue(found.size() > 1);
        assertTrue(Files.readString(folder.resolve("audit.jsonl")).contains("before publication"));
    }

    @Test
    void everyKindOfPictureIsDrawnOfARegion() throws IOException {
        PicturesOfARegion.run(Synthetic.region(8_000, 42), folder, out);
        String page = Files.readString(folder.resolve("pictures.html"));
        for (Chart.Kind kind : Chart.Kind.values()) {
            String svg = Files.readString(folder.resolve(kind.key() + ".svg"));
            assertTrue(svg.startsWith("<svg") && svg.contains("For analysts, not for publication"), svg);
            String gist = svg.substring(svg.indexOf("<desc"), svg.indexOf("</desc>"));
            assertTrue(gist.contains("Lowest shown: ") || gist.contains(": from "), gist);
            assertTrue(page.contains(gist.substring(gist.indexOf('>') + 1)), gist);
        }
        String schools = Files.readString(folder.resolve("schools.svg"));
        assertFalse(schools.contains("For analysts"), schools);
        assertTrue(schools.contains("PUBLISHED under minimum size 10"), schools);
    }

    @Test
    void dataDictionaryTellsOfEveryAttributeAndIndicator() throws IOException {
        DataDictionary.run(folder.resolve("dictionary"), out);
        int attributes = Model.schemas().stream()
                .mapToInt(schema -> schema.fields().size())
                .sum();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertEquals(
                attributes + " attributes and " + Catalog.entries().size() + " indicators and measures", text.strip());
        String written = Files.readString(folder.resolve("dictionary/attributes.csv"));
        assertTrue(written.startsWith("entity,attribute,holds,leads_to,given,meaning,labels"), written);
        assertTrue(written.contains("\nenrolments,end,day,,none if absent,"), written);
        assertTrue(Files.readString(folder.resolve("dictionary/indicators.csv")).contains("A3,"));
    }

    @Test
    void auditTellsHowMuchAPublishedFileGivesAwayAndNoValue() throws IOException {
        Path file = root().resolve("../shared/data/wa_ospi_graduation_2019_snohomish_a.csv");
        assumeTrue(Files.exists(file), "the state's file is not here");
        AuditAPublishedTable.run(file, out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.matches("(?s)7852 hidden cells, [1-9]\\d* of them follow exactly from the rest\\R.*"), text);
    }

    @Test
    void attainmentOfAClassNotYet26IsNotDrawnOnAndSaysWhy() {
        Population region = Synthetic.region(6_000, 42);
        AttainmentByAge26.run(region, out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("How many will have by 27 years is not identified: nobody was followed beyond"), text);
        // A class that is past it gives the plain rate; nobody of the last one can be counted in a rate.
        Indicator byAge26 = Catalog.credentialByAge(26);
        Cohort past = region.classOf(2016);
        Rate rate = Rate.of(byAge26);
        double plain = rate.over(past.tally(byAge26)).value().orElseThrow();
        double curve = AttainmentRate.byHorizon()
                .over(past.times(Catalog.timeToCredentialByAge(26)))
                .reached()
                .value()
                .orElseThrow();
        assertEquals(plain, curve, 1e-12);
        assertTrue(rate.over(region.classOf(2019).tally(byAge26)).value().isEmpty());
        assertTrue(text.contains("M against the rest"), text);
    }

    @Test
    void threeWaysToCountDiffer() throws IOException {
        ThreeWaysToCountAttainment.run(out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("52.75 %") && text.contains("84.7 %") && text.contains("69.9 %"), text);
        assertTrue(text.contains("between 63.8 % and 75.8 %"), text);
    }

    @Test
    void leaksOfThePipelineAreToldInPlainWords() {
        WhereThePipelineLeaks.run(out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("It leaks most at \"enrol within a year\""), text);
        assertTrue(text.contains("not why"), text);
        assertFalse(text.contains("Not everybody who went on"), text);
        Matcher parts = Pattern.compile("([+-][0-9.]+)(?= points|,|\\. It)").matcher(text);
        assertTrue(parts.find(), text);
        double gap = Double.parseDouble(parts.group(1));
        double sum = 0;
        while (parts.find()) {
            sum += Double.parseDouble(parts.group(1));
        }
        assertTrue(gap > 5 && Math.abs(gap - sum) < 0.25, text);
    }

    @Test
    void paceIsToldWithItsOutlookFirst() {
        AreWeOnPace.run(Synthetic.region(14_000, 42), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.matches("(?s)all: (LIKELY_MET|LIKELY_MISSED|UNCERTAIN)\\..*"), text);
        assertTrue(text.contains("low income: ") && text.contains("If the trend of the last 9 comparable years"), text);
        assertTrue(text.contains("more students would have met the target now"), text);
        assertTrue(
                text.contains("not low income and low income: in points of the rate, ")
                        && text.contains("in log-odds, "),
                text);
        assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
    }

    @Test
    void whoIsLeftOutJudgesGroupsAndCrossingsOfTheRegion() throws IOException {
        WhoIsLeftOut.region(out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("Disproportionate impact by the rules of CCCCO 2022"), text);
        assertTrue(text.contains("x low income") && text.contains("IMPACT") && text.contains("CANNOT_TELL"), text);
        assertTrue(text.contains("comparisons per family"), text);
        assertTrue(text.contains("Verdict among the"), text);
        assertFalse(text.contains("NaN"), text);
        assertReadmePrints("WhoIsLeftOut", text);
    }

    /** Lines of an example's print that the README shows are those of a run. */
    private static void assertReadmePrints(String example, String text) throws IOException {
        Matcher block = Pattern.compile("<!-- printed by " + example + " -->\\n((?: {4}[^\\n]*\\n)+)|\\z")
                .matcher(Files.readString(root().resolve("README.md")).replace("-->\n\n", "-->\n"));
        assertTrue(block.find() && block.group(1) != null, "README shows lines of " + example);
        String printed = text.replaceAll("\\s+", " ");
        for (String line : block.group(1).split("\\n", -1)) {
            assertTrue(printed.contains(line.strip()), line);
        }
    }

    @Test
    void whoIsLeftOutTellsOfThePublicFileOfStudentsByCohortAndCrossing() throws IOException {
        Path file = root().resolve("../shared/data/ca_student_equity_synthetic.csv");
        assumeTrue(Files.exists(file), "the public file is not beside this checkout");
        WhoIsLeftOut.students(file, out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(" of 280 comparisons show impact"), text);
        List<Map<String, String>> rows = Csv.readTexts(file).orThrow();
        for (String women : new String[] {"Black", "Hispanic"}) {
            List<Map<String, String>> crossing = rows.stream()
                    .filter(row -> row.get("cohort").equals("2017")
                            && row.get("ethnicity").equals(women)
                            && row.get("gender").equals("Female"))
                    .toList();
            long yes = crossing.stream()
                    .filter(row -> row.get("transfer").equals("1"))
                    .count();
            String expected = String.format(
                    Locale.ROOT,
                    "transfer 2017 race ethnicity x gender %s x Female %,d %d %.1f %%",
                    women,
                    crossing.size(),
                    yes,
                    100.0 * yes / crossing.size());
            assertTrue(text.replaceAll(" +", " ").contains(expected), expected + " in " + text);
        }
    }

    @Test
    void inequalityIsToldByEveryMeasureThatGroupsWithoutAnOrderAllow() {
        HowUnequalIsEnrolment.run(Synthetic.region(6_000, 42), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        for (String measure : new String[] {"Theil index", "Between-group variance", "Cramér's V, corrected"}) {
            assertTrue(text.contains(measure), text);
        }
        assertTrue(text.contains("drawn 2000 times") && !text.contains("NaN"), text);
    }

    @Test
    void changeOfGapsSaysWhichSideMovedAndWarnsOfThoseWhoWerePicked() {
        IsTheGapClosing.run(Synthetic.region(14_000, 42), out);
        String text = printed.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        assertTrue(text.contains("stood furthest behind before; by that alone its rate is expected to move by"), text);
        assertTrue(text.contains("The group's rate moved by ") && text.contains("that of the reference by"), text);
        assertTrue(text.contains("class of 2017, as of ") && text.contains(" and then class of 2024"), text);
        assertTrue(text.contains("confidence interval of the change"), text);
        assertTrue(text.contains("CANNOT_TELL") || text.contains("NARROWING"), text);
    }

    @Test
    void everybodyWhoMayBeFurthestBehindIsNamed() {
        WhoIsFurthestBehind.run(Synthetic.region(14_000, 42), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("May be furthest behind: "), text);
        assertTrue(text.contains("MAY_BE_FURTHEST") && text.contains("ranks by pairs"), text);
        assertEquals(2, text.split("American Indian/Alaska Native ", -1).length - 1, text);
    }

    @Test
    void whoIsLeftOutTellsWhoIsImpactedInAFileOfStudents() throws IOException {
        StringBuilder rows = new StringBuilder(
                "Student_ID,Ethnicity,Gender,Cohort,Transfer,Cohort_Math,Math,Cohort_English,English\n");
        for (int i = 0; i < 900; i++) {
            boolean first = i % 3 == 0;
            rows.append(i).append(first ? ",North" : ",South").append(i % 2 == 0 ? ",Female" : ",Male");
            rows.append(",2017,").append(first && i % 2 == 0 ? 0 : i % 5 == 0 ? 0 : 1);
            rows.append(",2018,")
                    .append(i % 7 == 0 ? "NA" : "1")
                    .append(",2018,")
                    .append(i % 2)
                    .append('\n');
        }
        WhoIsLeftOut.students(Files.writeString(folder.resolve("equity.csv"), rows), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("comparisons show impact"), text);
        assertTrue(text.contains("North x Female"), text);
        assertFalse(text.contains("South x Male"), text);
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void guideShowsWhatTheExamplesSay() throws IOException {
        Path guide = root().resolve("metrics/src/main/java/doc-files");
        Pattern block = Pattern.compile("<!-- from (\\S+) -->\n<pre><code>(.*?)</code></pre>", Pattern.DOTALL);
        int blocks = 0;
        for (Path page : pages(guide)) {
            String html = Files.readString(page);
            Matcher shown = block.matcher(html);
            int own = 0;
            while (shown.find()) {
                String code = shown.group(2)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#64;", "@")
                        .replace("&amp;", "&");
                String source = Files.readString(root().resolve(shown.group(1))).replaceAll("\\s+", "");
                assertTrue(source.contains(code.replaceAll("\\s+", "")), page + " shows another " + shown.group(1));
                own++;
            }
            assertEquals(html.split("<pre>", -1).length - 1, own, page + ": code that no test runs");
            Matcher link = Pattern.compile("href=\"([a-z-]+\\.html)\"").matcher(html);
            while (link.find()) {
                assertTrue(Files.exists(guide.resolve(link.group(1))), page + " links to nothing");
            }
            blocks += own;
        }
        assertTrue(blocks > 5);
    }

    @Test
    void readmeShowsWhatTheExamplesSay() throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        Matcher block = Pattern.compile("<!-- from (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        int blocks = 0;
        while (block.find()) {
            String source = Files.readString(root().resolve(block.group(1))).replaceAll("\\s+", "");
            assertTrue(source.contains(block.group(2).replaceAll("\\s+", "")), block.group(1));
            blocks++;
        }
        assertEquals(
                readme.split("```java", -1).length - 1,
                blocks,
                "every block of code in the README comes from a file that a test runs");
    }
}
