package org.waymark.metrics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.Tallies;

/** Proofs that prove too little, each of them as the protector would make it if it forgot something. */
class VerifierTest {
    private final ReleasePolicy policy = ReleasePolicy.standard();
    private final TallySystem system = new TallySystem(List.of(Tallies.of(4, 6, 5, 8, 50, 100)), false, Merging.NONE);
    private final Problem problem = new TallyProblem(system, policy, List.of(), false).problem();
    private final Pattern pattern =
            new Cycles(problem, done -> {}).run().pattern().orElseThrow();

    private Optional<String> doubt(Problem of, boolean[] hidden, List<Witness> witnesses) {
        return Verifier.problem(new Certificate(
                of, new Pattern(hidden, witnesses, false), Promise.of(system, policy), Totals.of(system)));
    }

    @Test
    void wholeProofHolds() {
        assertEquals(Optional.empty(), doubt(problem, pattern.hidden(), pattern.witnesses()));
    }

    @Test
    void needThatTheProtectorForgetsIsMissed() {
        for (Witness forgotten : pattern.witnesses()) {
            List<Need> needs = problem.needs().stream()
                    .filter(need -> need != forgotten.need())
                    .toList();
            int[] unit = new int[problem.relations().cells()];
            Arrays.setAll(unit, problem::unit);
            Problem less = new Problem(
                    problem.relations(),
                    problem.values(),
                    cells(problem::low),
                    cells(problem::high),
                    unit,
                    new Problem.Choice[problem.units()],
                    new long[problem.units()],
                    needs);
            List<Witness> others =
                    pattern.witnesses().stream().filter(w -> w != forgotten).toList();
            assertTrue(doubt(less, pattern.hidden(), others).orElse("").endsWith("has no witness"));
        }
    }

    private long[] cells(java.util.function.IntToLongFunction of) {
        long[] cells = new long[problem.relations().cells()];
        Arrays.setAll(cells, of);
        return cells;
    }

    @Test
    void witnessThatMovesAPrintedCellContradicts() {
        for (int unit = 0; unit < problem.units(); unit++) {
            if (pattern.hidden(unit)) {
                boolean[] hidden = pattern.hidden();
                hidden[unit] = false;
                assertTrue(doubt(problem, hidden, pattern.witnesses()).isPresent());
            }
        }
    }

    @Test
    void witnessThatDoesNotGoFarEnoughProtectsNothing() {
        for (Witness one : pattern.witnesses()) {
            List<Witness> still = pattern.witnesses().stream()
                    .map(w -> w == one ? new Witness(w.need(), Witness.still(), Witness.still()) : w)
                    .toList();
            assertTrue(
                    doubt(problem, pattern.hidden(), still).orElse("").endsWith("is not protected by its witnesses"));
        }
    }

    @Test
    void witnessThatBreaksARelationOrGoesBelowNobodyContradicts() {
        for (Witness one : pattern.witnesses()) {
            for (long by : new long[] {1, -1_000}) {
                Map<Integer, Long> moved = new LinkedHashMap<>();
                for (int k = 0; k < one.high().size(); k++) {
                    moved.put(one.high().cell(k), one.high().by(k));
                }
                moved.merge(one.need().cell(), by, Long::sum);
                Witness.Move other = Witness.Move.of(moved);
                List<Witness> bent = pattern.witnesses().stream()
                        .map(w -> w == one ? new Witness(w.need(), w.low(), other) : w)
                        .toList();
                assertTrue(doubt(problem, pattern.hidden(), bent).isPresent());
            }
        }
    }

    @Test
    void proofThatCannotBeReadIsNone() {
        assertTrue(doubt(problem, new boolean[0], pattern.witnesses()).isPresent());
    }

    /** A protector that has forgotten how groups make up their total: what it then believes to be safe must not pass. */
    @Test
    void relationThatTheProtectorForgetsIsMissed() {
        Relations all = problem.relations();
        int caught = 0;
        for (int without = 0; without < all.size(); without++) {
            if (all.length(without) == 4) {
                Problem less = new Problem(
                        relations(all, without),
                        problem.values(),
                        cells(problem::low),
                        cells(problem::high),
                        units(),
                        choices(),
                        costs(),
                        problem.needs());
                Pattern believed = new Cycles(less, done -> {}).run().pattern().orElseThrow();
                assertTrue(doubt(less, believed.hidden(), believed.witnesses())
                        .orElse("")
                        .contains("contradicts what is printed"));
                caught++;
            }
        }
        assertEquals(2, caught, "the sums of three groups' yes and of their no");
    }

    private static Relations relations(Relations all, int without) {
        Relations.Builder builder = Relations.betweenNamed(
                IntStream.range(0, all.cells()).mapToObj(all::name).toList());
        for (int r = 0; r < all.size(); r++) {
            int[] cells = new int[all.length(r)];
            long[] weights = new long[cells.length];
            for (int k = 0; k < cells.length; k++) {
                cells[k] = all.cell(r, k);
                weights[k] = all.weight(r, k);
            }
            if (r != without) {
                builder.relation(cells, weights, all.sense(r), all.right(r));
            }
        }
        return builder.build();
    }

    private int[] units() {
        int[] unit = new int[problem.relations().cells()];
        Arrays.setAll(unit, problem::unit);
        return unit;
    }

    private Problem.Choice[] choices() {
        Problem.Choice[] choices = new Problem.Choice[problem.units()];
        Arrays.setAll(choices, problem::choice);
        return choices;
    }

    private long[] costs() {
        long[] costs = new long[problem.units()];
        Arrays.setAll(costs, problem::cost);
        return costs;
    }
}
