package org.waymark.io.student;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one column of a student file is.
 *
 * @param header the column's header, or several that it may have, joined by {@code |}; compared without regard to case,
 *     spaces, hyphens and underscores
 * @param role what the column holds
 * @param key the name of the dimension, milestone, event or quantity; empty for the id
 * @param values what a label of the file means; empty if labels stand for themselves. Several labels at once are joined by
 *     {@code +}
 * @param format of a date, a pattern such as {@code MM/dd/yyyy}; of several labels, what stands between them; of an id or
 *     one label, a regular expression which the whole of it must match; of a number, {@code ,} if its decimals stand behind
 *     a comma
 * @param of for what belongs to an event, the header of the event's date
 */
public record ColumnMapping(
        String header, Role role, String key, Map<String, String> values, String format, Optional<String> of) {
    /** What a column holds. */
    public enum Role {
        /** The student's id. */
        ID,
        /** One label. */
        DIMENSION,
        /** Several labels in one field. */
        LABELS,
        /** A day that a student has at most once. */
        MILESTONE,
        /** A number. */
        QUANTITY,
        /** The day of an event; each such column gives a student at most one event. */
        EVENT,
        /** A label of the event whose date stands in another column. */
        EVENT_LABEL,
        /** A number of the event whose date stands in another column. */
        EVENT_QUANTITY,
        /** An outcome as the file gives it: yes, no, or empty for students of whom it is not asked. */
        OUTCOME;

        /** The role as it is written in a mapping file. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the values in their order. */
    public ColumnMapping {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(key, "key");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(of, "of");
        boolean ofEvent = role == Role.EVENT_LABEL || role == Role.EVENT_QUANTITY;
        if (ofEvent != of.isPresent()) {
            throw new IllegalArgumentException("of: must name the event's date column for an event's label or number, "
                    + "and nothing else; column " + header);
        }
    }

    /** The header, or the first of several. */
    String primaryHeader() {
        int bar = header.indexOf('|');
        return bar < 0 ? header : header.substring(0, bar);
    }

    /** The headers that the column may have, in the form in which headers are compared. */
    List<String> normalHeaders() {
        return Stream.of(header.split("\\|", -1)).map(ColumnMapping::normal).toList();
    }

    /** Headers are the same if they differ in case, spaces, underscores and hyphens only. */
    static String normal(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    /** The labels that a text of the file means; empty if the mapping has a list of values and the text is not in it. */
    Optional<List<String>> labelsOf(String text) {
        if (values.isEmpty()) {
            return Optional.of(List.of(text));
        }
        String label = values.get(text);
        if (label == null) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                if (value.getKey().equalsIgnoreCase(text)) {
                    label = value.getValue();
                    break;
                }
            }
        }
        return Optional.ofNullable(label).map(found -> List.of(found.split("\\+", -1)));
    }
}
