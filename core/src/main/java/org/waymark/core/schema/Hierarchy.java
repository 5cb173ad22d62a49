package org.waymark.core.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.time.SchoolYear;

/**
 * Which group of one dimension lies in which group of another: school in district, district in ESD.
 *
 * @param child the finer dimension
 * @param parent the coarser dimension
 * @param parentOf for each label of the child the label of the parent
 * @param year the school year in which this held; empty if it always does
 */
public record Hierarchy(Dimension child, Dimension parent, Map<String, String> parentOf, Optional<SchoolYear> year) {
    /** Copies the map in its order. */
    public Hierarchy {
        Objects.requireNonNull(child, "child");
        Objects.requireNonNull(parent, "parent");
        parentOf = Collections.unmodifiableMap(new LinkedHashMap<>(parentOf));
        Objects.requireNonNull(year, "year");
    }

    @Override
    public String toString() {
        return child + " in " + parent + " (" + parentOf.size() + ")"
                + year.map(y -> " " + y).orElse("");
    }
}
