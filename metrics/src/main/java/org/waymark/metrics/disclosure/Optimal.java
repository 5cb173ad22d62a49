package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cheapest safe pattern of a small system: units are decided one by one, each broken need gives an inequality that every
 * safe pattern keeps, and what must cost as much as the best pattern known is left out.
 *
 * <p>It stops after so many nodes, never after so long: the same input gives the same pattern on every machine.
 *
 * <p><b>Source:</b> M. Fischetti and J. J. Salazar-González (2000), Models and algorithms for optimizing cell suppression in
 * tabular data with linear constraints, JASA 95: 916-928.
 */
final class Optimal {
    /** Larger systems are left to cycles. */
    private static final int MOST_UNITS = 150;

    private static final int MOST_CELLS = 300;

    private static final int NODES = 6_000;
    private static final long WORK = 300_000_000;
    private static final int ROUNDS = 12;

    private final Problem problem;
    private final Moves moves;
    private final Separation separation;
    private final Set<Cut> known = new LinkedHashSet<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final int[] candidates;
    private Pattern best;
    private long bestCost;
    private int nodes = NODES;

    /** Starts from a safe pattern. */
    Optimal(Problem problem, Pattern start) {
        this.problem = problem;
        best = start;
        bestCost = problem.cost(start.hidden());
        moves = new Moves(problem);
        separation = new Separation(problem);
        candidates = candidates(problem);
    }

    /** Whether a system is small enough. */
    static boolean fits(Problem problem) {
        return candidates(problem).length <= MOST_UNITS && problem.relations().cells() <= MOST_CELLS;
    }

    /** What may be hidden and may be printed. */
    private static int[] candidates(Problem problem) {
        return IntStream.range(0, problem.units())
                .filter(u -> problem.choice(u) == Problem.Choice.FREE)
                .toArray();
    }

    /** The cheapest safe pattern, or the cheapest found until the nodes ran out. */
    Pattern run() {
        try {
            search(new int[problem.units()]);
        } catch (ArithmeticException tooLarge) {
            return best;
        }
        return new Pattern(best.hidden(), best.witnesses(), nodes > 0);
    }

    /** Decided holds 1 for hidden, -1 for printed, 0 for not yet. */
    private void search(int[] decided) {
        if (nodes-- <= 0 || separation.work() > WORK) {
            nodes = 0;
            return;
        }
        for (int round = 0; ; round++) {
            long spent = 0;
            for (int u : candidates) {
                spent += decided[u] > 0 ? problem.cost(u) : 0;
            }
            long[] amounts = new long[cuts.size()];
            int[] free = Arrays.stream(candidates).filter(u -> decided[u] == 0).toArray();
            if (!amounts(decided, free, amounts)) {
                return;
            }
            Covering covering = new Covering(free, costs(), cuts, amounts);
            if (spent + covering.bound() >= bestCost) {
                return;
            }
            int[] parts = parts(decided, free, covering);
            if (separate(parts, round)) {
                continue;
            }
            int branch = branch(free, parts);
            if (branch < 0) {
                if (!accept(parts)) {
                    continue;
                }
                return;
            }
            for (int side : new int[] {1, -1}) {
                int[] next = decided.clone();
                next[branch] = side;
                search(next);
            }
            return;
        }
    }

    private long[] costs() {
        long[] costs = new long[problem.units()];
        for (int u : candidates) {
            costs[u] = problem.cost(u);
        }
        return costs;
    }

    /** What each cut still asks; false if one can no longer be kept. */
    private boolean amounts(int[] decided, int[] free, long[] amounts) {
        for (int c = 0; c < amounts.length; c++) {
            Cut cut = cuts.get(c);
            long left = cut.amount();
            for (int u : candidates) {
                left -= decided[u] > 0 ? cut.weight(u) : 0;
            }
            amounts[c] = left;
            for (int u : free) {
                left -= cut.weight(u);
            }
            if (left > 0) {
                return false;
            }
        }
        return true;
    }

    private int[] parts(int[] decided, int[] free, Covering covering) {
        int[] parts = new int[problem.units()];
        for (int u = 0; u < parts.length; u++) {
            boolean whole = problem.choice(u) == Problem.Choice.HIDDEN || decided[u] > 0;
            parts[u] = whole ? Separation.PARTS : 0;
        }
        for (int k = 0; k < free.length; k++) {
            parts[free[k]] = (int) Math.round(covering.part(k) * Separation.PARTS);
        }
        return parts;
    }

    /** Adds the cuts that parts break; false if they break none that is new. */
    private boolean separate(int[] parts, int round) {
        boolean whole = Arrays.stream(parts).allMatch(part -> part == 0 || part == Separation.PARTS);
        if (!whole && round >= ROUNDS) {
            return false;
        }
        boolean added = false;
        for (Need need : problem.needs()) {
            Optional<Cut> cut = separation.broken(need, parts);
            if (cut.isPresent() && known.add(cut.get())) {
                cuts.add(cut.get());
                added = true;
            }
        }
        return added;
    }

    /** The unit that is nearest to half hidden; -1 if none is. */
    private static int branch(int[] free, int[] parts) {
        int best = -1;
        for (int u : free) {
            int off = Math.min(parts[u], Separation.PARTS - parts[u]);
            int so = best < 0 ? 0 : Math.min(parts[best], Separation.PARTS - parts[best]);
            if (off > so) {
                best = u;
            }
        }
        return best;
    }

    /** Takes a whole pattern if whole-number witnesses show that it is safe; else rules it out. */
    private boolean accept(int[] parts) {
        boolean[] hidden = new boolean[parts.length];
        boolean[] printed = new boolean[parts.length];
        for (int u = 0; u < parts.length; u++) {
            hidden[u] = parts[u] > 0;
            printed[u] = problem.choice(u) == Problem.Choice.FREE && !hidden[u];
        }
        List<Witness> witnesses = new ArrayList<>();
        moves.forget();
        for (Need need : problem.needs()) {
            Optional<Witness> witness = moves.among(need, hidden);
            if (witness.isEmpty()) {
                Cut more = Cut.oneOf(printed);
                return !known.add(more) || !cuts.add(more);
            }
            witnesses.add(witness.get());
        }
        long cost = problem.cost(hidden);
        if (cost < bestCost) {
            best = new Pattern(hidden, witnesses, false);
            bestCost = cost;
        }
        return true;
    }
}
