package org.waymark.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;

class JsonDefinitionTest {
    private static final Condition DEGREE = EventKind.of("awards")
            .taken()
            .where(Where.in(Dimension.of("kind"), "Degree"))
            .within(Window.before(Milestone.of("birth_date").plus(Period.ofYears(26))));
    private static final Indicator A1 = Indicator.builder("A1")
            .name("Degree by 26")
            .success(DEGREE)
            .exclude("emigrated", Milestone.of("emigrated").reached())
            .build();

    @TempDir
    Path folder = Path.of("");

    @Test
    void printsForPeople() {
        assertEquals("""
                {
                  "formatVersion": 1,
                  "holds": "condition",
                  "condition": {
                    "type": "took",
                    "kind": "awards",
                    "where": [{"type":"in","dimension":"kind","labels":["Degree"]}],
                    "amount": {"type":"times","least":1},
                    "window": {
                      "from": {"type":"open"},
                      "until": {"type":"after","anchor":"birth_date","period":"P26Y"}
                    }
                  }
                }
                """, JsonDefinition.CONDITION.print(DEGREE));
    }

    @Test
    void understandsTheShortForm() {
        Loaded<Optional<Indicator>> read = JsonDefinition.INDICATOR.parse("""
                {"formatVersion": 1, "holds": "indicator", "id": "X",
                 "success": {"type": "took", "kind": "awards", "window": {"until": {"type": "period_end"}}}}
                """);
        assertEquals(List.of(), read.findings());
        assertEquals(
                Indicator.builder("X")
                        .success(EventKind.of("awards")
                                .taken()
                                .within(Window.before(org.waymark.core.schema.Bound.PERIOD_END)))
                        .build(),
                read.value().orElseThrow());
    }

    @Test
    void writesAndReadsFiles() throws IOException {
        Path path = folder.resolve("a1.json");
        Json.write(A1, path);
        assertEquals(A1, Json.readIndicator(path).orThrow().orElseThrow());
        assertThrows(FileAlreadyExistsException.class, () -> Json.write(A1, path));
        JsonDefinition.INDICATOR.replacing().write(A1.toBuilder().version(2).build(), path);
        assertEquals(2, Json.readIndicator(path).orThrow().orElseThrow().version());
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPlaceAndWithoutItsText() {
        Loaded<Optional<Indicator>> read = JsonDefinition.INDICATOR.parse("""
                {
                  "formatVersion": 1,
                  "holds": "indicator",
                  "id": "sec ret",
                  "succes": {"type": "always"},
                  "universe": {"type": "secretly"},
                  "success": {"type": "took", "kind": "Secret", "amount": {"type": "times", "least": 0}}
                }
                """);
        assertEquals(Optional.empty(), read.value());
        assertEquals(
                List.of(
                        "4 character 9, id",
                        "5 character 13, [4. name]",
                        "6 character 24, universe.type",
                        "7 character 39, success.kind",
                        "7 character 86, success.amount.least"),
                read.findings().stream()
                        .map(f -> f.line() + " " + f.column())
                        .sorted()
                        .toList());
        for (Finding finding : read.findings()) {
            assertFalse(finding.toString().toLowerCase(java.util.Locale.ROOT).contains("secre"), finding::toString);
        }
    }

    @Test
    void refusesOtherVersionsAndOtherContents() {
        assertEquals(
                List.of("wrong-source"),
                codes("{\"formatVersion\": 2, \"holds\": \"indicator\", \"id\": 5, \"novelty\": true}"));
        assertEquals(List.of("wrong-source"), codes("{\"holds\": \"indicator\"}"));
        assertEquals(List.of("unknown-label"), codes(JsonDefinition.WINDOW.print(Window.ALWAYS)));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertEquals(List.of("broken-source"), codes(""));
        assertEquals(List.of("broken-source"), codes("{\"formatVersion\": 1"));
        assertEquals(List.of("broken-source"), codes("{} {}"));
        assertEquals(List.of("broken-source"), codes("{\"formatVersion\": NaN}"));
        assertEquals(List.of("wrong-source"), codes("null"));
        assertEquals(List.of("contradiction"), codes("{\"formatVersion\": 1, \"formatVersion\": 1}"));
        assertEquals(List.of("over-limit"), codes("[".repeat(100_000)));
        assertEquals(List.of("over-limit"), codes("{\"formatVersion\": " + "1".repeat(50_000) + "}"));
        assertEquals(List.of("over-limit"), codes("{\"" + "x".repeat(100_000) + "\": 1}"));
        assertEquals(List.of("broken-encoding"), codes("{\"a\": \"\\ud800\"}"));
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        Path path = folder.resolve("latin.json");
        Files.write(path, "{\"a\": \"\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "broken-encoding",
                Json.readIndicator(path).findings().get(0).reason().code());
    }

    @Test
    void doesNotWriteWhatItCouldNotRead() {
        Condition deep = Condition.always();
        for (int i = 0; i < 300; i++) {
            deep = deep.not();
        }
        Condition tooDeep = deep;
        assertThrows(IllegalArgumentException.class, () -> JsonDefinition.CONDITION.print(tooDeep));
        Condition torn = Dimension.of("a").in("\uD800");
        assertThrows(IllegalArgumentException.class, () -> JsonDefinition.CONDITION.print(torn));
    }

    @Test
    void poolsOfFiftyCohortsStillFit() {
        Condition pooled = Dimension.of("district").in("d0");
        for (int i = 1; i < 90; i++) {
            pooled = pooled.or(Dimension.of("district").in("d" + i));
        }
        Condition all = pooled;
        assertEquals(
                Optional.of(all),
                JsonDefinition.CONDITION
                        .parse(JsonDefinition.CONDITION.print(all))
                        .value());
    }

    @Test
    void endsSoonOnLongListsOfLabels() {
        StringBuilder labels = new StringBuilder("\"0\"");
        for (int i = 1; i < 300_000; i++) {
            labels.append(",\"").append(i).append('"');
        }
        long start = System.nanoTime();
        Loaded<Optional<Condition>> read =
                JsonDefinition.CONDITION.parse("{\"formatVersion\":1,\"holds\":\"condition\","
                        + "\"condition\":{\"type\":\"in\",\"dimension\":\"a\",\"labels\":[" + labels + "]}}");
        assertEquals("over-limit", read.findings().get(0).reason().code());
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
    }

    private static List<String> codes(String text) {
        Loaded<Optional<Indicator>> read = JsonDefinition.INDICATOR.parse(text);
        assertEquals(Optional.empty(), read.value());
        return read.findings().stream().map(f -> f.reason().code()).toList();
    }
}
