package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;

/**
 * The counts along one crossing of axes: for each combination of categories, for each indicator, how many members are in
 * each state.
 *
 * <p>Counts stand in one array per indicator, combination by combination with the last axis fastest, state by state
 * within each.
 */
public final class Face {
    /** The most combinations of categories that one face may have. */
    public static final long MOST_COMBINATIONS = 20_000_000;

    private final List<Categories> axes;
    private final List<Axis> axisOf;
    private final boolean partition;
    private final List<List<State>> states;
    private final long[][] low;
    private final long[][] high;

    Face(List<Categories> axes, boolean partition, List<List<State>> states, long[][] low, long[][] high) {
        this.axes = axes;
        this.axisOf = axisOf(axes);
        this.partition = partition;
        this.states = states;
        this.low = low;
        this.high = high;
    }

    /**
     * A face of exact counts, made by an engine.
     *
     * @param axes the categories that occur along each axis
     * @param states for each indicator the states that are counted
     * @param counts for each indicator the counts, laid out as the class says; taken over, not copied
     * @throws IllegalArgumentException if an array has another length than the layout asks for
     */
    public static Face exact(List<Categories> axes, List<List<State>> states, long[][] counts) {
        int combinations = combinations(axes);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i].length != combinations * states.get(i).size()) {
                throw new IllegalArgumentException(
                        "counts: must hold " + combinations * states.get(i).size() + " numbers for indicator " + i
                                + ", held " + counts[i].length);
            }
        }
        List<List<State>> copies = new ArrayList<>();
        for (List<State> own : states) {
            copies.add(List.copyOf(own));
        }
        return new Face(List.copyOf(axes), true, Collections.unmodifiableList(copies), counts, counts);
    }

    /** How many combinations of categories these axes have; refuses more than {@value #MOST_COMBINATIONS}. */
    public static int combinations(List<Categories> axes) {
        long product = 1;
        for (Categories axis : axes) {
            product = Math.multiplyExact(product, axis.size());
        }
        if (product > MOST_COMBINATIONS) {
            throw new IllegalArgumentException(
                    "axes: would make " + product + " cells, must be at most " + MOST_COMBINATIONS);
        }
        return (int) product;
    }

    /** Starts a face to which counts are added one by one. */
    public static Builder builder(List<Axis> axes, int indicators) {
        return new Builder(axes, indicators);
    }

    private static List<Axis> axisOf(List<Categories> axes) {
        List<Axis> of = new ArrayList<>();
        for (Categories categories : axes) {
            of.add(categories.axis());
        }
        return Collections.unmodifiableList(of);
    }

    /** The axes in order. */
    public List<Axis> axes() {
        return axisOf;
    }

    /** The categories along each axis. */
    public List<Categories> categories() {
        return axes;
    }

    /**
     * Whether every member stands in one category of each axis, so that categories can be added up. It does not hold for
     * published tables whose groups overlap.
     */
    public boolean isPartition() {
        return partition;
    }

    /** For each indicator the states that are counted. */
    public List<List<State>> states() {
        return states;
    }

    /** How many members of the combination of categories with this number are in a state of an indicator. */
    public Count count(int combination, int indicator, int state) {
        int at = combination * states.get(indicator).size() + state;
        return new Count(low[indicator][at], high[indicator][at]);
    }

    /** The cells as they are read: by label of the wanted axes in that order, everything else added up. */
    List<Cell> cells(int indicator, List<Axis> wanted) {
        int[] position = positions(wanted);
        int[] stride = new int[position.length];
        int cells = 1;
        for (int i = position.length - 1; i >= 0; i--) {
            stride[i] = cells;
            cells *= axes.get(position[i]).labels().size();
        }
        int width = states.get(indicator).size();
        long[] lows = new long[cells * width];
        long[] highs = low == high ? lows : new long[cells * width];
        int[][][] offsets = offsets(position, stride);
        int[] at = new int[axes.size()];
        int combinations = combinations(axes);
        for (int combination = 0; combination < combinations; combination++) {
            unpack(combination, at);
            addTo(lows, low[indicator], combination, width, offsets, position, at, 0, 0);
            if (highs != lows) {
                addTo(highs, high[indicator], combination, width, offsets, position, at, 0, 0);
            }
        }
        return cells(indicator, position, cells, lows, highs);
    }

    private int[] positions(List<Axis> wanted) {
        int[] position = new int[wanted.size()];
        for (int i = 0; i < position.length; i++) {
            position[i] = axes().indexOf(wanted.get(i));
        }
        return position;
    }

    /** For each wanted axis and each of its categories, where its labels' cells begin. */
    private int[][][] offsets(int[] position, int[] stride) {
        int[][][] offsets = new int[position.length][][];
        for (int i = 0; i < position.length; i++) {
            Categories axis = axes.get(position[i]);
            Map<Label, Integer> labels = new LinkedHashMap<>();
            for (Label label : axis.labels()) {
                labels.put(label, labels.size());
            }
            offsets[i] = new int[axis.size()][];
            for (int c = 0; c < axis.size(); c++) {
                List<Label> own = axis.list().get(c).labels();
                offsets[i][c] = new int[own.size()];
                for (int l = 0; l < own.size(); l++) {
                    offsets[i][c][l] = labels.getOrDefault(own.get(l), 0) * stride[i];
                }
            }
        }
        return offsets;
    }

    private static void addTo(
            long[] sums,
            long[] counts,
            int combination,
            int width,
            int[][][] offsets,
            int[] position,
            int[] at,
            int axis,
            int cell) {
        if (axis == position.length) {
            for (int s = 0; s < width; s++) {
                sums[cell * width + s] = Math.addExact(sums[cell * width + s], counts[combination * width + s]);
            }
            return;
        }
        for (int offset : offsets[axis][at[position[axis]]]) {
            addTo(sums, counts, combination, width, offsets, position, at, axis + 1, cell + offset);
        }
    }

    /** Where in each axis's list the categories of a combination stand. */
    void unpack(int combination, int[] at) {
        int rest = combination;
        for (int i = axes.size() - 1; i >= 0; i--) {
            at[i] = rest % axes.get(i).size();
            rest /= axes.get(i).size();
        }
    }

    private List<Cell> cells(int indicator, int[] position, int size, long[] lows, long[] highs) {
        List<State> of = states.get(indicator);
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < size; cell++) {
            Map<State, Count> counts = new LinkedHashMap<>();
            for (int s = 0; s < of.size(); s++) {
                int at = cell * of.size() + s;
                if (lows[at] != 0 || highs[at] != 0) {
                    counts.put(of.get(s), new Count(lows[at], highs[at]));
                }
            }
            List<Label> labels = new ArrayList<>();
            int rest = cell;
            for (int i = position.length - 1; i >= 0; i--) {
                List<Label> own = axes.get(position[i]).labels();
                labels.add(0, own.get(rest % own.size()));
                rest /= own.size();
            }
            cells.add(new Cell(labels, counts));
        }
        return cells;
    }

    /** The counts of both, by category. */
    Face plus(Face other, int sign) {
        if (axes.equals(other.axes) && states.equals(other.states) && low == high && other.low == other.high) {
            return alikePlus(other, sign);
        }
        List<Categories> union = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            union.add(axes.get(i).union(other.axes.get(i)));
        }
        List<List<State>> all = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            TreeSet<State> merged = new TreeSet<>(states.get(i));
            merged.addAll(other.states.get(i));
            all.add(List.copyOf(new ArrayList<>(merged)));
        }
        int combinations = combinations(union);
        long[][] lows = new long[all.size()][];
        long[][] highs = new long[all.size()][];
        boolean exact = low == high && other.low == other.high;
        for (int i = 0; i < all.size(); i++) {
            lows[i] = new long[combinations * all.get(i).size()];
            add(lows[i], union, all.get(i), this, i, low[i], 1);
            add(lows[i], union, all.get(i), other, i, sign > 0 ? other.low[i] : other.high[i], sign);
            if (!exact) {
                highs[i] = new long[lows[i].length];
                add(highs[i], union, all.get(i), this, i, high[i], 1);
                add(highs[i], union, all.get(i), other, i, sign > 0 ? other.high[i] : other.low[i], sign);
            }
        }
        return new Face(List.copyOf(union), partition && other.partition, List.copyOf(all), lows, exact ? lows : highs);
    }

    /** The same of exact counts that are laid out alike, as those of two parts of one file mostly are. */
    private Face alikePlus(Face other, int sign) {
        long[][] sums = new long[low.length][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = low[i].clone();
            for (int at = 0; at < sums[i].length; at++) {
                sums[i][at] = Math.addExact(sums[i][at], Math.multiplyExact((long) sign, other.low[i][at]));
            }
        }
        return new Face(axes, partition && other.partition, states, sums, sums);
    }

    private static void add(
            long[] sums, List<Categories> union, List<State> all, Face part, int indicator, long[] counts, int sign) {
        List<State> own = part.states.get(indicator);
        int[] stateAt = new int[own.size()];
        for (int s = 0; s < stateAt.length; s++) {
            stateAt[s] = all.indexOf(own.get(s));
        }
        int[] at = new int[part.axes.size()];
        int combinations = combinations(part.axes);
        for (int combination = 0; combination < combinations; combination++) {
            part.unpack(combination, at);
            int target = 0;
            for (int i = 0; i < at.length; i++) {
                target = target * union.get(i).size()
                        + union.get(i).indexOf(part.axes.get(i).list().get(at[i]));
            }
            for (int s = 0; s < stateAt.length; s++) {
                int to = target * all.size() + stateAt[s];
                sums[to] = Math.addExact(
                        sums[to], Math.multiplyExact((long) sign, counts[combination * stateAt.length + s]));
            }
        }
    }

    /** Equal if the same categories have the same counts; states that are nowhere counted do not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Face that
                && axes.equals(that.axes)
                && partition == that.partition
                && states.size() == that.states.size()
                && IntStream.range(0, states.size()).allMatch(i -> sameCounts(that, i));
    }

    private boolean sameCounts(Face that, int indicator) {
        TreeSet<State> all = new TreeSet<>(states.get(indicator));
        all.addAll(that.states.get(indicator));
        int combinations = combinations(axes);
        for (State state : all) {
            int here = states.get(indicator).indexOf(state);
            int there = that.states.get(indicator).indexOf(state);
            for (int combination = 0; combination < combinations; combination++) {
                Count one = here < 0 ? Count.ZERO : count(combination, indicator, here);
                Count two = there < 0 ? Count.ZERO : that.count(combination, indicator, there);
                if (!one.equals(two)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return axes().hashCode();
    }

    /** The axes and how many combinations of categories they have. */
    @Override
    public String toString() {
        return axes + " (" + combinations(axes) + " cells)";
    }

    /** Collects counts one by one, in any order: for published tables, databases and files. */
    public static final class Builder {
        private record Key(List<Category> categories, int indicator, State state) {}

        private final List<Axis> axes;
        private final int indicators;
        private boolean partition = true;
        private final Map<Key, Count> counts = new LinkedHashMap<>();

        private Builder(List<Axis> axes, int indicators) {
            this.axes = List.copyOf(axes);
            this.indicators = indicators;
        }

        /** Says that the groups overlap and that it is not known who stands in two of them. */
        public Builder overlappingGroups() {
            partition = false;
            return this;
        }

        /** Adds a count; counts of the same place add up. */
        public Builder add(List<Category> categories, int indicator, State state, Count count) {
            if (categories.size() != axes.size()) {
                throw new IllegalArgumentException(
                        "categories: must be one per axis, " + axes.size() + ", were " + categories.size());
            }
            if (indicator < 0 || indicator >= indicators) {
                throw new IllegalArgumentException(
                        "indicator: must lie in 0 to " + (indicators - 1) + ", was " + indicator);
            }
            counts.merge(new Key(List.copyOf(categories), indicator, state), count, Count::plus);
            return this;
        }

        /** The face. */
        public Face build() {
            List<Categories> all = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                int axis = i;
                all.add(Categories.of(
                        axes.get(i),
                        () -> counts.keySet().stream()
                                .map(key -> key.categories().get(axis))
                                .iterator()));
            }
            List<List<State>> states = new ArrayList<>();
            for (int i = 0; i < indicators; i++) {
                int indicator = i;
                TreeSet<State> own = new TreeSet<>();
                counts.keySet().stream()
                        .filter(key -> key.indicator() == indicator)
                        .forEach(key -> own.add(key.state()));
                states.add(List.copyOf(new ArrayList<>(own)));
            }
            int combinations = combinations(all);
            long[][] lows = new long[indicators][];
            long[][] highs = new long[indicators][];
            for (int i = 0; i < indicators; i++) {
                lows[i] = new long[combinations * states.get(i).size()];
                highs[i] = new long[lows[i].length];
            }
            counts.forEach((key, count) -> {
                int at = 0;
                for (int i = 0; i < all.size(); i++) {
                    at = at * all.get(i).size()
                            + all.get(i).indexOf(key.categories().get(i));
                }
                List<State> own = states.get(key.indicator());
                at = at * own.size() + own.indexOf(key.state());
                lows[key.indicator()][at] = count.low();
                highs[key.indicator()][at] = count.high();
            });
            boolean exact = counts.values().stream().allMatch(Count::isExact);
            return new Face(List.copyOf(all), partition, List.copyOf(states), lows, exact ? lows : highs);
        }
    }
}
