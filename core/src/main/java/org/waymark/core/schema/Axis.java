package org.waymark.core.schema;

import java.util.List;
import java.util.Optional;

/** How members fall into groups. */
public sealed interface Axis permits Dimension, Schemed, Groups {
    /** What the groups are groups of, as words. */
    String title();

    /**
     * The groups in the order in which they are shown, where the axis itself knows them; empty where the labels that
     * occur in the data are the groups.
     */
    default Optional<List<String>> groups() {
        return Optional.empty();
    }

    /** The condition that a member stands in one of the groups. */
    default Condition.InGroup inGroup(String... groups) {
        return new Condition.InGroup(this, List.of(groups));
    }
}
