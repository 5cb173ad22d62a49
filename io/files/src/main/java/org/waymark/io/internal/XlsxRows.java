package org.waymark.io.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.progress.Progress;

/**
 * Reads a sheet row by row; its first row has the headers. Texts stay texts; days are given as 2005-04-30; numbers are
 * given as such. Formulas are not computed and what they gave before is not believed. Lines are rows of the sheet.
 */
public final class XlsxRows {
    private static final int STEP = 10_000;
    private static final double MOST_EXACT = 1e15; // beyond it a number of a spreadsheet has lost digits

    private final String source;
    private final Limits limits;
    private final Rows rows;
    private final FindingLog findings;
    private int columns = -1;

    private XlsxRows(String source, Limits limits, Rows rows, FindingLog findings) {
        this.source = source;
        this.limits = limits;
        this.rows = rows;
        this.findings = findings;
    }

    /**
     * Reads a sheet into {@code rows}; what stops it is a finding.
     *
     * @param sheet the sheet's name; empty for the first
     */
    public static void read(
            Path path, String source, Optional<String> sheet, Progress progress, Rows rows, FindingLog findings)
            throws IOException {
        Limits limits = Limits.STANDARD;
        Optional<Finding> fault = Workbook.fault(path, source, limits);
        if (fault.isPresent()) {
            findings.add(fault.get());
            rows.broken();
            return;
        }
        new XlsxRows(source, limits, rows, findings).read(path, sheet, progress);
    }

    private void read(Path path, Optional<String> wanted, Progress progress) throws IOException {
        boolean done = false;
        try (ReadableWorkbook book = open(path)) {
            Sheet sheet = book == null ? null : orNull(() -> sheet(book, wanted));
            Stream<Row> stream = sheet == null ? null : orNull(() -> stream(sheet));
            if (stream != null) {
                try (stream) {
                    done = read(stream.iterator(), progress);
                }
            }
        }
        if (!done) {
            broken(Reason.BROKEN_SOURCE, "a whole workbook with the sheet; nothing from the break on was read");
        } else if (columns < 0) {
            broken(Reason.WRONG_SOURCE, "a row of headers");
        }
    }

    /** Without the formats of cells where the workbook has none, which the library does not forgive. */
    private static @Nullable ReadableWorkbook open(Path path) {
        ReadableWorkbook book = orNull(() -> open(path, true));
        return book == null ? orNull(() -> open(path, false)) : book;
    }

    private static ReadableWorkbook open(Path path, boolean formats) {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(formats, true));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static @Nullable Sheet sheet(ReadableWorkbook book, Optional<String> wanted) {
        return wanted.isPresent() ? book.findSheet(wanted.get()).orElse(null) : book.getFirstSheet();
    }

    private static Stream<Row> stream(Sheet sheet) {
        try {
            return sheet.openStream();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The library tells what is broken by exceptions of any kind; only its own calls are guarded, never the receiver's. */
    private static <T> @Nullable T orNull(Supplier<? extends @Nullable T> call) {
        try {
            return call.get();
        } catch (RuntimeException broken) {
            return null;
        }
    }

    /** Whether the sheet came to its end. */
    private boolean read(Iterator<Row> sheet, Progress progress) {
        long read = 0;
        while (true) {
            Boolean more = orNull(sheet::hasNext);
            if (more == null) {
                return false;
            } else if (!more) {
                progress.reached(source, read, read);
                return true;
            }
            Row row = orNull(sheet::next);
            List<Field> fields = row == null ? null : orNull(() -> fields(row));
            if (row == null || fields == null) {
                return false;
            }
            if (columns < 0 && !headers(fields, row.getRowNum())) {
                return true;
            } else if (read > 0) {
                row(fields, row.getRowNum());
            }
            if (++read % STEP == 0) {
                progress.reached(source, read, 0);
            }
        }
    }

    private boolean headers(List<Field> fields, long line) {
        List<String> headers = new ArrayList<>();
        for (Field field : fields) {
            while (headers.size() < field.column() && headers.size() <= limits.columns()) {
                headers.add("");
            }
            headers.add(field.text().strip());
        }
        columns = headers.size();
        if (columns > limits.columns()) {
            broken(Reason.OVER_LIMIT, "at most " + limits.columns() + " columns");
            return false;
        }
        for (Field field : fields) {
            if (field.kind() == Kind.UNFIT || field.text().length() > limits.field() || hasUnseen(field.text())) {
                broken(
                        Reason.WRONG_SOURCE,
                        "headers of at most " + limits.field() + " characters, none of them unseen and no formulas");
                return false;
            }
        }
        rows.headers(headers, line);
        return true;
    }

    private void row(List<Field> fields, long line) {
        rows.begin(line);
        int last = columns;
        for (Field field : fields) {
            if (field.kind() != Kind.UNFIT && field.text().isEmpty()) {
                continue;
            }
            if (field.column() >= columns) {
                last = Math.max(last, field.column() + 1);
            } else if (field.kind() == Kind.UNFIT) {
                error(Reason.WRONG_SOURCE, line, field.column(), "a value, no formula and no error");
                rows.unfit(field.column());
            } else if (field.text().length() > limits.field()) {
                error(Reason.OVER_LIMIT, line, field.column(), "at most " + limits.field() + " characters; left out");
                rows.refused(line);
                return;
            } else if (hasUnseen(field.text())) {
                error(
                        Reason.BROKEN_ENCODING,
                        line,
                        field.column(),
                        "text without control characters and others that nobody sees; the row was left out");
                rows.refused(line);
                return;
            } else {
                char[] text = field.text().toCharArray();
                if (field.kind() == Kind.BARE) {
                    rows.bare(field.column(), text, 0, text.length);
                } else {
                    rows.field(field.column(), text, 0, text.length);
                }
            }
        }
        rows.end(line, last);
    }

    private static boolean hasUnseen(String text) {
        return text.chars().anyMatch(c -> StrictText.isUnseen((char) c));
    }

    private void error(Reason reason, long line, int column, String expected) {
        findings.add(Finding.error(reason, source, line, "column " + (column + 1), expected));
    }

    private void broken(Reason reason, String expected) {
        findings.add(Finding.error(reason, source, 0, "", expected));
        rows.broken();
    }

    /** What a cell is to a receiver. */
    private enum Kind {
        TEXT,
        BARE,
        UNFIT
    }

    private record Field(int column, Kind kind, String text) {}

    private static List<Field> fields(Row row) {
        List<Field> fields = new ArrayList<>();
        for (Cell cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                fields.add(field(cell));
            }
        }
        return fields;
    }

    private static Field field(Cell cell) {
        int column = cell.getColumnIndex();
        return switch (cell.getType()) {
            case STRING -> new Field(column, Kind.TEXT, cell.asString());
            case BOOLEAN -> new Field(column, Kind.BARE, cell.asBoolean() ? "true" : "false");
            case NUMBER -> number(cell, column);
            default -> new Field(column, Kind.UNFIT, "");
        };
    }

    private static Field number(Cell cell, int column) {
        if (isDay(cell.getDataFormatId(), cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new Field(column, Kind.TEXT, day ? time.toLocalDate().toString() : time.toString());
        }
        double number = Double.parseDouble(cell.getRawValue());
        if (!Double.isFinite(number)) {
            return new Field(column, Kind.UNFIT, "");
        }
        boolean wholeNumber = number == Math.rint(number) && Math.abs(number) < MOST_EXACT;
        return new Field(column, Kind.BARE, wholeNumber ? Long.toString((long) number) : Double.toString(number));
    }

    /** The formats of days that every spreadsheet has, and those that name a year or a day. */
    private static boolean isDay(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 17 || id == 22)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("d");
    }
}
