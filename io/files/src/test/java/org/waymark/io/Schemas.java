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
final class Schemas {
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    static JsonSchema draft2019(Path schema) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(Files.readString(schema), InputFormat.JSON, STRICT);
    }

    /** What is wrong with a document; nothing if it is as the schema says. */
    static List<String> wrong(JsonSchema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
