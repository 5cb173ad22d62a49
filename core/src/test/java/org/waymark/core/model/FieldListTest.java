package org.waymark.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

class FieldListTest {
    static Stream<Schema<?, ?>> schemas() {
        return Model.schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void fieldListNamesEveryAttributeOnce(Schema<?, ?> schema) {
        List<String> accessors = new ArrayList<>();
        for (Method method : schema.type().getDeclaredMethods()) {
            boolean attribute = Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0;
            if (attribute) {
                accessors.add(method.getName());
            }
        }
        List<String> listed =
                new ArrayList<>(schema.fields().stream().map(Field::accessor).toList());
        accessors.sort(null);
        listed.sort(null);
        assertFalse(accessors.isEmpty(), "no attributes found of " + schema);
        assertEquals(accessors, listed);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldHasAMeaning(Schema<?, ?> schema) {
        for (Field<?, ?> field : schema.fields()) {
            assertFalse(field.meaning().isBlank(), schema.unit() + "." + field.name());
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void dictionaryHasEachFieldOnce(Schema<?, ?> schema) {
        Table dictionary = Model.dictionary();
        List<String> listed = dictionary.rows().stream()
                .filter(row -> row.get(0).toString().equals(schema.unit().toString()))
                .map(row -> row.get(1).toString())
                .toList();
        assertEquals(schema.fields().stream().map(Field::name).toList(), listed);
    }

    @Test
    void dictionarySaysWhereALinkLeadsAndWhatSilenceMeans() {
        String enrolments = Model.dictionary().rows().stream()
                .filter(row -> row.get(0).toString().equals("enrolments"))
                .map(row -> row.stream().map(Datum::toString).collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
        assertTrue(enrolments.contains("student_id|owner|students|required|"), enrolments);
        assertTrue(enrolments.contains("end|day||none if absent|"), enrolments);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void generatedTypesStayHidden(Schema<?, ?> schema) {
        for (Method method : schema.type().getMethods()) {
            assertFalse(
                    method.getReturnType().getSimpleName().startsWith("Immutable")
                            && !method.isSynthetic()
                            && method.getDeclaringClass() == schema.type(),
                    method.toString());
        }
    }

    @Test
    void ownersComeBeforeWhatTheyOwn() {
        List<String> units =
                Model.schemas().stream().map(schema -> schema.unit().name()).toList();
        assertEquals(units.size(), units.stream().distinct().count());
        for (Schema<?, ?> schema : Model.schemas()) {
            for (Field<?, ?> field : schema.fields()) {
                if (field.kind() == Field.Kind.OWNER) {
                    String owner = field.target().orElseThrow().name();
                    assertTrue(units.contains(owner), owner + " of " + schema);
                    assertTrue(
                            units.indexOf(owner) < units.indexOf(schema.unit().name()), schema.toString());
                }
            }
        }
    }

    @Test
    void linksLeadToUnitsOfTheModel() {
        List<String> units =
                Model.schemas().stream().map(schema -> schema.unit().name()).toList();
        List<String> lost = new ArrayList<>();
        for (Schema<?, ?> schema : Model.schemas()) {
            for (Field<?, ?> field : schema.fields()) {
                field.target()
                        .filter(target -> !units.contains(target.name()))
                        .ifPresent(target -> lost.add(schema.unit() + "." + field.name()));
            }
        }
        assertEquals(Arrays.asList(), lost);
    }
}
