package org.waymark.metrics.disclosure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a certificate. It shares no code with what made it: it works out by itself what the policy promises ({@link Promise}),
 * reads relations, numbers and moves, and adds them up. That groups, places and years add up it reads off the tallies' labels
 * itself ({@link Totals}), whatever relations it was given. What does not add up, overflows or is missing is no proof.
 */
final class Verifier {
    private final Certificate proof;
    private final Promise promise;
    private final Relations relations;
    private final long[] change;
    private final int[][] sumsOf;
    private final long[] excess;
    private final boolean[] moves;
    private final Set<Witness.Move> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    private Verifier(Certificate proof) {
        this.proof = proof;
        promise = proof.promise();
        relations = proof.relations();
        change = new long[relations.size()];
        moves = new boolean[relations.cells()];
        sumsOf = proof.totals().byCell(relations.cells());
        excess = new long[proof.totals().size()];
    }

    /** Why the certificate proves nothing, without naming a value; empty if it does. */
    static Optional<String> problem(Certificate proof) {
        try {
            return new Verifier(proof).check();
        } catch (RuntimeException broken) {
            return Optional.of(
                    "the certificate cannot be read: " + broken.getClass().getSimpleName());
        }
    }

    private Optional<String> check() {
        for (int r = 0; r < relations.size(); r++) {
            boolean holds = relations.sense(r) == Relations.Sense.EQUAL
                    ? sum(r) == relations.right(r)
                    : sum(r) <= relations.right(r);
            if (!holds) {
                return Optional.of("relation " + r + " does not hold");
            }
        }
        if (!proof.totals().numbersAre(proof)) {
            return Optional.of("numbers are not those of the tallies");
        }
        Witness[] witnesses = new Witness[relations.cells()];
        for (Witness witness : proof.witnesses()) {
            witnesses[witness.need().cell()] = witness;
        }
        for (int k = 0; k < promise.size(); k++) {
            int cell = promise.cell(k);
            Witness witness = witnesses[cell];
            if (witness == null) {
                return Optional.of(relations.name(cell) + " has no witness");
            }
            if (proof.printed(cell)) {
                return Optional.of(relations.name(cell) + " is printed");
            }
            if (!promise.kept(k, after(witness.low(), cell), after(witness.high(), cell))) {
                return Optional.of(relations.name(cell) + " is not protected by its witnesses");
            }
            if (!possible(witness.low()) || !possible(witness.high())) {
                return Optional.of("a witness of " + relations.name(cell) + " contradicts what is printed");
            }
        }
        return Optional.empty();
    }

    private long after(Witness.Move move, int cell) {
        long value = proof.value(cell);
        for (int k = 0; k < move.size(); k++) {
            if (move.cell(k) == cell) {
                value = Math.addExact(value, move.by(k));
            }
        }
        return value;
    }

    /** Whether a move leaves what is printed, keeps what is known of hidden cells, and every relation. */
    private boolean possible(Witness.Move move) {
        if (checked.contains(move)) {
            return true;
        }
        boolean possible = addsUp(move);
        for (int k = 0; k < move.size(); k++) {
            int cell = move.cell(k);
            possible &= !proof.printed(cell)
                    && !moves[cell]
                    && promise.thinkable(cell, Math.addExact(proof.value(cell), move.by(k)));
            moves[cell] = true;
            for (int d = 0; d < relations.degree(cell); d++) {
                int r = relations.relation(cell, d);
                change[r] = Math.addExact(change[r], Math.multiplyExact(relations.weightOf(cell, d), move.by(k)));
            }
        }
        for (int k = 0; k < move.size(); k++) {
            int cell = move.cell(k);
            moves[cell] = false;
            for (int d = 0; d < relations.degree(cell); d++) {
                int r = relations.relation(cell, d);
                possible &= relations.sense(r) == Relations.Sense.EQUAL
                        ? change[r] == 0
                        : change[r] == 0 || Math.addExact(sum(r), change[r]) <= relations.right(r);
            }
        }
        for (int k = 0; k < move.size(); k++) {
            for (int d = 0; d < relations.degree(move.cell(k)); d++) {
                change[relations.relation(move.cell(k), d)] = 0;
            }
        }
        if (possible) {
            checked.add(move);
        }
        return possible;
    }

    /** Whether groups, places and years still make up their totals after a move. */
    private boolean addsUp(Witness.Move move) {
        boolean addsUp = true;
        for (int k = 0; k < move.size(); k++) {
            for (int sum : sumsOf[move.cell(k)]) {
                int at = Math.abs(sum) - 1;
                excess[at] = Math.addExact(excess[at], sum > 0 ? move.by(k) : Math.negateExact(move.by(k)));
            }
        }
        for (int k = 0; k < move.size(); k++) {
            for (int sum : sumsOf[move.cell(k)]) {
                addsUp &= excess[Math.abs(sum) - 1] == 0;
            }
        }
        for (int k = 0; k < move.size(); k++) {
            for (int sum : sumsOf[move.cell(k)]) {
                excess[Math.abs(sum) - 1] = 0;
            }
        }
        return addsUp;
    }

    private long sum(int r) {
        long sum = 0;
        for (int k = 0; k < relations.length(r); k++) {
            sum = Math.addExact(sum, Math.multiplyExact(relations.weight(r, k), proof.value(relations.cell(r, k))));
        }
        return sum;
    }
}
