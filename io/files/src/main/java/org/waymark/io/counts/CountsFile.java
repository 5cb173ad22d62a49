package org.waymark.io.counts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Column;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.progress.Progress;

/**
 * A table of counts that somebody published, from CSV, JSON or the first sheet of a workbook: columns of labels, and counts
 * of which one is part of another.
 *
 * <p>A count is written in the digits 0 to 9 and nothing else, at most eighteen of them: no sign, no mark between thousands,
 * no exponent. A row with anything else is left out with a finding; so is one whose part exceeds its whole, and all rows
 * with the same labels and other counts. If the source as a whole is not what it should be, nothing is read of it.
 */
public final class CountsFile {
    private final List<Column> labels = new ArrayList<>();
    private final List<Column> counts = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();
    private List<String> marks = List.of();
    private Optional<Charset> fallback = Optional.empty();
    private Progress progress = Progress.NONE;

    private CountsFile() {}

    /** Starts a reader. */
    public static CountsFile reader() {
        return new CountsFile();
    }

    /** A column of labels. Together the labels of a row stand on no other row. */
    public CountsFile label(String header) {
        labels.add(Column.text(name(header), header));
        return this;
    }

    /** A column that counts everybody. */
    public CountsFile whole(String header) {
        counts.add(Column.count(name(header), header));
        return this;
    }

    /** A column that counts part of those whom the column named before counts. */
    public CountsFile part(String header) {
        if (counts.isEmpty()) {
            throw new IllegalStateException("part: the column of the whole must be declared before");
        }
        parts.add(new int[] {counts.size(), counts.size() - 1});
        counts.add(Column.count(name(header), header));
        return this;
    }

    /** Texts that stand where a count is withheld, such as {@code *} or {@code <10}; such a place is missing with that mark. */
    public CountsFile withheld(String... texts) {
        marks = List.of(texts);
        return this;
    }

    /** The encoding of text files that turn out not to be UTF-8. */
    public CountsFile fallback(Charset encoding) {
        fallback = Optional.of(encoding);
        return this;
    }

    /** Tells a listener how far the reading has come. */
    public CountsFile progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read at all
     */
    public Loaded<Table> read(Path path) throws IOException {
        FindingLog findings = new FindingLog();
        CountRows rows = new CountRows(labels, counts, parts, marks, findings);
        new AnyFile(fallback, progress).read(path, rows, findings);
        return new Loaded<>(rows.table(String.valueOf(path.getFileName())), findings.findings());
    }

    private static String name(String header) {
        String name = header.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return name.matches("[a-z].*") ? name : "column_" + name;
    }
}
