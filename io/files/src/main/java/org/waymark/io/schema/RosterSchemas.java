package org.waymark.io.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unknown;
import org.waymark.io.internal.tree.Node;

/** What the rosters of a population look like in JSON, entity by entity, made of the model's field lists. */
final class RosterSchemas {
    private static final String OWN_COLUMN = "^(label|day|number):[a-z][a-z0-9_]*$";
    private static final String UNKNOWN = unknown();

    private RosterSchemas() {}

    private static String unknown() {
        List<String> reasons = new ArrayList<>(List.of("none"));
        for (Unknown reason : Unknown.values()) {
            reasons.add(reason.name().toLowerCase(Locale.ROOT));
        }
        return "\\?(" + String.join("|", reasons) + ")";
    }

    /** The definition of a row of an entity. */
    static String row(Schema<?, ?> entity) {
        return "rowOf_" + entity.unit().name();
    }

    /** The definitions of each entity's rows and roster, and of a population's rosters. */
    static Map<String, Node> definitions() {
        Map<String, Node> definitions = new LinkedHashMap<>();
        Node.Obj rosters = Node.object();
        for (Schema<?, ?> entity : Model.schemas()) {
            definitions.put(row(entity), rowOf(entity));
            rosters.with(
                    entity.unit().name(),
                    Node.object("object")
                            .with(
                                    "properties",
                                    Node.object()
                                            .with("columns", columns(entity))
                                            .with("rows", Node.object("array").with("items", ref(row(entity)))))
                            .with("required", Node.texts(List.of("columns", "rows")))
                            .with("additionalProperties", Node.truth(false)));
        }
        definitions.put(
                "rosters",
                Node.object("object")
                        .with("description", "The rosters of the model, and those of other units.")
                        .with("properties", rosters)
                        .with("propertyNames", ref("name"))
                        .with("additionalProperties", ref("roster")));
        return definitions;
    }

    private static Node ref(String definition) {
        return Node.object().with("$ref", "#/$defs/" + definition);
    }

    private static Node columns(Schema<?, ?> entity) {
        Node.Obj known = Node.object()
                .with(
                        "enum",
                        Node.texts(entity.fields().stream()
                                .map(field -> field.name())
                                .toList()));
        Node.Obj own = Node.object().with("pattern", OWN_COLUMN);
        return Node.object("array")
                .with("items", Node.object("string").with("anyOf", Node.list(List.of(known, own), node -> node)));
    }

    private static Node rowOf(Schema<?, ?> entity) {
        Node.Obj properties = Node.object();
        List<String> required = new ArrayList<>();
        for (Field<?, ?> field : entity.fields()) {
            properties.with(field.name(), value(field));
            if (field.kind() == Field.Kind.ID || field.kind() == Field.Kind.OWNER) {
                required.add(field.name());
            }
        }
        return Node.object("object")
                .with("description", "A row of " + entity.unit() + ".")
                .with("properties", properties)
                .with("patternProperties", Node.object().with(OWN_COLUMN, Node.object("string")))
                .with("required", Node.texts(required))
                .with("additionalProperties", Node.truth(false));
    }

    private static Node value(Field<?, ?> field) {
        Node.Obj value = Node.object("string").with("description", field.meaning());
        String form = form(field);
        return form.isEmpty() ? value.with("minLength", 1) : value.with("pattern", "^(" + form + "|" + UNKNOWN + ")$");
    }

    /** A regular expression; empty if any text will do. */
    private static String form(Field<?, ?> field) {
        return switch (field.kind()) {
            case DAY -> "[+-]?\\d{4,9}-\\d{2}-\\d{2}";
            case NUMBER -> "-?\\d+(\\.\\d{1,4})?";
            case LABEL, LABELS -> {
                List<String> labels = new ArrayList<>();
                field.labels().forEach(label -> labels.add(literal(label)));
                String one = String.join("|", labels);
                yield labels.isEmpty() || field.kind() == Field.Kind.LABEL ? one : "(" + one + ")(;(" + one + "))*";
            }
            default -> "";
        };
    }

    /** A label as it is written, in the regular expressions of JSON Schema. */
    private static String literal(String label) {
        String written = label.replace("\\", "\\\\").replace(";", "\\;");
        return Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]").matcher(written).replaceAll("\\\\$0");
    }
}
