package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a goal started from, as its publisher says.
 *
 * @param value in the unit of the goal, exact
 * @param standing whether it was observed, estimated or projected; a goal never starts from a target
 * @param period when, in the publisher's words, such as {@code 2020-21} or {@code class of 2015}; empty if it is not said
 */
public record Baseline(BigDecimal value, Standing standing, String period) {
    /** Refuses negative values and targets. */
    public Baseline {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(period, "period");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("value: must be 0 or more, was " + value);
        }
        if (standing == Standing.TARGET) {
            throw new IllegalArgumentException("standing: must not be TARGET");
        }
    }

    /** The printed value with what it is, if it was not observed. */
    String inWords(String printed) {
        return standing == Standing.OBSERVED ? printed : standing + " " + printed;
    }
}
