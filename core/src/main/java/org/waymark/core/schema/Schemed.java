package org.waymark.core.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A dimension seen through a scheme.
 *
 * @param of the dimension
 * @param scheme how its labels are gathered into groups
 */
public record Schemed(Dimension of, Scheme scheme) implements Axis {
    /** Refuses null. */
    public Schemed {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(scheme, "scheme");
    }

    @Override
    public String title() {
        return of.title() + " (" + scheme.name() + ")";
    }

    @Override
    public Optional<List<String>> groups() {
        return Optional.of(scheme.groups());
    }

    @Override
    public String toString() {
        return title();
    }
}
