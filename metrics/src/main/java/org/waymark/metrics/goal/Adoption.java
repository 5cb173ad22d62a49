package org.waymark.metrics.goal;

import java.util.Objects;
import org.waymark.core.time.SchoolYear;

/**
 * Somebody's goal, taken up by another organisation for its own people: the same indicator, target and bound, another scope.
 *
 * @param goal the goal as it was published
 * @param organisation who takes it up
 * @param scope of whom they will judge it, such as {@code graduates of the Ash School District}
 * @param since the first school year in which they do
 */
public record Adoption(Goal goal, String organisation, String scope, SchoolYear since) {
    /** Refuses an adoption after the goal is due. */
    public Adoption {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(scope, "scope");
        if (since.compareTo(goal.due()) > 0) {
            throw new IllegalArgumentException("since: must not be after " + goal.due() + ", was " + since);
        }
    }

    /**
     * The goal in the new scope, to be checked like any other. It has no baseline, since that of the publisher speaks of
     * others; its source names both.
     */
    public Goal adopted() {
        return new Goal(
                        goal.name() + ", adopted by " + organisation,
                        goal.kind(),
                        goal.target(),
                        goal.strict(),
                        goal.due(),
                        goal.source() + "; adopted by " + organisation + " in " + since)
                .judgedOn(scope);
    }

    /** The goal's name and who adopted it. */
    @Override
    public String toString() {
        return adopted().name();
    }
}
