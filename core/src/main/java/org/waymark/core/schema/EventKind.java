package org.waymark.core.schema;

/**
 * The key of dated things of which an owner may have many: awards, enrolments, participations, spells of a status.
 *
 * <p>Events are members of a roster of their own, so a kind of event bears the name of its roster and can be asked as a
 * unit as well.
 *
 * @param name the name of the roster, lower case words joined by underscores
 */
public record EventKind(String name) {
    /** Refuses names that are not lower case words joined by underscores. */
    public EventKind {
        Names.check("name", name);
    }

    /** The kind of event of that name. */
    public static EventKind of(String name) {
        return new EventKind(name);
    }

    /** The same events counted one by one. */
    public Unit unit() {
        return new Unit(name);
    }

    /** The condition that an owner had at least one, in any window. */
    public Condition.Took taken() {
        return new Condition.Took(this, Where.ANY, Amount.ONE, Window.ALWAYS);
    }

    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
