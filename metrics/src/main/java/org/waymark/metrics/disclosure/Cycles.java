package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Hides by the cheapest cycles: for each need in turn what it takes to move its cell far enough, then prints again whatever
 * turns out not to be needed. Quick on systems of any size, near the best and not always the best.
 */
final class Cycles {
    /** Systems of more cells are swept. */
    private static final int LARGE = 500;

    private final Problem problem;
    private final Moves moves;
    private final LongConsumer progress;

    Cycles(Problem problem, LongConsumer progress) {
        this.problem = problem;
        this.progress = progress;
        moves = new Moves(problem);
    }

    /** What comes of it: a pattern, or the needs that no hiding meets. */
    record Result(Optional<Pattern> pattern, List<Need> unmet) {}

    /** Protects everything. */
    Result run() {
        return problem.relations().cells() > LARGE ? new Sweep(problem, progress).run() : run(problem.needs());
    }

    /** Tries needs in several orders and keeps the cheapest pattern; for small systems. */
    Result runInSeveralOrders() {
        Result best = run();
        List<Need> reversed = new ArrayList<>(problem.needs());
        java.util.Collections.reverse(reversed);
        List<Need> fewest = new ArrayList<>(problem.needs());
        fewest.sort(Comparator.comparingInt((Need need) -> problem.relations().degree(need.cell())));
        for (List<Need> order : List.of(reversed, fewest)) {
            Result other = run(order);
            if (other.pattern().isPresent()
                    && best.pattern().isPresent()
                    && problem.cost(other.pattern().get().hidden())
                            < problem.cost(best.pattern().get().hidden())) {
                best = other;
            }
        }
        return best;
    }

    private Result run(List<Need> order) {
        moves.forget();
        boolean[] hidden = problem.hiddenAnyway();
        List<Witness> witnesses = new ArrayList<>();
        List<Need> unmet = new ArrayList<>();
        for (Need need : order) {
            stopIfAsked();
            Optional<Witness> found = moves.among(need, hidden);
            if (found.isEmpty()) {
                found = moves.hiding(need, hidden);
            }
            found.ifPresentOrElse(witnesses::add, () -> unmet.add(need));
            progress.accept(witnesses.size() + unmet.size());
        }
        if (!unmet.isEmpty()) {
            return new Result(Optional.empty(), unmet);
        }
        printAgain(hidden, witnesses);
        return new Result(Optional.of(new Pattern(hidden, witnesses, false)), List.of());
    }

    private void printAgain(boolean[] hidden, List<Witness> witnesses) {
        TreeMap<Integer, TreeSet<Integer>> users = new TreeMap<>();
        for (int w = 0; w < witnesses.size(); w++) {
            int at = w;
            units(witnesses.get(w))
                    .forEach(unit ->
                            users.computeIfAbsent(unit, key -> new TreeSet<>()).add(at));
        }
        int[] order = IntStream.range(0, hidden.length)
                .filter(u -> hidden[u] && problem.choice(u) == Problem.Choice.FREE)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(problem::cost)
                        .reversed()
                        .thenComparing(Comparator.reverseOrder()))
                .mapToInt(u -> u)
                .toArray();
        for (int u : order) {
            stopIfAsked();
            moves.forget();
            hidden[u] = false;
            TreeMap<Integer, Witness> others = new TreeMap<>();
            boolean needed = false;
            for (int w : users.getOrDefault(u, new TreeSet<>())) {
                Optional<Witness> other = moves.among(witnesses.get(w).need(), hidden);
                if (other.isEmpty()) {
                    needed = true;
                    break;
                }
                others.put(w, other.get());
            }
            if (needed) {
                hidden[u] = true;
                continue;
            }
            others.forEach((w, witness) -> {
                units(witnesses.get(w))
                        .forEach(unit ->
                                users.getOrDefault(unit, new TreeSet<>()).remove(w));
                witnesses.set(w, witness);
                units(witness)
                        .forEach(unit -> users.computeIfAbsent(unit, key -> new TreeSet<>())
                                .add(w));
            });
        }
    }

    /** What a witness moves that might as well be printed. */
    private Set<Integer> units(Witness witness) {
        TreeSet<Integer> units = new TreeSet<>();
        for (Witness.Move move : List.of(witness.low(), witness.high())) {
            for (int k = 0; k < move.size(); k++) {
                int u = problem.unit(move.cell(k));
                if (problem.choice(u) == Problem.Choice.FREE) {
                    units.add(u);
                }
            }
        }
        return units;
    }

    static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("protecting was interrupted");
        }
    }
}
