package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.schema.Unknown;

/**
 * The groups in which members stand along one axis: one group where the axis is disjoint, any number where it overlaps.
 * Categories do not overlap, so counts by category add up, and what two groups share can be read off them.
 *
 * @param groups the groups, in the axis's order; empty for members of none
 * @param unknown why it is not known in which groups they stand; empty if it is
 */
public record Category(List<String> groups, Optional<Unknown> unknown) {
    /** Members of no group. */
    public static final Category NONE = new Category(List.of(), Optional.empty());

    /** Copies the groups; refuses groups beside an unknown. */
    public Category {
        groups = List.copyOf(groups);
        if (unknown.isPresent() && !groups.isEmpty()) {
            throw new IllegalArgumentException("groups: must be empty where they are unknown");
        }
    }

    /** Members of these groups. */
    public static Category of(List<String> groups) {
        return new Category(groups, Optional.empty());
    }

    /** Members of one group. */
    public static Category of(String group) {
        return of(List.of(group));
    }

    /** Members of whom it is unknown. */
    public static Category unknown(Unknown reason) {
        return new Category(List.of(), Optional.of(reason));
    }

    /** Under which labels a cell of these members is read. */
    public List<Label> labels() {
        if (unknown.isPresent()) {
            return List.of(Label.UNKNOWN);
        }
        if (groups.isEmpty()) {
            return List.of(Label.NONE);
        }
        List<Label> labels = new ArrayList<>(groups.size());
        groups.forEach(group -> labels.add(Label.of(group)));
        return labels;
    }

    @Override
    public String toString() {
        return unknown.map(reason -> "(" + reason + ")")
                .orElseGet(() -> groups.isEmpty() ? "(none)" : String.join(" + ", groups));
    }
}
