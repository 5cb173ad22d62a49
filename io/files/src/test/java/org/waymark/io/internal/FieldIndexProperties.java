package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Fields found by windows are those that FastCSV splits off the same text. */
class FieldIndexProperties {
    private static final int COLUMNS = 3;
    private static final String QUOTE = "\"";

    /** A field as it is written, and whether a row with it must be plain. */
    private record Written(String text, boolean plain) {}

    private static Arbitrary<Written> field() {
        Arbitrary<String> words = Arbitraries.of(
                        "a",
                        "Y",
                        "2005-04-30",
                        "District 030",
                        "x'y",
                        "é",
                        "漢字",
                        "a rather long label of many words",
                        "|;")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join(" ", parts));
        Arbitrary<String> quotable = Arbitraries.of(",", "\n", "\r\n", "b", " ", "ñ")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(
                Tuple.of(6, words.map(text -> new Written(text, true))),
                Tuple.of(3, words.map(text -> new Written(QUOTE + text + QUOTE, true))),
                Tuple.of(2, quotable.map(text -> new Written(QUOTE + text + QUOTE, true))),
                Tuple.of(1, words.map(text -> new Written(QUOTE + text + "\"\"" + QUOTE, false))),
                Tuple.of(1, words.map(text -> new Written(text + "q\"r", false))));
    }

    @Provide
    Arbitrary<List<List<Written>>> rows() {
        Arbitrary<List<Written>> row = Combinators.combine(field(), field(), field())
                .as((a, b, c) -> List.of(a, b, c))
                // Without any character the line would be blank.
                .filter(fields -> fields.stream().anyMatch(f -> !f.text().isEmpty()));
        return row.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 1_000)
    void findsTheFieldsThatFastCsvSplits(
            @ForAll("rows") List<List<Written>> rows,
            @ForAll boolean crlf,
            @ForAll boolean ended,
            @ForAll @IntRange(max = 70) int before) {
        String end = crlf ? "\r\n" : "\n";
        List<String> lines = rows.stream()
                .map(row -> String.join(",", row.stream().map(Written::text).toList()))
                .toList();
        String text = String.join(end, lines) + (ended ? end : "");
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[before + own.length + FieldIndex.WINDOW];
        Arrays.fill(block, (byte) ',');
        System.arraycopy(own, 0, block, before, own.length);
        FieldIndex index = new FieldIndex(',', COLUMNS, 1_000);
        index.read(block, before, before + own.length);
        List<CsvRecord> records = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text).stream()
                .toList();
        assertEquals(records.size(), index.rows());
        assertFalse(index.hasReturn());
        for (int row = 0; row < records.size(); row++) {
            CsvRecord record = records.get(row);
            assertEquals(record.getStartingLineNumber(), 1 + index.lineInBlock(row));
            if (!index.isOdd(row)) {
                assertEquals(record.getFields(), fields(index, row));
            } else {
                assertFalse(rows.get(row).stream().allMatch(Written::plain), "a plain row is not odd: " + record);
            }
        }
    }

    private static List<String> fields(FieldIndex index, int row) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            int start = index.start(row, column);
            fields.add(new String(index.bytes(), start, index.end(row, column) - start, StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** Whatever the bytes are: rows lie behind each other, and those of another number of fields are odd. */
    @Property(tries = 1_000)
    void coversAnyBytes(@ForAll("soup") String soup) {
        byte[] own = soup.getBytes(StandardCharsets.UTF_8);
        FieldIndex index = new FieldIndex(',', 2, 1_000);
        index.read(Arrays.copyOf(own, own.length + FieldIndex.WINDOW), 0, own.length);
        int at = 0;
        for (int row = 0; row < index.rows(); row++) {
            assertEquals(at, index.rowStart(row));
            at = index.rowStart(row + 1);
            if (!index.isOdd(row)) {
                String text = new String(own, index.rowStart(row), at - index.rowStart(row), StandardCharsets.UTF_8);
                List<CsvRecord> records =
                        CsvReader.builder().ofCsvRecord(text).stream().toList();
                assertEquals(1, records.size());
                assertEquals(2, records.get(0).getFieldCount());
            }
        }
        assertEquals(own.length, at);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(",", "\n", "\r\n", "\"", "a", "é", "\t", "\u0000", " ", "bcdefghijklmnop,", "1,2\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
