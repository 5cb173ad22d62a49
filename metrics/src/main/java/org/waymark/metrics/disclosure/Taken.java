package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.SavedRelease;

/**
 * A release taken down for a file and taken up again.
 *
 * @param safe what was read; empty if there are reasons
 * @param reasons why it is not taken up
 */
record Taken(Optional<Clearing.Safe> safe, List<String> reasons) {
    static SavedRelease down(ReleasePolicy policy, Clearing.Safe safe) {
        boolean[] hidden = safe.pattern().hidden();
        List<SavedRelease.Proof> proofs = new ArrayList<>();
        Map<Need, Witness> witnesses = new HashMap<>();
        safe.pattern().witnesses().forEach(witness -> witnesses.put(witness.need(), witness));
        for (Need need : safe.problem().needs()) {
            Witness own = Objects.requireNonNull(witnesses.get(need));
            proofs.add(new SavedRelease.Proof(moves(own.low()), moves(own.high())));
        }
        return new SavedRelease(
                policy.rules(),
                safe.system().tallies(),
                IntStream.range(0, hidden.length).filter(u -> hidden[u]).boxed().toList(),
                proofs);
    }

    private static List<SavedRelease.Move> moves(Witness.Move move) {
        return IntStream.range(0, move.size())
                .mapToObj(k -> new SavedRelease.Move(move.cell(k), move.by(k)))
                .toList();
    }

    /** Reads the system off the counts anew and puts the proof beside it, to be checked by who takes it. */
    static Taken up(SavedRelease saved, ReleasePolicy policy, List<Ledger.Entry> earlier) {
        TallySystem system = new TallySystem(saved.tallies(), policy.coding() != RateCoding.NONE, Merging.NONE);
        TallyProblem read = new TallyProblem(system, policy, earlier, false);
        List<String> reasons = new ArrayList<>(read.conflicts());
        Problem problem = read.problem();
        boolean[] hidden = new boolean[problem.units()];
        saved.hidden().forEach(unit -> hidden[unit] = true);
        for (int unit = 0; unit < hidden.length; unit++) {
            if (problem.choice(unit) == (hidden[unit] ? Problem.Choice.PRINTED : Problem.Choice.HIDDEN)) {
                reasons.add("it hides and prints otherwise than the policy and the ledger ask; make the release anew");
                break;
            }
        }
        List<Need> needs = problem.needs();
        if (needs.size() != saved.proofs().size()) {
            reasons.add("it proves " + saved.proofs().size() + " cells, " + needs.size() + " are to be protected");
        }
        List<Witness> witnesses = new ArrayList<>();
        for (int n = 0; reasons.isEmpty() && n < needs.size(); n++) {
            SavedRelease.Proof proof = saved.proofs().get(n);
            witnesses.add(new Witness(needs.get(n), move(proof.low()), move(proof.high())));
        }
        return reasons.isEmpty()
                ? new Taken(
                        Optional.of(new Clearing.Safe(system, problem, new Pattern(hidden, witnesses, false))),
                        List.of())
                : new Taken(Optional.empty(), List.copyOf(reasons));
    }

    private static Witness.Move move(List<SavedRelease.Move> moves) {
        return new Witness.Move(
                moves.stream().mapToInt(SavedRelease.Move::cell).toArray(),
                moves.stream().mapToLong(SavedRelease.Move::by).toArray());
    }
}
