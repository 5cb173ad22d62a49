package org.waymark.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A family of named conditions as an axis: priority groups, a dated status, a union such as "furthest from opportunity".
 *
 * <p>Groups may overlap: each is counted on its own, and what two of them share is kept. A member of whom it is unknown
 * whether one of the conditions holds stands in none and is counted as unknown only if no other group holds it.
 *
 * @param title what the family is called in print
 * @param members the groups
 */
public record Groups(String title, List<Group> members) implements Axis {
    /** Copies the groups; refuses none and repeated names. */
    public Groups {
        Objects.requireNonNull(title, "title");
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members: must hold one group at least");
        }
        if (members.stream().map(Group::name).distinct().count() != members.size()) {
            throw new IllegalArgumentException("members: names must differ");
        }
    }

    /**
     * One group.
     *
     * @param name what the group is called in print
     * @param condition who belongs to it
     */
    public record Group(String name, Condition condition) {
        /** Refuses null. */
        public Group {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** Starts a family. */
    public static Builder named(String title) {
        return new Builder(title);
    }

    /** One condition and its opposite. */
    public static Groups yesNo(String title, Condition condition, String yes, String no) {
        return named(title).group(yes, condition).group(no, condition.not()).build();
    }

    /** The union: members for whom one of the conditions holds at least, and the others. */
    public static Groups anyOf(String title, Condition... conditions) {
        return yesNo(title, new Condition.Or(List.of(conditions)), title, "others");
    }

    @Override
    public Optional<List<String>> groups() {
        return Optional.of(members.stream().map(Group::name).toList());
    }

    /** Collects groups. */
    public static final class Builder {
        private final String title;
        private final List<Group> members = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        /** Adds a group. */
        public Builder group(String name, Condition condition) {
            members.add(new Group(name, condition));
            return this;
        }

        /** The family. */
        public Groups build() {
            return new Groups(title, members);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
