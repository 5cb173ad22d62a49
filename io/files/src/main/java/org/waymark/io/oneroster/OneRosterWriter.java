package org.waymark.io.oneroster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Purpose;
import org.waymark.io.progress.Progress;

/**
 * Writes a population as a OneRoster 1.2 zip in bulk mode: schools and districts, students with demographics, times at
 * schools, and programs as courses with a class per school and year.
 *
 * <p>The model knows no names, so each student's names and user name are the id. What the format has no place for is told
 * as a finding. The same population gives the same bytes.
 */
public final class OneRosterWriter {
    /** The first time that a zip knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Purpose purpose;
    private boolean replace;
    private Progress progress = Progress.NONE;

    OneRosterWriter(String purpose) {
        this.purpose = Purpose.of(purpose);
    }

    /** Tells somebody else than {@link AuditSink#standard} of each file before it is written. */
    public OneRosterWriter telling(AuditSink sink) {
        purpose = purpose.telling(sink);
        return this;
    }

    /** Lets a file that is there be replaced. */
    public OneRosterWriter replacing() {
        replace = true;
        return this;
    }

    /** Tells a listener how many rows are written. */
    public OneRosterWriter progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * Writes the zip whole or not at all.
     *
     * @return what could not be written
     * @throws java.nio.file.FileAlreadyExistsException if the file is there and may not be replaced
     * @throws IOException if it cannot be written
     */
    public List<Finding> write(Population population, Path zip) throws IOException {
        purpose.tell("OneRoster", zip);
        FindingLog findings = new FindingLog();
        OutgoingRows rows = new OutgoingRows(findings);
        Map<String, OutgoingFile> files = rows.of(population);
        String name = String.valueOf(zip.getFileName());
        long total = files.values().stream().mapToLong(OutgoingFile::rows).sum();
        AtomicFile.write(zip, replace, out -> {
            ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8);
            entry(packed, "manifest", manifest(files));
            long done = 0;
            for (Map.Entry<String, OutgoingFile> file : files.entrySet()) {
                if (file.getValue().rows() > 0) {
                    entry(packed, file.getKey(), file.getValue());
                    done += file.getValue().rows();
                    progress.reached(name, done, total);
                }
            }
            packed.finish();
        });
        if (total == 0) {
            progress.reached(name, 0, 0);
        }
        return findings.findings();
    }

    /** A file without rows is absent: headers alone are not allowed. */
    private static OutgoingFile manifest(Map<String, OutgoingFile> files) {
        OutgoingFile manifest = new OutgoingFile(List.of("propertyName", "value"));
        property(manifest, "manifest.version", "1.0");
        property(manifest, "oneroster.version", "1.2");
        for (String file : Layout.V1_2.defined()) {
            boolean there = files.containsKey(file) && files.get(file).rows() > 0;
            property(manifest, "file." + file, there ? "bulk" : "absent");
        }
        property(manifest, "source.systemName", "Waymark");
        return manifest;
    }

    private static void property(OutgoingFile manifest, String name, String value) {
        manifest.add("propertyName", name, "value", value);
    }

    private static void entry(ZipOutputStream zip, String name, OutgoingFile file) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".csv");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        file.writeTo(zip);
        zip.closeEntry();
    }
}
