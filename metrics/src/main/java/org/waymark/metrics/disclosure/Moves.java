package org.waymark.metrics.disclosure;

import java.util.ArrayList;
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

    /** More cells at once are too many for a program. */
    private static final int MOST = 2_500;

    /** A chain hides so many units more at most. */
    private static final int MOST_MORE = 6;

    private final Problem problem;
    private final Map<Integer, Witness.Move> highest = new HashMap<>();
    private final Map<Integer, Witness.Move> lowest = new HashMap<>();
    private final Optional<Chains> chains;

    Moves(Problem problem) {
        this(problem, false);
    }

    /** In a large system chains are looked for first, and programs are left to what they do not find. */
    Moves(Problem problem, boolean large) {
        this.problem = problem;
        chains = large ? Optional.of(new Chains(problem)) : Optional.empty();
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
        return witness(
                need,
                (cell, direction, amount) -> chains.isPresent()
                        ? chains.get().move(cell, direction, amount, hidden, other -> hidden[problem.unit(other)], 0)
                        : farthest(cell, direction, amount, hidden));
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

    /** Moves a cell in a direction by so much, or as far as it can. */
    private interface Mover {
        Witness.Move move(int cell, int direction, long amount);
    }

    private Optional<Witness> witness(Need need, Mover mover) {
        long value = problem.value(need.cell());
        long up = need.anywhere() ? need.spread() : need.up(value);
        Witness.Move high = up > 0 ? move(need.cell(), 1, up, mover) : Witness.still();
        long above = high.at(need.cell());
        if (!need.anywhere() && above < up) {
            return Optional.empty();
        }
        long down = Math.max(need.down(value), need.spread() - above);
        Witness.Move low = down > 0 ? move(need.cell(), -1, down, mover) : Witness.still();
        return -low.at(need.cell()) < down ? Optional.empty() : Optional.of(new Witness(need, low, high));
    }

    /** A sum moves by its parts, one after the other, or all at once. */
    private Witness.Move move(int cell, int direction, long amount, Mover mover) {
        Witness.Move known = (direction > 0 ? highest : lowest).getOrDefault(cell, Witness.still());
        if (direction * known.at(cell) >= amount) {
            return known;
        }
        if (!problem.follows(cell) || chains.isPresent()) {
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
        for (int[] limits : REACH) {
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
        if (chains.isPresent()) {
            Witness.Move found = chains.get().move(cell, direction, amount, hidden, movable, MOST_MORE);
            if (direction * found.at(cell) >= amount) {
                return found;
            }
            found = farthest(cell, direction, amount, hidden);
            if (direction * found.at(cell) >= amount) {
                return found;
            }
        }
        int before = -1;
        for (int[] limits : REACH) {
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
