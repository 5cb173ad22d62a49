package org.waymark.io.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.result.FindingLog;
import org.waymark.io.progress.Progress;

/**
 * Reads a file of rows in whatever form it is: delimited text, JSON, the first sheet of a workbook, or a zip of text.
 *
 * @param fallback the encoding of text that is not UTF-8
 * @param progress is told how far the reading has come
 */
public record AnyFile(Optional<Charset> fallback, Progress progress) {
    /** Gives every row of the file to a receiver. */
    public void read(Path path, SourceRows rows, FindingLog findings) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (isWorkbook(name)) {
            rows.source(name);
            XlsxRows.read(path, name, Optional.empty(), progress, rows, findings);
            rows.finish();
            return;
        }
        try (InputStream in = open(path)) {
            if (Archive.isZip(in)) {
                boolean whole =
                        Archive.forEach(in, name, findings, (entry, content) -> text(content, entry, rows, findings));
                if (!whole) {
                    rows.broken();
                }
            } else {
                text(in, name, rows, findings);
            }
        }
    }

    /** Whether a file is delimited text, in UTF-8 if in nothing else: what {@link BlockReading} can read. */
    public boolean isPlain(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (isWorkbook(name) || isJson(name) || fallback.isPresent()) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return !Archive.isZip(in);
        }
    }

    /** A file whose reading is told to the listener. */
    public InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        String name = String.valueOf(path.getFileName());
        return new BufferedInputStream(
                progress == Progress.NONE ? in : new Counted(in, name, Files.size(path), progress));
    }

    /** Gives every row of delimited text or JSON to a receiver. */
    public void text(InputStream in, String source, SourceRows rows, FindingLog findings) throws IOException {
        rows.source(source);
        if (isJson(source)) {
            JsonRows.read(in, source, rows, findings);
        } else {
            DelimitedText.read(in, source, Limits.STANDARD, fallback, rows, findings);
        }
        rows.finish();
    }

    private static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".xlsm");
    }

    private static boolean isJson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    }
}
