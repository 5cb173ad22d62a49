package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Unit;

/** Which places lie in which, as the tables of places say: school in district, district in ESD. */
final class Places {
    /** One hierarchy: of each row of a table, the id and the id of what it lies in. */
    record Link(Dimension child, Dimension parent, String id, String parentId, String from) {}

    private Places() {}

    /** Whether the dimension names things that have ids, of which there may be many. */
    static boolean isPlace(Dimension dimension) {
        return Model.schema(Unit.ofOne(dimension.name())).isPresent();
    }

    /** The hierarchies between the dimensions asked for. */
    static List<Link> between(List<Dimension> asked, Tables tables, Dialect dialect) {
        Reading reading = new Reading(dialect);
        List<Link> found = new ArrayList<>();
        for (TableShape table : tables.list()) {
            Optional<String> id = table.id();
            Optional<Dimension> child = named(asked, table.unit());
            if (id.isEmpty() || child.isEmpty() || table.schema().isEmpty()) {
                continue;
            }
            for (Field<?, ?> field : table.schema().get().fields()) {
                Optional<Dimension> parent = field.kind() == Field.Kind.LINK && table.hasLabels(field.name())
                        ? field.target().flatMap(target -> named(asked, target))
                        : Optional.empty();
                parent.ifPresent(dimension -> found.add(new Link(
                        child.get(),
                        dimension,
                        reading.key("h", table, id.get()),
                        reading.labels("h", table, field.name()).value(),
                        table.from() + " h")));
            }
        }
        return found;
    }

    /** The dimension that a link to the unit gives: {@code school} or {@code school_id} for schools. */
    private static Optional<Dimension> named(List<Dimension> asked, Unit unit) {
        return asked.stream()
                .filter(dimension ->
                        Unit.ofOne(dimension.name().replaceFirst("_id$", "")).equals(unit))
                .findFirst();
    }
}
