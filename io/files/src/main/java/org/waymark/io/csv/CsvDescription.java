package org.waymark.io.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.SafeText;
import org.waymark.io.internal.Shown;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What belongs beside a file of rows, which has no place for it: a data dictionary, and metadata as CSV on the Web has them
 * (W3C, Metadata Vocabulary for Tabular Data), with title, notes, kinds of columns and the marks of what is missing.
 */
public final class CsvDescription {
    private static final JsonFactory JSON = new JsonFactory();

    private CsvDescription() {}

    /** The data dictionary of a table: a row per column. It holds nothing of the table's rows but the marks of what is missing. */
    public static Table dictionary(Table table) {
        return dictionary(table.title(), table.columns(), table.rows());
    }

    /** The data dictionary of a public table, which is as public. */
    public static PublicTable dictionary(PublicTable table) {
        return PublicTable.cited(
                dictionary(table.title(), table.columns(), table.rows()), "the columns of a published table");
    }

    private static Table dictionary(String title, List<Column> columns, List<List<Datum>> rows) {
        Table.Builder dictionary = Table.builder("Columns of " + title)
                .column(Column.text("name", "the header in every file"))
                .column(Column.text("kind", "what the column holds"))
                .column(Column.text("unit", "what one of it is"))
                .column(Column.text("meaning", "what it means"))
                .column(Column.text("missing_marks", "what stands where nothing is, separated by spaces"));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            dictionary.row(
                    Datum.text(column.name()),
                    Datum.text(column.kind().name()),
                    Datum.text(column.kind().unit()),
                    Datum.text(column.meaning()),
                    Datum.text(String.join(" ", marks(rows, i))));
        }
        return dictionary.build();
    }

    /**
     * Writes the metadata of a public table beside its file, as {@code <file>-metadata.json}. A file that is there is not
     * replaced.
     *
     * @param csv the file of rows
     */
    public static void write(PublicTable table, Path csv) throws IOException {
        Shown shown = Shown.of(table).claimed();
        write(shown, shown.claim(), csv, false);
    }

    /** Writes the metadata of a table for analysts beside its file. */
    static void write(Table table, String purpose, Path csv, boolean replace) throws IOException {
        write(Shown.forAnalysts(purpose, table), "For analysts, not for publication: " + purpose, csv, replace);
    }

    private static void write(Shown table, String claim, Path csv, boolean replace) throws IOException {
        String file = String.valueOf(csv.getFileName());
        Path beside = csv.resolveSibling(file + "-metadata.json");
        if (table.isPublic()) {
            AtomicFile.publish(beside, replace, out -> print(table, claim, file, out));
        } else {
            AtomicFile.write(beside, replace, out -> print(table, claim, file, out));
        }
    }

    private static void print(Shown table, String claim, String file, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "http://www.w3.org/ns/csvw");
            json.writeStringProperty("url", file.replace("%", "%25").replace(" ", "%20"));
            json.writeStringProperty("dc:title", table.title());
            json.writeStringProperty("dc:rights", claim);
            json.writeName("dc:description");
            json.writeStartArray();
            table.notes().forEach(json::writeString);
            json.writeEndArray();
            json.writeName("dialect");
            json.writeStartObject();
            json.writeStringProperty("encoding", "utf-8");
            json.writeStringProperty("delimiter", ",");
            json.writeName("lineTerminators");
            json.writeStartArray();
            json.writeString("\n");
            json.writeEndArray();
            json.writeBooleanProperty("header", true);
            json.writeEndObject();
            json.writeName("tableSchema");
            json.writeStartObject();
            json.writeName("columns");
            json.writeStartArray();
            for (int i = 0; i < table.columns().size(); i++) {
                column(table.columns().get(i), marks(table.rows(), i), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void column(Column column, Set<String> marks, JsonGenerator json) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("titles", column.name());
        json.writeStringProperty("dc:description", column.meaning());
        json.writeStringProperty("schema:unitText", column.kind().unit());
        json.writeStringProperty(
                "datatype",
                switch (column.kind()) {
                    case TEXT -> "string";
                    case COUNT -> "integer";
                    case SHARE, POINTS, NUMBER -> "double";
                    case DAY -> "date";
                });
        if (!marks.isEmpty()) {
            json.writeName("null");
            json.writeStartArray();
            marks.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The marks in a column as the file has them, in the order in which they come. */
    private static Set<String> marks(List<List<Datum>> rows, int column) {
        Set<String> marks = new LinkedHashSet<>();
        for (List<Datum> row : rows) {
            if (row.get(column) instanceof Datum.Missing missing) {
                marks.add(SafeText.written(missing.mark()));
            }
        }
        return marks;
    }
}
