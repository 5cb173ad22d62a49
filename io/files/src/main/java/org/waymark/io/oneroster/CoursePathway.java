package org.waymark.io.oneroster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.id.PathwayId;
import org.waymark.core.pathway.ActivityKind;
import org.waymark.core.pathway.Level;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.TextRows;

/**
 * Says that a course belongs to a career pathway. OneRoster knows courses and no pathways, so whoever reads must say it.
 *
 * @param course the course's code, or its id in the data set where it has no code
 * @param pathway the pathway to which it belongs
 * @param level the category of career connected learning
 * @param activity what is done, if it is of a named kind
 */
public record CoursePathway(String course, PathwayId pathway, Level level, Optional<ActivityKind> activity) {
    /** Refuses null and courses without a name. */
    public CoursePathway {
        if (course.isBlank()) {
            throw new IllegalArgumentException("course: must not be blank");
        }
        Objects.requireNonNull(pathway, "pathway");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(activity, "activity");
    }

    /** A course of career and technical education. */
    public static CoursePathway cte(String course, PathwayId pathway, Level level) {
        return new CoursePathway(course, pathway, level, Optional.of(ActivityKind.CTE_COURSE));
    }

    /**
     * Reads a table with the headers {@code course}, {@code pathway}, {@code level} and {@code activity}; the activity may
     * be empty.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Loaded<List<CoursePathway>> read(Path path) throws IOException {
        FindingLog findings = new FindingLog();
        String source = String.valueOf(path.getFileName());
        TextRows rows = new TextRows(source, List.of("course", "pathway", "level"), findings);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            DelimitedText.read(in, source, rows, findings);
        }
        List<CoursePathway> table = new ArrayList<>();
        for (TextRows.Row row : rows.rows()) {
            Optional<Level> level = word(Level.class, row, "level", source, findings);
            Optional<ActivityKind> activity = word(ActivityKind.class, row, "activity", source, findings);
            if (row.get("course").isEmpty() || row.get("pathway").isEmpty() || level.isEmpty()) {
                findings.add(Finding.error(
                        Reason.MISSING_VALUE,
                        source,
                        row.line(),
                        "",
                        "a course, a pathway and a level; the row was left out"));
            } else {
                table.add(
                        new CoursePathway(row.get("course"), PathwayId.of(row.get("pathway")), level.get(), activity));
            }
        }
        return new Loaded<>(List.copyOf(table), findings.findings());
    }

    private static <T extends Enum<T>> Optional<T> word(
            Class<T> words, TextRows.Row row, String header, String source, FindingLog findings) {
        String text = row.get(header).toUpperCase(Locale.ROOT).replace(' ', '_');
        for (T word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return Optional.of(word);
            }
        }
        if (!text.isEmpty()) {
            findings.add(Finding.error(
                    Reason.UNKNOWN_LABEL, source, row.line(), header, "one of " + List.of(words.getEnumConstants())));
        }
        return Optional.empty();
    }
}
