package org.waymark.io.oneroster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.waymark.core.population.DayReading;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.io.internal.HeadedRows;

/** Reads one data file: holds headers and fields against the layout, and passes on what is sound, a row at a time. */
final class DataFile implements HeadedRows.Reading {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    /** One row, every field as the layout says; a field that is not is empty. */
    final class Row {
        /** The row's own id. */
        String id() {
            return text("sourcedId");
        }

        /** The text under a header. */
        String text(String header) {
            return values.getOrDefault(header, "");
        }

        /** The items of a list. */
        List<String> list(String header) {
            return items(text(header));
        }

        /** A day, if one is given. */
        Optional<LocalDate> day(String header) {
            String text = text(header);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        }

        /** Its line in the file. */
        long line() {
            return line;
        }

        /** Tells of something for which the row is left out. */
        void error(Reason reason, String header, String expected) {
            add(Severity.ERROR, reason, header, expected);
        }

        /** Tells of something doubtful. */
        void warning(Reason reason, String header, String expected) {
            add(Severity.WARNING, reason, header, expected);
        }

        /** Yes or no, if either is given. */
        Optional<Boolean> yesNo(String header) {
            String text = text(header);
            return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("true"));
        }
    }

    private final String file;
    private final String source;
    private final Mode mode;
    private final Layout layout;
    private final List<Layout.Column> columns;
    private final References references;
    private final Inventory.Counting counts;
    private final FindingLog findings;
    private final Consumer<Row> each;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Row row = new Row();
    private long line;
    private long left;

    DataFile(
            String file,
            String source,
            Manifest manifest,
            References references,
            Inventory.Counting counts,
            FindingLog findings,
            Consumer<Row> each) {
        this.file = file;
        this.source = source;
        this.mode = manifest.modes().getOrDefault(file, Mode.BULK);
        this.layout = manifest.layout();
        this.columns = layout.columns(file).orElse(List.of());
        this.references = references;
        this.counts = counts;
        this.findings = findings;
        this.each = each;
    }

    @Override
    public List<String> names(List<String> headers, long headerLine) {
        line = headerLine;
        Headers known =
                new Headers(file, columns.stream().map(Layout.Column::header).toList());
        List<String> names = known.names(headers, source, headerLine, findings);
        for (Layout.Column column : columns) {
            if (!names.contains(column.header()) && (column.required() || mode == Mode.DELTA && isHead(column))) {
                findings.add(Finding.error(
                        Reason.MISSING_COLUMN, source, headerLine, column.header(), "a column with this header"));
            }
        }
        return names;
    }

    @Override
    public boolean mayLack(String name) {
        return columns.stream().anyMatch(c -> c.header().equals(name) && !c.required());
    }

    @Override
    public void row(HeadedRows.Row fields) {
        line = fields.line();
        values.clear();
        String id = fields.get("sourcedId");
        if (id.isEmpty()) {
            add(Severity.ERROR, Reason.MISSING_VALUE, "sourcedId", "an id; the row was left out");
            return;
        }
        if (!references.add(file, id)) {
            add(Severity.ERROR, Reason.DUPLICATE_ID, "sourcedId", "an id that no row before has; the row was left out");
            return;
        }
        for (Layout.Column column : columns) {
            String text = fields.get(column.header());
            if (isHead(column) && (mode == Mode.BULK) == !text.isEmpty()) {
                head(column.header());
            } else if (text.isEmpty() && column.required()) {
                add(Severity.WARNING, Reason.MISSING_VALUE, column.header(), "a value");
            }
            if (!text.isEmpty()) {
                values.put(column.header(), sound(column, text));
            }
        }
        counts.row(file, row);
        String status = row.text("status");
        if (status.equals("tobedeleted") || status.equals("inactive")) {
            left++;
        } else {
            each.accept(row);
        }
    }

    /** Says what was passed over. */
    void finish(long rows) {
        if (left > 0) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS, source, 0, "status", left + " rows to be deleted were passed over"));
        }
        if (rows == 0) {
            findings.add(Finding.warning(Reason.WRONG_SOURCE, source, 0, "", "rows below the headers"));
        }
    }

    private static boolean isHead(Layout.Column column) {
        return column.header().equals("status") || column.header().equals("dateLastModified");
    }

    private void head(String header) {
        if (mode == Mode.BULK) {
            add(Severity.WARNING, Reason.CONTRADICTION, header, "nothing, since the file is bulk");
        } else {
            add(Severity.WARNING, Reason.MISSING_VALUE, header, "a value, since the file is a delta");
        }
    }

    /** The text in the form that the layout asks for; empty if it cannot be. */
    private String sound(Layout.Column column, String text) {
        switch (column.kind()) {
            case DAY -> {
                if (DayReading.ISO.read(text).isEmpty()) {
                    add(Severity.ERROR, Reason.UNREADABLE_DATE, column.header(), "a date like 2005-04-30");
                    return "";
                }
            }
            case TIME -> {
                if (!TIME.matcher(text).matches()) {
                    add(
                            Severity.WARNING,
                            Reason.UNREADABLE_DATE,
                            column.header(),
                            "a time like 2005-04-30T12:00:00.000Z");
                }
            }
            case YES_NO -> {
                return yesNo(column, text);
            }
            case WORD -> {
                return word(column, text);
            }
            case REFERENCE ->
                (column.list() ? items(text) : List.of(text))
                        .forEach(id -> references.check(column.target(), id, source, line, column.header(), findings));
            case TEXT -> {
                // Any text will do.
            }
        }
        return text;
    }

    private String yesNo(Layout.Column column, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals("true") && !lower.equals("false")) {
            add(Severity.ERROR, Reason.UNKNOWN_LABEL, column.header(), "true or false");
            return "";
        }
        if (!lower.equals(text)) {
            add(Severity.WARNING, Reason.LETTER_CASE, column.header(), "true or false in small letters");
        }
        return lower;
    }

    private String word(Layout.Column column, String text) {
        if (column.words().contains(text) || layout.isExtensible() && text.matches("ext:[A-Za-z0-9.\\-_]+")) {
            return text;
        }
        for (String word : column.words()) {
            if (word.equalsIgnoreCase(text)) {
                add(
                        Severity.WARNING,
                        Reason.UNKNOWN_LABEL,
                        column.header(),
                        "one of " + column.words() + " with these capitals; taken as meant");
                return word;
            }
        }
        add(Severity.WARNING, Reason.UNKNOWN_LABEL, column.header(), "one of " + column.words());
        return text.equals("inactive") ? text : "";
    }

    private void add(Severity severity, Reason reason, String header, String expected) {
        findings.add(
                severity == Severity.ERROR
                        ? Finding.error(reason, source, line, header, expected)
                        : Finding.warning(reason, source, line, header, expected));
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
