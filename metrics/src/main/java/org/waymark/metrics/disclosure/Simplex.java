package org.waymark.metrics.disclosure;

import java.util.Arrays;

/**
 * A linear program in exact whole-number arithmetic: every number of the tableau is a whole number over one common
 * denominator, so nothing is ever rounded.
 *
 * <p>Variables lie between a finite lower and an upper limit, which may be {@link #NONE}. Numbers that outgrow a long throw
 * {@link ArithmeticException}: the program is then undecided, never wrong.
 */
final class Simplex {
    /** No upper limit. */
    static final long NONE = Long.MAX_VALUE;

    private final int variables;
    private final long[][] rows;
    private final int[] basic;
    private final int[] rowOf;
    private final long[] low;
    private final long[] range;
    private final boolean[] flipped;
    private final long[] goal;
    private int used;
    private long scale = 1;

    /**
     * The program of rows that are each an equation: the weights of the variables, then the right side. They are taken over,
     * not copied.
     */
    Simplex(long[][] equations, long[] low, long[] high) {
        variables = low.length;
        rows = equations;
        used = equations.length;
        basic = new int[used];
        rowOf = new int[variables];
        Arrays.fill(basic, -1);
        Arrays.fill(rowOf, -1);
        this.low = low.clone();
        range = new long[variables];
        flipped = new boolean[variables];
        goal = new long[variables + 1];
        for (int j = 0; j < variables; j++) {
            range[j] = high[j] == NONE ? NONE : Math.subtractExact(high[j], low[j]);
        }
        for (long[] row : rows) {
            for (int j = 0; j < variables; j++) {
                if (row[j] != 0 && low[j] != 0) {
                    row[variables] = Math.subtractExact(row[variables], Math.multiplyExact(row[j], low[j]));
                }
            }
        }
    }

    /** Finds a point that keeps every equation and limit; false if there is none. */
    boolean start() {
        for (int j = 0; j < variables; j++) {
            if (range[j] < 0) {
                return false;
            }
        }
        for (int r = 0; r < used; ) {
            int column = pivotColumn(rows[r]);
            if (column >= 0) {
                pivot(r++, column);
            } else if (rows[r][variables] != 0) {
                return false;
            } else {
                rows[r] = rows[--used];
            }
        }
        return restore();
    }

    private int pivotColumn(long[] row) {
        int best = -1;
        for (int j = 0; j < variables; j++) {
            if (row[j] != 0
                    && rowOf[j] < 0
                    && (best < 0
                            || Math.abs(row[j]) < Math.abs(row[best])
                            || (Math.abs(row[j]) == Math.abs(row[best]) && range[j] > range[best]))) {
                best = j;
            }
        }
        return best;
    }

    /** Brings every basic variable between its limits, the lowest first, so that it comes to an end. */
    private boolean restore() {
        while (true) {
            int r = -1;
            for (int i = 0; i < used; i++) {
                if (outside(i) && (r < 0 || basic[i] < basic[r])) {
                    r = i;
                }
            }
            if (r < 0) {
                return true;
            }
            if (rows[r][variables] > 0) {
                flipRow(r);
            }
            int entering = -1;
            for (int j = 0; j < variables && entering < 0; j++) {
                if (rowOf[j] < 0 && rows[r][j] < 0 && range[j] > 0) {
                    entering = j;
                }
            }
            if (entering < 0) {
                return false;
            }
            pivot(r, entering);
        }
    }

    private boolean outside(int r) {
        long at = rows[r][variables];
        long most = range[basic[r]];
        return at < 0 || (most != NONE && at > Math.multiplyExact(most, scale));
    }

    /** Goes to where a sum of variables is largest; false if nothing limits it. */
    boolean maximise(int[] of, long[] weights) {
        Arrays.fill(goal, 0);
        for (int k = 0; k < of.length; k++) {
            long sign = flipped[of[k]] ? -weights[k] : weights[k];
            int r = rowOf[of[k]];
            if (r < 0) {
                goal[of[k]] = Math.subtractExact(goal[of[k]], Math.multiplyExact(scale, sign));
            } else {
                for (int j = 0; j < variables; j++) {
                    if (rowOf[j] < 0 && rows[r][j] != 0) {
                        goal[j] = Math.addExact(goal[j], Math.multiplyExact(sign, rows[r][j]));
                    }
                }
            }
        }
        int still = 0;
        while (true) {
            int entering = entering(still > 20);
            if (entering < 0) {
                return true;
            }
            int moved = enter(entering);
            if (moved < 0) {
                return false;
            }
            still = moved > 0 ? 0 : still + 1;
        }
    }

    private int entering(boolean first) {
        int best = -1;
        for (int j = 0; j < variables; j++) {
            if (goal[j] < 0 && rowOf[j] < 0 && range[j] > 0 && (best < 0 || goal[j] < goal[best])) {
                best = j;
                if (first) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Raises a variable as far as it goes: 1 if something moved, 0 if nothing did, -1 if nothing stops it. */
    private int enter(int q) {
        long least = range[q];
        long by = 1;
        int leaving = -1;
        boolean atTop = false;
        for (int i = 0; i < used; i++) {
            long weight = rows[i][q];
            if (weight == 0 || (weight < 0 && range[basic[i]] == NONE)) {
                continue;
            }
            long room = weight > 0
                    ? rows[i][variables]
                    : Math.subtractExact(Math.multiplyExact(range[basic[i]], scale), rows[i][variables]);
            long divisor = Math.abs(weight);
            int comparison = least == NONE ? -1 : compare(room, divisor, least, by);
            if (comparison < 0 || (comparison == 0 && leaving >= 0 && basic[i] < basic[leaving])) {
                least = room;
                by = divisor;
                leaving = i;
                atTop = weight < 0;
            }
        }
        if (least == NONE) {
            return -1;
        }
        if (leaving < 0) {
            flipColumn(q);
            return 1;
        }
        if (atTop) {
            flipRow(leaving);
        }
        pivot(leaving, q);
        return least > 0 ? 1 : 0;
    }

    private static int compare(long a, long b, long c, long d) {
        return Long.compare(Math.multiplyExact(a, d), Math.multiplyExact(c, b));
    }

    /** Measures a variable at its lower limit from the upper one. */
    private void flipColumn(int j) {
        for (int i = 0; i < used; i++) {
            if (rows[i][j] != 0) {
                rows[i][variables] = Math.subtractExact(rows[i][variables], Math.multiplyExact(rows[i][j], range[j]));
                rows[i][j] = -rows[i][j];
            }
        }
        goal[j] = -goal[j];
        flipped[j] = !flipped[j];
    }

    /** Measures a basic variable from its other limit. */
    private void flipRow(int r) {
        int own = basic[r];
        if (range[own] == NONE) {
            throw new IllegalStateException("a variable without an upper limit is not measured from it");
        }
        long[] row = rows[r];
        for (int j = 0; j < variables; j++) {
            row[j] = j == own ? row[j] : -row[j];
        }
        row[variables] = Math.subtractExact(Math.multiplyExact(range[own], scale), row[variables]);
        flipped[own] = !flipped[own];
    }

    private void pivot(int r, int q) {
        long[] at = rows[r];
        if (at[q] < 0) {
            for (int j = 0; j <= variables; j++) {
                at[j] = -at[j];
            }
        }
        long by = at[q];
        for (int i = 0; i < used; i++) {
            if (i != r) {
                eliminate(rows[i], at, q, by);
            }
        }
        eliminate(goal, at, q, by);
        scale = by;
        if (basic[r] >= 0) {
            rowOf[basic[r]] = -1;
        }
        basic[r] = q;
        rowOf[q] = r;
    }

    private void eliminate(long[] row, long[] at, int q, long by) {
        long factor = row[q];
        if (factor == 0 && by == scale) {
            return;
        }
        for (int j = 0; j <= variables; j++) {
            long here = row[j];
            if (here != 0 || (factor != 0 && at[j] != 0)) {
                row[j] = Math.subtractExact(Math.multiplyExact(here, by), Math.multiplyExact(factor, at[j])) / scale;
            }
        }
    }

    /** The common denominator of what follows. */
    long denominator() {
        return scale;
    }

    /** A variable's value, times the denominator. */
    long numerator(int variable) {
        long from = rowOf[variable] < 0 ? 0 : rows[rowOf[variable]][variables];
        long base = flipped[variable] ? Math.addExact(low[variable], range[variable]) : low[variable];
        long scaled = Math.multiplyExact(base, scale);
        return flipped[variable] ? Math.subtractExact(scaled, from) : Math.addExact(scaled, from);
    }

    /**
     * What one more of a variable takes from the goal, times the denominator: the weights of the inequality that proves
     * that nothing better can be had. Positive where more would lower the goal's limit.
     */
    long price(int variable) {
        return rowOf[variable] >= 0 ? 0 : flipped[variable] ? -goal[variable] : goal[variable];
    }

    /** The first variable whose value is no whole number; -1 if all are whole. */
    int fraction() {
        int first = -1;
        for (int i = 0; i < used; i++) {
            if (rows[i][variables] % scale != 0 && (first < 0 || basic[i] < first)) {
                first = basic[i];
            }
        }
        return first;
    }
}
