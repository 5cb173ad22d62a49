package org.waymark.core.population;

import java.util.List;
import java.util.Optional;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** Every kind of entity of the model, owners before what hangs on them. */
public final class Model {
    private static final List<Schema<?, ?>> SCHEMAS = List.of();

    private Model() {}

    /** The field lists of all kinds of entities. */
    public static List<Schema<?, ?>> schemas() {
        return SCHEMAS;
    }

    /** The field list of a unit; empty if the unit is not of the model. */
    public static Optional<Schema<?, ?>> schema(Unit unit) {
        for (Schema<?, ?> schema : SCHEMAS) {
            if (schema.unit().equals(unit)) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }

    /**
     * The field list of an entity.
     *
     * @throws IllegalArgumentException if the object is no entity of the model
     */
    public static Schema<?, ?> schemaOf(Object entity) {
        for (Schema<?, ?> schema : SCHEMAS) {
            if (schema.type().isInstance(entity)) {
                return schema;
            }
        }
        throw new IllegalArgumentException(
                "entity: must be of the model, was a " + entity.getClass().getName());
    }
}
