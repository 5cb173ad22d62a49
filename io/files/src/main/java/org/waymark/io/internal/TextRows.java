package org.waymark.io.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Keeps the rows of a small file as texts by header: mappings, groups, goals. */
public final class TextRows implements Rows {
    /**
     * One row.
     *
     * @param line its line in the source
     * @param fields its fields by header in lower case, without white space around them
     */
    public record Row(long line, Map<String, String> fields) {
        /** The field under a header; empty if there is none. */
        public String get(String header) {
            return fields.getOrDefault(header, "");
        }
    }

    private final String source;
    private final List<String> required;
    private final FindingLog findings;
    private final List<String> headers = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Map<String, String> current = new LinkedHashMap<>();

    /** Takes rows of a source in which the required headers must be. */
    public TextRows(String source, List<String> required, FindingLog findings) {
        this.source = source;
        this.required = List.copyOf(required);
        this.findings = findings;
    }

    /** The rows. */
    public List<Row> rows() {
        return rows;
    }

    @Override
    public void headers(List<String> names, long line) {
        names.forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
        for (String name : required) {
            if (!headers.contains(name)) {
                findings.add(Finding.error(Reason.MISSING_COLUMN, source, line, name, "a column with this header"));
            }
        }
    }

    @Override
    public void begin(long line) {
        current = new LinkedHashMap<>();
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        current.put(headers.get(column), new String(text, from, to - from).strip());
    }

    @Override
    public void refused(long line) {
        current = new LinkedHashMap<>();
    }

    @Override
    public void end(long line, int fields) {
        if (fields != headers.size()) {
            findings.add(Finding.error(
                    Reason.RAGGED_ROW, source, line, "", "as many fields as headers; the row was left out"));
            return;
        }
        rows.add(new Row(line, current));
    }
}
