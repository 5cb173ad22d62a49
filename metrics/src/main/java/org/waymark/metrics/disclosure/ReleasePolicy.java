package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;

/**
 * Under which rules counts are published. {@link Practice} has the rules of agencies, each with its source, and {@link #presets()} lists
 * them.
 *
 * @param name what the policy is called beside what is published
 * @param minimumSize groups of fewer members than this are hidden, 2 or more
 * @param level what is promised of a hidden group
 * @param zerosPublished whether an empty group is printed as 0; everybody then knows that a hidden group is not empty
 * @param minimumOutcome where counts are printed, outcomes of fewer members than this are hidden with their group: otherwise
 *     everybody's outcome would be told; 1 or more
 * @param coding how rates are told; where a band tells them no numerator is printed
 * @param sizes how the sizes of groups are told; other than as numbers only beside a coding that prints no counts
 * @param minimumOfChange what changed between two dates is told of groups of so many members at both; the minimum size or more
 * @param wholePercentsBelow shares are printed in whole percents for groups of fewer members than this and with one decimal
 *     above; 0 prints them as they were worked out, which tells no more where the counts stand beside them
 * @param locked the titles of axes whose own groups must be printed where they are large enough, such as districts; the total
 *     of everybody always must
 * @param impossible groups that cannot have members, such as girls at a boys' school: of each its labels, written {@code
 *     axis=label} and joined by semicolons. They are printed as 0, which tells nothing; they are refused if they have members
 */
public record ReleasePolicy(
        String name,
        int minimumSize,
        Level level,
        boolean zerosPublished,
        int minimumOutcome,
        RateCoding coding,
        SizeCoding sizes,
        int minimumOfChange,
        int wholePercentsBelow,
        List<String> locked,
        List<String> impossible) {
    /** Refuses a minimum below 2, and classes of sizes beside counts. */
    public ReleasePolicy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(coding, "coding");
        Objects.requireNonNull(sizes, "sizes");
        locked = List.copyOf(locked);
        impossible = List.copyOf(impossible);
        if (minimumSize < 2) {
            throw new IllegalArgumentException("minimumSize: must be 2 or more, was " + minimumSize);
        }
        if (minimumOutcome < 1) {
            throw new IllegalArgumentException("minimumOutcome: must be 1 or more, was " + minimumOutcome);
        }
        if (sizes != SizeCoding.PRINTED && coding.printsCounts()) {
            throw new IllegalArgumentException(
                    "sizes: must be printed where counts are, so beside " + coding.name() + ", was " + sizes.name());
        }
        if (minimumOfChange < minimumSize) {
            throw new IllegalArgumentException(
                    "minimumOfChange: must be the minimum size " + minimumSize + " or more, was " + minimumOfChange);
        }
        if (wholePercentsBelow < 0) {
            throw new IllegalArgumentException("wholePercentsBelow: must be 0 or more, was " + wholePercentsBelow);
        }
    }

    /**
     * Groups of fewer than 10 are hidden and it is not even told that they are small; empty groups are hidden like small ones;
     * outcomes of fewer than 3 are hidden with their group; counts are printed, and shares in whole percents up to 999 members.
     */
    public static ReleasePolicy standard() {
        return minimum(10);
    }

    /** The same for another minimum: agencies use 5, 6, 10, 11, 16, 20 and 30. */
    public static ReleasePolicy minimum(int size) {
        return new ReleasePolicy(
                "minimum size " + size,
                size,
                Level.INTERVAL,
                false,
                Math.min(3, size),
                RateCoding.NONE,
                SizeCoding.PRINTED,
                size,
                1000,
                List.of(),
                List.of());
    }

    /** The rules of agencies: what each hides, as what policy that stands here, and where it is from. */
    public static Table presets() {
        return Practice.table();
    }

    /** The same at another level. */
    public ReleasePolicy level(Level other) {
        return but(draft -> draft.level = other);
    }

    /** The same with empty groups printed as 0. */
    public ReleasePolicy zerosPublished(boolean published) {
        return but(draft -> draft.zerosPublished = published);
    }

    /** The same with another minimum of outcomes. */
    public ReleasePolicy minimumOutcome(int least) {
        return but(draft -> draft.minimumOutcome = least);
    }

    /** The same with rates told in bands and never as counts. */
    public ReleasePolicy coding(RateCoding other) {
        return but(draft -> draft.coding = other);
    }

    /** The same with sizes told in classes, or not at all. */
    public ReleasePolicy sizes(SizeCoding other) {
        return but(draft -> draft.sizes = other);
    }

    /** The same with changes told of groups of so many members at both dates. */
    public ReleasePolicy minimumOfChange(int least) {
        return but(draft -> draft.minimumOfChange = least);
    }

    /** The same with shares in whole percents for groups of fewer members than this, and one decimal above. */
    public ReleasePolicy wholePercentsBelow(int members) {
        return but(draft -> draft.wholePercentsBelow = members);
    }

    /** The same where the own groups of these axes must be printed if they are large enough. */
    public ReleasePolicy locking(Axis... axes) {
        return but(draft -> draft.locked = Arrays.stream(axes).map(Axis::title).toList());
    }

    /** The same where nobody can stand in both of these groups, such as in a boys' school and among girls. */
    public ReleasePolicy impossible(Axis axis, String group, Axis other, String otherGroup) {
        List<String> more = new ArrayList<>(impossible);
        more.add(part(axis, group) + ";" + part(other, otherGroup));
        return but(draft -> draft.impossible = more);
    }

    /** The same under another name. */
    public ReleasePolicy named(String other) {
        return but(draft -> draft.name = other);
    }

    private static String part(Axis axis, String group) {
        return axis.title() + "=" + group;
    }

    /** Whether a group of these labels cannot have members. */
    boolean impossible(List<Axis> axes, List<Label> labels) {
        if (impossible.isEmpty()) {
            return false;
        }
        List<String> parts = IntStream.range(0, axes.size())
                .mapToObj(i -> part(axes.get(i), labels.get(i).name()))
                .toList();
        return parts.stream().anyMatch(one -> parts.stream().anyMatch(other -> impossible.contains(one + ";" + other)));
    }

    /** The policy in plain words and numbers. */
    SavedRelease.Rules rules() {
        return new SavedRelease.Rules(
                name,
                minimumSize,
                level.name(),
                zerosPublished,
                minimumOutcome,
                coding.name(),
                sizes.name(),
                minimumOfChange,
                wholePercentsBelow,
                locked,
                impossible);
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
                SizeCoding.valueOf(rules.sizes()),
                rules.minimumOfChange(),
                rules.wholePercentsBelow(),
                rules.locked(),
                rules.impossible());
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

    private ReleasePolicy but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.policy();
    }

    /** A policy that is being changed. */
    private static final class Draft {
        private final ReleasePolicy from;
        private String name;
        private Level level;
        private boolean zerosPublished;
        private int minimumOutcome;
        private RateCoding coding;
        private SizeCoding sizes;
        private int minimumOfChange;
        private int wholePercentsBelow;
        private List<String> locked;
        private List<String> impossible;

        private Draft(ReleasePolicy from) {
            this.from = from;
            name = from.name;
            level = from.level;
            zerosPublished = from.zerosPublished;
            minimumOutcome = from.minimumOutcome;
            coding = from.coding;
            sizes = from.sizes;
            minimumOfChange = from.minimumOfChange;
            wholePercentsBelow = from.wholePercentsBelow;
            locked = from.locked;
            impossible = from.impossible;
        }

        private ReleasePolicy policy() {
            return new ReleasePolicy(
                    name,
                    from.minimumSize,
                    level,
                    zerosPublished,
                    minimumOutcome,
                    coding,
                    sizes,
                    minimumOfChange,
                    wholePercentsBelow,
                    locked,
                    impossible);
        }
    }
}
