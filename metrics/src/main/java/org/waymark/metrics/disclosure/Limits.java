package org.waymark.metrics.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;

/** What each cell can at least and at most be, drawn closer relation by relation until nothing changes. */
final class Limits {
    /** No upper limit. */
    static final long NONE = Simplex.NONE;

    /** A relation is looked at again so often at most: what is left is for the exact search. */
    private static final int ROUNDS = 40;

    private final Relations relations;
    private final long[] low;
    private final long[] high;
    private boolean possible = true;

    Limits(Relations relations, long[] low, long[] high) {
        this.relations = relations;
        this.low = low.clone();
        this.high = high.clone();
        draw();
    }

    long low(int cell) {
        return low[cell];
    }

    long high(int cell) {
        return high[cell];
    }

    boolean fixed(int cell) {
        return low[cell] == high[cell];
    }

    /** Whether the relations do not contradict what is known. */
    boolean possible() {
        return possible;
    }

    private void draw() {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        boolean[] inside = new boolean[relations.size()];
        int[] rounds = new int[relations.size()];
        for (int r = 0; r < relations.size(); r++) {
            waiting.add(r);
        }
        Arrays.fill(inside, true);
        while (!waiting.isEmpty() && possible) {
            int r = waiting.remove();
            inside[r] = false;
            rounds[r]++;
            for (int k = 0; k < relations.length(r); k++) {
                if (!draw(r, k)) {
                    continue;
                }
                int cell = relations.cell(r, k);
                for (int d = 0; d < relations.degree(cell); d++) {
                    int other = relations.relation(cell, d);
                    if (!inside[other] && rounds[other] < ROUNDS) {
                        inside[other] = true;
                        waiting.add(other);
                    }
                }
            }
        }
    }

    /** Draws the limits of one cell of a relation from those of the others; true if they changed. */
    private boolean draw(int relation, int place) {
        long least = 0;
        long most = 0;
        boolean noLeast = false;
        boolean noMost = relations.sense(relation) != Relations.Sense.EQUAL;
        for (int k = 0; k < relations.length(relation); k++) {
            if (k == place) {
                continue;
            }
            int other = relations.cell(relation, k);
            long by = relations.weight(relation, k);
            long smallest = by > 0 ? low[other] : high[other];
            long largest = by > 0 ? high[other] : low[other];
            noLeast |= smallest == NONE;
            noMost |= largest == NONE;
            least = noLeast ? 0 : Math.addExact(least, Math.multiplyExact(by, smallest));
            most = noMost ? 0 : Math.addExact(most, Math.multiplyExact(by, largest));
        }
        int cell = relations.cell(relation, place);
        long weight = relations.weight(relation, place);
        boolean lowered = !noLeast && atMost(cell, weight, relations.right(relation) - least);
        boolean raised = !noMost && atMost(cell, -weight, most - relations.right(relation));
        return lowered || raised;
    }

    /** The weight times the cell is at most so much. */
    private boolean atMost(int cell, long weight, long most) {
        if (weight > 0) {
            long limit = Math.floorDiv(most, weight);
            if (high[cell] == NONE || limit < high[cell]) {
                high[cell] = limit;
                possible &= high[cell] >= low[cell];
                return true;
            }
        } else {
            long limit = Math.negateExact(Math.floorDiv(most, -weight));
            if (limit > low[cell]) {
                low[cell] = limit;
                possible &= high[cell] == NONE || high[cell] >= low[cell];
                return true;
            }
        }
        return false;
    }
}
