package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.schema.Axis;

/**
 * Under which rules counts are published.
 *
 * @param name what the policy is called beside what is published
 * @param minimumSize groups of fewer members than this are hidden, 2 or more
 * @param level what is promised of a hidden group
 * @param zerosPublished whether an empty group is printed as 0; everybody then knows that a hidden group is not empty
 * @param minimumOutcome where counts are printed, outcomes of fewer members than this are hidden with their group: otherwise
 *     everybody's outcome would be told; 1 or more
 * @param coding how rates are told; where a band tells them no numerator is printed
 * @param locked the titles of axes whose own groups must be printed where they are large enough, such as districts; the total
 *     of everybody always must
 */
public record ReleasePolicy(
        String name,
        int minimumSize,
        Level level,
        boolean zerosPublished,
        int minimumOutcome,
        RateCoding coding,
        List<String> locked) {
    /** Refuses a minimum below 2. */
    public ReleasePolicy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(coding, "coding");
        locked = List.copyOf(locked);
        if (minimumSize < 2) {
            throw new IllegalArgumentException("minimumSize: must be 2 or more, was " + minimumSize);
        }
        if (minimumOutcome < 1) {
            throw new IllegalArgumentException("minimumOutcome: must be 1 or more, was " + minimumOutcome);
        }
    }

    /**
     * Groups of fewer than 10 are hidden and it is not even told that they are small; empty groups are hidden like small ones;
     * outcomes of fewer than 3 are hidden with their group; counts are printed.
     */
    public static ReleasePolicy standard() {
        return minimum(10);
    }

    /** The same for another minimum: agencies use 5, 6, 10, 11, 16, 20 and 30. */
    public static ReleasePolicy minimum(int size) {
        return new ReleasePolicy(
                "minimum size " + size, size, Level.INTERVAL, false, Math.min(3, size), RateCoding.NONE, List.of());
    }

    /** The same at another level. */
    public ReleasePolicy level(Level other) {
        return new ReleasePolicy(name, minimumSize, other, zerosPublished, minimumOutcome, coding, locked);
    }

    /** The same with empty groups printed as 0. */
    public ReleasePolicy zerosPublished(boolean published) {
        return new ReleasePolicy(name, minimumSize, level, published, minimumOutcome, coding, locked);
    }

    /** The same with another minimum of outcomes. */
    public ReleasePolicy minimumOutcome(int least) {
        return new ReleasePolicy(name, minimumSize, level, zerosPublished, least, coding, locked);
    }

    /** The same with rates told in bands and never as counts. */
    public ReleasePolicy coding(RateCoding other) {
        return new ReleasePolicy(name, minimumSize, level, zerosPublished, minimumOutcome, other, locked);
    }

    /** The same where the own groups of these axes must be printed if they are large enough. */
    public ReleasePolicy locking(Axis... axes) {
        return new ReleasePolicy(
                name,
                minimumSize,
                level,
                zerosPublished,
                minimumOutcome,
                coding,
                Arrays.stream(axes).map(Axis::title).toList());
    }

    /** The policy in plain words and numbers. */
    SavedRelease.Rules rules() {
        return new SavedRelease.Rules(
                name, minimumSize, level.name(), zerosPublished, minimumOutcome, coding.name(), locked);
    }

    /** The policy of these rules. */
    static ReleasePolicy of(SavedRelease.Rules rules) {
        return new ReleasePolicy(
                rules.name(),
                rules.minimumSize(),
                Level.valueOf(rules.level()),
                rules.zerosPublished(),
                rules.minimumOutcome(),
                RateCoding.valueOf(rules.coding()),
                rules.locked());
    }

    /** The same under another name. */
    public ReleasePolicy named(String other) {
        return new ReleasePolicy(other, minimumSize, level, zerosPublished, minimumOutcome, coding, locked);
    }

    /** What stands in place of a hidden figure: one mark, whether it is small or hides another. */
    public String mark() {
        return "*";
    }

    /** Whether a group of so many members is hidden by itself. */
    public boolean small(long members) {
        return members < minimumSize && (members > 0 || !zerosPublished);
    }

    /** What is promised, in words. */
    public String promise() {
        return level + ", minimum " + minimumSize;
    }
}
