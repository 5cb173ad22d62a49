package org.waymark.io.student;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.Archive;
import org.waymark.io.internal.LongMap;
import org.waymark.io.internal.SourceRows;

/**
 * A file of students and files of what hangs on them, enrolments or awards, each under headers of its own; in a folder, or
 * at the top of a zip.
 *
 * <pre>{@code
 * Loaded<Population> read = StudentBundle.of("students.csv", StudentFile.reader().id("student_id")...)
 *     .with("enrollments.csv", Enrolment.SCHEMA, StudentFile.reader()
 *         .id("student_id").dimension("school_id", SCHOOL).milestone("entry_date", START).milestone("exit_date", END))
 *     .read(zip);
 * }</pre>
 *
 * <p>Rows whose student is not among the students are left out with a finding. Days before a student's birth and ends
 * before their start are told, and spells of one student that overlap.
 */
public final class StudentBundle {
    private record Part(String file, Unit unit, StudentFile.Reader reader) {}

    private final Part students;
    private final List<Part> parts = new ArrayList<>();

    private StudentBundle(Part students) {
        this.students = students;
    }

    /** A file of students and how it is read. What the reader says about whole rows and the as-of day holds for all files. */
    public static StudentBundle of(String file, StudentFile.Reader students) {
        return new StudentBundle(new Part(file, Unit.STUDENT, students));
    }

    /**
     * A file whose rows have a student. It may be missing.
     *
     * @param file its name in the folder or zip
     * @param schema what its rows are; the keys of days, labels and numbers are the names of its fields or others
     * @param rows its columns; the id is the student's
     * @throws IllegalArgumentException if such rows have no student
     */
    public StudentBundle with(String file, Schema<?, ?> schema, StudentFile.Reader rows) {
        boolean owned = schema.owner()
                .flatMap(owner -> owner.target())
                .filter(Unit.STUDENT::equals)
                .isPresent();
        if (!owned || Model.schema(schema.unit()).isEmpty()) {
            throw new IllegalArgumentException("schema: its rows must have a student, were " + schema.unit());
        }
        parts.add(new Part(file, schema.unit(), rows));
        return this;
    }

    /**
     * Reads a folder or a zip.
     *
     * @throws IOException if it cannot be read at all
     */
    public Loaded<Population> read(Path folderOrZip) throws IOException {
        FindingLog findings = new FindingLog();
        Folder folder = Files.isDirectory(folderOrZip)
                ? new Folder(folderOrZip, false, students.reader().file())
                : new Folder(folderOrZip, true, students.reader().file());
        boolean whole = folder.look(findings);
        LocalDate day = students.reader().asOf(new Path[] {folderOrZip}, findings);
        Population.Builder builder = Population.builder().asOf(day);
        if (Stream.concat(Stream.of(students), parts.stream())
                .anyMatch(part -> part.reader().mapping().isConstrained(part.unit()))) {
            builder.checked();
        }
        if (!folder.has(students.file())) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, folder.name, 0, "", "a file " + students.file()));
            return new Loaded<>(StudentFile.Reader.nobody(day).value(), findings.findings());
        }
        LongMap births = new LongMap();
        whole &= read(students, folder, builder, day, births, findings);
        for (Part part : parts) {
            if (folder.has(part.file())) {
                whole &= read(part, folder, builder, day, births, findings);
            } else {
                findings.add(Finding.note(Reason.UNDERSTOOD_AS, folder.name, 0, "", "there is no " + part.file()));
            }
        }
        boolean nothing = students.reader().isWholeRowsOnly() && !whole;
        Loaded<Population> loaded = nothing ? StudentFile.Reader.nobody(day) : builder.load();
        findings.addAll(named(loaded.findings(), folder));
        for (Part part : nothing ? List.<Part>of() : parts) {
            loaded.value().find(part.unit()).ifPresent(roster -> Overlaps.tell(roster, part.file(), findings));
        }
        return new Loaded<>(loaded.value(), findings.findings());
    }

    /** Findings about fields of the model, told by the headers of the file in which they stand. */
    private List<Finding> named(List<Finding> findings, Folder folder) {
        List<Finding> named = new ArrayList<>();
        for (Finding finding : findings) {
            Part part = parts.stream()
                    .filter(one -> finding.source().equals(folder.source(one.file())))
                    .findFirst()
                    .orElse(students);
            named.addAll(part.reader().mapping().named(List.of(finding)));
        }
        return named;
    }

    private boolean read(
            Part part, Folder folder, Population.Builder builder, LocalDate day, LongMap births, FindingLog findings)
            throws IOException {
        StudentRows rows = part.reader().rowsOf(part.unit(), builder, findings);
        rows.latest(day);
        rows.births(births);
        Optional<LatestRows> latest = part.reader().latestRows(findings);
        if (latest.isPresent()) {
            folder.read(part.file(), latest.get(), new FindingLog());
            latest.get().tell();
        }
        if (students.reader().isWholeRowsOnly()) {
            Conflicts conflicts = part.reader().conflicts();
            if (part.unit().equals(Unit.STUDENT)) {
                folder.read(part.file(), StudentFile.Reader.only(latest, conflicts), new FindingLog());
            }
            rows.wholeRows(conflicts);
        }
        folder.read(part.file(), StudentFile.Reader.only(latest, rows), findings);
        return !rows.isBroken();
    }

    /** A folder, or the top of a zip; a zip is gone through once for each file that is wanted. */
    private static final class Folder {
        private final Path path;
        private final boolean zip;
        private final AnyFile reading;
        private final String name;
        private final Set<String> names = new HashSet<>();

        Folder(Path path, boolean zip, AnyFile reading) {
            this.path = path;
            this.zip = zip;
            this.reading = reading;
            this.name = String.valueOf(path.getFileName());
        }

        /** Looks which files there are; whether it is what it should be. */
        boolean look(FindingLog findings) throws IOException {
            if (!zip) {
                return true;
            }
            try (InputStream in = reading.open(path)) {
                if (!Archive.isZip(in)) {
                    findings.add(Finding.error(Reason.WRONG_SOURCE, name, 0, "", "a folder or a zip"));
                    return false;
                }
                return Archive.forEach(
                        in, name, findings, (entry, content) -> names.add(entry.substring(name.length() + 1)));
            }
        }

        String source(String file) {
            return zip ? name + "/" + file : file;
        }

        boolean has(String file) {
            return zip ? names.contains(file) : Files.isRegularFile(path.resolve(file));
        }

        void read(String file, SourceRows rows, FindingLog findings) throws IOException {
            if (!zip) {
                reading.read(path.resolve(file), rows, findings);
                return;
            }
            boolean[] read = {false};
            try (InputStream in = reading.open(path)) {
                Archive.forEach(in, name, new FindingLog(), (entry, content) -> {
                    if (!read[0] && entry.equals(name + "/" + file)) {
                        read[0] = true;
                        reading.text(content, entry, rows, findings);
                    }
                });
            }
        }
    }
}
