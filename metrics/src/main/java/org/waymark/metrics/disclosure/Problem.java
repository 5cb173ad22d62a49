package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * What is to be protected: cells with their true numbers, what is hidden together, what hiding costs, and what must stay
 * possible.
 */
final class Problem {
    /** Whether something must be hidden, must be printed, or may be either. */
    enum Choice {
        /** It may be hidden. */
        FREE,
        /** It is hidden. */
        HIDDEN,
        /** It is printed. */
        PRINTED
    }

    private final Relations relations;
    private final long[] values;
    private final long[] low;
    private final long[] high;
    private final int[] unit;
    private final int[][] cellsOf;
    private final Choice[] choices;
    private final long[] costs;
    private final List<Need> needs;
    private final int[] follower;
    private final boolean[] follows;

    /** Cells, their numbers and limits, the unit with which each is hidden, and of each unit its choice and cost. */
    Problem(
            Relations relations,
            long[] values,
            long[] low,
            long[] high,
            int[] unit,
            Choice[] choices,
            long[] costs,
            List<Need> needs) {
        this.relations = relations;
        this.values = values;
        this.low = low;
        this.high = high;
        this.unit = unit;
        this.choices = choices;
        this.costs = costs;
        this.needs = List.copyOf(needs);
        follower = new int[relations.size()];
        follows = new boolean[values.length];
        Arrays.fill(follower, -1);
        for (int r = 0; r < follower.length; r++) {
            findFollower(r);
        }
        int[] sizes = new int[choices.length];
        for (int u : unit) {
            sizes[u]++;
        }
        cellsOf = new int[choices.length][];
        for (int u = 0; u < sizes.length; u++) {
            cellsOf[u] = new int[sizes[u]];
        }
        for (int cell = unit.length - 1; cell >= 0; cell--) {
            cellsOf[unit[cell]][--sizes[unit[cell]]] = cell;
        }
    }

    /**
     * A sum that stands in no other relation and is hidden with all of its parts follows them: it needs no equation while a
     * move is looked for.
     */
    private void findFollower(int r) {
        int last = relations.length(r) - 1;
        int sum = last < 0 ? -1 : relations.cell(r, last);
        boolean plain = last > 0
                && relations.sense(r) == Relations.Sense.EQUAL
                && relations.weight(r, last) == -1
                && relations.degree(sum) == 1;
        for (int k = 0; plain && k < last; k++) {
            plain = unit[relations.cell(r, k)] == unit[sum] && relations.weight(r, k) == 1;
        }
        if (plain) {
            follower[r] = sum;
            follows[sum] = true;
        }
    }

    /** The sum that follows the other cells of a relation; -1 if none does. */
    int follower(int relation) {
        return follower[relation];
    }

    /** Whether a cell is a sum that follows its parts. */
    boolean follows(int cell) {
        return follows[cell];
    }

    /** What a cell that follows is the sum of; of another cell, itself. */
    int[] parts(int cell) {
        if (!follows[cell]) {
            return new int[] {cell};
        }
        int relation = relations.relation(cell, 0);
        int[] parts = new int[relations.length(relation) - 1];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = relations.cell(relation, k);
        }
        return parts;
    }

    Relations relations() {
        return relations;
    }

    long value(int cell) {
        return values[cell];
    }

    long[] values() {
        return values.clone();
    }

    /** How far a hidden cell can go up. */
    long up(int cell) {
        return high[cell] == Simplex.NONE ? Simplex.NONE : high[cell] - values[cell];
    }

    /** How far a hidden cell can go down. */
    long down(int cell) {
        return values[cell] - low[cell];
    }

    long low(int cell) {
        return low[cell];
    }

    long high(int cell) {
        return high[cell];
    }

    int unit(int cell) {
        return unit[cell];
    }

    int[] cellsOf(int of) {
        return cellsOf[of];
    }

    int units() {
        return choices.length;
    }

    Choice choice(int of) {
        return choices[of];
    }

    long cost(int of) {
        return costs[of];
    }

    List<Need> needs() {
        return needs;
    }

    /** What is hidden whatever is chosen. */
    boolean[] hiddenAnyway() {
        boolean[] hidden = new boolean[choices.length];
        for (int u = 0; u < hidden.length; u++) {
            hidden[u] = choices[u] == Choice.HIDDEN;
        }
        return hidden;
    }

    /** What hiding costs beyond what is hidden anyway. */
    long cost(boolean[] hidden) {
        long sum = 0;
        for (int u = 0; u < hidden.length; u++) {
            sum += hidden[u] && choices[u] == Choice.FREE ? costs[u] : 0;
        }
        return sum;
    }
}
