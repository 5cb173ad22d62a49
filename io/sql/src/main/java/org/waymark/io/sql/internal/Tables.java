package org.waymark.io.sql.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Unit;

/** The tables of a source, by what their rows are. */
public final class Tables {
    private final Map<Unit, TableShape> shapes = new LinkedHashMap<>();

    /** These tables. */
    public Tables(List<TableShape> shapes) {
        shapes.forEach(shape -> this.shapes.put(shape.unit(), shape));
    }

    /** All of them. */
    public List<TableShape> list() {
        return List.copyOf(shapes.values());
    }

    Optional<TableShape> find(Unit unit) {
        return Optional.ofNullable(shapes.get(unit));
    }

    TableShape get(Unit unit) {
        return find(unit)
                .orElseThrow(() ->
                        new IllegalArgumentException("unit: must be one of " + shapes.keySet() + ", was " + unit));
    }
}
