package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.util.Objects;
import org.waymark.core.time.SchoolYear;

/**
 * A published goal.
 *
 * @param name what it is called in print
 * @param kind what is compared with the target
 * @param target the target, exact: a share for {@link Kind#LEVEL}, a number of people or things for {@link Kind#COUNT}, a
 *     multiple of the baseline for {@link Kind#MULTIPLE}, an index for {@link Kind#PARITY}
 * @param strict whether the target must be passed and not only reached: "more than 2,000"
 * @param due the school year by whose end it is to be met
 * @param source where it was published
 */
public record Goal(String name, Kind kind, BigDecimal target, boolean strict, SchoolYear due, String source) {
    /** What is compared with the target. */
    public enum Kind {
        /** A rate. */
        LEVEL,
        /** How many succeeded. */
        COUNT,
        /** How many succeeded, as a multiple of how many did in the baseline. */
        MULTIPLE,
        /** The group's share among those who succeeded, divided by its share of the population. */
        PARITY
    }

    /** Refuses negative targets and levels above 1. */
    public Goal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(source, "source");
        boolean tooHigh = kind == Kind.LEVEL && target.compareTo(BigDecimal.ONE) > 0;
        if (target.signum() < 0 || tooHigh) {
            throw new IllegalArgumentException(
                    "target: must be 0 or more" + (tooHigh ? " and at most 1" : "") + ", was " + target);
        }
    }

    /** Whether an exact fraction meets the target: {@code yes / of}, compared by multiplying out. */
    boolean isMetBy(BigDecimal yes, BigDecimal of) {
        int order = yes.compareTo(target.multiply(of));
        return strict ? order > 0 : order >= 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
