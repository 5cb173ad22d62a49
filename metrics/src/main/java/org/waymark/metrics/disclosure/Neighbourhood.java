package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * The cells near one cell that may move while everything else stands still. What moves here moves in the whole as well, so a
 * move found near by is a move; one that is not found may still be found farther away.
 */
final class Neighbourhood {
    private static final int NODES = 400;

    /** The price of hiding, told per unit of a move: divisible by what a move may be. */
    private static final long PRICE = 5_040;

    private final Problem problem;
    private final boolean[] hidden;
    private final Map<Integer, Integer> place = new LinkedHashMap<>();
    private final List<Integer> cells = new ArrayList<>();

    private Neighbourhood(Problem problem, boolean[] hidden) {
        this.problem = problem;
        this.hidden = hidden;
    }

    /**
     * The movable cells around a cell.
     *
     * @param hidden the units that are hidden
     * @param movable which cells may move
     * @param most how many cells at most
     * @param wide how many cells of one relation at most
     */
    static Neighbourhood of(Problem problem, boolean[] hidden, int cell, IntPredicate movable, int most, int wide) {
        Neighbourhood near = new Neighbourhood(problem, hidden);
        near.add(cell);
        Relations relations = problem.relations();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int next = 0; next < near.cells.size() && near.cells.size() < most; next++) {
            int from = near.cells.get(next);
            for (int d = 0; d < relations.degree(from); d++) {
                int r = relations.relation(from, d);
                if (!seen.add(r)) {
                    continue;
                }
                List<Integer> others = new ArrayList<>();
                for (int k = 0; k < relations.length(r); k++) {
                    int other = relations.cell(r, k);
                    if (movable.test(other) && !near.place.containsKey(other)) {
                        others.add(other);
                    }
                }
                if (others.size() > wide) {
                    others.sort(near.preference());
                    others = others.subList(0, wide);
                }
                others.forEach(near::add);
            }
        }
        return near;
    }

    /** Hidden ones first, then cheap ones, then in order: never by their numbers. */
    private Comparator<Integer> preference() {
        return Comparator.<Integer>comparingLong(
                        cell -> hidden[problem.unit(cell)] ? 0 : problem.cost(problem.unit(cell)))
                .thenComparing(Comparator.naturalOrder());
    }

    private void add(int cell) {
        if (place.putIfAbsent(cell, cells.size()) == null) {
            cells.add(cell);
        }
    }

    int size() {
        return cells.size();
    }

    /** The farthest move of a cell in a direction, up to an amount; empty if it cannot move. */
    Optional<Witness.Move> farthest(int cell, int direction, long amount) {
        return solve(cell, 0, direction, amount);
    }

    /** The cheapest move of a cell by just so much; empty if there is none. */
    Optional<Witness.Move> cheapest(int cell, int direction, long amount) {
        return solve(cell, amount, direction, amount);
    }

    private Optional<Witness.Move> solve(int target, long least, int direction, long most) {
        int[] minus = new int[cells.size()];
        int size = cells.size();
        for (int k = 0; k < cells.size(); k++) {
            minus[k] = hidden[problem.unit(cells.get(k))] || cells.get(k) == target ? -1 : size++;
        }
        Relations relations = problem.relations();
        int[] bound = cells.stream()
                .flatMapToInt(cell -> {
                    int[] of = new int[relations.degree(cell)];
                    Arrays.setAll(of, d -> relations.relation(cell, d));
                    return Arrays.stream(of);
                })
                .distinct()
                .sorted()
                .toArray();
        int slacks = (int) Arrays.stream(bound)
                .filter(r -> relations.sense(r) == Relations.Sense.AT_MOST)
                .count();
        long[] low = new long[size + slacks];
        long[] high = new long[size + slacks];
        int[] priced = new int[size];
        long[] prices = new long[size];
        int used = 0;
        for (int k = 0; k < cells.size(); k++) {
            int cell = cells.get(k);
            if (cell == target) {
                low[k] = direction > 0 ? least : -Math.min(most, problem.down(cell));
                high[k] = direction > 0 ? Math.min(most, problem.up(cell)) : -least;
            } else if (minus[k] < 0) {
                low[k] = -problem.down(cell);
                high[k] = problem.up(cell);
            } else {
                high[k] = problem.up(cell);
                high[minus[k]] = problem.down(cell);
                long price = problem.cost(problem.unit(cell)) * PRICE / Math.max(1, most);
                for (int variable : new int[] {k, minus[k]}) {
                    priced[used] = variable;
                    prices[used++] = -price;
                }
            }
        }
        Program program = new Program(low, high);
        int slack = size;
        for (int r : bound) {
            equation(program, r, minus, low, high, slack);
            slack += relations.sense(r) == Relations.Sense.AT_MOST ? 1 : 0;
        }
        try {
            Optional<Program.Best> best = least > 0
                    ? program.maximise(Arrays.copyOf(priced, used), Arrays.copyOf(prices, used), NODES)
                    : program.maximise(new int[] {place.getOrDefault(target, 0)}, new long[] {direction}, NODES);
            return best.map(found -> move(found.point(), minus));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private void equation(Program program, int r, int[] minus, long[] low, long[] high, int slack) {
        Relations relations = problem.relations();
        int length = relations.length(r);
        int[] variables = new int[2 * length + 1];
        long[] weights = new long[2 * length + 1];
        int used = 0;
        long now = 0;
        for (int k = 0; k < length; k++) {
            int cell = relations.cell(r, k);
            long weight = relations.weight(r, k);
            now = Math.addExact(now, Math.multiplyExact(weight, problem.value(cell)));
            Integer at = place.get(cell);
            if (at != null) {
                variables[used] = at;
                weights[used++] = weight;
                if (minus[at] >= 0) {
                    variables[used] = minus[at];
                    weights[used++] = -weight;
                }
            }
        }
        if (relations.sense(r) == Relations.Sense.AT_MOST) {
            low[slack] = Math.subtractExact(now, relations.right(r));
            high[slack] = Simplex.NONE;
            variables[used] = slack;
            weights[used++] = 1;
        }
        program.equation(Arrays.copyOf(variables, used), Arrays.copyOf(weights, used), 0);
    }

    private Witness.Move move(long[] point, int[] minus) {
        int[] moved = new int[cells.size()];
        long[] by = new long[cells.size()];
        int used = 0;
        for (int k = 0; k < cells.size(); k++) {
            long change = point[k] - (minus[k] < 0 ? 0 : point[minus[k]]);
            if (change != 0) {
                moved[used] = cells.get(k);
                by[used++] = change;
            }
        }
        return new Witness.Move(Arrays.copyOf(moved, used), Arrays.copyOf(by, used));
    }
}
