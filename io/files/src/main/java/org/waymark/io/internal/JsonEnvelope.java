package org.waymark.io.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code {"schemaVersion": 1, "students": [ {...}, ... ]}} for a receiver that declares its columns. A name that is
 * not declared is an error for the whole. The lines that are told are the objects' places in the list, counted from 1, since such documents
 * often stand on one line.
 */
final class JsonEnvelope {
    static final List<String> NAMES = List.of("schemaVersion", "students");
    private static final int VERSION = 1;

    private final JsonParser parser;
    private final String source;
    private final Rows rows;
    private final FindingLog findings;
    private boolean versioned;
    private boolean listed;
    private long number;

    JsonEnvelope(JsonParser parser, String source, Rows rows, FindingLog findings) {
        this.parser = parser;
        this.source = source;
        this.rows = rows;
        this.findings = findings;
    }

    /** Reads from the first name on to the end of the document. */
    void read() {
        if (!members()) {
            rows.broken();
        } else if (parser.nextToken() != null) {
            wrong("nothing behind the document");
        } else if (!versioned || !listed) {
            wrong("schemaVersion " + VERSION + " and a list of students");
        } else if (number == 0) {
            findings.add(Finding.warning(Reason.WRONG_SOURCE, source, 0, "", "students in the list"));
        }
    }

    private boolean members() {
        for (JsonToken token = parser.currentToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("schemaVersion")) {
                versioned = value == JsonToken.VALUE_NUMBER_INT
                        && parser.getString().equals(Integer.toString(VERSION));
                if (!versioned) {
                    return wrong("schemaVersion " + VERSION);
                }
            } else if (name.equals("students") && value == JsonToken.START_ARRAY) {
                listed = true;
                rows.headers(rows.declared(), 1);
                if (!students()) {
                    return false;
                }
            } else {
                return wrong("schemaVersion and a list of students, and nothing else");
            }
        }
        return true;
    }

    private boolean students() {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            number++;
            if (token == JsonToken.VALUE_NULL) {
                JsonRows.nothing(source, number, rows, findings);
            } else if (token == JsonToken.START_OBJECT) {
                parser.nextToken();
                if (!student(JsonRows.fields(parser))) {
                    return false;
                }
            } else {
                return wrong("objects in the list of students");
            }
        }
        return true;
    }

    private boolean student(List<JsonField> fields) {
        rows.begin(number);
        Set<Integer> given = new HashSet<>();
        boolean seen = true;
        for (JsonField field : fields) {
            int column = rows.declared(field.name());
            if (column < 0 || !given.add(column)) {
                rows.refused(number);
                return wrong("each declared name once, and no others");
            }
            String header = rows.declared().get(column);
            seen &= field.put(column, header, source, number, rows, findings);
        }
        if (seen) {
            rows.end(number, rows.declared().size());
        } else {
            rows.refused(number);
        }
        return true;
    }

    private boolean wrong(String expected) {
        findings.add(
                Finding.error(Reason.WRONG_SOURCE, source, number, "", expected + "; nothing from here on was read"));
        rows.broken();
        return false;
    }
}
