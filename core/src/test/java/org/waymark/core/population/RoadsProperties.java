package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.model.Entities;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Schema;

class RoadsProperties {
    private static final String BETWEEN = "|";

    @Property(tries = 100)
    void entitiesAndColumnsGiveTheSamePopulation(@ForAll long seed) {
        Random random = new Random(seed);
        LocalDate asOf = LocalDate.of(2026, 6, 30);
        Population.Builder objects = Population.builder().asOf(asOf);
        Population.Builder columns = Population.builder().asOf(asOf);
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Schema<?, ?> schema : Model.schemas()) {
            List<Object> entities = Entities.several(schema, random, ids);
            objects.addAll(entities);
            entities.forEach(entity -> put(schema, entity, columns));
        }
        assertEquals(objects.build(), columns.build());
    }

    private static <E, B> void put(Schema<E, B> schema, Object entity, Population.Builder columns) {
        RosterBuilder roster = columns.roster(schema.unit());
        for (Field<E, B> field : schema.fields()) {
            ColumnSink sink = field.kind().several()
                    ? roster.labels(
                            Dimension.of(field.name()),
                            text -> Optional.of(Labels.of(List.of(text.split("\\" + BETWEEN, -1)))))
                    : roster.sink(field);
            List<?> value = field.getter().apply(schema.type().cast(entity));
            if (!value.isEmpty()) {
                sink.put(
                        value.size() > 1
                                ? String.join(
                                        BETWEEN,
                                        value.stream().map(String.class::cast).toList())
                                : written(value.get(0)));
            }
        }
        roster.endRow(0);
    }

    private static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
