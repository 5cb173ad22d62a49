package org.waymark.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.waymark.io.schema.JsonSchema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the portal: its paths are in {@code openapi.json}, what they answer is in Waymark's own JSON Schemas. */
final class OpenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApi() {}

    static String text() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi.json"))) {
            ObjectNode description = (ObjectNode) JSON.readTree(in);
            ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
            for (JsonSchema schema : new JsonSchema[] {JsonSchema.PUBLIC_TABLE, JsonSchema.INDICATOR}) {
                String here = schema.text().replace("#/$defs/", "#/components/schemas/");
                schemas.setAll((ObjectNode) JSON.readTree(here).path("$defs"));
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
