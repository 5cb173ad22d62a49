package org.waymark.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Unit;
import org.waymark.io.progress.Progress;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A population as one JSON document: the format's version, the as-of day, and for each roster its columns and its rows.
 * Written and read row by row.
 */
public final class PopulationJson {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private PopulationJson() {}

    /** Writes the document. */
    public static void write(Population population, String name, Progress progress, OutputStream out) {
        Told told = new Told(
                progress,
                name,
                population.rosters().stream().mapToLong(Roster::size).sum());
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("formatVersion", VERSION);
            json.writeStringProperty("asOf", population.asOf().toString());
            json.writeName("rosters");
            json.writeStartObject();
            for (Roster roster : population.rosters()) {
                RosterText text = RosterText.of(roster, roster.owner().flatMap(population::find));
                json.writeName(roster.unit().name());
                json.writeStartObject();
                json.writeName("columns");
                json.writeStartArray();
                text.headers().forEach(json::writeString);
                json.writeEndArray();
                json.writeName("rows");
                json.writeStartArray();
                for (int row = 0; row < roster.size(); row++) {
                    json.writeRaw('\n');
                    text.writeRow(json, row);
                    told.row();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        told.finish();
    }

    /** Reads what was written; what is wrong is told, and the rest loads. */
    public static Loaded<Population> read(InputStream in, String source) throws IOException {
        FindingLog findings = new FindingLog();
        Population.Builder builder = Population.builder().asOf(LocalDate.EPOCH);
        JsonRows.guarded(in, source, findings, parser -> document(parser, source, builder, findings));
        Loaded<Population> loaded = builder.checked().load();
        findings.addAll(loaded.findings());
        return new Loaded<>(loaded.value(), findings.findings());
    }

    private static void document(JsonParser parser, String source, Population.Builder builder, FindingLog findings) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            expected(parser, source, findings, "an object with formatVersion, asOf and rosters");
            return;
        }
        boolean versioned = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("formatVersion")
                    && value == JsonToken.VALUE_NUMBER_INT
                    && parser.getIntValue() == VERSION) {
                versioned = true;
            } else if (!versioned) {
                expected(parser, source, findings, "formatVersion " + VERSION + " before anything else");
                return;
            } else if (name.equals("asOf") && value == JsonToken.VALUE_STRING) {
                builder.asOf(day(parser, source, findings));
            } else if (name.equals("rosters") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    if (!roster(parser, source, builder, findings)) {
                        return;
                    }
                }
            } else {
                expected(parser, source, findings, "asOf as text and rosters as an object");
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            expected(parser, source, findings, "nothing behind the document");
        }
    }

    private static LocalDate day(JsonParser parser, String source, FindingLog findings) {
        try {
            return LocalDate.parse(parser.getString());
        } catch (DateTimeParseException notADay) {
            expected(parser, source, findings, "a date like 2005-04-30");
            return LocalDate.EPOCH;
        }
    }

    private static boolean roster(JsonParser parser, String source, Population.Builder builder, FindingLog findings) {
        String name = parser.currentName();
        Unit unit;
        try {
            unit = Unit.of(name);
        } catch (IllegalArgumentException notAName) {
            return expected(parser, source, findings, "the name of a roster");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        boolean begins = parser.nextToken() == JsonToken.START_OBJECT
                && parser.nextToken() == JsonToken.PROPERTY_NAME
                && parser.currentName().equals("columns")
                && parser.nextToken() == JsonToken.START_ARRAY;
        while (begins && parser.nextToken() == JsonToken.VALUE_STRING) {
            columns.putIfAbsent(parser.getString(), columns.size());
        }
        boolean rows = begins
                && parser.currentToken() == JsonToken.END_ARRAY
                && parser.nextToken() == JsonToken.PROPERTY_NAME
                && parser.currentName().equals("rows")
                && parser.nextToken() == JsonToken.START_ARRAY;
        if (!rows) {
            return expected(parser, source, findings, "a roster's columns, then its rows");
        }
        List<String> headers = new ArrayList<>(columns.keySet());
        RosterRows into = new RosterRows(builder.roster(unit), source, new LinkedHashMap<>(), findings);
        into.headers(headers, parser.currentTokenLocation().getLineNr());
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonRows.object(parser, source, into, columns, findings);
        }
        return parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == JsonToken.END_OBJECT
                || expected(parser, source, findings, "rows as flat objects, and nothing after them");
    }

    private static boolean expected(JsonParser parser, String source, FindingLog findings, String what) {
        long line = Math.max(1, parser.currentTokenLocation().getLineNr());
        findings.add(Finding.error(Reason.WRONG_SOURCE, source, line, "", what));
        return false;
    }
}
