package org.waymark.io.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;

/** Rows as comma-separated text: stable names, plain numbers, no formula that a spreadsheet would run. */
public final class CsvText {
    private CsvText() {}

    /** Writes what is shown; where it is for everyone its statement stands in every row. */
    public static void write(Shown shown, OutputStream out) throws IOException {
        Shown written = shown.isPublic() ? shown.claimed() : shown;
        write(written.columns(), written.rows(), out);
    }

    /** Writes the names of the columns, then the rows. */
    public static void write(List<Column> columns, List<List<Datum>> rows, OutputStream out) throws IOException {
        write(columns, rows, () -> {}, out);
    }

    /** The same, telling of each row that is written. */
    public static void write(List<Column> columns, List<List<Datum>> rows, Runnable written, OutputStream out)
            throws IOException {
        // An empty field that stands alone would be a blank line.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(columns.size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED)
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns.stream().map(Column::name).toList());
        for (List<Datum> row : rows) {
            csv.writeRecord(row.stream().map(CsvText::field).toList());
            written.run();
        }
        csv.flush();
    }

    private static String field(Datum datum) {
        boolean words = datum instanceof Datum.Text || datum instanceof Datum.Missing;
        return words ? SafeText.written(datum.toString()) : datum.toString();
    }
}
