package org.waymark.metrics.decomposition;

import java.util.List;
import java.util.Objects;

/**
 * A variable of several categories, written as one variable of 0 and 1 for each category but one. What each adds to a gap
 * would depend on which category was left out; told as a factor it is measured from the mean of all categories instead.
 *
 * @param name what it is called
 * @param base the category left out
 * @param variables the variables of the others
 */
public record Factor(String name, String base, List<String> variables) {
    /** Copies the variables; refuses none. */
    public Factor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(base, "base");
        variables = List.copyOf(variables);
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("variables: must be one at least");
        }
    }
}
