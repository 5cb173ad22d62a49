package org.waymark.io.counts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.SourceRows;

/** Takes the rows of a table of counts and keeps those that hold. */
final class CountRows implements SourceRows {
    private static final int MOST_DIGITS = 18;

    private record Kept(long line, List<Datum> data) {}

    private final List<Column> columns = new ArrayList<>();
    private final int labels;
    private final List<int[]> parts;
    private final List<String> marks;
    private final FindingLog findings;
    private final Map<List<Datum>, Kept> rows = new LinkedHashMap<>();
    private final Set<List<Datum>> contradicted = new HashSet<>();
    private String source = "";
    private int[] columnOf = new int[0];
    private @Nullable Datum[] row = new Datum[0];
    private boolean bad;
    private boolean broken;
    private long line;
    private long seen;

    CountRows(List<Column> labels, List<Column> counts, List<int[]> parts, List<String> marks, FindingLog findings) {
        columns.addAll(labels);
        columns.addAll(counts);
        this.labels = labels.size();
        this.parts = List.copyOf(parts);
        this.marks = marks;
        this.findings = findings;
    }

    Table table(String title) {
        Table.Builder table = Table.builder(title);
        columns.forEach(table::column);
        if (!broken) {
            rows.forEach((key, kept) -> {
                if (!contradicted.contains(key)) {
                    table.row(kept.data());
                }
            });
        }
        return table.build();
    }

    @Override
    public void source(String name) {
        source = name;
    }

    @Override
    public void finish() {
        if (columnOf.length > 0 && seen == 0 && !broken) {
            findings.add(Finding.warning(Reason.WRONG_SOURCE, source, line, "", "rows below the headers"));
        }
    }

    @Override
    public void broken() {
        broken = true;
    }

    @Override
    public void headers(List<String> headers, long headerLine) {
        line = headerLine;
        columnOf = new int[headers.size()];
        Set<Integer> found = new HashSet<>();
        int unread = 0;
        for (int i = 0; i < columnOf.length; i++) {
            columnOf[i] = indexOf(headers.get(i));
            if (columnOf[i] < 0) {
                unread++;
            } else if (!found.add(columnOf[i])) {
                error(Reason.REPEATED_COLUMN, columns.get(columnOf[i]).meaning(), "each header once");
                broken = true;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!found.contains(i)) {
                error(Reason.MISSING_COLUMN, columns.get(i).meaning(), "a column with this header");
                broken = true;
            }
        }
        if (unread > 0) {
            findings.add(
                    Finding.note(Reason.UNREAD_COLUMNS, source, line, "", unread + " columns that nobody declared"));
        }
    }

    private int indexOf(String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).meaning().equalsIgnoreCase(header.strip())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        row = new Datum[columns.size()];
        bad = false;
        seen++;
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        int place = columnOf[column];
        if (place < 0) {
            return;
        }
        String written = new String(text, from, to - from);
        if (place < labels) {
            if (!written.isBlank()) {
                row[place] = Datum.text(written);
            }
        } else if (marks.contains(written)) {
            row[place] = Datum.missing(written);
        } else if (isCount(written)) {
            row[place] = Datum.whole(Long.parseLong(written));
        } else if (!written.isEmpty()) {
            error(
                    Reason.UNREADABLE_NUMBER,
                    columns.get(place).meaning(),
                    "a count in the digits 0 to 9, at most " + MOST_DIGITS + " of them; the row was left out");
            bad = true;
        }
    }

    /** Digits of other scripts are digits to Java, not here. */
    private static boolean isCount(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public void unfit(int column) {
        bad = true;
    }

    @Override
    public void refused(long rowLine) {
        row = new Datum[0];
    }

    @Override
    public void end(long rowLine, int fields) {
        if (fields != columnOf.length) {
            error(Reason.RAGGED_ROW, "", "as many fields as headers; the row was left out");
            return;
        }
        List<Datum> data = new ArrayList<>();
        for (int i = 0; i < row.length && !bad; i++) {
            Datum datum = row[i];
            if (datum == null) {
                error(Reason.MISSING_VALUE, columns.get(i).meaning(), "a value; the row was left out");
                return;
            }
            data.add(datum);
        }
        if (!bad && partsHold(data)) {
            keep(data);
        }
    }

    private boolean partsHold(List<Datum> data) {
        for (int[] part : parts) {
            Datum of = data.get(labels + part[1]);
            Datum some = data.get(labels + part[0]);
            if (some instanceof Datum.Whole less && of instanceof Datum.Whole more && less.value() > more.value()) {
                error(
                        Reason.CONTRADICTION,
                        columns.get(labels + part[0]).meaning(),
                        "no more than " + columns.get(labels + part[1]).meaning() + "; the row was left out");
                return false;
            }
        }
        return true;
    }

    private void keep(List<Datum> data) {
        List<Datum> key = List.copyOf(data.subList(0, labels));
        Kept before = rows.putIfAbsent(key, new Kept(line, data));
        if (before == null) {
            return;
        }
        if (before.data().equals(data)) {
            findings.add(Finding.warning(
                    Reason.CONTRADICTION, source, line, "", "labels once; this row says the same and is counted once"));
            return;
        }
        String expected = "labels once, or the same counts; every row with these labels was left out";
        if (contradicted.add(key)) {
            findings.add(Finding.error(Reason.CONTRADICTION, source, before.line(), "", expected));
        }
        error(Reason.CONTRADICTION, "", expected);
    }

    private void error(Reason reason, String column, String expected) {
        findings.add(Finding.error(reason, source, line, column, expected));
    }
}
