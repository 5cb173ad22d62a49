package org.waymark.core.result;

import java.util.Objects;

/**
 * One thing that is wrong with a source, or worth knowing about it: where it is and what was expected there.
 *
 * <p>It never holds a value of the source in a form that prints; see {@link #raw()}.
 *
 * @param reason what is wrong
 * @param severity what it means for what was loaded
 * @param source name of the file, entry or table
 * @param line line of the source, counted from 1; 0 if the finding is about the source as a whole
 * @param column header or field; empty if the finding is about the row or the source
 * @param expected what was expected, in words that follow "expected"-less: {@code a date like 2005-04-30}
 * @param repeats how many further places had the same finding and are not listed one by one; 0 for an ordinary one
 * @param raw the value as it stood in the source, never printed
 */
public record Finding(
        Reason reason,
        Severity severity,
        String source,
        long line,
        String column,
        String expected,
        long repeats,
        Withheld raw) {
    /** Refuses negative lines and repeats. */
    public Finding {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(expected, "expected");
        if (line < 0) {
            throw new IllegalArgumentException("line: must be 0 or more, was " + line);
        }
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats: must be 0 or more, was " + repeats);
        }
    }

    /** Something for which a row or a value was left out. */
    public static Finding error(Reason reason, String source, long line, String column, String expected) {
        return new Finding(reason, Severity.ERROR, source, line, column, expected, 0, Withheld.nothing());
    }

    /** Something that was taken but is doubtful. */
    public static Finding warning(Reason reason, String source, long line, String column, String expected) {
        return new Finding(reason, Severity.WARNING, source, line, column, expected, 0, Withheld.nothing());
    }

    /** Something worth knowing. */
    public static Finding note(Reason reason, String source, long line, String column, String expected) {
        return new Finding(reason, Severity.NOTE, source, line, column, expected, 0, Withheld.nothing());
    }

    /** The same finding with the raw value kept beside it, out of every text. */
    public Finding withRaw(String value) {
        return new Finding(reason, severity, source, line, column, expected, repeats, Withheld.of(value));
    }

    /** The same finding standing for so many further places. */
    public Finding withRepeats(long count) {
        return new Finding(reason, severity, source, line, column, expected, count, raw);
    }

    /** Written as {@code students.csv:17 birth_date: expected a date like 2005-04-30 [unreadable-date]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!column.isEmpty()) {
            text.append(' ').append(column);
        }
        text.append(": ").append(severity == Severity.NOTE ? "" : "expected ").append(expected);
        if (repeats > 0) {
            text.append(" (and ").append(repeats).append(" more like it)");
        }
        return text.append(" [").append(reason.code()).append(']').toString();
    }
}
