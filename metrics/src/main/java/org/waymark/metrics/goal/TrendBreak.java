package org.waymark.metrics.goal;

import java.util.Objects;

/**
 * Where a series of years stops being comparable with itself: a pandemic, another definition, another scheme of races. No
 * trend is fitted across it, and years that lie in it belong to neither side.
 *
 * @param lastBefore the last year of the earlier side
 * @param firstAfter the first year of the later side, after the last before
 * @param why what happened
 */
public record TrendBreak(int lastBefore, int firstAfter, String why) {
    /** Refuses sides that overlap. */
    public TrendBreak {
        Objects.requireNonNull(why, "why");
        if (firstAfter <= lastBefore) {
            throw new IllegalArgumentException("firstAfter: must be after " + lastBefore + ", was " + firstAfter);
        }
    }

    /** The school years 2019-20 and 2020-21, whose figures were made under other rules. */
    public static TrendBreak pandemic() {
        return new TrendBreak(2019, 2022, "pandemic");
    }

    /** Something that changed between a year and the one before it. */
    public static TrendBreak from(int year, String why) {
        return new TrendBreak(year - 1, year, why);
    }

    /** Written as {@code 2019 | 2022 pandemic}. */
    @Override
    public String toString() {
        return lastBefore + " | " + firstAfter + " " + why;
    }
}
