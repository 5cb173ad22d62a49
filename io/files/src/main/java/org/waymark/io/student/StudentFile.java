package org.waymark.io.student;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.FileDay;
import org.waymark.io.internal.SafeText;
import org.waymark.io.internal.SourceRows;
import org.waymark.io.progress.Progress;

/**
 * The file every researcher has: one row per student, under headers of its own. Columns are declared; those that are not
 * are left aside with one finding. Read from CSV, from the first sheet of a workbook, from JSON (an array of flat objects, one
 * object per line, or {@code {"schemaVersion": 1, "students": [...]}}), and from a zip of CSV or JSON.
 *
 * <p>A day before a student's birth, and a birth date before 1900 or after the as-of day, is a warning, and the value stays.
 * {@link Reader#wholeRowsOnly} leaves such rows out, and every other one with a fault.
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

    /** By how many threads {@link Reader#tally} reads unless told. */
    static final int MOST_THREADS = 8;

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
        return suggestMapping(path, Progress.NONE);
    }

    /** The same, telling a listener how far the reading has come. */
    public static Loaded<MappingDraft> suggestMapping(Path path, Progress progress) throws IOException {
        FindingLog findings = new FindingLog();
        DraftRows rows = new DraftRows();
        String name = String.valueOf(path.getFileName());
        new AnyFile(Optional.empty(), progress).read(path, rows, findings);
        MappingDraft draft = rows.draft();
        for (String header : draft.unrecognised()) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS,
                    name,
                    1,
                    SafeText.name(header),
                    "was not recognised; give it a role to have it read"));
        }
        return new Loaded<>(draft, findings.findings());
    }

    /** Collects what the columns are, then reads. */
    public static final class Reader {
        private final List<ColumnMapping> columns = new ArrayList<>();
        private List<String> missing = Mapping.USUALLY_MISSING;
        private Map<String, String> crosswalk = new LinkedHashMap<>();
        private @Nullable LocalDate asOf;
        private boolean wholeRows;
        private Optional<String> latestBy = Optional.empty();
        private boolean uniqueIds;
        private Optional<Charset> fallback = Optional.empty();
        private Progress progress = Progress.NONE;
        private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

        private Reader() {}

        /** The column of the students' ids. It must be there. */
        public Reader id(String header) {
            return add(header, ColumnMapping.Role.ID, "", Map.ofEntries(), "", Optional.empty());
        }

        /** The same, and what an id looks like: a regular expression which the whole of it must match, white space included. */
        public Reader id(String header, String form) {
            return add(header, ColumnMapping.Role.ID, "", Map.ofEntries(), form, Optional.empty());
        }

        /** A column of labels, which stand for themselves. */
        public Reader dimension(String header, Dimension key) {
            return dimension(header, key, Map.ofEntries());
        }

        /** A column of labels and what they mean; other labels are findings. */
        public Reader dimension(String header, Dimension key, Map<String, String> values) {
            return add(header, ColumnMapping.Role.DIMENSION, key.name(), values, "", Optional.empty());
        }

        /** A column of labels that stand for themselves, and what they look like: a regular expression. */
        public Reader dimension(String header, Dimension key, String form) {
            return add(header, ColumnMapping.Role.DIMENSION, key.name(), Map.ofEntries(), form, Optional.empty());
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

        /**
         * Leaves out every row in which something is wrong, instead of the wrong value alone; and every row of an id whose
         * rows contradict each other. A row that says just what another said is counted once, with a warning. If a source
         * as a whole is not what it should be, if it breaks off or lacks a column, nothing is read of any. Codes and days
         * must be text in formats that know text. Files are read twice.
         */
        public Reader wholeRowsOnly() {
            wholeRows = true;
            return this;
        }

        /**
         * Takes of several rows of one student the latest: the one with the greatest text under this header, whole numbers
         * by their size; of equal ones the last. Who has different labels in one column has a warning. For files with a
         * row per student and school year. Files are read twice.
         */
        public Reader latestRowBy(String header) {
            latestBy = Optional.of(header);
            return this;
        }

        /** The encoding of text files that turn out not to be UTF-8, such as {@code windows-1252}. That it was used is told. */
        public Reader fallback(Charset encoding) {
            fallback = Optional.of(encoding);
            return this;
        }

        /** Tells a listener how far the reading has come. */
        public Reader progress(Progress listener) {
            progress = listener;
            return this;
        }

        /**
         * Has {@link #tally} hold every id against all others: one that comes twice is an error, and nothing is counted, since
         * a row that was counted cannot be withdrawn. It takes some twelve bytes per student. Ids of up to 18 digits are told
         * apart exactly, others by 63 bits made of them.
         */
        public Reader uniqueIds() {
            uniqueIds = true;
            return this;
        }

        /**
         * By how many threads {@link #tally} and {@link #records} read plain text; as many as there are processors, but no more than
         * {@value #MOST_THREADS}, unless said otherwise. It changes nothing of what comes out.
         */
        public Reader threads(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("number: must be 1 or more, was " + number);
            }
            threads = number;
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
            LocalDate day = asOf(paths, findings);
            Population.Builder builder = Population.builder().asOf(day);
            if (mapping().isConstrained(Unit.STUDENT)) {
                builder.checked();
            }
            Optional<LatestRows> latest = latest(findings, paths);
            StudentRows rows = rows(builder, day, findings, latest, paths);
            readInto(only(latest, rows), findings, paths);
            Loaded<Population> loaded = wholeRows && rows.isBroken() ? nobody(day) : builder.load();
            findings.addAll(mapping().named(loaded.findings()));
            return new Loaded<>(loaded.value(), findings.findings());
        }

        /**
         * Makes records of the students of files, one each or as one likes, without keeping a population. The students are the
         * same as those that {@link #read} gives, in the same order, with the same findings; only that they come as many small
         * populations one after the other, and where a file is large plain text from several {@link #threads} at once.
         *
         * @param make makes records of some students, in their order; must be safe for use by several threads
         * @return the records in the order of the rows
         * @throws IOException if a file cannot be read at all
         */
        public <R> Loaded<List<R>> records(Function<Population, List<R>> make, Path... paths) throws IOException {
            requireId();
            if (!wholeRows && latestBy.isEmpty()) {
                FindingLog findings = new FindingLog();
                LocalDate day = asOf(paths, findings);
                Optional<Loaded<List<R>>> made =
                        RecordFiles.make(mapping(), crosswalk, file(), day, make, threads, paths);
                if (made.isPresent()) {
                    findings.addAll(made.get().findings());
                    return new Loaded<>(made.get().value(), findings.findings());
                }
            }
            Loaded<Population> loaded = read(paths);
            return new Loaded<>(make.apply(loaded.value()), loaded.findings());
        }

        /** What takes the rows of these files, which have then been looked through for contradictions if that is wanted. */
        private StudentRows rows(
                Population.Builder builder,
                LocalDate day,
                FindingLog findings,
                Optional<LatestRows> latest,
                Path... paths)
                throws IOException {
            StudentRows rows = new StudentRows(Unit.STUDENT, mapping(), crosswalk, builder, Wanted.ALL, findings);
            rows.latest(day);
            if (wholeRows) {
                Conflicts conflicts = conflicts();
                readInto(only(latest, conflicts), new FindingLog(), paths);
                rows.wholeRows(conflicts);
            }
            return rows;
        }

        private Optional<LatestRows> latest(FindingLog findings, Path... paths) throws IOException {
            Optional<LatestRows> latest = latestRows(findings);
            if (latest.isPresent()) {
                readInto(latest.get(), new FindingLog(), paths);
                latest.get().tell();
            }
            return latest;
        }

        /** What finds the latest row of each student, if that is wanted. */
        Optional<LatestRows> latestRows(FindingLog findings) {
            return latestBy.map(header -> new LatestRows(mapping(), crosswalk, header, findings));
        }

        /** What passes on the latest row of each student; everything if nothing else is wanted. */
        static SourceRows only(Optional<LatestRows> latest, SourceRows rows) {
            return latest.isPresent() ? latest.get().only(rows) : rows;
        }

        /** What takes the rows of a file whose rows have a student; the column of ids has the student's. */
        StudentRows rowsOf(Unit unit, Population.Builder builder, FindingLog findings) {
            requireId();
            return new StudentRows(unit, mapping(), crosswalk, builder, Wanted.ALL, findings);
        }

        Conflicts conflicts() {
            return new Conflicts(mapping(), crosswalk);
        }

        boolean isWholeRowsOnly() {
            return wholeRows;
        }

        /** A population of nobody. */
        static Loaded<Population> nobody(LocalDate day) {
            Population.Builder builder = Population.builder().asOf(day);
            builder.roster(Unit.STUDENT).ids();
            return builder.load();
        }

        AnyFile file() {
            return new AnyFile(fallback, progress);
        }

        /**
         * Counts files without keeping a population, in batches of {@value #BATCH} students: memory does not grow with the
         * files. The same counts as reading everything and asking then, but that an id that comes twice is noticed only
         * where {@link #uniqueIds()} asks for it.
         * Columns of which the question does not speak are passed over, with whatever may be wrong in them.
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
            return wholeRows || latestBy.isPresent()
                    ? tallyInOnePiece(question, batch, paths)
                    : CountedFiles.count(mapping(), crosswalk, file(), question, batch, uniqueIds, threads, paths);
        }

        private Loaded<Tally> tallyInOnePiece(Question question, int batch, Path... paths) throws IOException {
            FindingLog findings = new FindingLog();
            Population.Builder builder = Population.builder().asOf(question.asOf());
            Optional<LatestRows> latest = latest(findings, paths);
            StudentRows rows = rows(builder, question.asOf(), findings, latest, paths);
            List<Tally> sum = new ArrayList<>();
            Runnable count = () -> {
                Tally next = builder.load().value().cohort(question.of()).tally(question);
                sum.add(sum.isEmpty() ? next : sum.remove(0).plus(next));
            };
            rows.inBatches(batch, count);
            readInto(only(latest, rows), findings, paths);
            if (wholeRows && rows.isBroken()) {
                // What was counted so far is forgotten, with the rows that wait to be.
                builder.load();
                sum.clear();
            }
            count.run();
            return new Loaded<>(sum.get(0), findings.findings());
        }

        private void requireId() {
            if (columns.stream().noneMatch(c -> c.role() == ColumnMapping.Role.ID)) {
                throw new IllegalStateException("id: the column of the students' ids must be declared");
            }
        }

        private void readInto(SourceRows rows, FindingLog findings, Path... paths) throws IOException {
            for (Path path : paths) {
                file().read(path, rows, findings);
            }
        }

        /** The day that was given, or the last day on which one of the files was changed. */
        LocalDate asOf(Path[] paths, FindingLog findings) throws IOException {
            return FileDay.of(asOf, findings, paths);
        }
    }
}
