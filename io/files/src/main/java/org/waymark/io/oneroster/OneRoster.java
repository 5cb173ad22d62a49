package org.waymark.io.oneroster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.FileDay;
import org.waymark.io.internal.HeadedRows;
import org.waymark.io.internal.TextRows;
import org.waymark.io.progress.Progress;

/**
 * OneRoster 1.1 and 1.2 in its CSV form, a zip or a folder: read in bulk or delta mode, written as 1.2 in bulk mode.
 *
 * <p>Read are students with birth date, sex and races, schools and districts, times at schools, and parts in the courses
 * that a table of the reader's own gives a pathway. Results, line items and resources are not read; names, user names,
 * addresses and passwords are never kept. A delta is read by itself: what it does not name it does not change.
 *
 * <pre>{@code
 * Loaded<Population> loaded = OneRoster.reader().asOf(day).courses(pathways).read(path);
 * }</pre>
 */
public final class OneRoster {
    private OneRoster() {}

    /** Starts a reader. */
    public static Reader reader() {
        return new Reader();
    }

    /**
     * Starts a writer of students' records, which are not for publication.
     *
     * @param purpose what the file is for, in a few words, such as who gets it
     */
    public static OneRosterWriter writer(String purpose) {
        return new OneRosterWriter(purpose);
    }

    /** Collects what is to be known beforehand, then reads. */
    public static final class Reader {
        private @Nullable LocalDate asOf;
        private List<CoursePathway> courses = List.of();
        private boolean byIdentifier;
        private boolean classFromGrade;
        private Progress progress = Progress.NONE;

        private Reader() {}

        /** The day of which the data speaks. Without it, the day on which the file was last changed, with a finding. */
        public Reader asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /** Which courses belong to which pathway; see {@link CoursePathway#read}. */
        public Reader courses(List<CoursePathway> table) {
            courses = List.copyOf(table);
            return this;
        }

        /** Students are known by the {@code identifier} of their user, often the state's id, where it is given. */
        public Reader studentsByIdentifier() {
            byIdentifier = true;
            return this;
        }

        /**
         * Takes the graduating class from the grade, as if every student went on one grade a year. Without this call
         * nobody has a class, since OneRoster does not tell it.
         */
        public Reader classFromGrade() {
            classFromGrade = true;
            return this;
        }

        /** Tells a listener how far the reading has come; a zip is gone through twice. */
        public Reader progress(Progress listener) {
            progress = listener;
            return this;
        }

        /**
         * Reads a zip or a folder; what is wrong is told, and the rest loads.
         *
         * @throws IOException if a file cannot be read at all
         */
        public Loaded<Population> read(Path path) throws IOException {
            FindingLog findings = new FindingLog();
            LocalDate day = FileDay.of(asOf, findings, path);
            RosterReading rosters = new RosterReading(day, courses, byIdentifier, classFromGrade, findings);
            Inventory inventory = readAll(path, rosters, progress, findings);
            if (inventory.version().isEmpty()) {
                return new Loaded<>(Population.builder().asOf(day).build(), findings.findings());
            }
            Loaded<Population> loaded = rosters.build().load();
            findings.addAll(loaded.findings());
            return new Loaded<>(loaded.value(), findings.findings());
        }

        /**
         * Looks at a data set without keeping students: its version, its files, their rows, and what is wrong with them.
         *
         * @throws IOException if a file cannot be read at all
         */
        public Loaded<Inventory> inspect(Path path) throws IOException {
            FindingLog findings = new FindingLog();
            LocalDate day = asOf == null ? LocalDate.EPOCH : asOf;
            RosterReading rosters = new RosterReading(day, List.of(), false, false, new FindingLog());
            Inventory inventory = readAll(path, rosters, progress, findings);
            return new Loaded<>(inventory, findings.findings());
        }

        private static Inventory readAll(Path path, RosterReading rosters, Progress progress, FindingLog findings)
                throws IOException {
            Bundle bundle = Bundle.of(path, findings);
            String name = String.valueOf(path.getFileName());
            Optional<String> relative = Relatives.of(bundle);
            boolean nothing = bundle.headers().keySet().stream().noneMatch(Layout.FILES::contains);
            if (relative.isPresent() || nothing) {
                findings.add(Finding.error(
                        Reason.WRONG_SOURCE,
                        name,
                        0,
                        "",
                        "OneRoster 1.1 or 1.2 in CSV"
                                + relative.map(other -> ", this is " + other + "; nothing was read")
                                        .orElse("; none of its files is there")));
                return new Inventory(Optional.empty(), new LinkedHashMap<>(), new LinkedHashMap<>());
            }
            Manifest manifest = manifest(bundle, findings);
            Inventory.Counting counts = new Inventory.Counting();
            References references = new References();
            List<String> files = new ArrayList<>(manifest.layout().files());
            files.retainAll(manifest.modes().keySet());
            List<String> last = files.remove("enrollments") ? List.of("enrollments") : List.of();
            // Enrollments are many, and are read when everything that they refer to is known.
            for (List<String> group : List.of(files, last)) {
                bundle.read(group, progress, (file, content) -> {
                    String source = bundle.source(file);
                    rosters.source(file, source);
                    DataFile data = new DataFile(
                            file, source, manifest, references, counts, findings, row -> rosters.row(file, row));
                    HeadedRows rows = new HeadedRows(source, findings, data);
                    DelimitedText.read(content, source, rows, findings);
                    data.finish(rows.rows());
                    references.complete(file);
                });
                references.settle(findings);
            }
            return new Inventory(Optional.of(manifest.layout().version()), manifest.modes(), counts.rows());
        }

        private static Manifest manifest(Bundle bundle, FindingLog findings) throws IOException {
            if (!bundle.headers().containsKey("manifest")) {
                return Manifest.without(bundle, findings);
            }
            String source = bundle.source("manifest");
            TextRows rows = new TextRows(source, List.of("propertyname", "value"), findings);
            bundle.read(
                    List.of("manifest"),
                    Progress.NONE,
                    (file, content) -> DelimitedText.read(content, source, rows, findings));
            return Manifest.of(rows, bundle, findings);
        }
    }
}
