package org.waymark.io.jackson;

import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.result.Loaded;
import org.waymark.io.internal.wire.WireForm;
import org.waymark.io.json.Json;
import org.waymark.io.json.JsonDefinition;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Lets a portal's own Jackson 3 mapper write public tables and read and write definitions, as {@link Json} and
 * {@link JsonDefinition} do: {@code JsonMapper.builder().addModule(new WaymarkModule())}.
 *
 * <p>A table that is no {@link org.waymark.core.publication.PublicTable}, and a tally, have no form here: what may hold small
 * counts does not leave a portal by accident. Those who are on Jackson 2 take the module of the artifact {@code
 * waymark-io-jackson2}.
 */
public final class WaymarkModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    /** The module with every type that has a form. */
    public WaymarkModule() {
        super("waymark");
        WireForm.ALL.forEach(this::add);
    }

    private <T> void add(WireForm<T> form) {
        addSerializer(form.type(), new Written<>(form));
        form.parse().ifPresent(parse -> addDeserializer(form.type(), new Read<>(form.type(), parse)));
    }

    private static final class Written<T> extends StdSerializer<T> {
        private static final JsonMapper PLAIN = new JsonMapper();

        private final transient WireForm<T> form;

        Written(WireForm<T> form) {
            super(form.type());
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            try (JsonParser text = PLAIN.createParser(form.print().apply(value))) {
                text.nextToken();
                out.copyCurrentStructureExact(text);
            }
        }
    }

    private static final class Read<T> extends StdDeserializer<T> {
        private final transient Function<String, Loaded<Optional<T>>> parse;

        Read(Class<T> type, Function<String, Loaded<Optional<T>>> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            Loaded<Optional<T>> loaded = parse.apply(context.readTree(in).toString());
            return loaded.value().orElseGet(() -> refuse(context, loaded));
        }

        private T refuse(DeserializationContext context, Loaded<Optional<T>> loaded) {
            return context.reportInputMismatch(this, "%s", WireForm.told(loaded.findings()));
        }
    }
}
