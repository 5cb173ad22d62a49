package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks of a pattern, which may be half a pattern, whether its cells can move far enough, and if not which inequality says so:
 * it holds for every safe pattern, and not for this one.
 */
final class Separation {
    /** A half-hidden unit is told in so many parts. */
    static final int PARTS = 1_000;

    private final Problem problem;
    private final int[] cells;
    private final int[] place;
    private final List<Integer> bound;
    private long work;

    Separation(Problem problem) {
        this.problem = problem;
        Relations relations = problem.relations();
        place = new int[relations.cells()];
        int used = 0;
        int[] all = new int[relations.cells()];
        for (int cell = 0; cell < place.length; cell++) {
            boolean movable = problem.choice(problem.unit(cell)) != Problem.Choice.PRINTED;
            place[cell] = movable ? used : -1;
            if (movable) {
                all[used++] = cell;
            }
        }
        cells = Arrays.copyOf(all, used);
        bound = new ArrayList<>();
        for (int r = 0; r < relations.size(); r++) {
            bound.add(r);
        }
    }

    /** How far a cell goes in a direction, in parts, and why no farther. */
    private static final class Reach {
        private final long far;
        private final long scale;
        private final long[] weights;
        private final long given;

        /** Weights by unit, and how far it goes whatever is hidden. */
        private Reach(long far, long scale, long[] weights, long given) {
            this.far = far;
            this.scale = scale;
            this.weights = weights;
            this.given = given;
        }
    }

    /** How much has been worked out, told by the size of what was looked at: no clock has a say. */
    long work() {
        return work;
    }

    /** The inequality that a pattern breaks for one need; empty if it breaks none. Hidden parts are told by unit. */
    Optional<Cut> broken(Need need, int[] parts) {
        long value = problem.value(need.cell());
        if (need.anywhere()) {
            Reach up = reach(need.cell(), 1, need.spread(), parts);
            Reach down = reach(need.cell(), -1, need.spread(), parts);
            long asked = Math.multiplyExact(need.spread() * PARTS, Math.multiplyExact(up.scale, down.scale));
            long far = Math.addExact(Math.multiplyExact(up.far, down.scale), Math.multiplyExact(down.far, up.scale));
            if (far >= asked) {
                return Optional.empty();
            }
            long[] both = new long[problem.units()];
            for (int u = 0; u < both.length; u++) {
                both[u] = Math.addExact(
                        Math.multiplyExact(up.weights[u], down.scale), Math.multiplyExact(down.weights[u], up.scale));
            }
            return cut(both, asked / PARTS - up.given * down.scale - down.given * up.scale);
        }
        for (int direction : new int[] {1, -1}) {
            long amount = direction > 0 ? need.up(value) : need.down(value);
            if (amount > 0) {
                Reach reach = reach(need.cell(), direction, amount, parts);
                if (reach.far < Math.multiplyExact(amount * PARTS, reach.scale)) {
                    return cut(reach.weights, Math.multiplyExact(amount, reach.scale) - reach.given);
                }
            }
        }
        return Optional.empty();
    }

    /** What is hidden anyway counts for its part. */
    private Optional<Cut> cut(long[] weights, long amount) {
        long left = amount;
        long[] free = weights.clone();
        for (int u = 0; u < free.length; u++) {
            if (problem.choice(u) == Problem.Choice.HIDDEN) {
                left = Math.subtractExact(left, free[u]);
                free[u] = 0;
            }
        }
        return left > 0 ? Optional.of(new Cut(free, left)) : Optional.empty();
    }

    private Reach reach(int target, int direction, long amount, int[] parts) {
        Relations relations = problem.relations();
        work = Math.addExact(work, Math.multiplyExact((long) cells.length, bound.size()));
        int slacks = (int) bound.stream()
                .filter(r -> relations.sense(r) == Relations.Sense.AT_MOST)
                .count();
        int size = 2 * cells.length;
        long[] high = new long[size + slacks];
        for (int k = 0; k < cells.length; k++) {
            long share = parts[problem.unit(cells[k])];
            boolean own = cells[k] == target;
            high[k] = own && direction < 0 ? 0 : limit(cells[k], 1, amount) * share;
            high[cells.length + k] = own && direction > 0 ? 0 : limit(cells[k], -1, amount) * share;
            if (own) {
                high[direction > 0 ? k : cells.length + k] = Math.min(limit(target, direction, amount), amount) * PARTS;
            }
        }
        Program program = new Program(new long[high.length], high);
        int slack = size;
        for (int r : bound) {
            slack = equation(program, r, high, slack);
        }
        Simplex simplex = program.simplex(new long[high.length], high);
        int variable = direction > 0 ? place[target] : cells.length + place[target];
        if (!simplex.start() || !simplex.maximise(new int[] {variable}, new long[] {1})) {
            throw new IllegalStateException("standing still is always possible");
        }
        long[] weights = new long[problem.units()];
        long given = simplex.numerator(variable);
        for (int k = 0; k < size; k++) {
            given = Math.addExact(
                    given, Math.multiplyExact(simplex.price(k), simplex.numerator(k) / simplex.denominator()));
        }
        for (int k = 0; k < cells.length; k++) {
            if (cells[k] != target) {
                long up = Math.max(0, -simplex.price(k));
                long down = Math.max(0, -simplex.price(cells.length + k));
                long weight = Math.addExact(
                        Math.multiplyExact(up, limit(cells[k], 1, amount)),
                        Math.multiplyExact(down, limit(cells[k], -1, amount)));
                int u = problem.unit(cells[k]);
                weights[u] = Math.addExact(weights[u], weight);
            }
        }
        return new Reach(
                simplex.numerator(variable),
                simplex.denominator(),
                weights,
                Math.negateExact(Math.floorDiv(-given, (long) PARTS)));
    }

    /** In tables no cell needs to move farther than the one that is to be moved; in other systems a little. */
    private long limit(int cell, int direction, long amount) {
        long room = direction > 0 ? problem.up(cell) : problem.down(cell);
        return Math.min(room, 64 * amount);
    }

    private int equation(Program program, int r, long[] high, int slack) {
        Relations relations = problem.relations();
        int[] variables = new int[2 * relations.length(r) + 1];
        long[] weights = new long[variables.length];
        int used = 0;
        long now = 0;
        for (int k = 0; k < relations.length(r); k++) {
            int at = place[relations.cell(r, k)];
            now += relations.weight(r, k) * problem.value(relations.cell(r, k));
            if (at >= 0) {
                variables[used] = at;
                weights[used++] = relations.weight(r, k);
                variables[used] = cells.length + at;
                weights[used++] = -relations.weight(r, k);
            }
        }
        boolean equal = relations.sense(r) == Relations.Sense.EQUAL;
        if (!equal) {
            high[slack] = Simplex.NONE;
            variables[used] = slack;
            weights[used++] = 1;
        }
        program.equation(
                Arrays.copyOf(variables, used),
                Arrays.copyOf(weights, used),
                equal ? 0 : PARTS * Math.max(0, relations.right(r) - now));
        return equal ? slack : slack + 1;
    }
}
