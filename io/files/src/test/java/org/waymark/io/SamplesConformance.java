package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.student.Enrolment;
import org.waymark.io.badge.LearnerRecord;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.VerifiableCredential;
import org.waymark.io.oneroster.Inventory;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.student.StudentBundle;
import org.waymark.io.student.StudentFile;

/**
 * Files of others, and what a reader says of each; from the folder that the system property {@code waymark.samples} names,
 * else from beside the repository, and skipped where there is none.
 */
class SamplesConformance {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Set<String> VERDICTS = Set.of("read", "read with findings", "not a sample");
    private static final Set<String> REFUSALS = Set.of(
            "Microsoft School Data Sync",
            "OneRoster 1.0",
            "recognised Ed-Fi interchange XML",
            "VC 1.1 form",
            "endorsement credential",
            "invalid credential");

    @TempDir
    Path scratch;

    /** A row of the manifest. */
    private record Sample(
            String file, String standard, List<String> verdicts, Map<String, Long> counts, Map<String, Long> findings) {
        static Sample of(NamedCsvRecord row) {
            List<String> verdicts = new ArrayList<>(List.of(row.getField("verdict")));
            Stream.of(row.getField("also_right").split(";", -1))
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .forEach(verdicts::add);
            for (String verdict : verdicts) {
                assertTrue(
                        VERDICTS.contains(verdict)
                                || verdict.startsWith("refuse: ") && REFUSALS.contains(verdict.substring(8)),
                        verdict);
            }
            return new Sample(
                    row.getField("file"),
                    row.getField("standard"),
                    verdicts,
                    numbers(row.getField("counts"), -1),
                    numbers(row.getField("findings"), 0));
        }

        private static Map<String, Long> numbers(String written, long otherwise) {
            Map<String, Long> numbers = new LinkedHashMap<>();
            for (String one : written.split(";", -1)) {
                String[] parts = one.strip().split("=", -1);
                if (!parts[0].isEmpty()) {
                    numbers.put(parts[0], parts.length == 1 ? otherwise : Long.parseLong(parts[1]));
                }
            }
            return numbers;
        }
    }

    /** What a reader did say: how much it handed out, nothing of it if it refused, and what it found. */
    private record Answer(Optional<Map<String, Long>> counts, List<Finding> findings) {}

    @TestFactory
    Stream<DynamicTest> everySampleAnswersAsItSays() throws IOException {
        Path manifest = Samples.need(Samples.folder().resolve("manifest.csv"));
        List<Sample> samples;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(manifest)) {
            samples = rows.stream().map(Sample::of).toList();
        }
        assertFalse(samples.isEmpty());
        return samples.stream().map(one -> DynamicTest.dynamicTest(one.file(), () -> check(one)));
    }

    private void check(Sample sample) throws IOException {
        if (sample.verdicts().contains("not a sample")) {
            return;
        }
        Path file = Samples.folder().resolve(sample.file());
        Answer answer = read(sample, file);
        assertEquals(answer.findings(), read(sample, file).findings(), "the same findings again");
        List<String> wrong = new ArrayList<>();
        for (String verdict : sample.verdicts()) {
            Optional<String> why = disagrees(verdict, sample, answer);
            if (why.isEmpty()) {
                return;
            }
            wrong.add(verdict + ": " + why.get());
        }
        fail(wrong + " of " + answer);
    }

    /** Why the answer is not that verdict; empty if it is. */
    private static Optional<String> disagrees(String verdict, Sample sample, Answer answer) {
        Set<String> kinds = kinds();
        if (verdict.startsWith("refuse: ")) {
            String name = verdict.substring(8);
            boolean named = answer.findings().stream()
                    .anyMatch(
                            f -> f.severity() == Severity.ERROR && f.toString().contains(name));
            boolean said = !name.equals("invalid credential")
                    || sample.findings().keySet().stream().anyMatch(kind -> count(kind, answer) > 0);
            return answer.counts().isEmpty() && named && said ? Optional.empty() : Optional.of("not refused so");
        }
        if (answer.counts().isEmpty()) {
            return Optional.of("nothing was handed out");
        }
        if (verdict.equals("read")) {
            for (String kind : kinds) {
                if (count(kind, answer) > 0) {
                    return Optional.of("found " + kind);
                }
            }
        }
        Map<String, Long> counts = answer.counts().get();
        for (Map.Entry<String, Long> expected : sample.counts().entrySet()) {
            if (!expected.getValue().equals(counts.get(expected.getKey()))) {
                return Optional.of(expected + " and not " + counts);
            }
        }
        for (Map.Entry<String, Long> expected : sample.findings().entrySet()) {
            long found = count(expected.getKey(), answer);
            if (expected.getValue() == 0 ? found == 0 : found != expected.getValue()) {
                return Optional.of(expected + " and not " + found);
            }
        }
        return Optional.empty();
    }

    private static Set<String> kinds() {
        return new LinkedHashSet<>(List.of(
                "dangling-reference",
                "not-in-enumeration",
                "boolean-case",
                "date-form",
                "filled-in-bulk",
                "header-misspelt",
                "header-empty",
                "ragged-row",
                "manifest-value",
                "unlisted-file",
                "no-data-rows",
                "older-form",
                "scalar-type",
                "wrong-type",
                "missing-member",
                "expired",
                "not-yet-valid",
                "label-changes",
                "exit-before-entry"));
    }

    private static long count(String kind, Answer answer) {
        Predicate<Finding> is = switch (kind) {
            case "dangling-reference" -> f -> f.reason() == Reason.DANGLING_REFERENCE;
            case "not-in-enumeration" ->
                f -> f.reason() == Reason.UNKNOWN_LABEL && !f.source().endsWith("manifest.csv");
            case "boolean-case" -> f -> f.reason() == Reason.LETTER_CASE;
            case "date-form" -> f -> f.reason() == Reason.UNREADABLE_DATE;
            case "filled-in-bulk" ->
                f -> f.reason() == Reason.CONTRADICTION && f.expected().contains("bulk");
            case "header-misspelt" ->
                f -> f.reason() == Reason.MISSPELT_HEADER && !f.column().isEmpty();
            case "header-empty" ->
                f -> f.reason() == Reason.MISSPELT_HEADER && f.column().isEmpty();
            case "ragged-row" -> f -> f.reason() == Reason.RAGGED_ROW;
            case "manifest-value" ->
                f -> f.reason() == Reason.UNKNOWN_LABEL && f.source().endsWith("manifest.csv");
            case "unlisted-file" ->
                f -> f.reason() == Reason.CONTRADICTION && f.expected().contains("manifest names");
            case "no-data-rows" -> f -> f.expected().startsWith("rows below");
            case "older-form" -> f -> f.reason() == Reason.OLDER_FORM;
            case "scalar-type" -> f -> f.reason() == Reason.WRONG_TYPE && f.severity() == Severity.WARNING;
            case "wrong-type" -> f -> f.reason() == Reason.WRONG_TYPE && f.severity() == Severity.ERROR;
            case "missing-member" -> f -> f.reason() == Reason.MISSING_VALUE;
            case "expired" ->
                f -> f.reason() == Reason.NOT_IN_FORCE && f.column().contains("validUntil");
            case "not-yet-valid" ->
                f -> f.reason() == Reason.NOT_IN_FORCE && f.column().contains("validFrom");
            case "label-changes" -> f -> f.expected().startsWith("the same label in every row");
            case "exit-before-entry" -> f -> f.expected().contains("a spell that does not end before it starts");
            default -> throw new AssertionError("unknown kind " + kind);
        };
        return answer.findings().stream()
                .filter(is)
                .mapToLong(f -> 1 + f.repeats())
                .sum();
    }

    private Answer read(Sample sample, Path file) throws IOException {
        return switch (sample.standard()) {
            case "OneRoster", "Microsoft School Data Sync", "Ed-Fi" -> roster(file);
            case "Open Badges", "CLR" -> credential(file);
            case "flat CSV" -> flat(file);
            default -> throw new AssertionError("unknown standard " + sample.standard());
        };
    }

    private static Answer roster(Path file) throws IOException {
        Loaded<Inventory> looked = OneRoster.reader().asOf(DAY).inspect(file);
        Loaded<Population> loaded = OneRoster.reader().asOf(DAY).read(file);
        List<String> again = loaded.findings().stream().map(Finding::toString).toList();
        assertTrue(
                again.containsAll(
                        looked.findings().stream().map(Finding::toString).toList()),
                "inspecting and reading find the same");
        if (looked.value().version().isEmpty()) {
            assertEquals(0, loaded.value().rosters().size());
            return new Answer(Optional.empty(), looked.findings());
        }
        return new Answer(Optional.of(looked.value().rows()), looked.findings());
    }

    private static Answer credential(Path file) throws IOException {
        Loaded<Optional<VerifiableCredential>> loaded =
                OpenBadges.reader().asOf(DAY).read(file);
        if (loaded.value().isEmpty()) {
            return new Answer(Optional.empty(), loaded.findings());
        }
        Map<String, Long> counts = new TreeMap<>();
        counts.put("credentials", 1L);
        if (loaded.value().get() instanceof LearnerRecord record) {
            counts.put("credentials", (long) record.badges().size());
            counts.put("achievements", (long) record.achievements().size());
            counts.put("associations", (long) record.associations().size());
        }
        return new Answer(Optional.of(counts), loaded.findings());
    }

    /** A file with several rows for a student, or the times of students at schools. */
    private Answer flat(Path file) throws IOException {
        String header;
        long rows;
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            header = all.get(0);
            rows = all.size() - 1;
        }
        StudentFile.Reader students =
                StudentFile.reader().id("sid").latestRowBy("school_year").asOf(DAY);
        if (header.contains("race_ethnicity")) {
            students.dimension("race_ethnicity", Dimension.of("race_ethnicity")).missing();
        }
        if (header.contains("frpl")) {
            students.dimension("frpl", Dimension.of("frpl"));
        }
        if (!header.contains("enrollment_date")) {
            Loaded<Population> loaded = students.read(file);
            long passedOver = loaded.findings().stream()
                    .filter(f -> f.expected().contains("have a later one"))
                    .mapToLong(f -> Long.parseLong(f.expected().split(" ", 2)[0]))
                    .sum();
            assertEquals(rows, loaded.value().size() + passedOver);
            Map<String, Long> counts = new TreeMap<>();
            counts.put("students", (long) loaded.value().size());
            counts.put("rows", rows);
            return new Answer(Optional.of(counts), loaded.findings());
        }
        Path folder = Files.createTempDirectory(scratch, "bundle");
        Files.copy(file, folder.resolve("students.csv"));
        Files.copy(file, folder.resolve("enrollments.csv"));
        // As spells, those that end before they begin are left out and told; the days as they stand are all kept.
        Loaded<Population> spells = stays(students, "end").read(folder);
        Roster stays = stays(students, "left").read(folder).value().roster(Enrolment.SCHEMA.unit());
        Answer told = new Answer(Optional.empty(), spells.findings());
        assertEquals(
                stays.size(), spells.value().roster(Enrolment.SCHEMA.unit()).size() + count("exit-before-entry", told));
        Map<String, Long> counts = new TreeMap<>();
        counts.put("students", (long) spells.value().size());
        counts.put("rows", (long) stays.size());
        Set<String> schools = new LinkedHashSet<>();
        for (int row = 0; row < stays.size(); row++) {
            boolean start = stays.day(Milestone.of("start"), row).isPresent();
            boolean end = stays.day(Milestone.of("left"), row).isPresent();
            String which = start && end ? "both_dates" : start ? "no_withdrawal" : end ? "no_enrollment" : "no_dates";
            counts.merge(which, 1L, Long::sum);
            List<String> school = stays.labels(Dimension.of("school_id"), row).labels();
            // The manifest counts the values of the column: rows that name no school have one more.
            schools.add(school.isEmpty() ? "" : school.get(0));
        }
        counts.put("schools", (long) schools.size());
        return new Answer(Optional.of(counts), spells.findings());
    }

    private static StudentBundle stays(StudentFile.Reader students, String end) {
        return StudentBundle.of("students.csv", students)
                .with(
                        "enrollments.csv",
                        Enrolment.SCHEMA,
                        StudentFile.reader()
                                .id("sid")
                                .dimension("school_code", Dimension.of("school_id"))
                                .milestone("enrollment_date", Milestone.of("start"), "M/d/uuuu")
                                .milestone("withdrawal_date", Milestone.of(end), "M/d/uuuu")
                                .missing("././."));
    }
}
