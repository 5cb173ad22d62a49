package org.waymark.metrics.inequality;

import java.util.Objects;
import java.util.Optional;

/**
 * A group as others estimated it.
 *
 * @param name what it is called
 * @param estimate its value, in the unit of its {@link Subgroups}; empty if it is missing
 * @param standardError the standard error of the estimate; empty if it is not known
 * @param population how many members it stands for, which need not be whole; empty if it is not known
 */
public record Subgroup(
        String name, Optional<Double> estimate, Optional<Double> standardError, Optional<Double> population) {
    /** Refuses negative numbers and what is no finite number. */
    public Subgroup {
        Objects.requireNonNull(name, "name");
        check("estimate", estimate);
        check("standardError", standardError);
        check("population", population);
    }

    private static void check(String part, Optional<Double> value) {
        value.filter(v -> !(v >= 0) || Double.isInfinite(v)).ifPresent(v -> {
            throw new IllegalArgumentException(part + ": must be finite and 0 or more, was " + v);
        });
    }

    /** A group with its value. */
    public static Subgroup of(String name, double estimate) {
        return new Subgroup(name, Optional.of(estimate), Optional.empty(), Optional.empty());
    }

    /** A group whose value is missing. */
    public static Subgroup missing(String name) {
        return new Subgroup(name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with the standard error of its value. */
    public Subgroup standardError(double error) {
        return new Subgroup(name, estimate, Optional.of(error), population);
    }

    /** The same with its number of members. */
    public Subgroup population(double members) {
        return new Subgroup(name, estimate, standardError, Optional.of(members));
    }
}
