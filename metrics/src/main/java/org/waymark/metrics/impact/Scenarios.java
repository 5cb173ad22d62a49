package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;

/**
 * In which parts of everybody it is looked at once more: every combination of the groups of some axes, and of not being
 * restricted along each.
 *
 * @param axes along what everybody is divided
 * @param leftOut combinations that are not looked at on their own; their members stay in the wider ones
 */
public record Scenarios(List<Axis> axes, List<Map<Axis, Label>> leftOut) {
    /** Everybody alone. */
    public static final Scenarios NONE = new Scenarios(List.of(), List.of());

    /** Copies the lists. */
    public Scenarios {
        axes = List.copyOf(axes);
        List<Map<Axis, Label>> copy = new ArrayList<>();
        leftOut.forEach(one -> copy.add(Collections.unmodifiableMap(new LinkedHashMap<>(one))));
        leftOut = List.copyOf(copy);
    }

    /** Every combination along these axes. */
    public static Scenarios along(Axis... axes) {
        return new Scenarios(List.of(axes), List.of());
    }

    /** The same without one combination. An axis that is not named is not restricted there. */
    public Scenarios without(Map<Axis, String> groups) {
        Map<Axis, Label> labels = new LinkedHashMap<>();
        groups.forEach((axis, group) -> labels.put(axis, Label.of(group)));
        List<Map<Axis, Label>> more = new ArrayList<>(leftOut);
        more.add(labels);
        return new Scenarios(axes, more);
    }
}
