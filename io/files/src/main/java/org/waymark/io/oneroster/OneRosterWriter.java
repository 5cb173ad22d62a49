package org.waymark.io.oneroster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Told;
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

    private boolean replace;
    private Progress progress = Progress.NONE;

    OneRosterWriter() {}

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
        FindingLog findings = new FindingLog();
        OutgoingRows rows = new OutgoingRows(findings);
        Map<String, List<List<String>>> files = rows.of(population);
        Told told = new Told(
                progress,
                String.valueOf(zip.getFileName()),
                files.values().stream().mapToLong(List::size).sum());
        AtomicFile.write(zip, replace, out -> {
            ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8);
            entry(packed, "manifest", manifest(files), () -> {});
            for (Map.Entry<String, List<List<String>>> file : files.entrySet()) {
                if (!file.getValue().isEmpty()) {
                    List<List<String>> all = new ArrayList<>();
                    all.add(headers(file.getKey()));
                    all.addAll(file.getValue());
                    entry(packed, file.getKey(), all, told::row);
                }
            }
            packed.finish();
        });
        told.finish();
        return findings.findings();
    }

    static List<String> headers(String file) {
        return Layout.V1_2.columns(file).orElseThrow().stream()
                .map(Layout.Column::header)
                .toList();
    }

    /** A file without rows is absent: headers alone are not allowed. */
    private static List<List<String>> manifest(Map<String, List<List<String>>> files) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("propertyName", "value"));
        rows.add(List.of("manifest.version", "1.0"));
        rows.add(List.of("oneroster.version", "1.2"));
        for (String file : Layout.V1_2.defined()) {
            boolean there = !files.getOrDefault(file, List.of()).isEmpty();
            rows.add(List.of("file." + file, there ? "bulk" : "absent"));
        }
        rows.add(List.of("source.systemName", "Waymark"));
        return rows;
    }

    private static void entry(ZipOutputStream zip, String file, List<List<String>> rows, Runnable written)
            throws IOException {
        ZipEntry entry = new ZipEntry(file + ".csv");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        OutputStream open = zip;
        Writer writer = new OutputStreamWriter(open, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        for (List<String> row : rows) {
            csv.writeRecord(row.stream().map(OneRosterWriter::onOneLine).toList());
            written.run();
        }
        csv.flush();
        writer.flush();
        zip.closeEntry();
    }

    /** The format allows no line breaks within a field. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }
}
