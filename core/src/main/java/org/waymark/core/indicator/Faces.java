package org.waymark.core.indicator;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.schema.Axis;

/**
 * Which crossings of axes are counted. The total is always counted.
 *
 * @param crossings each a list of different axes
 */
public record Faces(List<List<Axis>> crossings) {
    /** The total alone. */
    public static final Faces TOTAL = new Faces(List.of());

    /** Copies the crossings without repetition and without the empty one, which is always there. */
    public Faces {
        List<List<Axis>> copy = new ArrayList<>();
        for (List<Axis> crossing : crossings) {
            if (crossing.stream().distinct().count() != crossing.size()) {
                throw new IllegalArgumentException("crossings: an axis cannot be crossed with itself: " + crossing);
            }
            List<Axis> axes = List.copyOf(crossing);
            if (!axes.isEmpty() && !copy.contains(axes)) {
                copy.add(axes);
            }
        }
        crossings = List.copyOf(copy);
    }

    /** Each axis alone. */
    public static Faces each(Axis... axes) {
        return upTo(1, axes);
    }

    /** Each axis alone and every two of them. */
    public static Faces pairs(Axis... axes) {
        return upTo(2, axes);
    }

    /** Every crossing of at most so many of the axes. */
    public static Faces upTo(int most, Axis... axes) {
        List<List<Axis>> all = new ArrayList<>();
        List<List<Axis>> last = List.of(List.of());
        for (int size = 1; size <= most; size++) {
            List<List<Axis>> next = new ArrayList<>();
            for (List<Axis> crossing : last) {
                int from = crossing.isEmpty() ? 0 : List.of(axes).indexOf(crossing.get(crossing.size() - 1)) + 1;
                for (int i = from; i < axes.length; i++) {
                    List<Axis> longer = new ArrayList<>(crossing);
                    longer.add(axes[i]);
                    next.add(longer);
                }
            }
            all.addAll(next);
            last = next;
        }
        return new Faces(all);
    }

    /** Exactly these axes crossed with each other. */
    public static Faces crossing(Axis... axes) {
        return new Faces(List.of(List.of(axes)));
    }

    /** These and those. */
    public Faces and(Faces other) {
        List<List<Axis>> all = new ArrayList<>(crossings);
        all.addAll(other.crossings);
        return new Faces(all);
    }

    /** Every axis that occurs, in order. */
    public List<Axis> axes() {
        return crossings.stream().flatMap(List::stream).distinct().toList();
    }
}
