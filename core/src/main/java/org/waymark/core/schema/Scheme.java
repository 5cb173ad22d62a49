package org.waymark.core.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A named way to gather the labels of a member into groups, as ordered rules that are data.
 *
 * <p>A disjoint scheme puts a member into the group of the first rule that fits; an overlapping one into the group of
 * every rule that fits. Members whose labels are unknown stay unknown. Members that fit no rule stand in no group.
 *
 * @param name what the scheme is called in print
 * @param rules in order
 * @param overlapping whether every fitting rule counts, not only the first
 */
public record Scheme(String name, List<Rule> rules, boolean overlapping) {
    /** Copies the rules. */
    public Scheme {
        Objects.requireNonNull(name, "name");
        rules = List.copyOf(rules);
    }

    /** Starts a scheme in which the first fitting rule decides. */
    public static Builder disjoint(String name) {
        return new Builder(name, false);
    }

    /** Starts a scheme in which every fitting rule counts. */
    public static Builder overlapping(String name) {
        return new Builder(name, true);
    }

    /** The groups, in the order in which they are shown. */
    public List<String> groups() {
        return Names.distinct("groups", rules.stream().map(Rule::group).toList());
    }

    /** The groups of a member who bears these labels, in the order of {@link #groups()}. */
    public List<String> groupsOf(List<String> labels) {
        List<String> groups = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.fits(labels) && !groups.contains(rule.group())) {
                groups.add(rule.group());
                if (!overlapping) {
                    break;
                }
            }
        }
        if (groups.size() > 1) {
            List<String> order = groups();
            groups.sort(Comparator.comparingInt(order::indexOf));
        }
        return groups;
    }

    /**
     * One rule: the member bears at least so many of certain labels.
     *
     * @param group the group of members that fit
     * @param atLeast how many of the labels the member must bear, 0 or more
     * @param among which labels count; empty if any does
     */
    public record Rule(String group, int atLeast, List<String> among) {
        /** Copies the labels. */
        public Rule {
            Objects.requireNonNull(group, "group");
            among = Names.distinct("among", among);
            if (atLeast < 0) {
                throw new IllegalArgumentException("atLeast: must be 0 or more, was " + atLeast);
            }
        }

        /** Whether a member who bears these labels fits. */
        public boolean fits(List<String> labels) {
            if (atLeast == 0) {
                return true;
            }
            int borne = 0;
            for (String label : labels) {
                if (among.isEmpty() || among.contains(label)) {
                    borne++;
                }
            }
            return borne >= atLeast;
        }
    }

    /** Collects rules in order. */
    public static final class Builder {
        private final String name;
        private final boolean overlapping;
        private final List<Rule> rules = new ArrayList<>();

        private Builder(String name, boolean overlapping) {
            this.name = name;
            this.overlapping = overlapping;
        }

        /** Members with one of the labels at least. */
        public Builder any(String group, String... labels) {
            rules.add(new Rule(group, 1, List.of(labels)));
            return this;
        }

        /** Members with so many labels at least, whichever they are, or of the named ones if any are named. */
        public Builder atLeast(String group, int count, String... among) {
            rules.add(new Rule(group, count, List.of(among)));
            return this;
        }

        /** All other members whose labels are known. */
        public Builder others(String group) {
            rules.add(new Rule(group, 0, List.of()));
            return this;
        }

        /** The scheme. */
        public Scheme build() {
            return new Scheme(name, rules, overlapping);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
