package org.waymark.io.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.FindingLog;
import org.waymark.core.schema.Schema;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/**
 * The schema of each kind of JSON document that is written here, JSON Schema 2020-12. Each is whole in itself: it refers to
 * nothing outside. All of them together lie in the jar as {@code org/waymark/io/schema/waymark.schema.json}; the fields of
 * each entity are put in from the model's field lists when a schema is asked for, and say what the data dictionary says.
 *
 * <p>A schema is strict: it allows what is written and no more. Readers are kinder, and take definitions in which what has
 * a default is left out.
 */
public enum JsonSchema {
    /** A population as one document. */
    POPULATION("population"),
    /** One line of a roster in JSON Lines, of whatever unit; {@link #row} knows the fields of one. */
    POPULATION_ROW("populationRow"),
    /** A table for analysts. */
    TABLE("table"),
    /** Several tables for analysts. */
    TABLES("tables"),
    /** One line of a table in JSON Lines. */
    TABLE_ROW("tableRow"),
    /** A public table with its statement. */
    PUBLIC_TABLE("publicTable"),
    /** The metadata beside a CSV file, as CSV on the Web has them. */
    CSV_METADATA("csvMetadata"),
    /** Counts. */
    TALLY("tally"),
    /** An entry of a ledger: one line of its file. */
    LEDGER_ENTRY("ledgerEntry"),
    /** A release with its proof, for analysts. */
    RELEASE("release"),
    /** An indicator. */
    INDICATOR("indicatorFile"),
    /** A cohort. */
    COHORT("cohortFile"),
    /** A question. */
    QUESTION("questionFile"),
    /** Crossings of axes. */
    FACES("faces"),
    /** A hierarchy of groups. */
    HIERARCHY("hierarchyFile"),
    /** A way to gather labels into groups. */
    SCHEME("schemeFile"),
    /** An axis. */
    AXIS("axisFile"),
    /** A condition. */
    CONDITION("conditionFile"),
    /** A window of time. */
    WINDOW("windowFile");

    private static final String RESOURCE = "waymark.schema.json";
    private static final String PREFIX = "#/$defs/";
    private static final String DEFINITIONS = "$defs";

    private final String definition;

    JsonSchema(String definition) {
        this.definition = definition;
    }

    /** The schema's id, a URN with the version of the form. */
    public String id() {
        return "urn:waymark:schema:" + definition + ":1";
    }

    /** The schema as JSON, with what it needs of the definitions. */
    public String text() {
        return text(id(), definition);
    }

    /**
     * The schema of one entity's row, a line of its roster in JSON Lines, field by field.
     *
     * @throws IllegalArgumentException if the entity is none of the model
     */
    public static String row(Schema<?, ?> entity) {
        String row = RosterSchemas.row(entity);
        if (!definitions().containsKey(row)) {
            throw new IllegalArgumentException("entity: must be one of the model, was " + entity.unit());
        }
        return text("urn:waymark:schema:" + row + ":1", row);
    }

    private static String text(String id, String definition) {
        Map<String, Node> definitions = definitions();
        Set<String> needed = new TreeSet<>();
        reach(definition, definitions, needed);
        Node.Obj own = Node.object();
        needed.forEach(name -> own.with(name, found(definitions, name)));
        return JsonPrinter.print(Node.object()
                .with("$schema", "https://json-schema.org/draft/2020-12/schema")
                .with("$id", id)
                .with("$ref", PREFIX + definition)
                .with(DEFINITIONS, own));
    }

    /** The schema of all kinds together: that of the jar, with the fields of each entity. */
    public static String all() {
        Node.Obj definitions = Node.object();
        definitions().forEach(definitions::with);
        return JsonPrinter.print(resource().with(DEFINITIONS, definitions));
    }

    private static Map<String, Node> definitions() {
        if (resource().fields().get(DEFINITIONS) instanceof Node.Obj definitions) {
            Map<String, Node> all = new LinkedHashMap<>(definitions.fields());
            all.putAll(RosterSchemas.definitions());
            return all;
        }
        throw new IllegalStateException("schema: must have definitions in " + RESOURCE);
    }

    private static Node.Obj resource() {
        try (InputStream in = JsonSchema.class.getResourceAsStream(RESOURCE)) {
            Optional<Node> all = in == null ? Optional.empty() : JsonTree.read(in, RESOURCE, new FindingLog());
            if (all.isPresent() && all.get() instanceof Node.Obj root) {
                return root;
            }
            throw new IllegalStateException("schema: must lie in the jar as " + RESOURCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Node found(Map<String, Node> definitions, String name) {
        Node node = definitions.get(name);
        if (node == null) {
            throw new IllegalStateException("schema: must define " + name);
        }
        return node;
    }

    private static void reach(String name, Map<String, Node> definitions, Set<String> needed) {
        if (needed.add(name)) {
            reach(found(definitions, name), definitions, needed);
        }
    }

    private static void reach(@Nullable Node node, Map<String, Node> definitions, Set<String> needed) {
        if (node instanceof Node.Obj object) {
            if (object.fields().get("$ref") instanceof Node.Text ref) {
                reach(ref.value().substring(PREFIX.length()), definitions, needed);
            }
            object.fields().values().forEach(value -> reach(value, definitions, needed));
        } else if (node instanceof Node.Arr array) {
            array.items().forEach(item -> reach(item, definitions, needed));
        }
    }
}
