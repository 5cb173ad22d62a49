package org.waymark.metrics.disclosure;

import java.util.Optional;

/**
 * How the size of a group is told to everyone. What is protected is protected as if the number were printed, so a class or nothing tells
 * less than is safe.
 */
public enum SizeCoding {
    /** As the number. */
    PRINTED,

    /** In classes: 10-19, 20-49, 50-99, 100-199, 200-499 and so on; below 10 as 1-9. */
    CLASSES,

    /** Not at all. */
    HIDDEN;

    /**
     * A size as it is told; empty if it is not.
     *
     * @param members 0 or more
     */
    public Optional<String> of(long members) {
        if (members < 0) {
            throw new IllegalArgumentException("members: must be 0 or more, was " + members);
        }
        return switch (this) {
            case PRINTED -> Optional.of(Long.toString(members));
            case CLASSES -> Optional.of(members == 0 ? "0" : group(members));
            case HIDDEN -> Optional.empty();
        };
    }

    /** Classes begin at 1, and from 10 on at 1, 2 and 5 times each power of ten. */
    private static String group(long members) {
        if (members < 10) {
            return "1-9";
        }
        long power = 10;
        while (members / 10 >= power) {
            power *= 10;
        }
        long times = members / power;
        long from = times >= 5 ? 5 : times >= 2 ? 2 : 1;
        long below = from == 1 ? 2 : from == 2 ? 5 : 10;
        return from * power + "-" + (below * power - 1);
    }

    /** In words, as it is told beside what is published. */
    @Override
    public String toString() {
        return switch (this) {
            case PRINTED -> "sizes printed";
            case CLASSES -> "sizes in classes";
            case HIDDEN -> "sizes not printed";
        };
    }
}
