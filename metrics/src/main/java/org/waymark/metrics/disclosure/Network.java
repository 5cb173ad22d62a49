package org.waymark.metrics.disclosure;

import java.util.Arrays;

/**
 * The system as moves see it: cells that are always equal are one variable; sums that follow their parts and relations that
 * follow from others are left out. Places in places by groups make a network then: each variable stands in two relations, as a
 * road between two crossings.
 */
final class Network {
    private final Problem problem;
    private final int[] variable;
    private final Lists cells;
    private final int[] rowStart;
    private final int[] rowVariables;
    private final long[] rowWeights;
    private final int[] rowOf;
    private final Lists places;
    private final boolean[] equation;
    private final long[] over;
    private final boolean[] fixed;
    private final long[] down;
    private final long[] up;
    private final Lists sums;
    private final int[] sumOf;

    Network(Problem problem) {
        this.problem = problem;
        Relations relations = problem.relations();
        variable = numbered();
        int count = Arrays.stream(variable).max().orElse(-1) + 1;
        cells = Lists.byKey(variable, count);
        int rows = 0;
        int terms = 0;
        for (int r = 0; r < relations.size(); r++) {
            rows += stands(r) ? 1 : 0;
            terms += stands(r) ? relations.length(r) : 0;
        }
        rowStart = new int[rows + 1];
        equation = new boolean[rows];
        over = new long[rows];
        int[] in = new int[terms];
        long[] with = new long[terms];
        int[] seenIn = new int[count];
        int[] seenAt = new int[count];
        int row = 0;
        int used = 0;
        for (int r = 0; r < relations.size(); r++) {
            if (!stands(r)) {
                continue;
            }
            long sum = 0;
            for (int k = 0; k < relations.length(r); k++) {
                int v = variable[relations.cell(r, k)];
                sum = Math.addExact(
                        sum, Math.multiplyExact(relations.weight(r, k), problem.value(relations.cell(r, k))));
                if (seenIn[v] != row + 1) {
                    seenIn[v] = row + 1;
                    seenAt[v] = used;
                    in[used++] = v;
                }
                with[seenAt[v]] += relations.weight(r, k);
            }
            equation[row] = relations.sense(r) == Relations.Sense.EQUAL;
            over[row] = equation[row] ? 0 : Math.subtractExact(sum, relations.right(r));
            rowStart[++row] = used;
        }
        rowVariables = Arrays.copyOf(in, used);
        rowWeights = Arrays.copyOf(with, used);
        rowOf = new int[used];
        int[] keys = rowVariables.clone();
        for (int k = 0; k < rows; k++) {
            for (int i = rowStart[k]; i < rowStart[k + 1]; i++) {
                rowOf[i] = k;
                keys[i] = rowWeights[i] == 0 ? -1 : keys[i];
            }
        }
        places = Lists.byKey(keys, count);
        fixed = new boolean[count];
        down = new long[count];
        up = new long[count];
        Arrays.fill(down, Long.MAX_VALUE);
        Arrays.fill(up, Simplex.NONE);
        for (int cell = 0; cell < variable.length; cell++) {
            int v = variable[cell];
            if (v >= 0) {
                fixed[v] |= problem.choice(problem.unit(cell)) == Problem.Choice.PRINTED;
                down[v] = Math.min(down[v], problem.down(cell));
                up[v] = Math.min(up[v], problem.up(cell));
            }
        }
        int[] parts = new int[relations.cells()];
        int[] sum = new int[parts.length];
        int pairs = 0;
        for (int cell = 0; cell < variable.length; cell++) {
            for (int d = 0; variable[cell] >= 0 && d < relations.degree(cell); d++) {
                int follower = problem.follower(relations.relation(cell, d));
                if (follower >= 0) {
                    if (pairs == parts.length) {
                        parts = Arrays.copyOf(parts, 2 * pairs);
                        sum = Arrays.copyOf(sum, 2 * pairs);
                    }
                    parts[pairs] = variable[cell];
                    sum[pairs++] = follower;
                }
            }
        }
        sums = Lists.byKey(Arrays.copyOf(parts, pairs), count);
        sumOf = Arrays.copyOf(sum, pairs);
    }

    private int[] numbered() {
        Relations relations = problem.relations();
        int[] parent = new int[relations.cells()];
        Arrays.setAll(parent, cell -> cell);
        for (int r = 0; r < relations.size(); r++) {
            if (pair(r)) {
                parent[root(parent, relations.cell(r, 0))] = root(parent, relations.cell(r, 1));
            }
        }
        int[] number = new int[parent.length];
        int[] of = new int[parent.length];
        int used = 0;
        for (int cell = 0; cell < parent.length; cell++) {
            if (problem.follows(cell)) {
                of[cell] = -1;
                continue;
            }
            int root = root(parent, cell);
            if (number[root] == 0) {
                number[root] = ++used;
            }
            of[cell] = number[root] - 1;
        }
        return of;
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Whether a relation says nothing but that two cells are equal. */
    private boolean pair(int r) {
        Relations relations = problem.relations();
        return problem.follower(r) < 0
                && relations.length(r) == 2
                && relations.sense(r) == Relations.Sense.EQUAL
                && relations.right(r) == 0
                && relations.weight(r, 0) == -relations.weight(r, 1);
    }

    private boolean stands(int r) {
        return problem.follower(r) < 0 && !problem.relations().implied(r) && !pair(r);
    }

    int variables() {
        return fixed.length;
    }

    int rows() {
        return equation.length;
    }

    /** The variable of a cell; -1 of a sum that follows its parts. */
    int variable(int cell) {
        return variable[cell];
    }

    /** The cells of each variable, all of the same number. */
    Lists cells() {
        return cells;
    }

    /** Where the terms of a row begin; they end where those of the next begin. */
    int begin(int row) {
        return rowStart[row];
    }

    /** The terms in which each variable stands. */
    Lists terms() {
        return places;
    }

    int variableAt(int term) {
        return rowVariables[term];
    }

    long weightAt(int term) {
        return rowWeights[term];
    }

    int rowAt(int term) {
        return rowOf[term];
    }

    /** Whether a row must hold as an equation, not only as a limit. */
    boolean equation(int row) {
        return equation[row];
    }

    /** By how much the true numbers go over a limit: 0 or less. */
    long over(int row) {
        return over[row];
    }

    /** How far a variable can go down, whatever else moves. */
    long down(int of) {
        return down[of];
    }

    /** How far a variable can go up; without limit it is {@link Simplex#NONE}. */
    long up(int of) {
        return up[of];
    }

    /** The sums that follow a variable, by their places. */
    Lists sums() {
        return sums;
    }

    /** The cell of a sum. */
    int sumAt(int place) {
        return sumOf[place];
    }

    /** Whether one of the variable's cells must be printed. */
    boolean fixed(int of) {
        return fixed[of];
    }
}
