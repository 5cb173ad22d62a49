package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One figure as it was known on a day.
 *
 * @param of what and of whom, such as {@code credential by age 26, all}
 * @param period of when, such as {@code class of 2006}
 * @param value the figure, exact as it was published or counted
 * @param standing what kind of truth it has
 * @param vintage the day as of which it was known
 * @param source where it stands
 */
public record Observation(
        String of, String period, BigDecimal value, Standing standing, LocalDate vintage, String source) {
    /** Refuses null. */
    public Observation {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(vintage, "vintage");
        Objects.requireNonNull(source, "source");
    }

    /** Whether the other speaks of the same thing, period and standing. */
    boolean speaksOfTheSame(Observation other) {
        return of.equals(other.of) && period.equals(other.period) && standing == other.standing;
    }
}
