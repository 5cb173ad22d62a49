package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table of counts with its margins: dimensions, in each of which a label may be the sum of others in one way or in several.
 *
 * <p>Cells stand in the order of their labels, whatever the order in which they came, so that the same table always gives the
 * same answer.
 */
public final class CountTable {
    /**
     * One way in which a label is the sum of others.
     *
     * @param dimension of which dimension
     * @param tree the name of the way: one label may be split in several, such as by race and by income
     * @param parent the sum
     * @param children its parts
     */
    public record Split(String dimension, String tree, String parent, List<String> children) {
        /** Copies the parts. */
        public Split {
            children = List.copyOf(children);
        }
    }

    private final List<String> dimensions;
    private final List<Split> splits;
    private final List<List<String>> labels;
    private final Map<List<String>, Integer> index = new LinkedHashMap<>();
    private final Relations relations;

    private CountTable(List<String> dimensions, List<Split> splits, List<List<String>> cells) {
        this.dimensions = List.copyOf(dimensions);
        this.splits = List.copyOf(splits);
        List<List<String>> sorted = new ArrayList<>();
        cells.forEach(cell -> sorted.add(List.copyOf(cell)));
        sorted.sort(CountTable::compare);
        labels = Collections.unmodifiableList(sorted);
        for (List<String> cell : labels) {
            if (cell.size() != dimensions.size() || index.put(cell, index.size()) != null) {
                throw new IllegalArgumentException(
                        "cells: must have one label per dimension and stand once, one had " + cell.size());
            }
        }
        relations = read();
    }

    /** A table of cells with these labels. */
    public static CountTable of(List<String> dimensions, List<Split> splits, List<List<String>> cells) {
        return new CountTable(dimensions, splits, cells);
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int by = a.get(i).compareTo(b.get(i));
            if (by != 0) {
                return by;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private Relations read() {
        Relations.Builder builder = Relations.between(
                labels.stream().map(cell -> String.join(" x ", cell)).toList());
        for (Split split : splits) {
            int at = dimensions.indexOf(split.dimension());
            if (at < 0) {
                throw new IllegalArgumentException("splits: there is no dimension " + split.dimension());
            }
            for (List<String> cell : labels) {
                if (!cell.get(at).equals(split.parent())) {
                    continue;
                }
                List<Integer> parts = new ArrayList<>();
                for (String child : split.children()) {
                    List<String> part = new ArrayList<>(cell);
                    part.set(at, child);
                    find(part).ifPresent(parts::add);
                }
                if (parts.size() == split.children().size()) {
                    builder.sum(
                            index.getOrDefault(cell, 0),
                            parts.stream().mapToInt(p -> p).toArray());
                }
            }
        }
        return builder.build();
    }

    /** The dimensions. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** How labels are sums of others. */
    public List<Split> splits() {
        return splits;
    }

    /** The labels of each cell, in the order of the cells. */
    public List<List<String>> cells() {
        return labels;
    }

    /** The cell of these labels; empty if there is none. */
    public Optional<Integer> find(List<String> cell) {
        return Optional.ofNullable(index.get(cell));
    }

    /** How its cells add up. */
    public Relations relations() {
        return relations;
    }

    /** The same with two labels of a dimension made one; both must be parts of the same sums. */
    public CountTable merged(String dimension, String one, String other) {
        int at = dimensions.indexOf(dimension);
        String into = one + "+" + other;
        List<Split> all = new ArrayList<>();
        for (Split split : splits) {
            List<String> children = split.children().stream()
                    .map(child -> child.equals(one) || child.equals(other) ? into : child)
                    .distinct()
                    .toList();
            all.add(
                    split.dimension().equals(dimension)
                            ? new Split(dimension, split.tree(), split.parent(), children)
                            : split);
        }
        Map<List<String>, Boolean> cells = new TreeMap<>(CountTable::compare);
        for (List<String> cell : labels) {
            cells.put(mergedLabels(cell, at, one, other), true);
        }
        return new CountTable(dimensions, all, List.copyOf(cells.keySet()));
    }

    /** The labels of the cell into which a cell goes when two labels are made one. */
    List<String> mergedLabels(List<String> cell, int dimension, String one, String other) {
        List<String> renamed = new ArrayList<>(cell);
        if (cell.get(dimension).equals(one) || cell.get(dimension).equals(other)) {
            renamed.set(dimension, one + "+" + other);
        }
        return List.copyOf(renamed);
    }

    @Override
    public String toString() {
        return dimensions + ": " + relations;
    }
}
