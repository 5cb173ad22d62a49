package org.waymark.io.student;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.BlockReading;

/**
 * Reads files of students by several threads where a file is plain text and large. Every thread has rows of its own; what is
 * said of them is put into the order of the lines in the end, so that the number of threads changes nothing.
 */
final class ReadingThreads {
    private final AnyFile file;
    private final List<StudentRows> all;
    private final FindingLog findings = new FindingLog();

    /** Reads into the rows of one or more threads. */
    ReadingThreads(AnyFile file, List<StudentRows> all) {
        this.file = file;
        this.all = all;
        all.forEach(rows -> rows.leaveHeadersTo(all.get(0)));
    }

    /** What has been said so far. */
    List<Finding> findings() {
        return findings.findings();
    }

    /** Whether a file can be read in blocks at all. */
    boolean isPlain(Path path) throws IOException {
        return file.isPlain(path);
    }

    /** Reads a file by one thread. */
    void readInOnePiece(Path path) throws IOException {
        FindingLog log = new FindingLog();
        all.get(0).log(log);
        file.read(path, all.get(0), log);
        findings.addAll(log.findings());
    }

    /** Reads a file of plain text; false if it must be read in one piece, and nothing counts of what was taken. */
    boolean readBlocks(Path path) throws IOException {
        String source = String.valueOf(path.getFileName());
        List<FindingLog> logs = new ArrayList<>();
        List<BlockReading.Receiver> receivers = new ArrayList<>();
        for (StudentRows rows : all) {
            FindingLog log = new FindingLog();
            rows.source(source);
            rows.log(log);
            logs.add(log);
            receivers.add(new BlockReading.Receiver(rows, log));
        }
        OptionalLong blankLines;
        try (InputStream in = file.open(path)) {
            blankLines = BlockReading.read(in, source, receivers);
        }
        if (blankLines.isPresent()) {
            sort(logs);
            finish(source, blankLines.getAsLong());
        }
        return blankLines.isPresent();
    }

    /** Puts the findings of all threads into the order of their lines, each that is told once per file only once. */
    private void sort(List<FindingLog> logs) {
        List<Finding> found = new ArrayList<>();
        logs.forEach(log -> found.addAll(log.findings()));
        found.sort(Comparator.comparingLong(Finding::line));
        Set<String> said = new LinkedHashSet<>();
        for (Finding finding : found) {
            if (finding.severity() != Severity.NOTE || said.add(finding.column() + ": " + finding.expected())) {
                findings.add(finding);
            }
        }
    }

    private void finish(String source, long blankLines) {
        if (blankLines > 0) {
            findings.add(
                    Finding.note(Reason.UNDERSTOOD_AS, source, 0, "", blankLines + " blank lines were passed over"));
        }
        StudentRows first = all.get(0);
        FindingLog log = new FindingLog();
        first.log(log);
        all.subList(1, all.size()).forEach(first::absorb);
        first.finish();
        findings.addAll(log.findings());
    }
}
