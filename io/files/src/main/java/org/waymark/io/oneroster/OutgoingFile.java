package org.waymark.io.oneroster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rows of one file, kept as the text that they will be: a tenth of what they take as lists of texts. */
final class OutgoingFile {
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n]+");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter csv = CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(1 << 12)
            .build(bytes, StandardCharsets.UTF_8);
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final String[] row;
    private long rows;

    OutgoingFile(List<String> headers) {
        headers.forEach(header -> places.put(header, places.size()));
        row = new String[headers.size()];
        csv.writeRecord(headers);
    }

    /** The file of that name in version 1.2. */
    static OutgoingFile of(String name) {
        return new OutgoingFile(Layout.V1_2.columns(name).orElseThrow().stream()
                .map(Layout.Column::header)
                .toList());
    }

    /** Adds a row of the values that are given, each behind its header; the other columns are empty. */
    void add(String... headersAndValues) {
        Arrays.fill(row, "");
        for (int i = 0; i < headersAndValues.length; i += 2) {
            Integer place = places.get(headersAndValues[i]);
            if (place == null) {
                throw new IllegalArgumentException("header: must be one of the file, was " + headersAndValues[i]);
            }
            // The format allows no line breaks within a field.
            row[place] = BREAKS.matcher(headersAndValues[i + 1]).replaceAll(" ");
        }
        csv.writeRecord(row);
        rows++;
    }

    /** How many rows there are below the headers. */
    long rows() {
        return rows;
    }

    /** Writes headers and rows. */
    void writeTo(OutputStream out) throws IOException {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        bytes.writeTo(out);
    }
}
