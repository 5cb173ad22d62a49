package org.waymark.io;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds documents against JSON Schemas, by a validator of others. */
public final class Schemas {
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    /** A schema of 2019-09 in a file. */
    public static JsonSchema draft2019(Path schema) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(Files.readString(schema), InputFormat.JSON, STRICT);
    }

    /** One of our own schemas. */
    public static JsonSchema ours(org.waymark.io.schema.JsonSchema schema) {
        return ours(schema.text());
    }

    /** A schema of 2020-12. */
    public static JsonSchema ours(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, InputFormat.JSON, STRICT);
    }

    /** What is wrong with a document; nothing if it is as the schema says. */
    public static List<String> wrong(JsonSchema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
