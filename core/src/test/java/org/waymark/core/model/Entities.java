package org.waymark.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;

/** Entities of any kind with random values, by the kind of each field. */
public final class Entities {
    private Entities() {}

    /** None to three of them, with owners among the ids given so far. */
    public static List<Object> several(Schema<?, ?> schema, Random random, Map<String, List<String>> ids) {
        List<Object> entities = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<String> owners = schema.owner()
                    .map(field -> ids.getOrDefault(field.target().orElseThrow().name(), List.of()))
                    .orElse(List.of("1"));
            if (owners.isEmpty()) {
                break;
            }
            entities.add(random(schema, random, i + 1, owners));
            ids.computeIfAbsent(schema.unit().name(), u -> new ArrayList<>()).add(Integer.toString(i + 1));
        }
        return entities;
    }

    /** One of them. */
    public static <E, B> E random(Schema<E, B> schema, Random random, int id, List<String> owners) {
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
