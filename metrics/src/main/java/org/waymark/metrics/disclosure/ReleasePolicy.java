package org.waymark.metrics.disclosure;

import java.util.Objects;

/**
 * Under which rule counts are published.
 *
 * @param name what the policy is called beside what is published
 * @param minimumSize groups of fewer members than this are hidden, 2 or more
 */
public record ReleasePolicy(String name, int minimumSize) {
    /** Refuses a minimum below 2. */
    public ReleasePolicy {
        Objects.requireNonNull(name, "name");
        if (minimumSize < 2) {
            throw new IllegalArgumentException("minimumSize: must be 2 or more, was " + minimumSize);
        }
    }

    /** Groups of fewer than 10 are hidden, as Washington's report card does. */
    public static ReleasePolicy standard() {
        return minimum(10);
    }

    /** Groups of fewer than so many are hidden. */
    public static ReleasePolicy minimum(int size) {
        return new ReleasePolicy("minimum size " + size, size);
    }

    /** What stands in place of a hidden figure. */
    public String mark() {
        return "n<" + minimumSize;
    }
}
