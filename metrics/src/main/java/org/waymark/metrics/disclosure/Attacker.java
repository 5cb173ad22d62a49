package org.waymark.metrics.disclosure;

/**
 * What somebody who tries to find a hidden number knows beside what is printed.
 *
 * @param name as it is called in reports
 * @param known of how many members of a cell the attacker knows that they belong to it: 0 for an outsider, 2 for a member who
 *     knows one other
 */
public record Attacker(String name, int known) {
    /** Knows everything printed, how cells add up, and what marks mean. */
    public static final Attacker LINKER = new Attacker("linker", 0);

    /** Refuses negative numbers. */
    public Attacker {
        if (known < 0) {
            throw new IllegalArgumentException("known: must be 0 or more, was " + known);
        }
    }

    /** A member of the cell who knows so many other members of it as well. */
    public static Attacker insider(int friends) {
        return new Attacker("insider", friends + 1);
    }
}
