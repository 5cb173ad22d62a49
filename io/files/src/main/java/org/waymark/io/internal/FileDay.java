package org.waymark.io.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** The day of which files speak. */
public final class FileDay {
    private FileDay() {}

    /** The day that was given; without it the last on which one of the files was changed, in UTC, with a finding. */
    public static LocalDate of(@Nullable LocalDate given, FindingLog findings, Path... files) throws IOException {
        if (given != null) {
            return given;
        }
        findings.add(Finding.note(
                Reason.UNDERSTOOD_AS, "", 0, "as of", "no as-of day was given; taken as of the file's own day"));
        LocalDate latest = LocalDate.EPOCH;
        for (Path file : files) {
            LocalDate changed = Files.getLastModifiedTime(file)
                    .toInstant()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            latest = changed.isAfter(latest) ? changed : latest;
        }
        return latest;
    }
}
