package org.waymark.core.indicator;

import java.util.Objects;
import org.waymark.core.schema.Condition;

/**
 * Members that a figure leaves out, with the reason.
 *
 * @param reason why, in a few words
 * @param condition who
 */
public record Exclusion(String reason, Condition condition) {
    /** Refuses blank reasons. */
    public Exclusion {
        Objects.requireNonNull(condition, "condition");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: must not be blank");
        }
    }
}
