package org.waymark.metrics.disclosure;

import java.util.List;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * The proof that a release keeps its promise: for each protected cell two whole-number tables that reproduce everything
 * printed, in one of which the cell is small and in the other large. Whoever holds it can check it by adding numbers.
 *
 * <p><b>It is secret.</b> A witness is the truth plus one move. It belongs into an analysts' file of its own and never
 * travels with a release.
 */
public final class Certificate {
    private final Problem problem;
    private final boolean[] hidden;
    private final List<Witness> witnesses;
    private final Promise promise;
    private final Totals totals;

    /** The proof of a pattern, with what it has to prove and to keep, read off policy and counts apart from the problem. */
    Certificate(Problem problem, Pattern pattern, Promise promise, Totals totals) {
        this.promise = promise;
        this.totals = totals;
        this.problem = problem;
        hidden = pattern.hidden();
        witnesses = pattern.witnesses();
    }

    /** How many cells are protected. */
    public int size() {
        return witnesses.size();
    }

    Relations relations() {
        return problem.relations();
    }

    Promise promise() {
        return promise;
    }

    Totals totals() {
        return totals;
    }

    List<Witness> witnesses() {
        return witnesses;
    }

    long value(int cell) {
        return problem.value(cell);
    }

    boolean printed(int cell) {
        return !hidden[problem.unit(cell)];
    }

    /** Checks the proof, by exact addition and nothing else. */
    public boolean holds() {
        return Verifier.problem(this).isEmpty();
    }

    /** The witnesses as rows, for an analysts' file: the protected cell, which witness, and by how much each cell moves. */
    public Table toTable() {
        Table.Builder table = Table.builder("Certificate (secret)")
                .column(Column.text("protected", "the cell that is protected"))
                .column(Column.text("witness", "low or high"))
                .column(Column.text("cell", "a cell that moves"))
                .column(Column.count("truth", "its true number"))
                .column(Column.count("witnessed", "its number in the witness"));
        for (Witness witness : witnesses) {
            rows(table, witness, "low", witness.low());
            rows(table, witness, "high", witness.high());
        }
        return table.build();
    }

    private void rows(Table.Builder table, Witness witness, String which, Witness.Move move) {
        for (int k = 0; k < move.size(); k++) {
            table.row(
                    Datum.text(relations().name(witness.need().cell())),
                    Datum.text(which),
                    Datum.text(relations().name(move.cell(k))),
                    Datum.whole(value(move.cell(k))),
                    Datum.whole(Math.addExact(value(move.cell(k)), move.by(k))));
        }
    }

    /** How many cells are protected; nothing of the witnesses. */
    @Override
    public String toString() {
        return "certificate of " + witnesses.size() + " protected cells (secret)";
    }
}
