package org.waymark.io.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.io.internal.SafeText;
import org.waymark.io.progress.Progress;

/** Writes a workbook row by row. */
final class BookWriter {
    private static final int FLUSH = 1_000;
    private static final int STEP = 10_000;
    private static final int LONGEST_TEXT = 32_767;
    private static final int MEASURED_ROWS = 200;
    private static final int WIDEST = 60;
    private static final long MOST_EXACT = 999_999_999_999_999L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final List<SheetContent> sheets;
    private final String what;
    private final Progress progress;
    private final long total;
    private long written;

    BookWriter(List<SheetContent> sheets, String what, Progress progress) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("tables: must be one at least");
        }
        for (SheetContent sheet : sheets) {
            if (sheet.rows().size() >= Worksheet.MAX_ROWS || sheet.columns().size() > Worksheet.MAX_COLS) {
                throw new IllegalArgumentException("tables: must have fewer than " + Worksheet.MAX_ROWS
                        + " rows and at most " + Worksheet.MAX_COLS + " columns each to fit a sheet");
            }
        }
        this.sheets = sheets;
        this.what = what;
        this.progress = progress;
        this.total = sheets.stream().mapToLong(sheet -> sheet.rows().size()).sum();
    }

    /** The library writes the hour into its files, so they are packed once more without. */
    void write(OutputStream out) throws IOException {
        Path temporary = Files.createTempFile("waymark-", ".xlsx");
        try {
            try (OutputStream packed = new BufferedOutputStream(Files.newOutputStream(temporary));
                    Workbook book = new Workbook(packed, "Waymark", "1.0")) {
                SheetNames names = new SheetNames();
                for (SheetContent sheet : sheets) {
                    try (Worksheet to = book.newWorksheet(names.next(sheet.title()))) {
                        table(to, sheet);
                    }
                }
                try (Worksheet about = book.newWorksheet(names.next("About"))) {
                    about(about);
                }
            }
            Repacked.write(temporary, out);
            progress.reached(what, total, total);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void table(Worksheet to, SheetContent sheet) throws IOException {
        for (int i = 0; i < sheet.columns().size(); i++) {
            Column column = sheet.columns().get(i);
            to.inlineString(0, i, column.name());
            header(to, 0, i);
            to.width(i, width(sheet, i));
        }
        to.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<Datum> data = sheet.rows().get(row);
            for (int i = 0; i < data.size(); i++) {
                cell(to, row + 1, i, data.get(i), sheet.columns().get(i).kind());
            }
            if (row % FLUSH == FLUSH - 1) {
                to.flush();
            }
            if (++written % STEP == 0) {
                progress.reached(what, written, total);
            }
        }
    }

    private static void header(Worksheet to, int row, int column) {
        to.style(row, column)
                .bold()
                .fillColor("E7EBEF")
                .borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, "thin")
                .set();
    }

    private static double width(SheetContent sheet, int column) {
        int widest = sheet.columns().get(column).name().length();
        for (List<Datum> row :
                sheet.rows().subList(0, Math.min(MEASURED_ROWS, sheet.rows().size()))) {
            String printed = row.get(column).printed(sheet.columns().get(column).kind());
            widest = Math.max(widest, printed.length());
        }
        return Math.min(WIDEST, widest + 3);
    }

    private static void cell(Worksheet to, int row, int column, Datum datum, Column.Kind kind) {
        if (datum instanceof Datum.Whole whole && Math.abs(whole.value()) <= MOST_EXACT) {
            number(to, row, column, whole.value(), kind == Column.Kind.COUNT ? "#,##0" : format(kind, "0"));
        } else if (datum instanceof Datum.Real real) {
            number(to, row, column, real.value(), format(kind, "0.000"));
        } else if (datum instanceof Datum.Exact exact && isHeld(exact.value())) {
            number(to, row, column, exact.value(), format(kind, "General"));
        } else if (datum instanceof Datum.Day day && !day.value().isBefore(FIRST_DAY)) {
            to.value(row, column, day.value());
            to.style(row, column).format("yyyy-mm-dd").set();
        } else {
            boolean words = datum instanceof Datum.Text || datum instanceof Datum.Missing;
            text(to, row, column, words ? SafeText.written(datum.toString()) : datum.toString());
        }
    }

    private static void number(Worksheet to, int row, int column, Number value, String format) {
        to.value(row, column, value);
        to.style(row, column).format(format).set();
    }

    /** How a spreadsheet shows a number of this kind. */
    private static String format(Column.Kind kind, String otherwise) {
        return switch (kind) {
            case SHARE -> "0.0%";
            case POINTS -> "+0.0%;-0.0%;0.0%";
            default -> otherwise;
        };
    }

    /** Whether the number a spreadsheet would hold is this one and no other. */
    private static boolean isHeld(BigDecimal value) {
        return value.precision() <= 15
                && BigDecimal.valueOf(value.doubleValue()).compareTo(value) == 0;
    }

    private static void text(Worksheet to, int row, int column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "tables: texts must have at most " + LONGEST_TEXT + " characters to fit a cell");
        }
        if (!text.isEmpty()) {
            to.inlineString(row, column, text);
        }
    }

    /** What the tables are, what their columns mean, and for whom they are. */
    private void about(Worksheet to) {
        int row = 0;
        for (SheetContent sheet : sheets) {
            text(to, row, 0, SafeText.written(sheet.title()));
            to.style(row++, 0).bold().set();
            for (String head : List.of("column", "unit", "meaning")) {
                int at = List.of("column", "unit", "meaning").indexOf(head);
                to.inlineString(row, at, head);
                header(to, row, at);
            }
            row++;
            for (Column column : sheet.columns()) {
                to.inlineString(row, 0, column.name());
                to.inlineString(row, 1, column.kind().unit());
                text(to, row++, 2, SafeText.written(column.meaning()));
            }
            for (String note : sheet.notes()) {
                text(to, row++, 0, SafeText.written(note));
            }
            text(to, row, 0, SafeText.written(sheet.claim()));
            row += 2;
        }
        to.width(0, 24);
        to.width(1, 28);
        to.width(2, WIDEST);
    }
}
