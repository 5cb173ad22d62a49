package org.waymark.io.student;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.Archive;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.JsonRows;

/**
 * The file every researcher has: one row per student, under headers of its own. Columns are declared; those that are not
 * are left aside with one finding. Read from CSV, from JSON (an array of flat objects, or one object per line), and from a
 * zip of either.
 *
 * <pre>{@code
 * Loaded<Population> students = StudentFile.reader()
 *     .id("student_id").dimension("gender", GENDER).milestone("birth_date", BIRTH_DATE)
 *     .events("first_credential_date", AWARD).eventLabel("first_credential_type", KIND, "first_credential_date")
 *     .asOf(LocalDate.of(2026, 6, 30)).read(path);
 * }</pre>
 */
public final class StudentFile {
    /** How many students {@link Reader#tally} counts at a time. */
    static final int BATCH = 65_536;

    private StudentFile() {}

    /** Starts a reader. */
    public static Reader reader() {
        return new Reader();
    }

    /** Starts a reader with the columns of a mapping. */
    public static Reader reader(Mapping mapping) {
        Reader reader = new Reader();
        reader.columns.addAll(mapping.columns());
        reader.missing = mapping.missing();
        return reader;
    }

    /**
     * Looks at a file and drafts a mapping of its columns: to be written beside the data, looked over and mended. Headers
     * that are not recognised stand in the draft without a role, with the labels that occur where there are few.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Loaded<MappingDraft> suggestMapping(Path path) throws IOException {
        FindingLog findings = new FindingLog();
        DraftRows rows = new DraftRows();
        String name = String.valueOf(path.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            if (isJson(name)) {
                JsonRows.read(in, name, rows, findings);
            } else {
                DelimitedText.read(in, name, rows, findings);
            }
        }
        MappingDraft draft = rows.draft();
        for (String header : draft.unrecognised()) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS, name, 1, header, "was not recognised; give it a role to have it read"));
        }
        return new Loaded<>(draft, findings.findings());
    }

    private static boolean isJson(String name) {
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /** Collects what the columns are, then reads. */
    public static final class Reader {
        private final List<ColumnMapping> columns = new ArrayList<>();
        private List<String> missing = Mapping.USUALLY_MISSING;
        private Map<String, String> crosswalk = new LinkedHashMap<>();
        private @Nullable LocalDate asOf;

        private Reader() {}

        /** The column of the students' ids. It must be there. */
        public Reader id(String header) {
            return add(header, ColumnMapping.Role.ID, "", Map.ofEntries(), "", Optional.empty());
        }

        /** A column of labels, which stand for themselves. */
        public Reader dimension(String header, Dimension key) {
            return dimension(header, key, Map.ofEntries());
        }

        /** A column of labels and what they mean; other labels are findings. */
        public Reader dimension(String header, Dimension key, Map<String, String> values) {
            return add(header, ColumnMapping.Role.DIMENSION, key.name(), values, "", Optional.empty());
        }

        /** A column with several labels in one field. */
        public Reader labels(String header, Dimension key, char separator) {
            return add(
                    header,
                    ColumnMapping.Role.LABELS,
                    key.name(),
                    Map.ofEntries(),
                    Character.toString(separator),
                    Optional.empty());
        }

        /** A column of days like {@code 2005-04-30}. */
        public Reader milestone(String header, Milestone key) {
            return milestone(header, key, "");
        }

        /** A column of days written after a pattern such as {@code MM/dd/yyyy}. */
        public Reader milestone(String header, Milestone key, String pattern) {
            return add(header, ColumnMapping.Role.MILESTONE, key.name(), Map.ofEntries(), pattern, Optional.empty());
        }

        /** A column of numbers. */
        public Reader quantity(String header, Quantity key) {
            return add(header, ColumnMapping.Role.QUANTITY, key.name(), Map.ofEntries(), "", Optional.empty());
        }

        /** A column of days on which events began; a field that is empty is no event. */
        public Reader events(String header, EventKind key) {
            return add(header, ColumnMapping.Role.EVENT, key.name(), Map.ofEntries(), "", Optional.empty());
        }

        /** A column of labels of the event whose day stands under another header. */
        public Reader eventLabel(String header, Dimension key, Map<String, String> values, String dateHeader) {
            return add(header, ColumnMapping.Role.EVENT_LABEL, key.name(), values, "", Optional.of(dateHeader));
        }

        /** A column of labels of the event whose day stands under another header. */
        public Reader eventLabel(String header, Dimension key, String dateHeader) {
            return eventLabel(header, key, Map.ofEntries(), dateHeader);
        }

        /** A column as a mapping says. */
        public Reader column(ColumnMapping column) {
            columns.add(column);
            return this;
        }

        private Reader add(
                String header,
                ColumnMapping.Role role,
                String key,
                Map<String, String> values,
                String format,
                Optional<String> of) {
            columns.add(new ColumnMapping(header, role, key, new LinkedHashMap<>(values), format, of));
            return this;
        }

        /** Texts that mean that nothing was reported, besides the empty field. */
        public Reader missing(String... texts) {
            missing = List.of(texts);
            return this;
        }

        /** The day of which the data speaks. Without it, the day on which the file was last changed, with a finding. */
        public Reader asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /**
         * Other ids of students, and the id under which each is known here: one student under the ids of two districts or
         * years becomes one. Ids that are not in it stay as they are.
         */
        public Reader crosswalk(Map<String, String> idOfOther) {
            crosswalk = new LinkedHashMap<>(idOfOther);
            return this;
        }

        /** The columns and missing texts so far. */
        public Mapping mapping() {
            return new Mapping(columns, missing);
        }

        /**
         * Reads files into one population; an id that came before is a finding.
         *
         * @throws IOException if a file cannot be read at all
         */
        public Loaded<Population> read(Path... paths) throws IOException {
            requireId();
            FindingLog findings = new FindingLog();
            Population.Builder builder = Population.builder().asOf(asOf(paths, findings));
            readInto(new StudentRows(mapping(), crosswalk, builder, findings), findings, paths);
            Loaded<Population> loaded = builder.load();
            findings.addAll(loaded.findings());
            return new Loaded<>(loaded.value(), findings.findings());
        }

        /**
         * Counts files without keeping a population, in batches of {@value #BATCH} students: memory does not grow with the
         * files. The same counts as reading everything and asking then, but for one thing: an id is noticed twice only
         * within a batch.
         *
         * @param question what is asked; its as-of day counts
         * @throws IOException if a file cannot be read at all
         */
        public Loaded<Tally> tally(Question question, Path... paths) throws IOException {
            return tally(question, BATCH, paths);
        }

        /** The same in batches of another size. */
        Loaded<Tally> tally(Question question, int batch, Path... paths) throws IOException {
            requireId();
            FindingLog findings = new FindingLog();
            Population.Builder builder = Population.builder().asOf(question.asOf());
            StudentRows rows = new StudentRows(mapping(), crosswalk, builder, findings);
            List<Tally> sum = new ArrayList<>();
            Runnable count = () -> {
                Tally next = builder.load().value().cohort(question.of()).tally(question);
                sum.add(sum.isEmpty() ? next : sum.remove(0).plus(next));
            };
            rows.inBatches(batch, count);
            readInto(rows, findings, paths);
            count.run();
            return new Loaded<>(sum.get(0), findings.findings());
        }

        private void requireId() {
            if (columns.stream().noneMatch(c -> c.role() == ColumnMapping.Role.ID)) {
                throw new IllegalStateException("id: the column of the students' ids must be declared");
            }
        }

        private void readInto(StudentRows rows, FindingLog findings, Path... paths) throws IOException {
            for (Path path : paths) {
                read(path, rows, findings);
            }
        }

        /** The day that was given, or the last day on which one of the files was changed. */
        private LocalDate asOf(Path[] paths, FindingLog findings) throws IOException {
            if (asOf != null) {
                return asOf;
            }
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS, "", 0, "as of", "no as-of day was given; taken as of the file's own day"));
            LocalDate latest = LocalDate.EPOCH;
            for (Path path : paths) {
                LocalDate changed = Files.getLastModifiedTime(path)
                        .toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
                latest = changed.isAfter(latest) ? changed : latest;
            }
            return latest;
        }

        private static void read(Path path, StudentRows rows, FindingLog findings) throws IOException {
            String name = String.valueOf(path.getFileName());
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                if (Archive.isZip(in)) {
                    Archive.forEach(in, name, findings, (entry, content) -> one(content, entry, rows, findings));
                } else {
                    one(in, name, rows, findings);
                }
            }
        }

        private static void one(InputStream in, String source, StudentRows rows, FindingLog findings)
                throws IOException {
            rows.source(source);
            if (isJson(source)) {
                JsonRows.read(in, source, rows, findings);
            } else {
                DelimitedText.read(in, source, rows, findings);
            }
            rows.finish();
        }
    }
}
