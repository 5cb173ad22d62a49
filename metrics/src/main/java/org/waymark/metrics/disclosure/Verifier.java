package org.waymark.metrics.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a certificate. It shares no code with what made it: it reads relations, numbers and moves and adds them up. What does
 * not add up, overflows or is missing is no proof.
 */
final class Verifier {
    private final Certificate proof;
    private final Relations relations;

    private Verifier(Certificate proof) {
        this.proof = proof;
        relations = proof.relations();
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
            long sum = 0;
            for (int k = 0; k < relations.length(r); k++) {
                sum = Math.addExact(sum, Math.multiplyExact(relations.weight(r, k), proof.value(relations.cell(r, k))));
            }
            boolean holds =
                    relations.sense(r) == Relations.Sense.EQUAL ? sum == relations.right(r) : sum <= relations.right(r);
            if (!holds) {
                return Optional.of("relation " + r + " does not hold");
            }
        }
        List<Need> needs = proof.needs();
        Map<Need, Witness> witnessed = new HashMap<>();
        for (Witness witness : proof.witnesses()) {
            witnessed.put(witness.need(), witness);
        }
        for (Need need : needs) {
            Witness witness = witnessed.get(need);
            if (witness == null) {
                return Optional.of(relations.name(need.cell()) + " has no witness");
            }
            if (proof.printed(need.cell())) {
                return Optional.of(relations.name(need.cell()) + " is printed");
            }
            long low = after(witness.low(), need.cell());
            long high = after(witness.high(), need.cell());
            boolean enough = low <= need.lowAtMost()
                    && high >= need.highAtLeast()
                    && Math.subtractExact(high, low) >= need.spread();
            if (!enough) {
                return Optional.of(relations.name(need.cell()) + " is not protected by its witnesses");
            }
            if (!possible(witness.low()) || !possible(witness.high())) {
                return Optional.of("a witness of " + relations.name(need.cell()) + " contradicts what is printed");
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
        Map<Integer, Long> sums = new HashMap<>();
        Map<Integer, Boolean> moved = new HashMap<>();
        for (int k = 0; k < move.size(); k++) {
            int cell = move.cell(k);
            if (proof.printed(cell) || moved.put(cell, true) != null) {
                return false;
            }
            long value = Math.addExact(proof.value(cell), move.by(k));
            if (value < proof.low(cell) || value > proof.high(cell)) {
                return false;
            }
            for (int d = 0; d < relations.degree(cell); d++) {
                sums.merge(
                        relations.relation(cell, d),
                        Math.multiplyExact(relations.weightOf(cell, d), move.by(k)),
                        Math::addExact);
            }
        }
        for (Map.Entry<Integer, Long> change : sums.entrySet()) {
            int r = change.getKey();
            if (relations.sense(r) == Relations.Sense.EQUAL && change.getValue() != 0) {
                return false;
            }
            if (relations.sense(r) == Relations.Sense.AT_MOST
                    && Math.addExact(sum(r), change.getValue()) > relations.right(r)) {
                return false;
            }
        }
        return true;
    }

    private long sum(int r) {
        long sum = 0;
        for (int k = 0; k < relations.length(r); k++) {
            sum = Math.addExact(sum, Math.multiplyExact(relations.weight(r, k), proof.value(relations.cell(r, k))));
        }
        return sum;
    }
}
