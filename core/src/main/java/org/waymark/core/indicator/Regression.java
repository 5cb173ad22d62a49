package org.waymark.core.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.schema.Axis;

/**
 * What a regression asks of a cohort: an outcome, the groups to compare, and what may go with the outcome.
 *
 * @param outcome 1 for success, 0 without; members whose outcome is unknown or whose window is open are left out
 * @param groups along what the groups stand; it must not overlap
 * @param regressors what may go with the outcome; their names must differ
 * @param cluster the groups within which members are not independent, such as the school; empty if all are
 */
public record Regression(Indicator outcome, Axis groups, List<Regressor> regressors, Optional<Axis> cluster) {
    /** Copies the regressors; refuses names that occur twice. */
    public Regression {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(groups, "groups");
        regressors = List.copyOf(regressors);
        Objects.requireNonNull(cluster, "cluster");
        List<String> names = names(outcome, regressors);
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("regressors: names must differ, were " + names);
        }
    }

    /** Asks for an outcome and what may go with it, by groups, of members that are independent of each other. */
    public static Regression of(Indicator outcome, Axis groups, Regressor... regressors) {
        return new Regression(outcome, groups, List.of(regressors), Optional.empty());
    }

    /** The same of members who are not independent within the groups of an axis. */
    public Regression clusteredBy(Axis axis) {
        return new Regression(outcome, groups, regressors, Optional.of(axis));
    }

    /** The names of the variables: the outcome's id, then those of the regressors. */
    public List<String> variables() {
        return names(outcome, regressors);
    }

    private static List<String> names(Indicator outcome, List<Regressor> regressors) {
        List<String> names = new ArrayList<>(List.of(outcome.id()));
        regressors.forEach(regressor -> names.add(regressor.name()));
        return List.copyOf(names);
    }
}
