package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Severity;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.table.Table;
import org.waymark.io.counts.CountsFile;
import org.waymark.io.student.StudentBundle;
import org.waymark.io.student.StudentFile;

/**
 * Hostile and broken files, and for each the answers that are right; from the folder that the system property {@code
 * waymark.badinput} names, else from beside the repository, else the copy in the test resources.
 */
class BadInputConformance {
    private static final Set<String> READERS = Set.of("csv", "json", "xlsx", "zip");
    private static final Set<String> LEFT_TO_OTHERS = Set.of("parquet");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]*";
    private static final String CONTROL = "00-control.csv";

    @TempDir
    Path scratch;

    /** A row of the manifest. */
    private record Case(String file, String format, String reader, List<Answer> answers) {
        static Case of(NamedCsvRecord row) {
            List<Answer> answers = new ArrayList<>();
            answers.add(Answer.of(row.getField("answer"), row.getField("good_rows")));
            String[] also = row.getField("also_right").split(";", -1);
            String[] rows = row.getField("also_good_rows").split(";", -1);
            for (int i = 0; i < also.length; i++) {
                if (!also[i].isBlank()) {
                    answers.add(Answer.of(also[i].strip(), rows[i].strip()));
                }
            }
            return new Case(row.getField("file"), row.getField("format"), row.getField("reader"), answers);
        }
    }

    /** What a reader may say: the class, the records that are reported, how many are handed out. */
    private record Answer(String kind, Set<Long> records, long handedOut) {
        static Answer of(String written, String goodRows) {
            Matcher rows = Pattern.compile("reject row((?: \\d+)+)").matcher(written);
            if (rows.matches()) {
                Set<Long> records = Stream.of(rows.group(1).strip().split(" "))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
                return new Answer("reject row", records, Long.parseLong(goodRows));
            }
            assertTrue(Set.of("accept", "accept with warning", "reject file").contains(written), written);
            return new Answer(written, Set.of(), Long.parseLong(goodRows));
        }
    }

    /** What a reader did say. */
    private record Read(List<Finding> findings, long handedOut, Loaded<?> loaded) {}

    private static Path folder() {
        String named = System.getProperty("waymark.badinput");
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolveSibling("shared/conformance/bad-input");
            if (at.getParent() != null && Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("src/test/resources/bad-input");
    }

    private static List<Case> cases() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder().resolve("manifest.csv"))) {
            return rows.stream().map(Case::of).toList();
        }
    }

    @Test
    void everyFileIsNamedAndEveryReaderIsKnown() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Case one : cases()) {
            assertTrue(READERS.contains(one.reader()) || LEFT_TO_OTHERS.contains(one.reader()), one.reader());
            named.add(one.file());
        }
        try (Stream<Path> files = Files.list(folder())) {
            assertEquals(
                    named,
                    files.map(file -> file.getFileName().toString())
                            .filter(file ->
                                    !Set.of("README.md", "manifest.csv").contains(file) && !file.endsWith(".py"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Maven names its module's folder to the tests; elsewhere the heap is whatever somebody gave. */
    @Test
    void heapIsNoLargerThanPromised() {
        Assumptions.assumeTrue(System.getProperty("basedir") != null, "not run by Maven");
        assertTrue(Runtime.getRuntime().maxMemory() <= 256L << 20);
    }

    @TestFactory
    Stream<DynamicTest> everyFileGetsOneOfItsRightAnswers() throws IOException {
        List<Case> ours =
                cases().stream().filter(one -> READERS.contains(one.reader())).toList();
        assertFalse(ours.isEmpty());
        return ours.stream().map(one -> DynamicTest.dynamicTest(one.file(), () -> check(one)));
    }

    private void check(Case one) throws IOException {
        long begun = System.nanoTime();
        Read read = read(one);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertTrue(seconds < 5, "took " + seconds + " s");
        assertEquals(read.findings(), read(one).findings(), "the same findings again");
        tellsNothingOfTheFile(one, read.findings());
        assertTrue(
                one.answers().stream().anyMatch(answer -> is(answer, one, read)),
                () -> "none of " + one.answers() + ": handed out " + read.handedOut() + ", " + read.findings());
        boolean errors = read.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        if (errors) {
            assertThrows(UncleanSourceException.class, () -> read.loaded().orThrow());
        }
    }

    private static boolean is(Answer answer, Case one, Read read) {
        List<Finding> errors = read.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        boolean as = answer.handedOut() == read.handedOut();
        return switch (answer.kind()) {
            case "accept" -> as && read.findings().isEmpty();
            case "accept with warning" ->
                as && errors.isEmpty() && !read.findings().isEmpty();
            case "reject file" -> as && !errors.isEmpty();
            default -> as && answer.records().equals(records(one, errors));
        };
    }

    /** The records that have an error, 0 for one without a line. */
    private static Set<Long> records(Case one, List<Finding> errors) {
        Function<Long, Long> record = switch (one.reader()) {
            case "csv" -> recordOfLine(one);
            case "xlsx" -> line -> line - 1;
            default -> line -> line;
        };
        return errors.stream()
                .map(f -> f.line() == 0 ? 0 : record.apply(f.line()))
                .collect(Collectors.toSet());
    }

    /** Records of a CSV file begin on these lines; line breaks within quotes begin none, nor do blank lines. */
    private static Function<Long, Long> recordOfLine(Case one) {
        String text;
        try {
            text = Files.readString(folder().resolve(one.file()), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        List<Long> starts = new ArrayList<>();
        long line = 1;
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (!begun && c != '\n' && c != '\r') {
                starts.add(line);
                begun = true;
            }
            quoted ^= c == '"';
            line += end ? 1 : 0;
            begun &= !end || quoted;
        }
        return at -> (long) starts.indexOf(at);
    }

    private void tellsNothingOfTheFile(Case one, List<Finding> findings) throws IOException {
        Set<String> values = values(one);
        for (Finding finding : findings) {
            String told = finding.toString();
            assertTrue(told.chars().allMatch(c -> c >= ' ' && c < 0x7F), () -> "control characters: " + one.file());
            for (String value : values) {
                Matcher part = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(value) + "(?![A-Za-z0-9])")
                        .matcher(told.substring(finding.source().length()));
                assertFalse(part.find(), () -> "tells a value: " + told);
            }
        }
    }

    /** Fields of the file of three characters or more that are no headers; of a packed file those of the control. */
    private static Set<String> values(Case one) throws IOException {
        boolean packed = one.reader().equals("xlsx") || one.reader().equals("zip");
        Path file = folder().resolve(packed ? CONTROL : one.file());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean json = one.reader().equals("json");
        String headers = json
                ? "schemaVersion,students,student_id,birth_date,sex,race_ethnicity,home_language"
                : text.lines().findFirst().orElse("");
        Set<String> names = new LinkedHashSet<>(List.of(headers.split("[,;]", -1)));
        return Stream.of(text.split(json ? "[\"\\s]+" : "[,;\"\\r\\n]+", -1))
                .map(String::strip)
                .filter(value -> value.length() >= 3 && value.length() < 1_000 && !names.contains(value))
                .filter(value -> value.chars().anyMatch(Character::isLetterOrDigit))
                .limit(1_000)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Read read(Case one) throws IOException {
        Path file = folder().resolve(one.file());
        return switch (one.format()) {
            case "csv:students", "json:students", "xlsx:students" -> {
                Loaded<Population> loaded = students().read(file);
                yield new Read(loaded.findings(), loaded.value().size(), loaded);
            }
            case "csv:enrollments" -> hanging("enrollments.csv", file, Enrolment.SCHEMA.unit());
            case "csv:credentials" -> hanging("credentials.csv", file, CredentialAward.SCHEMA.unit());
            case "csv:aggregate" -> {
                Loaded<Table> loaded = CountsFile.reader()
                        .label("school_id")
                        .label("group")
                        .label("year")
                        .whole("cohort")
                        .part("attained")
                        .read(file);
                yield new Read(loaded.findings(), loaded.value().size(), loaded);
            }
            case "zip:bundle" -> {
                Loaded<Population> loaded = bundle().read(file);
                yield new Read(loaded.findings(), loaded.value().size(), loaded);
            }
            default -> throw new AssertionError("unknown format " + one.format());
        };
    }

    /** Read with the students of the control beside it. */
    private Read hanging(String name, Path file, Unit unit) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "bundle");
        Files.copy(folder().resolve(CONTROL), folder.resolve("students.csv"));
        Files.copy(file, folder.resolve(name));
        Loaded<Population> loaded = bundle().read(folder);
        List<Finding> findings = loaded.findings().stream()
                .filter(finding -> !finding.expected().startsWith("there is no "))
                .toList();
        return new Read(findings, loaded.value().find(unit).map(Roster::size).orElse(0), loaded);
    }

    private static StudentFile.Reader students() {
        return StudentFile.reader()
                .id("student_id", ID)
                .milestone("birth_date", Milestone.of("birth_date"))
                .dimension("sex", Dimension.of("sex"), codes("F", "M", "X"))
                .dimension(
                        "race_ethnicity",
                        Dimension.of("race_ethnicity"),
                        codes("AIAN", "Asian", "Black", "Hispanic", "NHPI", "TwoOrMore", "White"))
                .dimension("home_language", Dimension.of("home_language"), "[a-z]{3}")
                .missing()
                .wholeRowsOnly()
                .asOf(TODAY);
    }

    private static Map<String, String> codes(String... codes) {
        return Stream.of(codes).collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static StudentBundle bundle() {
        return StudentBundle.of("students.csv", students())
                .with(
                        "enrollments.csv",
                        Enrolment.SCHEMA,
                        StudentFile.reader()
                                .id("student_id", ID)
                                .dimension("school_id", Dimension.of("school_code"), ID)
                                .dimension("grade", Dimension.of("grade"), "[0-9]|1[0-3]")
                                .milestone("entry_date", Milestone.of("start"))
                                .milestone("exit_date", Milestone.of("end"))
                                .missing())
                .with(
                        "credentials.csv",
                        CredentialAward.SCHEMA,
                        StudentFile.reader()
                                .id("student_id", ID)
                                .dimension("credential", Dimension.of("credential_name"))
                                .milestone("awarded_on", Milestone.of("awarded_on"))
                                .missing());
    }
}
