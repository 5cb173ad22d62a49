package org.waymark.io.oneroster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a OneRoster data set holds.
 *
 * @param version {@code 1.1} or {@code 1.2}; empty if it is none
 * @param modes which files are there, and whether they hold everything or what has changed
 * @param rows how many rows each file has, under its name, and of each role or type, as in {@code users.student}
 */
public record Inventory(Optional<String> version, Map<String, Mode> modes, Map<String, Long> rows) {
    /** Copies the maps in their order. */
    public Inventory {
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** How many rows there are of a file, or of a role or type in it; 0 if it has none. */
    public long rows(String key) {
        return rows.getOrDefault(key, 0L);
    }

    /** The version and the files with their rows. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(version.map(v -> "OneRoster " + v).orElse("not OneRoster"));
        modes.forEach((file, mode) -> text.append("\n  ")
                .append(file)
                .append(' ')
                .append(mode)
                .append(": ")
                .append(rows(file))
                .append(" rows"));
        return text.toString();
    }

    /** Counts rows while they are read. */
    static final class Counting {
        private static final List<String> KINDS = List.of("role", "type");

        private final Map<String, Long> rows = new LinkedHashMap<>();

        void row(String file, DataFile.Row row) {
            rows.merge(file, 1L, Long::sum);
            for (String kind : KINDS) {
                String value = row.text(kind);
                if (!value.isEmpty()) {
                    rows.merge(file + "." + value, 1L, Long::sum);
                }
            }
        }

        Map<String, Long> rows() {
            return rows;
        }
    }
}
