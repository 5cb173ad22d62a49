package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds the moves that meet a need: among hidden cells alone, or the cheapest that hides more. */
final class Moves {
    /** How far to look: cells, and cells of one relation. */
    private static final int[][] REACH = {{60, 12}, {300, 40}, {1_200, Integer.MAX_VALUE}};

    private final Problem problem;

    Moves(Problem problem) {
        this.problem = problem;
    }

    /** A witness among what is hidden; empty if none was found. */
    Optional<Witness> among(Need need, boolean[] hidden) {
        IntPredicate movable = cell -> hidden[problem.unit(cell)];
        if (!movable.test(need.cell())) {
            return Optional.empty();
        }
        int before = -1;
        for (int[] reach : REACH) {
            Neighbourhood near = Neighbourhood.of(problem, hidden, need.cell(), movable, reach[0], reach[1]);
            if (near.size() == before) {
                continue;
            }
            before = near.size();
            Optional<Witness> found = within(near, need);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Witness> within(Neighbourhood near, Need need) {
        long value = problem.value(need.cell());
        long up = need.up(value);
        Witness.Move high = move(near, need.cell(), 1, Math.max(up, need.anywhere() ? need.spread() : 0));
        long above = by(high, need.cell());
        if (above < up) {
            return Optional.empty();
        }
        long down = Math.max(need.down(value), need.spread() - above);
        Witness.Move low = move(near, need.cell(), -1, down);
        return by(low, need.cell()) > -down ? Optional.empty() : Optional.of(new Witness(need, low, high));
    }

    private static Witness.Move move(Neighbourhood near, int cell, int direction, long amount) {
        return amount <= 0
                ? Witness.still()
                : near.farthest(cell, direction, amount).orElse(Witness.still());
    }

    private static long by(Witness.Move move, int cell) {
        for (int k = 0; k < move.size(); k++) {
            if (move.cell(k) == cell) {
                return move.by(k);
            }
        }
        return 0;
    }

    /** Hides what is cheapest so that a need can be met; empty if no hiding helps. */
    Optional<Witness> hiding(Need need, boolean[] hidden) {
        long value = problem.value(need.cell());
        if (!need.anywhere()) {
            Optional<Witness.Move> high = reach(need.cell(), 1, need.up(value), hidden);
            high.ifPresent(move -> hide(move, hidden));
            Optional<Witness.Move> low =
                    high.isEmpty() ? Optional.empty() : reach(need.cell(), -1, need.down(value), hidden);
            low.ifPresent(move -> hide(move, hidden));
            return low.map(move -> new Witness(need, move, high.orElseThrow()));
        }
        List<Witness> ways = new ArrayList<>();
        for (long up = need.spread(); up >= 0; up--) {
            boolean[] trial = hidden.clone();
            Optional<Witness.Move> high = reach(need.cell(), 1, up, trial);
            high.ifPresent(move -> hide(move, trial));
            long down = need.spread() - up;
            if (high.isPresent()) {
                reach(need.cell(), -1, down, trial)
                        .ifPresent(low -> ways.add(new Witness(need, low, high.orElseThrow())));
            }
        }
        Optional<Witness> best = ways.stream().min((a, b) -> Long.compare(cost(a, hidden), cost(b, hidden)));
        best.ifPresent(way -> {
            hide(way.low(), hidden);
            hide(way.high(), hidden);
        });
        return best;
    }

    private long cost(Witness way, boolean[] hidden) {
        boolean[] trial = hidden.clone();
        hide(way.low(), trial);
        hide(way.high(), trial);
        return problem.cost(trial);
    }

    private void hide(Witness.Move move, boolean[] hidden) {
        for (int k = 0; k < move.size(); k++) {
            hidden[problem.unit(move.cell(k))] = true;
        }
    }

    private Optional<Witness.Move> reach(int cell, int direction, long amount, boolean[] hidden) {
        if (amount <= 0) {
            return Optional.of(Witness.still());
        }
        IntPredicate movable =
                other -> hidden[problem.unit(other)] || problem.choice(problem.unit(other)) == Problem.Choice.FREE;
        int before = -1;
        for (int[] limits : REACH) {
            Neighbourhood near = Neighbourhood.of(problem, hidden, cell, movable, limits[0], limits[1]);
            if (near.size() == before) {
                continue;
            }
            before = near.size();
            Optional<Witness.Move> found = near.cheapest(cell, direction, amount);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
