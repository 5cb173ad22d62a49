package org.waymark.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Schema;

class EntityProperties {
    @Property(tries = 100)
    void entityBecomesFieldsAndComesBack(@ForAll long seed) {
        for (Schema<?, ?> schema : Model.schemas()) {
            comesBack(schema, new Random(seed));
        }
    }

    private static <E, B> void comesBack(Schema<E, B> schema, Random random) {
        E entity = Entities.random(schema, random, 1, List.of("1"));
        Map<String, List<?>> values = new LinkedHashMap<>();
        schema.fields().forEach(field -> values.put(field.name(), field.getter().apply(entity)));
        assertEquals(entity, schema.make(field -> values.get(field.name())));
    }

    @Property(tries = 50)
    void populationGivesBackTheEntitiesItWasMadeOf(@ForAll long seed) {
        Random random = new Random(seed);
        Population.Builder builder = Population.builder().asOf(LocalDate.of(2026, 6, 30));
        Map<Schema<?, ?>, List<Object>> given = new LinkedHashMap<>();
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Schema<?, ?> schema : Model.schemas()) {
            List<Object> entities = Entities.several(schema, random, ids);
            given.put(schema, entities);
            builder.addAll(entities);
        }
        Population population = builder.build();
        given.forEach((schema, entities) -> {
            List<Object> back = new ArrayList<>(population.stream(schema).toList());
            boolean owned = schema.owner().isPresent();
            if (owned) {
                // Rows stand by owner in a roster; the entities are the same.
                assertEquals(sorted(entities), sorted(back));
            } else {
                assertEquals(entities, back);
            }
        });
    }

    private static List<Integer> sorted(List<Object> entities) {
        return entities.stream().map(Object::hashCode).sorted().toList();
    }

    @Property(tries = 50)
    void nothingPersonalIsPrinted(@ForAll long seed) {
        Schema<org.waymark.core.student.Student, org.waymark.core.student.Student.Builder> schema =
                org.waymark.core.student.Student.SCHEMA;
        org.waymark.core.student.Student student = Entities.random(schema, new Random(seed), 4711, List.of());
        assertFalse(student.toString().contains("4711"), "id");
        student.birthDate().ifPresent(day -> assertFalse(student.toString().contains(day.toString()), "birth date"));
    }
}
