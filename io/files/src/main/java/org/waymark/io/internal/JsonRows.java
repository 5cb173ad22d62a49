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
 * Reads flat objects as rows: an array of them, or one after another. The names of the first object are the headers; a
 * name that only later objects have is not read, with a finding.
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
        guarded(in, source, findings, parser -> objects(parser, source, headers, rows, findings));
    }

    private static void objects(
            JsonParser parser, String source, List<String> headers, Rows rows, FindingLog findings) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        headers.forEach(header -> columns.putIfAbsent(header, columns.size()));
        if (!headers.isEmpty()) {
            rows.headers(headers, 1);
        }
        boolean inArray = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            long line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_ARRAY && !inArray) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT) {
                object(parser, source, rows, columns, findings);
            } else if (token != JsonToken.END_ARRAY) {
                findings.add(Finding.error(
                        Reason.WRONG_SOURCE, source, line, "", "flat objects, in an array or one after another"));
                return;
            }
        }
        if (columns.isEmpty()) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, source, 0, "", "one object at least"));
        }
    }

    /** What is done with a parser. */
    interface Reading {
        void read(JsonParser parser);
    }

    /** Reads within limits; what stops the reading is a finding with the line that was reached. */
    static void guarded(InputStream in, String source, FindingLog findings, Reading reading) throws IOException {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), new StrictUtf8(in, Limits.STANDARD.file()))) {
            try {
                reading.read(parser);
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
    }

    private static long line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** Reads one flat object, whose opening brace was just read, as a row. */
    static void object(JsonParser parser, String source, Rows rows, Map<String, Integer> columns, FindingLog findings) {
        long line = parser.currentTokenLocation().getLineNr();
        Map<String, String> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue()) {
                fields.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getString());
            } else {
                fields.put(name, "");
                parser.skipChildren();
                findings.add(Finding.error(Reason.WRONG_SOURCE, source, line, name, "a plain value, no nested one"));
            }
        }
        if (columns.isEmpty()) {
            fields.keySet().forEach(name -> columns.put(name, columns.size()));
            List<String> headers = new ArrayList<>(columns.keySet());
            rows.headers(headers, line);
        }
        rows.begin(line);
        fields.forEach((name, text) -> {
            Integer column = columns.get(name);
            if (column == null) {
                findings.add(Finding.warning(
                        Reason.UNREAD_COLUMNS,
                        source,
                        line,
                        name,
                        "a name that is declared, or that the first object has; it was not read"));
            } else {
                rows.field(column, text.toCharArray(), 0, text.length());
            }
        });
        rows.end(line, columns.size());
    }
}
