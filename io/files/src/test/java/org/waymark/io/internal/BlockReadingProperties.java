package org.waymark.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Blocks of whole rows give the rows of the whole, whoever reads them. */
class BlockReadingProperties {
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> rows = Arbitraries.of(
                        "1,2\n",
                        "\"1\",\"2\n3\"\r\n",
                        "a\"b,c\n",
                        "\"x\"\"y\",\"\"\n",
                        "\n",
                        "\u00E9,\u6F22\n",
                        "\"a,\n\n",
                        "h,i\n",
                        "1\n",
                        "\"\"\"\n\",z\n",
                        "q,\"",
                        "\"\n",
                        "\r",
                        "\uFEFFm,n\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> "h,i\n" + String.join("", parts));
        return Arbitraries.oneOf(rows, rows.map(text -> "\uFEFF" + text), rows.map(text -> "\"h\",i" + text));
    }

    @Property(tries = 1_500)
    void givesTheRowsOfTheWhole(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 3) int receivers)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Recorded> parts = new ArrayList<>();
        List<BlockReading.Receiver> all = new ArrayList<>();
        for (int i = 0; i < receivers; i++) {
            Recorded part = new Recorded();
            parts.add(part);
            all.add(new BlockReading.Receiver(part, part.log));
        }
        OptionalLong blank = BlockReading.read(new ByteArrayInputStream(bytes), "a.csv", size, all);
        Recorded whole = Recorded.of(bytes, Limits.STANDARD);
        if (blank.isPresent()) {
            assertEquals(byLine(List.of(whole)), byLine(parts));
            assertEquals(whole.headers, parts.get(0).headers);
            long told = whole.log.findings().stream()
                    .filter(f -> f.expected().endsWith("blank lines were passed over"))
                    .mapToLong(f -> Long.parseLong(f.expected().split(" ")[0]))
                    .sum();
            assertEquals(told, blank.getAsLong());
        } else {
            // Only what cannot be read, or not be cut, is left to the reading in one piece.
            boolean odd = text.replace("\r\n", "").indexOf('\r') >= 0;
            assertTrue(odd || !whole.codes().isEmpty(), () -> "refused without reason: " + text);
        }
    }

    @Example
    void textOfManyBlocksIsReadBySeveral() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 60_000; row++) {
            text.append(row).append(",\"line one\nline ").append(row).append("\"\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Recorded whole = Recorded.of(bytes, Limits.STANDARD);
        for (int receivers : List.of(1, 2, 4)) {
            List<Recorded> parts = new ArrayList<>();
            List<BlockReading.Receiver> all = new ArrayList<>();
            for (int i = 0; i < receivers; i++) {
                Recorded part = new Recorded();
                parts.add(part);
                all.add(new BlockReading.Receiver(part, part.log));
            }
            assertEquals(OptionalLong.of(0), BlockReading.read(new ByteArrayInputStream(bytes), "a.csv", all));
            assertEquals(byLine(List.of(whole)), byLine(parts));
        }
    }

    private static Map<Long, List<String>> byLine(List<Recorded> parts) {
        Map<Long, List<String>> rows = new TreeMap<>();
        for (Recorded part : parts) {
            assertEquals(part.begun, part.rows.size() + part.refused);
            int ended = 0;
            for (List<String> row : part.rows) {
                rows.put(part.lines.get(ended++), row);
            }
        }
        return rows;
    }
}
