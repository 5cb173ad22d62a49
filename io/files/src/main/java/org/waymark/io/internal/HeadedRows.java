package org.waymark.io.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Gives the rows of a source one by one, their fields as texts by name, for formats whose headers vary. */
public final class HeadedRows implements Rows {
    /** What is done with headers and rows. */
    public interface Reading {
        /** What each header is called here; an empty name for a column that is not read. As many as headers. */
        List<String> names(List<String> headers, long line);

        /** One row; it is valid during the call only. */
        void row(Row row);

        /** Whether a row may end before this column. */
        default boolean mayLack(String name) {
            return false;
        }
    }

    /** One row. */
    public final class Row {
        private Row() {}

        /** Its line in the source. */
        public long line() {
            return line;
        }

        /** The field of that name, without white space around it; empty if there is none. */
        public String get(String name) {
            Integer column = columns.get(name);
            return column == null ? "" : fields[column];
        }
    }

    private final String source;
    private final FindingLog findings;
    private final Reading reading;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Row row = new Row();
    private String[] fields = new String[0];
    private long line;
    private long rows;

    /** Reads a source. */
    public HeadedRows(String source, FindingLog findings, Reading reading) {
        this.source = source;
        this.findings = findings;
        this.reading = reading;
    }

    /** How many rows there were, whether they could be used or not. */
    public long rows() {
        return rows;
    }

    @Override
    public void headers(List<String> headers, long headerLine) {
        names.addAll(reading.names(headers, headerLine));
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty() && columns.putIfAbsent(names.get(i), i) != null) {
                names.set(i, "");
                findings.add(Finding.warning(
                        Reason.REPEATED_COLUMN,
                        source,
                        headerLine,
                        headers.get(i),
                        "each column once; the first of these is read"));
            }
        }
        fields = new String[names.size()];
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        rows++;
        Arrays.fill(fields, "");
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        if (!names.get(column).isEmpty() && from < to) {
            fields[column] = new String(text, from, to - from).strip();
        }
    }

    @Override
    public void refused(long rowLine) {
        // The finding has been made.
    }

    @Override
    public void end(long rowLine, int given) {
        if (given < names.size()) {
            List<String> lacking = names.subList(given, names.size());
            if (lacking.stream().allMatch(name -> name.isEmpty() || reading.mayLack(name))) {
                findings.add(Finding.warning(
                        Reason.RAGGED_ROW,
                        source,
                        line,
                        "",
                        "as many fields as headers; those that lack were taken as empty"));
                reading.row(row);
                return;
            }
        }
        if (given == names.size()) {
            reading.row(row);
        } else {
            findings.add(Finding.error(
                    Reason.RAGGED_ROW, source, line, "", "as many fields as headers; the row was left out"));
        }
    }
}
