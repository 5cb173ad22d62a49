package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Protects a large system: need by need along the cheapest roads, parts that have nothing to do with each other at the same time.
 * Roads go along what is hidden first, and hide what is dear only where nothing cheaper helps; for a few that find none, programs look
 * farther. Then what few witnesses use is printed again wherever those find other roads, the dearest first. Where some need of a part that is not
 * too large is not met even so, it is begun anew: those needs come first then, and hide whatever is near by.
 */
final class Sweep {
    /** A unit that more witnesses use, for each time that it is as dear as the cheapest, is not tried again. */
    private static final int MOST_USERS = 3;

    /** So many needs of a part are left to programs, and after so many that are not met the rest is not tried. */
    private static final int MOST_PROGRAMS = 40;

    private static final int MOST_UNMET = 20;

    /** A part of more needs is not begun anew: that takes long and seldom helps. */
    private static final int MOST_ANEW = 20_000;

    private final Problem problem;
    private final Network network;
    private final LongConsumer progress;
    private final boolean[] hidden;
    private final Witness.Move[] highest;
    private final Witness.Move[] lowest;
    private final long[] most;
    private final long[] least;
    private final long cheapest;
    private long done;

    Sweep(Problem problem, LongConsumer progress) {
        this.problem = problem;
        this.progress = progress;
        network = new Network(problem);
        hidden = problem.hiddenAnyway();
        highest = new Witness.Move[problem.relations().cells()];
        lowest = new Witness.Move[highest.length];
        most = new long[highest.length];
        least = new long[highest.length];
        cheapest = IntStream.range(0, problem.units())
                .filter(unit -> problem.choice(unit) == Problem.Choice.FREE)
                .mapToLong(unit -> Math.max(1, problem.cost(unit)))
                .min()
                .orElse(1);
    }

    Cycles.Result run() {
        List<Witness> witnesses = new ArrayList<>();
        List<Need> unmet = new ArrayList<>();
        List<Part> parts = Parts.all(
                Parts.of(problem, problem.needs()), () -> new Circuits(problem, network), (circuits, needs) -> {
                    Part part = new Part(circuits);
                    part.run(needs);
                    return part;
                });
        for (Part part : parts) {
            witnesses.addAll(part.witnesses);
            unmet.addAll(part.unmet);
        }
        return unmet.isEmpty()
                ? new Cycles.Result(Optional.of(new Pattern(hidden, witnesses, false)), List.of())
                : new Cycles.Result(Optional.empty(), unmet);
    }

    private synchronized void tell() {
        progress.accept(++done);
    }

    /** No two parts share a cell or a unit: what one hides no other looks at. */
    private final class Part {
        private final Circuits circuits;
        private final List<Witness> witnesses = new ArrayList<>();
        private final List<Need> unmet = new ArrayList<>();
        private final List<Integer> more = new ArrayList<>();
        private final List<Witness.Move> moves = new ArrayList<>();
        private int programs = MOST_PROGRAMS;

        private Part(Circuits circuits) {
            this.circuits = circuits;
        }

        private void run(List<Need> needs) {
            List<Need> later = new ArrayList<>();
            for (Need need : needs) {
                Cycles.stopIfAsked();
                hiding(need, Circuits.THRIFTY).ifPresentOrElse(this::take, () -> later.add(need));
                tell();
            }
            protect(later, Circuits.DEAR);
            lookFarther();
            if (!unmet.isEmpty() && needs.size() < MOST_ANEW) {
                Set<Need> hardestFirst = new LinkedHashSet<>(unmet);
                hardestFirst.addAll(later);
                hardestFirst.addAll(needs);
                forget();
                protect(hardestFirst, Circuits.BOLD);
            }
            if (unmet.isEmpty()) {
                printAgain();
            }
            moves.clear();
        }

        private void protect(Collection<Need> needs, List<Circuits.Effort> efforts) {
            for (Need need : needs) {
                Cycles.stopIfAsked();
                Optional<Witness> found = hiding(need, efforts);
                if (found.isEmpty()) {
                    found = hiding(need, Circuits.BOLD);
                }
                if (found.isEmpty() && programs-- > 0) {
                    found = Moves.near(problem).hiding(need, hidden.clone());
                }
                found.ifPresentOrElse(this::take, () -> unmet.add(need));
                if (unmet.size() >= MOST_UNMET) {
                    break;
                }
            }
        }

        /**
         * When all others have hidden what they need, a few that were not met find roads, or programs as large as can be solved; what
         * these hide may help those that were tried before.
         */
        private void lookFarther() {
            int before = MOST_UNMET;
            while (!unmet.isEmpty() && unmet.size() < before) {
                before = unmet.size();
                lookFarther(List.copyOf(unmet));
            }
        }

        private void lookFarther(List<Need> hard) {
            for (Need need : hard) {
                Cycles.stopIfAsked();
                Optional<Witness> found = hiding(need, Circuits.PATIENT);
                if (found.isEmpty()) {
                    found = new Moves(problem).hiding(need, hidden.clone());
                }
                found.ifPresent(witness -> {
                    take(witness);
                    unmet.remove(need);
                });
            }
        }

        /** Begins anew. */
        private void forget() {
            more.forEach(unit -> hidden[unit] = false);
            for (Witness.Move move : moves) {
                for (int k = 0; k < move.size(); k++) {
                    most[move.cell(k)] = 0;
                    least[move.cell(k)] = 0;
                }
            }
            more.clear();
            moves.clear();
            witnesses.clear();
            unmet.clear();
            programs = MOST_PROGRAMS;
        }

        private void take(Witness witness) {
            witnesses.add(witness);
            hide(witness.low());
            hide(witness.high());
        }

        private void hide(Witness.Move move) {
            for (int k = 0; k < move.size(); k++) {
                int unit = problem.unit(move.cell(k));
                if (!hidden[unit]) {
                    hidden[unit] = true;
                    more.add(unit);
                }
            }
        }

        private Optional<Witness> hiding(Need need, List<Circuits.Effort> efforts) {
            return Witness.of(need, problem.value(need.cell()), (cell, direction, amount) -> {
                if (direction * (direction > 0 ? most : least)[cell] >= amount) {
                    return (direction > 0 ? highest : lowest)[cell];
                }
                Witness.Move move = circuits.move(cell, direction, amount, hidden, efforts);
                if (direction * move.at(cell) >= amount) {
                    hide(move);
                    remember(move);
                }
                return move;
            });
        }

        private void remember(Witness.Move move) {
            moves.add(move);
            for (int k = 0; k < move.size(); k++) {
                int cell = move.cell(k);
                if (move.by(k) > most[cell]) {
                    most[cell] = move.by(k);
                    highest[cell] = move;
                } else if (move.by(k) < least[cell]) {
                    least[cell] = move.by(k);
                    lowest[cell] = move;
                }
            }
        }

        private void printAgain() {
            Map<Integer, Integer> uses = new HashMap<>();
            witnesses.forEach(witness -> units(witness).forEach(unit -> uses.merge(unit, 1, Integer::sum)));
            Map<Integer, List<Integer>> users = new HashMap<>();
            more.stream()
                    .filter(unit -> uses.getOrDefault(unit, 0) <= mostUsers(unit))
                    .forEach(unit -> users.put(unit, new ArrayList<>()));
            for (int w = 0; w < witnesses.size(); w++) {
                use(w, users);
            }
            List<Integer> order = users.keySet().stream()
                    .sorted(Comparator.<Integer>comparingLong(problem::cost)
                            .reversed()
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
            for (int unit : order) {
                Cycles.stopIfAsked();
                List<Integer> of = users.getOrDefault(unit, List.of());
                if (of.size() <= mostUsers(unit)) {
                    printAgain(unit, of, users);
                }
            }
        }

        private long mostUsers(int unit) {
            return MOST_USERS * Math.max(1, problem.cost(unit) / cheapest);
        }

        private void printAgain(int unit, List<Integer> of, Map<Integer, List<Integer>> users) {
            hidden[unit] = false;
            Map<Integer, Witness> others = new LinkedHashMap<>();
            for (int w : of) {
                Need need = witnesses.get(w).need();
                if (!units(witnesses.get(w)).contains(unit)) {
                    continue;
                }
                Optional<Witness> other = Witness.of(
                        need,
                        problem.value(need.cell()),
                        (cell, direction, amount) -> circuits.move(cell, direction, amount, hidden, Circuits.HIDDEN));
                if (other.isEmpty()) {
                    hidden[unit] = true;
                    return;
                }
                others.put(w, other.get());
            }
            others.forEach((w, witness) -> {
                witnesses.set(w, witness);
                use(w, users);
            });
        }

        private void use(int w, Map<Integer, List<Integer>> users) {
            for (int unit : units(witnesses.get(w))) {
                List<Integer> of = users.get(unit);
                if (of != null && !of.contains(w)) {
                    of.add(w);
                }
            }
        }

        /** What a witness moves that might as well be printed. */
        private List<Integer> units(Witness witness) {
            List<Integer> units = new ArrayList<>();
            for (Witness.Move move : List.of(witness.low(), witness.high())) {
                for (int k = 0; k < move.size(); k++) {
                    int unit = problem.unit(move.cell(k));
                    if (problem.choice(unit) == Problem.Choice.FREE && !units.contains(unit)) {
                        units.add(unit);
                    }
                }
            }
            return units;
        }
    }
}
