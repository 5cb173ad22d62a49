package org.waymark.io.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VegaLiteTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Paths of names, less the data, which may hold any. */
    private static void collect(JsonNode node, String path, Set<String> into) {
        if (node.isObject()) {
            node.propertyStream().forEach(entry -> {
                String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                into.add(name);
                if (!name.endsWith("data.values") && !name.equals("usermeta")) {
                    collect(entry.getValue(), name, into);
                }
            });
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, path, into));
        }
    }

    /**
     * The list was taken from pictures of every kind that the JSON Schema of Vega-Lite 5.23.0 had found valid and that Vega had
     * drawn. A property that is not in it must be looked up there before it is added.
     */
    @Test
    void pictureUsesTheListedPropertiesAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        Tables.charts(table -> Charts.of(Tables.published(table)))
                .values()
                .forEach(chart -> collect(JSON.readTree(chart.toVegaLite()), "", used));
        try (InputStream in =
                Objects.requireNonNull(VegaLiteTest.class.getResourceAsStream("vega-lite-properties.txt"))) {
            Set<String> listed = new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
            assertEquals(String.join("\n", listed), String.join("\n", used));
        }
    }

    @Test
    void hiddenRowHasAMarkAndNoNumber() {
        Tables.charts(table -> Charts.of(Tables.published(table))).forEach((name, chart) -> {
            JsonNode values = JSON.readTree(chart.toVegaLite()).get("data").get("values");
            for (JsonNode value : values) {
                if (value.has("hidden") && value.get("hidden").booleanValue()) {
                    assertFalse(value.has("estimate") || value.has("lower") || value.has("upper"), name + value);
                    assertEquals("* hidden", value.get("shown").stringValue(), name);
                }
            }
        });
    }
}
