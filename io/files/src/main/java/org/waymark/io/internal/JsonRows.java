package org.waymark.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads flat objects as rows: an array of them, one after another, or the list in an {@link JsonEnvelope envelope}. The
 * names of the first object are the headers; a name that only later objects have is not read, with a finding.
 */
public final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(Limits.STANDARD.field())
                    .maxNumberLength(1_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonRows() {}

    /** Reads it all into {@code rows}; what stops it is a finding. */
    public static void read(InputStream in, String source, Rows rows, FindingLog findings) throws IOException {
        read(in, source, List.of(), rows, findings);
    }

    /**
     * The same where the headers are known beforehand; there may then be no object at all.
     *
     * @param headers the names that objects may have; empty to take those of the first object
     */
    public static void read(InputStream in, String source, List<String> headers, Rows rows, FindingLog findings)
            throws IOException {
        if (!guarded(in, source, findings, parser -> objects(parser, source, headers, rows, findings))) {
            rows.broken();
        }
    }

    private static void objects(
            JsonParser parser, String source, List<String> headers, Rows rows, FindingLog findings) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        headers.forEach(header -> columns.putIfAbsent(header, columns.size()));
        if (!headers.isEmpty()) {
            rows.headers(headers, 1);
        }
        boolean first = true;
        boolean inArray = false;
        boolean ended = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            long line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_ARRAY && first) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT && !ended) {
                token = parser.nextToken();
                if (first && columns.isEmpty() && token == JsonToken.PROPERTY_NAME && isEnvelope(parser, rows)) {
                    new JsonEnvelope(parser, source, rows, findings).read();
                    return;
                }
                object(parser, source, line, rows, columns, findings);
            } else if (token == JsonToken.END_ARRAY && inArray) {
                inArray = false;
                ended = true;
            } else if (token == JsonToken.VALUE_NULL && inArray) {
                nothing(source, line, rows, findings);
            } else {
                findings.add(Finding.error(
                        Reason.WRONG_SOURCE, source, line, "", "flat objects, in an array or one after another"));
                rows.broken();
                return;
            }
            first = false;
        }
        if (columns.isEmpty()) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, source, 0, "", "one object at least"));
            rows.broken();
        }
    }

    private static boolean isEnvelope(JsonParser parser, Rows rows) {
        return !rows.declared().isEmpty() && JsonEnvelope.NAMES.contains(parser.currentName());
    }

    /** What is done with a parser. */
    interface Reading {
        void read(JsonParser parser);
    }

    /**
     * Reads within limits; what stops the reading is a finding with the line that was reached.
     *
     * @return whether nothing stopped it
     */
    static boolean guarded(InputStream in, String source, FindingLog findings, Reading reading) throws IOException {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), new StrictText(in, Limits.STANDARD.file()))) {
            try {
                reading.read(parser);
                return true;
            } catch (JacksonIOException failed) {
                IOException cause = failed.getCause();
                if (!(cause instanceof CharacterCodingException)) {
                    throw cause;
                }
                findings.add(Finding.error(
                        Reason.BROKEN_ENCODING,
                        source,
                        line(parser),
                        "",
                        "text in UTF-8; nothing from about here on was read"));
            } catch (JacksonException broken) {
                findings.add(Finding.error(
                        Reason.BROKEN_SOURCE,
                        source,
                        line(parser),
                        "",
                        "JSON without repeated names; nothing from here on was read"));
            }
        }
        return false;
    }

    private static long line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** A row that is null. */
    static void nothing(String source, long line, Rows rows, FindingLog findings) {
        rows.begin(line);
        findings.add(Finding.error(Reason.MISSING_VALUE, source, line, "", "an object; the row was left out"));
        rows.refused(line);
    }

    /** Reads one flat object, whose opening brace was just read, as a row. */
    static void object(JsonParser parser, String source, Rows rows, Map<String, Integer> columns, FindingLog findings) {
        long line = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        object(parser, source, line, rows, columns, findings);
    }

    /** The same from the first name on. */
    private static void object(
            JsonParser parser, String source, long line, Rows rows, Map<String, Integer> columns, FindingLog findings) {
        List<JsonField> fields = fields(parser);
        if (columns.isEmpty()) {
            fields.forEach(field -> columns.put(field.name(), columns.size()));
            List<String> headers = new ArrayList<>(columns.keySet());
            rows.headers(headers, line);
        }
        rows.begin(line);
        boolean seen = true;
        for (JsonField field : fields) {
            Integer column = columns.get(field.name());
            if (column == null) {
                findings.add(Finding.warning(
                        Reason.UNREAD_COLUMNS,
                        source,
                        line,
                        SafeText.name(field.name()),
                        "a name that is declared, or that the first object has; it was not read"));
            } else {
                seen &= field.put(column, SafeText.name(field.name()), source, line, rows, findings);
            }
        }
        if (seen) {
            rows.end(line, columns.size());
        } else {
            rows.refused(line);
        }
    }

    /** The fields of an object, from the first name on to its end. */
    static List<JsonField> fields(JsonParser parser) {
        List<JsonField> fields = new ArrayList<>();
        for (JsonToken token = parser.currentToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                fields.add(new JsonField(name, JsonField.Kind.TEXT, ""));
            } else if (value.isScalarValue()) {
                boolean text = value == JsonToken.VALUE_STRING;
                fields.add(new JsonField(name, text ? JsonField.Kind.TEXT : JsonField.Kind.BARE, parser.getString()));
            } else {
                parser.skipChildren();
                fields.add(new JsonField(name, JsonField.Kind.NESTED, ""));
            }
        }
        return fields;
    }
}
