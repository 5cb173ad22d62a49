package org.waymark.core.schema;

import java.time.Period;

/**
 * The key of a day that a member has at most once: birth, graduation, first enrolment after high school.
 *
 * @param name lower case words joined by underscores
 */
public record Milestone(String name) {
    /** Refuses names that are not lower case words joined by underscores. */
    public Milestone {
        Names.check("name", name);
    }

    /** The milestone of that name. */
    public static Milestone of(String name) {
        return new Milestone(name);
    }

    /** The condition that the day came at all, by the as-of day. */
    public Condition.Reached reached() {
        return within(Window.ALWAYS);
    }

    /** The condition that the day came within the window. */
    public Condition.Reached within(Window window) {
        return new Condition.Reached(this, window);
    }

    /** The day so much after this milestone, as an end of a window. */
    public Bound plus(Period period) {
        return new Bound.After(this, period);
    }

    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
