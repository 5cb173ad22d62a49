package org.waymark.io.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.result.Loaded;
import org.waymark.io.internal.wire.WireForm;

/**
 * Lets a program's own Jackson 2 mapper write public tables and read and write definitions: {@code new
 * ObjectMapper().registerModule(new WaymarkJackson2Module())}. The JSON is the same as that of {@link
 * org.waymark.io.jackson.WaymarkModule}.
 */
public final class WaymarkJackson2Module extends SimpleModule {
    private static final long serialVersionUID = 1;

    /** The module with every type that has a form. */
    public WaymarkJackson2Module() {
        super("waymark");
        WireForm.ALL.forEach(this::add);
    }

    private <T> void add(WireForm<T> form) {
        addSerializer(form.type(), new Written<>(form));
        form.parse().ifPresent(parse -> addDeserializer(form.type(), new Read<>(form.type(), parse)));
    }

    private static final class Written<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private static final ObjectMapper EXACT = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();

        private final transient WireForm<T> form;

        Written(WireForm<T> form) {
            super(form.type());
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeTree(EXACT.readTree(form.print().apply(value)));
        }
    }

    private static final class Read<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final transient Function<String, Loaded<Optional<T>>> parse;

        Read(Class<T> type, Function<String, Loaded<Optional<T>>> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Loaded<Optional<T>> loaded = parse.apply(context.readTree(in).toString());
            return loaded.value().isPresent()
                    ? loaded.value().get()
                    : context.reportInputMismatch(this, "%s", WireForm.told(loaded.findings()));
        }
    }
}
