package org.waymark.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
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
import org.waymark.core.schema.Field;
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

    /** Values by the kind of each field. */
    static final class Entities {
        private Entities() {}

        static List<Object> several(Schema<?, ?> schema, Random random, Map<String, List<String>> ids) {
            List<Object> entities = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                List<String> owners = schema.owner()
                        .map(field ->
                                ids.getOrDefault(field.target().orElseThrow().name(), List.of()))
                        .orElse(List.of("1"));
                if (owners.isEmpty()) {
                    break;
                }
                entities.add(random(schema, random, i + 1, owners));
                ids.computeIfAbsent(schema.unit().name(), u -> new ArrayList<>())
                        .add(Integer.toString(i + 1));
            }
            return entities;
        }

        static <E, B> E random(Schema<E, B> schema, Random random, int id, List<String> owners) {
            return schema.make(field -> value(field, random, id, owners));
        }

        private static List<?> value(Field<?, ?> field, Random random, int id, List<String> owners) {
            if (field.presence() != Field.Presence.REQUIRED && random.nextInt(3) == 0) {
                return List.of();
            }
            return switch (field.kind()) {
                case ID -> List.of(Integer.toString(id));
                case OWNER -> List.of(owners.get(random.nextInt(owners.size())));
                case LINK -> List.of("0" + random.nextInt(5));
                case LINKS -> List.of("a" + random.nextInt(5), "b;\\" + random.nextInt(5));
                case LABEL ->
                    List.of(
                            field.name().equals("class_of")
                                    ? Integer.toString(2015 + random.nextInt(9))
                                    : label(field, random));
                case LABELS -> List.of("x" + random.nextInt(3), "y" + random.nextInt(3));
                case TEXT -> List.of("text " + random.nextInt(10));
                case DAY -> List.of(day(field, random));
                case NUMBER -> List.of(new BigDecimal(random.nextInt(50)));
            };
        }

        private static String label(Field<?, ?> field, Random random) {
            List<String> labels = field.labels();
            return labels.isEmpty() ? "label " + random.nextInt(4) : labels.get(random.nextInt(labels.size()));
        }

        private static LocalDate day(Field<?, ?> field, Random random) {
            boolean late = field.name().startsWith("end") || field.name().endsWith("until");
            return LocalDate.of(late ? 2021 : 2000, 1, 1).plusDays(random.nextInt(7_000));
        }
    }
}
