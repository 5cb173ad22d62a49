package org.waymark.core.schema;

import java.math.BigDecimal;

/**
 * The key of a column of numbers: credits, hours, a score. Numbers are exact decimals of at most four places.
 *
 * @param name lower case words joined by underscores
 */
public record Quantity(String name) {
    /** Refuses names that are not lower case words joined by underscores. */
    public Quantity {
        Names.check("name", name);
    }

    /** The quantity of that name. */
    public static Quantity of(String name) {
        return new Quantity(name);
    }

    /** The test that an event's number is at least so much. */
    public Where.AtLeast atLeast(BigDecimal least) {
        return new Where.AtLeast(this, least);
    }

    /** The test that an event's number is at least so much. */
    public Where.AtLeast atLeast(long least) {
        return atLeast(BigDecimal.valueOf(least));
    }

    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
