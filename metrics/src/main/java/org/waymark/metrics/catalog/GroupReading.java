package org.waymark.metrics.catalog;

import java.util.List;
import java.util.stream.Collectors;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Groups;

/** What a source means that names several groups in one figure, such as rural, low-income and youth of color. */
public enum GroupReading {
    /** The figure is of the union: whoever stands in one of them at least, once. */
    ANY_OF,
    /** The figure is of each of them by itself. */
    EACH;

    /** The groups as they are read. */
    public Groups of(Groups groups) {
        if (this == EACH) {
            return groups;
        }
        String name = groups.members().stream().map(Groups.Group::name).collect(Collectors.joining(", "));
        Condition any = new Condition.Or(
                groups.members().stream().map(Groups.Group::condition).toList());
        return new Groups("any of " + name, List.of(new Groups.Group("any of these", any)));
    }
}
