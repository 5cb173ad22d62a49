package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Cell;
import org.waymark.core.time.SchoolYear;
import org.waymark.io.csv.Csv;
import org.waymark.io.published.IdentityCheck;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedCell;
import org.waymark.io.published.PublishedTables;
import org.waymark.io.published.RateBounds;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.goal.Goal;
import org.waymark.metrics.goal.GoalCheck;
import org.waymark.metrics.goal.GoalStatus;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

/** What measures make of files that a state and the nation published, where those are at hand. */
class RealDataTest {
    private static final LocalDate DAY = LocalDate.of(2020, 12, 14);
    private static final String GRADUATION = "wa_ospi_graduation_2019_snohomish_a.csv";
    private static final String ADULTS = "us_acs_s1701_wa_counties_2019.csv";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private static Path file(String name) {
        Path file =
                ScorecardTest.root().resolveSibling("shared").resolve("data").resolve(name);
        assumeTrue(Files.exists(file), "the public file is not beside this checkout");
        return file;
    }

    private static PublishedTables read(Profile profile, String name) throws IOException {
        return Published.reader(profile).asOf(DAY).read(file(name)).orThrow();
    }

    private static List<Map<String, String>> rows() throws IOException {
        return Csv.readTexts(file(GRADUATION)).orThrow();
    }

    private static long number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "NA");
        return text.equals("NA") || text.isEmpty() ? 0 : Long.parseLong(text);
    }

    @Test
    void everyMarkOfTheStateIsReadAndCountsAsItsDocumentationSays() throws IOException {
        Loaded<PublishedTables> loaded =
                Published.reader(Profile.OSPI_GRADUATION).asOf(DAY).read(file(GRADUATION));
        assertEquals(List.of(), loaded.findings());
        PublishedTables tables = loaded.value();
        assertEquals(3612, tables.cells().size());
        assertEquals(
                new TreeMap<>(Map.of(
                        "No Suppression", 1419L,
                        "N<{n}", 1090L,
                        "Cross Group", 494L,
                        "No Students", 228L,
                        ">{p}%", 290L,
                        "<{p}%", 91L)),
                new TreeMap<>(tables.marks()));
        // What a mark says is what the cell holds.
        for (PublishedCell cell : tables.cells()) {
            boolean shown = cell.mark().equals("No Suppression") || cell.mark().equals("No Students");
            assertEquals(!shown, cell.isMasked());
            assertTrue(!shown
                    || cell.members().isExact()
                            && cell.yes().isExact()
                            && cell.no().isExact());
            assertEquals(
                    cell.mark().equals("No Students"), shown && cell.members().exact() == 0);
            if (cell.mark().equals("N<{n}")) {
                assertTrue(cell.members().low() == 1
                        && cell.members().high() == 9
                        && cell.rate().isEmpty());
            } else if (cell.mark().equals("Cross Group")) {
                RateBounds printedRate = cell.printed().orElseThrow();
                assertTrue(printedRate.low().equals(printedRate.high())
                        && cell.members().low() == 10);
            }
        }
    }

    @Test
    void everyBoundOfTheStateIsReadAsItIsPrinted() throws IOException {
        Map<String, Long> printedMarks = new TreeMap<>();
        for (Map<String, String> row : rows()) {
            String mark = row.get("suppression");
            if (mark.matches("[<>]\\d+%")) {
                printedMarks.merge(mark, 1L, Long::sum);
            }
        }
        Map<String, Long> read = new TreeMap<>();
        for (PublishedCell cell : read(Profile.OSPI_GRADUATION, GRADUATION).cells()) {
            if (cell.mark().contains("{p}")) {
                RateBounds rate = cell.printed().orElseThrow();
                boolean top = rate.high().compareTo(BigDecimal.ONE) == 0;
                assertTrue(top ? !rate.lowCounts() : !rate.highCounts(), "a bound is not the rate itself");
                String percent = (top ? rate.low() : rate.high())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
                read.merge((top ? ">" : "<") + percent + "%", 1L, Long::sum);
                assertTrue(cell.members().low() >= 10 && cell.isMasked());
            }
        }
        assertEquals(printedMarks, read);
        assertEquals(290 + 91, read.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Every rate whose counts are shown is that of its counts, and the identities of an adjusted cohort hold in all rows that show it. */
    @Test
    void identitiesOfTheStateAreLookedForOnLoadingAndHold() throws IOException {
        List<IdentityCheck> checks = read(Profile.OSPI_GRADUATION, GRADUATION).checks();
        Map<String, Long> held = new TreeMap<>();
        for (IdentityCheck check : checks) {
            assertEquals(0, check.broken(), check.toString());
            held.put(check.name(), check.held());
        }
        assertEquals(1419, held.get("rate"));
        for (String name : new String[] {"adjusted cohort", "dropouts by year", "outcomes of the cohort"}) {
            assertEquals(1419 + 228, held.get(name), name);
        }
        long groups = held.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("groups of "))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertEquals(711, groups, checks.toString());
    }

    @Test
    void brokenIdentityOfTheStateIsNamedOnLoading(@TempDir Path folder) throws IOException {
        List<String> lines = Files.readAllLines(file(GRADUATION));
        List<String> headers = List.of(lines.get(0).split(",", -1));
        int transfers = headers.indexOf("TransferIn");
        int first = 1;
        while (!lines.get(first).contains(",No Suppression,")) {
            first++;
        }
        // Of one row that is shown one number is made another.
        String[] fields = lines.get(first).split(",", -1);
        assertEquals(headers.size(), fields.length);
        fields[transfers] = "4711";
        lines.set(first, String.join(",", fields));
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(Files.write(folder.resolve("changed.csv"), lines));
        assertEquals(1, loaded.findings().size(), loaded.findings().toString());
        Finding finding = loaded.findings().get(0);
        assertEquals(first + 1, finding.line());
        assertTrue(
                finding.toString()
                        .contains("the identity \"adjusted cohort\" to hold: FinalCohort = BegginingGrade9 + TransferIn"
                                + " - TransferOut"),
                finding.toString());
        assertTrue(!finding.toString().contains("4711"), finding.toString());
        assertTrue(
                loaded.value().toString().contains("held in 1646 of 1647"),
                loaded.value().toString());
    }

    /** The county as its documentation works it out, by the cells that were read. */
    @Test
    void countyComesOutAsItsDocumentationWorksItOut() throws IOException {
        PublishedTables tables = read(Profile.OSPI_GRADUATION, GRADUATION);
        assertEquals("6933/8610 = 0.8052", worked(county(tables, Map.of())));
        PublishedCell low = county(tables, Map.of("low_income", "Low-Income"));
        PublishedCell others = county(tables, Map.of("low_income", "Non-Low Income"));
        assertEquals("2570/3621 = 0.7097", worked(low));
        assertEquals("4363/4989 = 0.8745", worked(others));
        Share lowShare = new Share(low.yes().exact(), low.members().exact());
        Share otherShare = new Share(others.yes().exact(), others.members().exact());
        assertEquals("16.48", percent(BigDecimal.valueOf(otherShare.value() - lowShare.value())));
        assertEquals(
                "0.8116",
                BigDecimal.valueOf(lowShare.value() / otherShare.value())
                        .setScale(4, RoundingMode.HALF_EVEN)
                        .toPlainString());
        assertEquals("1087/1454 = 0.7476", worked(county(tables, Map.of("race_ethnicity", "Hispanic"))));
        assertEquals("4305/5287 = 0.8143", worked(county(tables, Map.of("race_ethnicity", "White"))));
        PublishedCell women = county(tables, Map.of("gender", "F"));
        assertTrue(women.isMasked());
        assertEquals(
                new BigDecimal("0.8381"), women.printed().orElseThrow().low().setScale(4, RoundingMode.HALF_EVEN));
    }

    private static PublishedCell county(PublishedTables tables, Map<String, String> group) {
        Map<String, String> labels = new TreeMap<>(group);
        labels.put("county", "Snohomish");
        return tables.cells().stream()
                .filter(cell ->
                        cell.slice().equals("2019 Four Year") && cell.labels().equals(labels))
                .findFirst()
                .orElseThrow(() -> new AssertionError(labels.toString()));
    }

    private static String worked(PublishedCell cell) {
        BigDecimal rate = BigDecimal.valueOf(cell.yes().exact())
                .divide(BigDecimal.valueOf(cell.members().exact()), 4, RoundingMode.HALF_EVEN);
        assertTrue(cell.printed().isPresent()
                && rate.compareTo(cell.printed().get().low().setScale(4, RoundingMode.HALF_EVEN)) == 0);
        return cell.yes() + "/" + cell.members() + " = " + rate;
    }

    @Test
    void ratesOfTheStateAreRoundedHalfToEven() throws IOException {
        int ties = 0;
        int evenOnly = 0;
        for (Map<String, String> row : rows()) {
            if (!row.get("suppression").equals("No Suppression")) {
                continue;
            }
            BigDecimal yes = BigDecimal.valueOf(number(row, "graduate"));
            BigDecimal of = BigDecimal.valueOf(number(row, "finalcohort"));
            BigDecimal printedRate = new BigDecimal(row.get("graduationrate"));
            BigDecimal even = yes.divide(of, 4, RoundingMode.HALF_EVEN);
            assertEquals(0, even.compareTo(printedRate), "a rate is not that of its counts");
            boolean tie = yes.multiply(BigDecimal.valueOf(20_000))
                            .remainder(of.multiply(BigDecimal.valueOf(2)))
                            .compareTo(of)
                    == 0;
            ties += tie ? 1 : 0;
            evenOnly += tie && yes.divide(of, 4, RoundingMode.HALF_UP).compareTo(printedRate) != 0 ? 1 : 0;
        }
        assertEquals(22, ties);
        assertEquals(19, evenOnly);
    }

    @Test
    void identitiesOfTheAdjustedCohortHoldInEveryRowThatIsShown() throws IOException {
        long smallest = Long.MAX_VALUE;
        for (Map<String, String> row : rows()) {
            if (!row.get("suppression").equals("No Suppression")) {
                continue;
            }
            long all = number(row, "finalcohort");
            smallest = Math.min(smallest, all);
            assertEquals(all, number(row, "beggininggrade9") + number(row, "transferin") - number(row, "transferout"));
            long dropped = 0;
            for (int year = 1; year <= 7; year++) {
                dropped += number(row, "year" + year + "dropout");
            }
            assertEquals(number(row, "dropout"), dropped);
            assertEquals(all, number(row, "graduate") + number(row, "continuing") + number(row, "dropout"));
        }
        assertEquals(10, smallest);
    }

    @Test
    void lowIncomeGapBySchoolIsAboutTwiceAsUncertainAsIndependentStudentsWouldMakeIt() throws IOException {
        PublishedTables tables = read(Profile.OSPI_GRADUATION, GRADUATION);
        GapEstimate clustered = GraduationOfACounty.gapBySchool(tables, true);
        GapEstimate independent = GraduationOfACounty.gapBySchool(tables, false);
        assertEquals(clustered.value(), independent.value());
        assertTrue(clustered.value().orElseThrow() < -0.1, clustered.toString());
        double ratio = clustered.standardError().orElseThrow()
                / independent.standardError().orElseThrow();
        assertEquals(2, ratio, 0.2, "ratio of errors");
        assertEquals(17, clustered.clusterError().orElseThrow().clusters());
        assertTrue(clustered.explain().contains("read the interval with doubt"), clustered.explain());
    }

    @Test
    void countyIsHeldToTheGoalThatEverybodyGraduates() throws IOException {
        GraduationOfACounty.run(file(GRADUATION), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Gap to everybody graduating, by race ethnicity"), text);
        // 2,570 of 3,621 and 4,363 of 4,989, by the file.
        assertTrue(text.contains("71.0 %") && text.contains("87.5 %"), text);
        assertTrue(text.contains("1,051") && text.contains("As if the students of a school were independent"), text);
    }

    @Test
    void pooledRatesOfTheNationsFileLieBetweenThePrintedBounds() throws IOException {
        PublishedTables tables = read(Profile.EDFACTS_GRADUATION, "us_edfacts_acgr_school_wa_2013-14.csv");
        List<PublishedCell> hispanic = tables.cells().stream()
                .filter(cell -> "Hispanic".equals(cell.labels().get("race_ethnicity")))
                .toList();
        assertEquals(
                13_531,
                hispanic.stream().mapToLong(cell -> cell.members().exact()).sum());
        RateBounds pooled = PublishedTables.pooled(hispanic).orElseThrow();
        assertEquals("60.47", percent(pooled.low()));
        assertEquals("74.55", percent(pooled.high()));
        // The counts that the marks allow lie wider by what rounding hides, and narrower where only whole students fit.
        long least = hispanic.stream().mapToLong(cell -> cell.yes().low()).sum();
        long most = hispanic.stream().mapToLong(cell -> cell.yes().high()).sum();
        assertTrue(least < 0.62 * 13_531 && most > 0.73 * 13_531, least + " to " + most);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    @Test
    void adultsWithACredentialHaveTheMarginOfTheirSurvey() throws IOException {
        AdultsWithACredential.run(file(ADULTS), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.contains("Clark County, Washington") && ScorecardTest.shows(text, "margins of error at 90 %"),
                text);
        PublishedTables tables = read(Profile.ACS_POVERTY, ADULTS);
        SurveyEstimate adams =
                AdultsWithACredential.estimate(tables, "Adams County, Washington", "Bachelor's degree or higher");
        assertEquals(1475, adams.value().numerator().longValue());
        assertTrue(adams.margin() > 0);
    }

    @Test
    void parityWithARegionOfTheSurveyCarriesItsMargin() throws IOException {
        PublishedTables tables = read(Profile.ACS_POVERTY, ADULTS);
        PublishedCell clark = tables.cells().stream()
                .filter(cell -> cell.labels().equals(Map.of("county", "Clark County, Washington")))
                .findFirst()
                .orElseThrow();
        PublishedCell women = tables.cells().stream()
                .filter(cell -> "Clark County, Washington".equals(cell.labels().get("county")))
                .filter(cell -> cell.labels().values().stream().anyMatch(label -> label.endsWith("Female")))
                .findFirst()
                .orElseThrow();
        Benchmark region = Benchmark.estimated("Female", estimate(women), estimate(clark), tables.citation(), 2019);
        assertTrue(!region.isExact() && region.share().margin() < 0.02, region.toString());
        Goal parity = new Goal("parity", Goal.Kind.PARITY, BigDecimal.ONE, false, SchoolYear.ending(2020), "a network");
        double share = region.share().value().doubleValue();
        assertEquals(GoalStatus.CANNOT_TELL, judged(parity, Math.round(100_000 * share), region));
        assertEquals(GoalStatus.MET, judged(parity, Math.round(100_000 * share) + 5_000, region));
        assertEquals(GoalStatus.MISSED, judged(parity, Math.round(100_000 * share) - 5_000, region));
    }

    /** 226 of 2,552 schools stand in educational service district 112 and 145 in Clark County, as counted from the file's lines. */
    @Test
    void directoryOfSchoolsAndSurveyMakeTheRegionThatParticipantsAreComparedWith() throws IOException {
        Path directory = file("wa_public_schools_directory.csv");
        Population places = RegionAsBenchmark.directory(directory);
        List<Benchmark> esds = RegionAsBenchmark.schools(places, RegionAsBenchmark.byEsd(places));
        assertEquals(9, esds.size());
        assertEquals(Fraction.of(226, 2552), share(esds, "112"));
        List<Benchmark> counties = RegionAsBenchmark.schools(places, Dimension.of("county"));
        assertEquals(39, counties.size());
        assertEquals(Fraction.of(145, 2552), share(counties, "Clark"));
        assertTrue(counties.stream().allMatch(Benchmark::isExact));
        assertEquals(List.of(), RegionAsBenchmark.schools(places, Dimension.of("locale")), "the file has no locales");

        PublishedTables survey = read(Profile.ACS_POVERTY, ADULTS);
        List<String> region = RegionAsBenchmark.counties(places, "112");
        assertEquals(List.of("Clark", "Cowlitz", "Klickitat", "Pacific", "Skamania", "Wahkiakum"), region);
        List<Benchmark> people = RegionAsBenchmark.people(survey, region);
        assertTrue(people.stream().noneMatch(Benchmark::isExact), "estimates keep their margins");
        RegionAsBenchmark.run(file(ADULTS), directory, "112", out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(
                ScorecardTest.shows(text, "Counties: Clark, Cowlitz, Klickitat, Pacific, Skamania, Wahkiakum."), text);
        assertTrue(ScorecardTest.shows(text, "10 of the schools of Pacific do not belong to the district"), text);
        assertTrue(text.contains("Schools by locale: the directory does not say."), text);
    }

    private static Fraction share(List<Benchmark> benchmarks, String group) {
        return benchmarks.stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow()
                .share()
                .value();
    }

    private static SurveyEstimate estimate(PublishedCell cell) {
        return SurveyEstimate.of(
                cell.members().exact(), cell.margins().members().orElse(0L));
    }

    private static GoalStatus judged(Goal parity, long women, Benchmark region) {
        Share share = new Share(women, 100_000);
        return GoalCheck.parity(
                        parity,
                        Cell.of(List.of(), share.yes(), 0),
                        Cell.of(List.of(), share.n(), 0),
                        region,
                        LocalDate.of(2021, 1, 1))
                .status();
    }
}
