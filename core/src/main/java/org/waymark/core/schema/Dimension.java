package org.waymark.core.schema;

import java.util.List;

/**
 * The key of a column of labels: one label, several, or a reason why there is none.
 *
 * <p>The domain's own ({@code GENDER}) and a user's ({@code Dimension.of("honors")}) are the same type. A dimension is
 * an {@link Axis} as it stands: each label is a group, and members with several labels stand in several groups.
 *
 * @param name lower case words joined by underscores
 */
public record Dimension(String name) implements Axis {
    /** Refuses names that are not lower case words joined by underscores. */
    public Dimension {
        Names.check("name", name);
    }

    /** The dimension of that name. */
    public static Dimension of(String name) {
        return new Dimension(name);
    }

    /** The same labels gathered into the groups of a scheme. */
    public Schemed as(Scheme scheme) {
        return new Schemed(this, scheme);
    }

    /** The condition that a member bears one of the labels at least. */
    public Condition.In in(String... labels) {
        return new Condition.In(this, List.of(labels));
    }

    /** The condition that a member bears one of the labels at least. */
    public Condition.In in(List<String> labels) {
        return new Condition.In(this, labels);
    }

    @Override
    public String title() {
        return name.replace('_', ' ');
    }

    @Override
    public String toString() {
        return title();
    }
}
