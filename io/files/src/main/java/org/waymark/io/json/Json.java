package org.waymark.io.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.AtomicFile;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON. Every file names its format's version. What is missing is an object {@code {"missing": "why"}}, so that it cannot
 * be taken for a number.
 */
public final class Json {
    /** The version of the tables that are written. */
    public static final int FORMAT_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes a public table with its statement. A file that is there is not replaced. */
    public static void write(PublicTable table, Path path) throws IOException {
        AtomicFile.write(path, false, out -> {
            try (JsonGenerator json = generator(out)) {
                json.writeStartObject();
                body(json, table.title(), table.columns(), table.rows(), table.notes());
                Statement statement = table.statement();
                json.writeName("statement");
                json.writeStartObject();
                json.writeStringProperty("policy", statement.policy());
                json.writeStringProperty("level", statement.level());
                json.writeNumberProperty("minimumSize", statement.minimumSize());
                json.writeStringProperty("ledger", statement.ledger());
                json.writeStringProperty("digest", statement.digest());
                json.writeStringProperty("status", statement.status().name());
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    /**
     * Writes tables that are not for publication: they may hold small counts.
     *
     * @param purpose what they are for, in a few words
     */
    public static ForAnalysts forAnalysts(String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what the file is for");
        }
        return new ForAnalysts(false);
    }

    private static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    private static void body(
            JsonGenerator json, String title, List<Column> columns, List<List<Datum>> rows, List<String> notes) {
        json.writeNumberProperty("formatVersion", FORMAT_VERSION);
        json.writeStringProperty("title", title);
        json.writeName("columns");
        json.writeStartArray();
        for (Column column : columns) {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeStringProperty("kind", column.kind().name());
            json.writeStringProperty("meaning", column.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("rows");
        json.writeStartArray();
        for (List<Datum> row : rows) {
            json.writeStartArray();
            row.forEach(datum -> datum(json, datum));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeName("notes");
        json.writeStartArray();
        notes.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void datum(JsonGenerator json, Datum datum) {
        if (datum instanceof Datum.Whole whole) {
            json.writeNumber(whole.value());
        } else if (datum instanceof Datum.Exact exact) {
            json.writeNumber(exact.value());
        } else if (datum instanceof Datum.Real real) {
            json.writeNumber(real.value());
        } else if (datum instanceof Datum.Missing missing) {
            json.writeStartObject();
            json.writeStringProperty("missing", missing.mark());
            json.writeEndObject();
        } else {
            json.writeString(datum.toString());
        }
    }

    /** Writes tables for analysts. */
    public static final class ForAnalysts {
        private final boolean replace;

        private ForAnalysts(boolean replace) {
            this.replace = replace;
        }

        /** The same, replacing files that are there. */
        public ForAnalysts replacing() {
            return new ForAnalysts(true);
        }

        /** Writes tables as one object per table in an array; the file appears whole or not at all. */
        public void write(List<Table> tables, Path path) throws IOException {
            AtomicFile.write(path, replace, out -> {
                try (JsonGenerator json = generator(out)) {
                    json.writeStartArray();
                    for (Table table : tables) {
                        json.writeStartObject();
                        body(json, table.title(), table.columns(), table.rows(), table.notes());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
            });
        }

        /** Writes a table. */
        public void write(Table table, Path path) throws IOException {
            AtomicFile.write(path, replace, out -> {
                try (JsonGenerator json = generator(out)) {
                    json.writeStartObject();
                    body(json, table.title(), table.columns(), table.rows(), table.notes());
                    json.writeEndObject();
                }
            });
        }
    }
}
