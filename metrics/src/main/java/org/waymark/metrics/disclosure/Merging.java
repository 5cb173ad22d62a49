package org.waymark.metrics.disclosure;

import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;

/**
 * Two groups of an axis made one, to see whether that would help.
 *
 * @param axis of which axis; empty to leave everything as it is
 * @param one a group
 * @param other another
 */
record Merging(Optional<Axis> axis, Label one, Label other) {
    static final Merging NONE = new Merging(Optional.empty(), Label.NONE, Label.NONE);

    /** Under which label a group is counted. */
    Label label(Axis of, Label label) {
        return axis.filter(of::equals).isPresent() && (label.equals(one) || label.equals(other)) ? both() : label;
    }

    Label both() {
        return new Label(one.name() + " + " + other.name(), Label.Kind.GROUP);
    }

    @Override
    public String toString() {
        return "merge " + one + " and " + other
                + axis.map(of -> " of " + of.title()).orElse("");
    }
}
