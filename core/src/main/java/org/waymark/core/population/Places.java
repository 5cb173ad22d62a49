package org.waymark.core.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/** Which places lie in which, as the rosters of places say: school in district, district in ESD. */
final class Places {
    private final Population population;

    Places(Population population) {
        this.population = population;
    }

    /** The hierarchies between the dimensions asked for. */
    List<Hierarchy> hierarchies(List<Dimension> asked) {
        List<Hierarchy> found = new ArrayList<>();
        for (Roster roster : population.rosters()) {
            Optional<Schema<?, ?>> schema = Model.schema(roster.unit());
            if (!roster.hasIds() || schema.isEmpty()) {
                continue;
            }
            for (Field<?, ?> field : schema.get().fields()) {
                LabelColumn parents = roster.labelColumn(field.name());
                if (field.kind() != Field.Kind.LINK
                        || parents == null
                        || field.target().isEmpty()) {
                    continue;
                }
                Optional<Dimension> child = named(asked, roster.unit());
                Optional<Dimension> parent = named(asked, field.target().get());
                if (child.isPresent() && parent.isPresent()) {
                    Map<String, String> parentOf = new LinkedHashMap<>();
                    for (int row = 0; row < roster.size(); row++) {
                        List<String> labels = parents.get(row).labels();
                        if (!labels.isEmpty()) {
                            parentOf.put(roster.id(row), labels.get(0));
                        }
                    }
                    found.add(new Hierarchy(child.get(), parent.get(), parentOf, Optional.empty()));
                }
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
