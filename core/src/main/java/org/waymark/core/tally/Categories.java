package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.core.schema.Axis;

/**
 * The categories that occur along one axis, in an order that does not depend on the order of the data: the axis's own
 * where it has one, else that of the labels' characters; the unknown last.
 */
public final class Categories {
    private final Axis axis;
    private final List<Category> list;
    private final List<Label> labels;
    private final Map<Category, Integer> index = new LinkedHashMap<>();

    private Categories(Axis axis, List<Category> list) {
        this.axis = axis;
        this.list = List.copyOf(list);
        for (Category category : this.list) {
            index.put(category, index.size());
        }
        this.labels = labelsOf(axis, this.list);
    }

    /** The categories that occur, put into order, without repetition. */
    public static Categories of(Axis axis, Iterable<Category> occurring) {
        Map<String, Integer> rank = new LinkedHashMap<>();
        axis.groups().ifPresent(groups -> groups.forEach(group -> rank.put(group, rank.size())));
        Set<Category> distinct = new LinkedHashSet<>();
        occurring.forEach(distinct::add);
        List<Category> list = new ArrayList<>(distinct);
        list.sort(order(rank));
        return new Categories(axis, list);
    }

    private static Comparator<Category> order(Map<String, Integer> rank) {
        Comparator<String> groups = Comparator.<String>comparingInt(g -> rank.getOrDefault(g, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder());
        return (a, b) -> {
            if (a.unknown().isPresent() || b.unknown().isPresent()) {
                int reasonA = a.unknown().map(Enum::ordinal).orElse(-1);
                int reasonB = b.unknown().map(Enum::ordinal).orElse(-1);
                return Integer.compare(reasonA, reasonB);
            }
            if (a.groups().isEmpty() || b.groups().isEmpty()) {
                return Boolean.compare(a.groups().isEmpty(), b.groups().isEmpty());
            }
            for (int i = 0; i < Math.min(a.groups().size(), b.groups().size()); i++) {
                int byGroup = groups.compare(a.groups().get(i), b.groups().get(i));
                if (byGroup != 0) {
                    return byGroup;
                }
            }
            return Integer.compare(a.groups().size(), b.groups().size());
        };
    }

    private static List<Label> labelsOf(Axis axis, List<Category> list) {
        List<Label> labels = new ArrayList<>();
        axis.groups().ifPresent(groups -> groups.forEach(group -> labels.add(Label.of(group))));
        Set<Label> seen = new HashSet<>(labels);
        List<Label> others = new ArrayList<>();
        for (Category category : list) {
            for (Label label : category.labels()) {
                if (seen.add(label)) {
                    others.add(label);
                }
            }
        }
        others.sort(Comparator.comparing(Label::kind, (a, b) -> Integer.compare(place(a), place(b)))
                .thenComparing(Label::name));
        labels.addAll(others);
        return List.copyOf(labels);
    }

    private static int place(Label.Kind kind) {
        return switch (kind) {
            case GROUP -> 0;
            case NONE -> 1;
            case UNKNOWN -> 2;
        };
    }

    /** The axis. */
    public Axis axis() {
        return axis;
    }

    /** The categories in order. */
    public List<Category> list() {
        return list;
    }

    /** The labels under which cells are read: every group of the axis, then those in none, then the unknown. */
    public List<Label> labels() {
        return labels;
    }

    /** Where a category stands; -1 if it does not occur. */
    public int indexOf(Category category) {
        return index.getOrDefault(category, -1);
    }

    /** How many categories there are. */
    public int size() {
        return list.size();
    }

    /** Whether members stand in two groups at once. */
    public boolean overlap() {
        return list.stream().anyMatch(category -> category.groups().size() > 1);
    }

    /** These and those. */
    Categories union(Categories other) {
        List<Category> all = new ArrayList<>(list);
        for (Category category : other.list) {
            if (indexOf(category) < 0) {
                all.add(category);
            }
        }
        return all.size() == list.size() ? this : of(axis, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categories that && axis.equals(that.axis) && list.equals(that.list);
    }

    @Override
    public int hashCode() {
        return 31 * axis.hashCode() + list.hashCode();
    }

    @Override
    public String toString() {
        return axis.title() + " " + list;
    }
}
