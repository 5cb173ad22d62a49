package org.waymark.io.studenttracker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.population.Population;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.Archive;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.FileDay;
import org.waymark.io.internal.HeadedRows;
import org.waymark.io.progress.Progress;

/**
 * The detail file of StudentTracker: terms become enrolments after high school, degrees become awards, colleges
 * institutions. Headers are known in every spelling that occurs.
 *
 * <p>A student of whom no record was found may have enrolled all the same; what is unknown stays unknown unless {@link
 * Reader#notFound} says otherwise. Figures then come with bounds, {@link #coverage} tells how many were found in each group,
 * and {@link Reconciliation} narrows the bounds by the totals of the aggregate report, in which blocked records are counted.
 *
 * <pre>{@code
 * Loaded<Population> both = StudentTracker.reader().asOf(day).students(population).read(path);
 * }</pre>
 */
public final class StudentTracker {
    /** Whether a record was found: {@code found}, {@code not found}; unknown of students who were not looked for. */
    public static final Dimension RECORD = Dimension.of("student_tracker_record");

    static final String FOUND = "found";
    static final String NOT_FOUND = "not found";

    private StudentTracker() {}

    /** Starts a reader. */
    public static Reader reader() {
        return new Reader();
    }

    /**
     * The share of students of whom a record was found, among those who were looked for: where it differs between groups,
     * so may what a figure misses.
     */
    public static Indicator coverage() {
        return Indicator.builder("student-tracker-coverage")
                .name("Record found in StudentTracker")
                .success(RECORD.in(FOUND))
                .unknowns(UnknownRule.LEFT_OUT)
                .citation("National Student Clearinghouse, StudentTracker, detail file")
                .build();
    }

    /** Collects what is to be known beforehand, then reads. */
    public static final class Reader {
        private @Nullable LocalDate asOf;
        private @Nullable Population students;
        private UnaryOperator<String> idOf = text -> text.replaceAll("^_+|_+$", "");
        private NotFound notFound = NotFound.UNKNOWN;
        private String state = "";
        private Progress progress = Progress.NONE;
        private int gap = 150;
        private CredentialKind certificate = CredentialKind.CERTIFICATE_LT1Y;
        private Map<String, CredentialKind> titles = new LinkedHashMap<>();

        private Reader() {}

        /** The day of which the data speaks: that of the search. Without it, the day on which the file was changed. */
        public Reader asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /** The students of whom the file speaks; the result has all that is known of them, and what the file adds. */
        public Reader students(Population population) {
            students = Objects.requireNonNull(population, "population");
            return this;
        }

        /**
         * How a student's id is found in the requester return field, or in the unique identifier where that is empty. By
         * default it is the field without underscores around it.
         */
        public Reader id(UnaryOperator<String> idOfField) {
            idOf = Objects.requireNonNull(idOfField, "idOfField");
            return this;
        }

        /** What is made of students of whom no record was found; unknown by default. */
        public Reader notFound(NotFound practice) {
            notFound = Objects.requireNonNull(practice, "practice");
            return this;
        }

        /** Tells a listener how far the reading has come. */
        public Reader progress(Progress listener) {
            progress = listener;
            return this;
        }

        /** The state in which a college is in-state, as the file writes it; without it nobody knows. */
        public Reader state(String postalCode) {
            state = Objects.requireNonNull(postalCode, "postalCode");
            return this;
        }

        /**
         * Terms at one college are one enrolment while at most so many days lie between them; 150 by default, so that a
         * summer does not end it and a semester left out does. With 0 each term stands by itself.
         */
        public Reader joiningTermsWithin(int days) {
            if (days < 0) {
                throw new IllegalArgumentException("days: must be 0 or more, was " + days);
            }
            gap = days;
            return this;
        }

        /** The kind of certificates, whose length the file does not tell; less than a year by default. */
        public Reader certificatesAs(CredentialKind kind) {
            certificate = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /** Degree titles and the kind that each means, before the reader's own rules. */
        public Reader degreeTitles(Map<String, CredentialKind> kinds) {
            titles = new LinkedHashMap<>(kinds);
            return this;
        }

        /**
         * Reads a detail file, or a zip of some; what is wrong is told, and the rest loads.
         *
         * @throws IOException if the file cannot be read at all
         */
        public Loaded<Population> read(Path path) throws IOException {
            FindingLog findings = new FindingLog();
            String name = String.valueOf(path.getFileName());
            DetailRows rows = new DetailRows(name, idOf, findings);
            try (InputStream in = new AnyFile(Optional.empty(), progress).open(path)) {
                if (Archive.isZip(in)) {
                    Archive.forEach(in, name, findings, (entry, content) -> one(content, entry, rows, findings));
                } else {
                    one(in, name, rows, findings);
                }
            }
            DetailPopulation rosters =
                    new DetailPopulation(name, new DegreeTitles(titles, certificate), notFound, state, gap, findings);
            Population.Builder builder = Population.builder().checked().asOf(FileDay.of(asOf, findings, path));
            rosters.addTo(builder, students, rows);
            Loaded<Population> loaded = builder.load();
            findings.addAll(loaded.findings());
            return new Loaded<>(loaded.value(), findings.findings());
        }

        private static void one(InputStream in, String source, DetailRows rows, FindingLog findings)
                throws IOException {
            DelimitedText.read(in, source, new HeadedRows(source, findings, rows), findings);
        }
    }

    /** The words of the file's statuses. */
    static final Map<String, String> INTENSITIES = intensities();

    private static Map<String, String> intensities() {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> pairs = List.of(
                "F=full time",
                "Q=three-quarter time",
                "H=half time",
                "L=less than half time",
                "W=withdrawn",
                "A=leave of absence",
                "D=deceased");
        pairs.forEach(pair -> words.put(pair.substring(0, 1), pair.substring(2)));
        return words;
    }
}
