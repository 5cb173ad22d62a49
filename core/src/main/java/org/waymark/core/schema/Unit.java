package org.waymark.core.schema;

/**
 * What is counted: students, or enrolments, participations, engagements, partners ...
 *
 * <p>Each unit has a roster of its own in a population, and the roster bears the unit's name.
 *
 * @param name the plural, in lower case words joined by underscores; also the name of its file and of its table
 */
public record Unit(String name) {
    /** People who learn. */
    public static final Unit STUDENT = new Unit("students");

    /** Refuses names that are not lower case words joined by underscores. */
    public Unit {
        Names.check("name", name);
    }

    /** The unit of that name. */
    public static Unit of(String name) {
        return new Unit(name);
    }

    /** The unit of which one is called so: {@code county} gives counties, {@code pathway} pathways. */
    public static Unit ofOne(String singular) {
        boolean ies = singular.matches(".*[^aeiou]y");
        return new Unit(ies ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s");
    }

    /** The name as words. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
