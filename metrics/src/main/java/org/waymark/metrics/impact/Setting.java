package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;

/**
 * Among whom groups are compared.
 *
 * @param scenario to which groups everybody is restricted; an axis that is absent does not restrict
 * @param cohort of which cohort they are; empty for everybody at once
 */
public record Setting(Map<Axis, Label> scenario, Optional<Label> cohort) {
    /** Copies the restrictions in their order. */
    public Setting {
        scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
    }

    /** Written as {@code ed goal Transfer, cohort 2017}; {@code everybody} where nothing restricts. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        scenario.forEach((axis, label) -> parts.add(axis.title() + " " + label));
        cohort.ifPresent(label -> parts.add("cohort " + label));
        return parts.isEmpty() ? "everybody" : String.join(", ", parts);
    }
}
