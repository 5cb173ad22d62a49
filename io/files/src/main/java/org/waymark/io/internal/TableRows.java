package org.waymark.io.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/** Takes the rows of a table whose columns are known, in whatever order the file has them. */
public final class TableRows implements Rows {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

    private final String source;
    private final List<Column> columns;
    private final FindingLog findings;
    private final Table.Builder table;
    private int[] columnOf = new int[0];
    private Datum[] row = new Datum[0];

    /** Takes rows of these columns. */
    public TableRows(String source, List<Column> columns, FindingLog findings) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.findings = findings;
        this.table = Table.builder(source);
        this.columns.forEach(table::column);
    }

    /** The table. */
    public Table table() {
        return table.build();
    }

    @Override
    public void headers(List<String> headers, long line) {
        columnOf = new int[headers.size()];
        List<String> names = columns.stream().map(Column::name).toList();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columnOf.length; i++) {
            columnOf[i] = names.indexOf(headers.get(i));
            if (columnOf[i] < 0) {
                findings.add(Finding.warning(
                        Reason.UNREAD_COLUMNS, source, line, "column " + (i + 1), "a column of " + names));
            } else if (found.contains(columnOf[i])) {
                findings.add(Finding.error(
                        Reason.REPEATED_COLUMN, source, line, headers.get(i), "each column once; the first is read"));
                columnOf[i] = -1;
            } else {
                found.add(columnOf[i]);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (!found.contains(i)) {
                findings.add(Finding.error(Reason.MISSING_COLUMN, source, line, names.get(i), "a column of this name"));
            }
        }
    }

    @Override
    public void begin(long line) {
        row = columns.stream()
                .map(column -> column.kind() == Column.Kind.TEXT ? Datum.text("") : Datum.missing(""))
                .toArray(Datum[]::new);
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        int place = columnOf[column];
        if (place >= 0) {
            row[place] =
                    datum(new String(text, from, to - from), columns.get(place).kind());
        }
    }

    /** Formats that know numbers hold a share as a number, however it is written. */
    @Override
    public void bare(int column, char[] text, int from, int to) {
        int place = columnOf[column];
        field(column, text, from, to);
        if (place >= 0 && row[place] instanceof Datum.Whole whole && isShare(columns.get(place))) {
            row[place] = Datum.real((double) whole.value());
        }
    }

    private static boolean isShare(Column column) {
        return column.kind() == Column.Kind.SHARE || column.kind() == Column.Kind.POINTS;
    }

    @Override
    public void end(long line, int fields) {
        if (fields == columnOf.length) {
            table.row(List.of(row));
        } else {
            findings.add(Finding.error(
                    Reason.RAGGED_ROW, source, line, "", "as many fields as headers; the row was left out"));
        }
    }

    @Override
    public void refused(long line) {
        row = new Datum[0];
    }

    private static Datum datum(String written, Column.Kind kind) {
        return switch (kind) {
            case TEXT -> Datum.text(SafeText.read(written));
            case DAY -> day(written);
            default -> number(written);
        };
    }

    private static Datum day(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.toString().equals(written) ? Datum.day(day) : Datum.missing(SafeText.read(written));
        } catch (DateTimeParseException aMark) {
            return Datum.missing(SafeText.read(written));
        }
    }

    /** An estimate is written in the shortest way that gives it back; a decimal written in another way is exact. */
    private static Datum number(String written) {
        if (WHOLE.matcher(written).matches()) {
            return Datum.whole(Long.parseLong(written));
        }
        if (DECIMAL.matcher(written).matches()) {
            double real = Double.parseDouble(written);
            boolean estimate = Double.toString(real).equals(written);
            return estimate ? Datum.real(real) : Datum.exact(new BigDecimal(written));
        }
        return Datum.missing(SafeText.read(written));
    }
}
