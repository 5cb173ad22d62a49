package org.waymark.metrics.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The cells near one cell that may move while everything else stands still. What moves here moves in the whole as well, so a
 * move found near by is a move; one that is not found may still be found farther away.
 */
final class Neighbourhood {
    private static final int NODES = 400;

    /** A relation of so few cells is always taken in whole. */
    private static final int NARROW = 14;

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
     * The movable cells around a cell; around its parts, if it is a sum that follows them.
     *
     * @param hidden the units that are hidden
     * @param movable which cells may move
     * @param most how many cells at most
     * @param wide how many cells of one relation at most
     */
    static Neighbourhood of(Problem problem, boolean[] hidden, int cell, IntPredicate movable, int most, int wide) {
        Neighbourhood near = new Neighbourhood(problem, hidden);
        for (int part : problem.parts(cell)) {
            near.add(part);
        }
        Relations relations = problem.relations();
        Set<Integer> seen = new HashSet<>();
        for (int next = 0; next < near.cells.size() && near.cells.size() < most; next++) {
            int from = near.cells.get(next);
            List<Integer> fresh = new ArrayList<>();
            for (int d = 0; d < relations.degree(from); d++) {
                int r = relations.relation(from, d);
                if (problem.follower(r) < 0 && seen.add(r)) {
                    fresh.add(r);
                }
            }
            for (int r : fresh) {
                near.grow(r, seen, movable, wide);
            }
        }
        near.peel();
        return near;
    }

    /** Takes in cells of a relation: of a wide one those that stand in most of the relations seen so far. */
    private void grow(int r, Set<Integer> seen, IntPredicate movable, int wide) {
        Relations relations = problem.relations();
        List<Integer> others = new ArrayList<>();
        for (int k = 0; k < relations.length(r); k++) {
            int other = relations.cell(r, k);
            if (!problem.follows(other) && !place.containsKey(other) && movable.test(other)) {
                others.add(other);
            }
        }
        if (others.size() <= Math.max(NARROW, wide)) {
            others.forEach(this::add);
            return;
        }
        record Candidate(int cell, int shared, long cost) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int other : others) {
            int shared = 0;
            for (int d = 0; d < relations.degree(other); d++) {
                shared += seen.contains(relations.relation(other, d)) ? 1 : 0;
            }
            int u = problem.unit(other);
            candidates.add(new Candidate(other, shared, hidden[u] ? 0 : problem.cost(u)));
        }
        candidates.sort(Comparator.comparingInt(Candidate::shared)
                .reversed()
                .thenComparingLong(Candidate::cost)
                .thenComparingInt(Candidate::cell));
        candidates.subList(0, wide).forEach(candidate -> add(candidate.cell()));
    }

    /** Leaves out cells that cannot move because they are alone in an equation, until none is. */
    private void peel() {
        Relations relations = problem.relations();
        Map<Integer, Integer> inside = new HashMap<>();
        for (int cell : cells) {
            for (int d = 0; d < relations.degree(cell); d++) {
                inside.merge(relations.relation(cell, d), 1, Integer::sum);
            }
        }
        ArrayDeque<Integer> lonely = new ArrayDeque<>(cells);
        Set<Integer> gone = new HashSet<>();
        while (!lonely.isEmpty()) {
            int cell = lonely.remove();
            if (gone.contains(cell) || !stuck(cell, inside)) {
                continue;
            }
            gone.add(cell);
            for (int d = 0; d < relations.degree(cell); d++) {
                int r = relations.relation(cell, d);
                if (inside.merge(r, -1, Integer::sum) == 1 && binding(r)) {
                    for (int k = 0; k < relations.length(r); k++) {
                        int other = relations.cell(r, k);
                        if (place.containsKey(other) && !gone.contains(other)) {
                            lonely.add(other);
                        }
                    }
                }
            }
        }
        List<Integer> left = cells.stream().filter(cell -> !gone.contains(cell)).toList();
        cells.clear();
        place.clear();
        left.forEach(this::add);
    }

    private boolean stuck(int cell, Map<Integer, Integer> inside) {
        Relations relations = problem.relations();
        for (int d = 0; d < relations.degree(cell); d++) {
            int r = relations.relation(cell, d);
            if (binding(r) && inside.getOrDefault(r, 0) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell that is alone in a relation cannot move. */
    private boolean binding(int r) {
        return problem.relations().sense(r) == Relations.Sense.EQUAL && problem.follower(r) < 0;
    }

    /** Whether a cell is among those that may be able to move. */
    boolean holds(int cell) {
        return Arrays.stream(problem.parts(cell)).anyMatch(place::containsKey);
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

    /** Sums that only follow are left out of the program at first; where one cannot follow what is found they stand in it. */
    private Optional<Witness.Move> solve(int target, long least, int direction, long most) {
        boolean sum = problem.follows(target);
        Optional<Witness.Move> found = solve(target, least, direction, most, new int[0]);
        int[] limited = found.isEmpty() ? limitedSums(sum ? target : -1) : new int[0];
        return limited.length == 0 ? found : solve(target, least, direction, most, limited);
    }

    private Optional<Witness.Move> solve(int target, long least, int direction, long most, int[] limited) {
        boolean sum = problem.follows(target);
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
                .filter(r -> problem.follower(r) < 0)
                .distinct()
                .sorted()
                .toArray();
        int slacks = (int) Arrays.stream(bound)
                .filter(r -> relations.sense(r) == Relations.Sense.AT_MOST)
                .count();
        int sums = size + slacks + (sum ? 1 : 0);
        long[] low = new long[sums + limited.length];
        long[] high = new long[low.length];
        if (sum) {
            low[size + slacks] = direction > 0 ? least : -Math.min(most, problem.down(target));
            high[size + slacks] = direction > 0 ? Math.min(most, problem.up(target)) : -least;
        }
        for (int k = 0; k < limited.length; k++) {
            low[sums + k] = -problem.down(limited[k]);
            high[sums + k] = problem.up(limited[k]);
        }
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
        if (sum) {
            addUp(program, problem.parts(target), minus, slack);
        }
        for (int k = 0; k < limited.length; k++) {
            addUp(program, problem.parts(limited[k]), minus, sums + k);
        }
        int goal = sum ? slack : place.getOrDefault(target, 0);
        try {
            Optional<Program.Best> best = least > 0
                    ? program.maximise(Arrays.copyOf(priced, used), Arrays.copyOf(prices, used), NODES)
                    : program.maximise(new int[] {goal}, new long[] {direction}, NODES);
            return best.flatMap(found -> move(found.point(), minus));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** Sums that follow these cells and cannot go as far as their parts could, but for one. */
    private int[] limitedSums(int but) {
        Relations relations = problem.relations();
        return cells.stream()
                .flatMapToInt(cell -> {
                    int[] of = new int[relations.degree(cell)];
                    Arrays.setAll(of, d -> problem.follower(relations.relation(cell, d)));
                    return Arrays.stream(of);
                })
                .filter(follower -> follower >= 0
                        && follower != but
                        && (problem.low(follower) > 0 || problem.high(follower) != Simplex.NONE))
                .distinct()
                .sorted()
                .toArray();
    }

    /** One variable more for a sum: the parts that can move make it up. */
    private void addUp(Program program, int[] parts, int[] minus, int sum) {
        int[] variables = new int[2 * parts.length + 1];
        long[] weights = new long[variables.length];
        int used = 0;
        for (int part : parts) {
            Integer at = place.get(part);
            if (at != null) {
                variables[used] = at;
                weights[used++] = 1;
                if (minus[at] >= 0) {
                    variables[used] = minus[at];
                    weights[used++] = -1;
                }
            }
        }
        variables[used] = sum;
        weights[used++] = -1;
        program.equation(Arrays.copyOf(variables, used), Arrays.copyOf(weights, used), 0);
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

    /** The move with the sums that follow; empty if a sum cannot follow. */
    private Optional<Witness.Move> move(long[] point, int[] minus) {
        Relations relations = problem.relations();
        Map<Integer, Long> moved = new LinkedHashMap<>();
        Map<Integer, Long> sums = new LinkedHashMap<>();
        for (int k = 0; k < cells.size(); k++) {
            int cell = cells.get(k);
            long change = point[k] - (minus[k] < 0 ? 0 : point[minus[k]]);
            if (change != 0) {
                moved.put(cell, change);
                for (int d = 0; d < relations.degree(cell); d++) {
                    int sum = problem.follower(relations.relation(cell, d));
                    if (sum >= 0) {
                        sums.merge(sum, change, Long::sum);
                    }
                }
            }
        }
        for (Map.Entry<Integer, Long> sum : sums.entrySet()) {
            int cell = sum.getKey();
            if (-sum.getValue() > problem.down(cell) || sum.getValue() > problem.up(cell)) {
                return Optional.empty();
            }
            if (sum.getValue() != 0) {
                moved.put(cell, sum.getValue());
            }
        }
        return Optional.of(Witness.Move.of(moved));
    }
}
