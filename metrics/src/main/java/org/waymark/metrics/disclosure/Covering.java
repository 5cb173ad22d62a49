package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * What hiding must cost at least, given cuts and what has been decided: a linear program in ordinary numbers gives the hint,
 * and the bound is worked out of it in whole numbers, so that a wrong hint makes it weak and never wrong.
 */
final class Covering {
    private static final long GRID = 1 << 12;
    private static final double SMALL = 1e-9;

    private final int[] free;
    private final long[] costs;
    private final List<Cut> cuts;
    private final long[] amounts;
    private final double[] parts;
    private long bound;

    /** The bound over free units; amounts are what each cut still asks after what is decided to be hidden. */
    Covering(int[] free, long[] costs, List<Cut> cuts, long[] amounts) {
        this.free = free;
        this.costs = costs;
        this.cuts = cuts;
        this.amounts = amounts;
        parts = new double[free.length];
        solve();
    }

    /** The least cost, rounded up. */
    long bound() {
        return bound;
    }

    /** How far each free unit is hidden at the least cost, from 0 to 1. */
    double part(int place) {
        return parts[place];
    }

    /** The dual: one row per free unit, one column per cut, one per unit that is hidden whole, then the slack. */
    private void solve() {
        int m = free.length;
        int n = cuts.size() + m;
        double[][] t = new double[m + 1][n + m + 1];
        int[] basic = new int[m];
        for (int j = 0; j < m; j++) {
            for (int c = 0; c < cuts.size(); c++) {
                t[j][c] = amounts[c] > 0 ? Math.min(amounts[c], cuts.get(c).weight(free[j])) : 0;
            }
            t[j][cuts.size() + j] = -1;
            t[j][n + j] = 1;
            t[j][n + m] = costs[free[j]];
            basic[j] = n + j;
        }
        for (int c = 0; c < cuts.size(); c++) {
            t[m][c] = -Math.max(0, amounts[c]);
        }
        Arrays.fill(t[m], cuts.size(), n, 1);
        for (int step = 0; step < 50 * (m + 1); step++) {
            int q = entering(t[m], n + m, step > 20 * m);
            if (q < 0) {
                break;
            }
            int r = leaving(t, basic, q);
            if (r < 0) {
                break;
            }
            pivot(t, r, q);
            basic[r] = q;
        }
        for (int j = 0; j < m; j++) {
            parts[j] = Math.max(0, Math.min(1, t[m][n + j]));
        }
        long[] u = new long[cuts.size()];
        for (int j = 0; j < m; j++) {
            if (basic[j] < cuts.size()) {
                u[basic[j]] = (long) Math.max(0, t[j][n + m] * GRID + SMALL);
            }
        }
        bound = certain(u);
    }

    /** The bound that these weights of the cuts prove, in whole numbers. */
    private long certain(long[] u) {
        long sum = 0;
        for (int c = 0; c < u.length; c++) {
            sum = Math.addExact(sum, Math.multiplyExact(u[c], Math.max(0, amounts[c])));
        }
        for (int unit : free) {
            long taken = 0;
            for (int c = 0; c < u.length; c++) {
                if (u[c] > 0) {
                    taken = Math.addExact(
                            taken,
                            Math.multiplyExact(
                                    u[c], Math.min(amounts[c], cuts.get(c).weight(unit))));
                }
            }
            sum = Math.subtractExact(sum, Math.max(0, taken - Math.multiplyExact(GRID, costs[unit])));
        }
        return Math.max(0, -Math.floorDiv(-sum, GRID));
    }

    private static int entering(double[] goal, int columns, boolean first) {
        int best = -1;
        for (int j = 0; j < columns; j++) {
            if (goal[j] < -SMALL && (best < 0 || (!first && goal[j] < goal[best]))) {
                best = j;
            }
        }
        return best;
    }

    private static int leaving(double[][] t, int[] basic, int q) {
        int best = -1;
        int last = t[0].length - 1;
        for (int i = 0; i < basic.length; i++) {
            if (t[i][q] > SMALL) {
                double ratio = best < 0 ? 0 : t[i][last] * t[best][q] - t[best][last] * t[i][q];
                if (best < 0 || ratio < -SMALL || (ratio <= SMALL && basic[i] < basic[best])) {
                    best = i;
                }
            }
        }
        return best;
    }

    private static void pivot(double[][] t, int r, int q) {
        double by = t[r][q];
        for (int j = 0; j < t[r].length; j++) {
            t[r][j] /= by;
        }
        for (int i = 0; i < t.length; i++) {
            double factor = t[i][q];
            if (i != r && factor != 0) {
                for (int j = 0; j < t[i].length; j++) {
                    t[i][j] -= factor * t[r][j];
                }
            }
        }
    }
}
