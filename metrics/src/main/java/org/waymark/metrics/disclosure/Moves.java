package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the moves that meet a need: among hidden cells alone, or the cheapest that hides more. A move that is found for one
 * cell moves others as well and is remembered for them.
 */
final class Moves {
    /** How far to look: cells, and cells of one wide relation. */
    private static final int[][] REACH = {{50, 3}, {250, 8}, {800, 16}, {2_000, 60}, {6_000, 400}};

    /** So many of them are near. */
    private static final int NEAR = 3;

    /** More cells at once are too many for a program. */
    private static final int MOST = 2_500;

    private final Problem problem;
    private final Map<Integer, Witness.Move> highest = new HashMap<>();
    private final Map<Integer, Witness.Move> lowest = new HashMap<>();
    private final int reach;

    /** Looks as far as programs go. */
    Moves(Problem problem) {
        this(problem, REACH.length);
    }

    private Moves(Problem problem, int reach) {
        this.problem = problem;
        this.reach = reach;
    }

    /** Looks near by alone. */
    static Moves near(Problem problem) {
        return new Moves(problem, NEAR);
    }

    /** Forgets what was found: something has been printed again. */
    void forget() {
        highest.clear();
        lowest.clear();
    }

    /** A witness among what is hidden; empty if none was found. */
    Optional<Witness> among(Need need, boolean[] hidden) {
        if (!hidden[problem.unit(need.cell())]) {
            return Optional.empty();
        }
        return witness(need, (cell, direction, amount) -> farthest(cell, direction, amount, hidden));
    }

    private Optional<Witness> witness(Need need, Witness.Mover mover) {
        return Witness.of(
                need, problem.value(need.cell()), (cell, direction, amount) -> move(cell, direction, amount, mover));
    }

    /** Hides what is cheapest so that a need can be met; empty if no hiding helps. */
    Optional<Witness> hiding(Need need, boolean[] hidden) {
        if (!need.anywhere()) {
            return witness(need, (cell, direction, amount) -> hide(reach(cell, direction, amount, hidden), hidden));
        }
        List<Witness> ways = new ArrayList<>();
        for (long up = need.spread(); up >= 0; up--) {
            boolean[] trial = hidden.clone();
            Witness.Move high = up == 0 ? Witness.still() : hide(reach(need.cell(), 1, up, trial), trial);
            long down = need.spread() - high.at(need.cell());
            Witness.Move low = down <= 0 ? Witness.still() : hide(reach(need.cell(), -1, down, trial), trial);
            if (-low.at(need.cell()) >= down) {
                ways.add(new Witness(need, low, high));
            }
        }
        Optional<Witness> best = ways.stream().min((a, b) -> Long.compare(cost(a, hidden), cost(b, hidden)));
        best.ifPresent(way -> {
            hide(way.low(), hidden);
            hide(way.high(), hidden);
        });
        return best;
    }

    /** A sum moves by its parts, one after the other, or all at once. */
    private Witness.Move move(int cell, int direction, long amount, Witness.Mover mover) {
        Witness.Move known = (direction > 0 ? highest : lowest).getOrDefault(cell, Witness.still());
        if (direction * known.at(cell) >= amount) {
            return known;
        }
        if (!problem.follows(cell)) {
            return remember(mover.move(cell, direction, amount));
        }
        Witness.Move whole = Witness.still();
        long left = amount;
        for (int part : problem.parts(cell)) {
            if (left <= 0) {
                break;
            }
            long room = direction > 0 ? problem.up(part) : problem.down(part);
            if (room > 0) {
                Witness.Move more = move(part, direction, Math.min(room, left), mover);
                Witness.Move sum = whole.plus(more);
                if (possible(sum)) {
                    whole = sum;
                    left = amount - direction * whole.at(cell);
                }
            }
        }
        if (left > 0) {
            // What each part can do alone need not be possible together; then all parts are moved at once.
            Witness.Move together = mover.move(cell, direction, amount);
            whole = direction * together.at(cell) > direction * whole.at(cell) ? together : whole;
        }
        return remember(whole);
    }

    private boolean possible(Witness.Move move) {
        for (int k = 0; k < move.size(); k++) {
            if (-move.by(k) > problem.down(move.cell(k)) || move.by(k) > problem.up(move.cell(k))) {
                return false;
            }
        }
        return true;
    }

    private Witness.Move remember(Witness.Move move) {
        for (int k = 0; k < move.size(); k++) {
            Map<Integer, Witness.Move> best = move.by(k) > 0 ? highest : lowest;
            int cell = move.cell(k);
            Witness.Move before = best.get(cell);
            if (before == null || Math.abs(before.at(cell)) < Math.abs(move.by(k))) {
                best.put(cell, move);
            }
        }
        return move;
    }

    private Witness.Move farthest(int cell, int direction, long amount, boolean[] hidden) {
        IntPredicate movable = other -> hidden[problem.unit(other)];
        Witness.Move best = Witness.still();
        int before = -1;
        for (int[] limits : Arrays.copyOf(REACH, reach)) {
            Neighbourhood near = Neighbourhood.of(problem, hidden, cell, movable, limits[0], limits[1]);
            if (near.size() == before || near.size() > MOST || !near.holds(cell)) {
                continue;
            }
            before = near.size();
            Witness.Move found = near.farthest(cell, direction, amount).orElse(Witness.still());
            if (direction * found.at(cell) > direction * best.at(cell)) {
                best = found;
            }
            if (direction * best.at(cell) >= amount) {
                return best;
            }
        }
        return best;
    }

    private Witness.Move reach(int cell, int direction, long amount, boolean[] hidden) {
        IntPredicate movable =
                other -> hidden[problem.unit(other)] || problem.choice(problem.unit(other)) == Problem.Choice.FREE;
        int before = -1;
        for (int[] limits : Arrays.copyOf(REACH, reach)) {
            Neighbourhood near = Neighbourhood.of(problem, hidden, cell, movable, limits[0], limits[1]);
            if (near.size() == before || near.size() > MOST || !near.holds(cell)) {
                continue;
            }
            before = near.size();
            Optional<Witness.Move> found = near.cheapest(cell, direction, amount);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Witness.still();
    }

    private long cost(Witness way, boolean[] hidden) {
        boolean[] trial = hidden.clone();
        hide(way.low(), trial);
        hide(way.high(), trial);
        return problem.cost(trial);
    }

    private Witness.Move hide(Witness.Move move, boolean[] hidden) {
        for (int k = 0; k < move.size(); k++) {
            hidden[problem.unit(move.cell(k))] = true;
        }
        return move;
    }
}
