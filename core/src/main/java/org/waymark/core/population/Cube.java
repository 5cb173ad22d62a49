package org.waymark.core.population;

import java.util.List;
import org.waymark.core.tally.Face;

/** How many members fall into each combination of categories and outcomes, the outcome fastest. */
final class Cube {
    private final int[] sizes;
    private final int outcomes;
    private final int[] counts;

    private Cube(int[] sizes, int outcomes, int[] counts) {
        this.sizes = sizes;
        this.outcomes = outcomes;
        this.counts = counts;
    }

    static Cube count(List<AxisColumn> axes, Outcomes outcomes, byte[] members) {
        int combinations =
                Face.combinations(axes.stream().map(AxisColumn::categories).toList());
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
        AxisColumn.Keys places = AxisColumn.keys(axes, strides);
        for (int from = 0; from < members.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, members.length - from);
            outcomes.ofRow().copy(from, count, keys);
            places.addTo(from, count, keys);
            for (int i = 0; i < count; i++) {
                counts[keys[i]] += members[from + i];
            }
        }
        return new Cube(sizes, width, counts);
    }

    /** How many combinations the axes at these positions have. */
    int cells(int[] positions) {
        int cells = 1;
        for (int position : positions) {
            cells = Math.multiplyExact(cells, sizes[position]);
        }
        return cells;
    }

    /** The counts by the axes at these positions, everything else added up. */
    long[] marginal(int[] positions, int width) {
        long[] sums = new long[cells(positions) * width];
        int[] stride = new int[sizes.length];
        int next = 1;
        for (int i = positions.length - 1; i >= 0; i--) {
            stride[positions[i]] = next;
            next *= sizes[positions[i]];
        }
        int[] at = new int[sizes.length];
        int target = 0;
        for (int cell = 0; cell * outcomes < counts.length; cell++) {
            for (int outcome = 0; outcome < outcomes; outcome++) {
                sums[target * width + outcome] += counts[cell * outcomes + outcome];
            }
            // Counts on: the last axis fastest.
            for (int i = sizes.length - 1; i >= 0; i--) {
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
