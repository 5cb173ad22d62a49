package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Face;

/** How many members fall into each combination of categories and outcomes, the outcome fastest. */
final class Cube {
    /** How many axes a cube may have. */
    static final int MOST_AXES = 62;

    private final int[] axes;
    private final int[] sizes;
    private final int outcomes;
    private final int[] counts;
    /** The same with some axes added up, by which axes are left. */
    private final Map<Long, Cube> narrower = new LinkedHashMap<>();

    private Cube(int[] axes, int[] sizes, int outcomes, int[] counts) {
        this.axes = axes;
        this.sizes = sizes;
        this.outcomes = outcomes;
        this.counts = counts;
    }

    /** For each row its combination of categories as one number, the last axis fastest. */
    static Codes keys(List<AxisColumn> axes, int rows) {
        int[] strides = new int[axes.size()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride = Math.multiplyExact(
                    stride, Math.max(1, axes.get(i).categories().size()));
        }
        AxisColumn.Keys places = AxisColumn.keys(axes, strides);
        Codes keys = new Codes();
        int[] block = new int[Node.BLOCK];
        for (int from = 0; from < rows; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, rows - from);
            Arrays.fill(block, 0, count, 0);
            places.addTo(from, count, block);
            keys.addAll(block, 0, count, 0);
        }
        return keys.trimmed();
    }

    /** @param known what {@link #keys} gives of the axes, if that was kept */
    static Cube count(List<AxisColumn> axes, Outcomes outcomes, byte[] members, @Nullable Codes known) {
        List<Categories> categories = new ArrayList<>();
        for (AxisColumn axis : axes) {
            categories.add(axis.categories());
        }
        int combinations = Face.combinations(categories);
        int width = Math.max(1, outcomes.size());
        int[] strides = new int[axes.size()];
        int[] sizes = new int[axes.size()];
        int stride = width;
        for (int i = axes.size() - 1; i >= 0; i--) {
            strides[i] = stride;
            sizes[i] = axes.get(i).categories().size();
            stride = Math.multiplyExact(stride, Math.max(1, sizes[i]));
        }
        if ((long) combinations * width > Face.MOST_COMBINATIONS) {
            throw new IllegalArgumentException("axes: would make " + combinations + " cells of " + width
                    + " outcomes each, must be at most " + Face.MOST_COMBINATIONS + " numbers");
        }
        int[] counts = new int[combinations * width];
        int[] keys = new int[Node.BLOCK];
        int[] combination = new int[Node.BLOCK];
        AxisColumn.Keys places = AxisColumn.keys(axes, strides);
        for (int from = 0; from < members.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, members.length - from);
            outcomes.ofRow().copy(from, count, keys);
            if (known == null) {
                places.addTo(from, count, keys);
            } else {
                known.copy(from, count, combination);
                addScaled(combination, width, keys, count);
            }
            add(counts, keys, members, from, count);
        }
        return new Cube(IntStream.range(0, sizes.length).toArray(), sizes, width, counts);
    }

    private static void addScaled(int[] values, int scale, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] += values[i] * scale;
        }
    }

    private static void add(int[] counts, int[] keys, byte[] members, int from, int count) {
        for (int i = 0; i < count; i++) {
            counts[keys[i]] += members[from + i];
        }
    }

    /**
     * The counts by the axes at these positions, everything else added up: one axis after the other, the large ones first.
     * What is left on the way is kept, since other crossings are on the same way.
     */
    long[] marginal(int[] positions, int width) {
        long wanted = 0;
        for (int position : positions) {
            wanted |= 1L << position;
        }
        long left = (1L << sizes.length) - 1;
        Cube cube = this;
        while (left != wanted) {
            int drop = cube.largestBut(wanted);
            left &= ~(1L << cube.axes[drop]);
            Cube narrow = narrower.get(left);
            if (narrow == null) {
                narrow = cube.without(drop);
                narrower.put(left, narrow);
            }
            cube = narrow;
        }
        return cube.inOrder(positions, width);
    }

    /** Where the largest axis stands that is not wanted. */
    private int largestBut(long wanted) {
        int largest = -1;
        for (int i = 0; i < axes.length; i++) {
            if ((wanted >>> axes[i] & 1) == 0 && (largest < 0 || sizes[i] > sizes[largest])) {
                largest = i;
            }
        }
        return largest;
    }

    private Cube without(int axis) {
        int inner = outcomes;
        for (int i = axis + 1; i < sizes.length; i++) {
            inner *= sizes[i];
        }
        int part = inner * sizes[axis];
        int[] sums = new int[part == 0 ? 0 : counts.length / part * inner];
        for (int from = 0, to = 0; from < counts.length; to += inner) {
            for (int next = from + part; from < next; from += inner) {
                add(counts, from, inner, sums, to);
            }
        }
        return new Cube(removed(axes, axis), removed(sizes, axis), outcomes, sums);
    }

    private static void add(int[] counts, int from, int count, int[] sums, int to) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += counts[from + i];
        }
    }

    private static int[] removed(int[] from, int at) {
        int[] left = Arrays.copyOf(from, from.length - 1);
        System.arraycopy(from, at + 1, left, at, left.length - at);
        return left;
    }

    /** The counts of just these axes, in the order in which they are named. */
    private long[] inOrder(int[] positions, int width) {
        int[] stride = new int[axes.length];
        int next = 1;
        for (int i = positions.length - 1; i >= 0; i--) {
            int own = Arrays.binarySearch(axes, positions[i]);
            stride[own] = next;
            next *= sizes[own];
        }
        long[] sums = new long[next * width];
        int[] at = new int[axes.length];
        int target = 0;
        for (int cell = 0; cell * outcomes < counts.length; cell++) {
            for (int outcome = 0; outcome < outcomes; outcome++) {
                sums[target * width + outcome] += counts[cell * outcomes + outcome];
            }
            // Counts on: the last axis fastest.
            for (int i = axes.length - 1; i >= 0; i--) {
                target += stride[i];
                if (++at[i] < sizes[i]) {
                    break;
                }
                target -= stride[i] * sizes[i];
                at[i] = 0;
            }
        }
        return sums;
    }
}
