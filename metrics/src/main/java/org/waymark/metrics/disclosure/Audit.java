package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.tally.Count;

/**
 * What a published table gives away: for each hidden cell the least and the most it can be, given everything printed and
 * how cells add up.
 *
 * <p>Answers are exact: linear programs in whole-number arithmetic, and where numbers must be whole a search. Where the
 * search is cut short the answer is the interval that was proved possible, so that a cell is rather called in danger than
 * safe.
 */
public final class Audit {
    /** The upper limit of a cell that nothing limits. */
    public static final long UNLIMITED = Simplex.NONE;

    private static final int NODES = 20_000;
    private static final int[] WHOLE = {1, -1};

    private final Relations relations;
    private final List<Count> known;
    private final Limits limits;
    private final int[] part;
    private final Map<Integer, Part> parts = new LinkedHashMap<>();

    /** One connected part: its cells, the program over them, and what has been seen to be possible. */
    private static final class Part {
        private final List<Integer> cells = new ArrayList<>();
        private Optional<Program> program = Optional.empty();
        private final Map<Integer, Integer> variable = new LinkedHashMap<>();
    }

    private final long[] seenLow;
    private final long[] seenHigh;

    private Audit(Relations relations, List<Count> known) {
        if (known.size() != relations.cells()) {
            throw new IllegalArgumentException(
                    "known: must hold one count per cell, " + relations.cells() + ", held " + known.size());
        }
        this.relations = relations;
        this.known = List.copyOf(known);
        limits = new Limits(
                relations,
                known.stream().mapToLong(Count::low).toArray(),
                known.stream().mapToLong(Count::high).toArray());
        if (!limits.possible()) {
            throw new ContradictionException(relations);
        }
        part = parts();
        seenLow = new long[relations.cells()];
        seenHigh = new long[relations.cells()];
        Arrays.fill(seenLow, Long.MAX_VALUE);
        Arrays.fill(seenHigh, Long.MIN_VALUE);
        for (int cell = 0; cell < relations.cells(); cell++) {
            if (!limits.fixed(cell)) {
                Part own = parts.computeIfAbsent(find(part, cell), root -> new Part());
                own.variable.put(cell, own.cells.size());
                own.cells.add(cell);
            }
        }
    }

    /**
     * Audits a publication.
     *
     * @param relations how cells add up
     * @param known of each cell what is printed: a number, a range, or, of a hidden cell, what the mark tells, from 0 or 1 to
     *     {@link #UNLIMITED}
     * @throws ContradictionException if no whole numbers fit what is printed
     */
    public static Audit of(Relations relations, List<Count> known) {
        return new Audit(relations, known);
    }

    /** What can be known of a cell, from its least to its largest possible value. */
    public Count interval(int cell) {
        return limits.fixed(cell)
                ? Count.of(limits.low(cell))
                : Count.between(-most(cell, WHOLE[1]), most(cell, WHOLE[0]));
    }

    /** Whether a cell's number follows from what is printed. It is quicker than asking for the interval. */
    public boolean determined(int cell) {
        if (limits.fixed(cell)) {
            return true;
        }
        return seenLow[cell] >= seenHigh[cell] && interval(cell).isExact();
    }

    /** What an attacker can know of a cell: of a member, how many others there are in it. */
    public Count interval(int cell, Attacker attacker) {
        if (attacker.known() == 0) {
            return interval(cell);
        }
        long least = Math.max(attacker.known(), known.get(cell).low());
        Count own = Count.between(least, Math.max(least, known.get(cell).high()));
        Count all =
                with(new LinkedHashMap<>(Map.ofEntries(Map.entry(cell, own)))).interval(cell);
        return Count.between(
                all.low() - attacker.known(), all.high() == UNLIMITED ? UNLIMITED : all.high() - attacker.known());
    }

    /** The same publication for those who know more: the exact numbers of a school that talks, for example. */
    public Audit with(Map<Integer, Count> more) {
        List<Count> all = new ArrayList<>(known);
        more.forEach(all::set);
        return new Audit(relations, all);
    }

    /** The cells that are not printed as one number and yet follow exactly. */
    public List<Integer> recovered() {
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < known.size(); cell++) {
            if (!known.get(cell).isExact() && determined(cell)) {
                cells.add(cell);
            }
        }
        return List.copyOf(cells);
    }

    private long most(int cell, int sign) {
        long roof = sign > 0 ? limits.high(cell) : -limits.low(cell);
        long seen = sign > 0 ? seenHigh[cell] : seenLow[cell] == Long.MAX_VALUE ? Long.MIN_VALUE : -seenLow[cell];
        if (seen == roof) {
            return seen;
        }
        Part own = part(cell);
        Program program = own.program.orElseThrow();
        int variable = own.variable.getOrDefault(cell, 0);
        Program.Best best = program.maximise(new int[] {variable}, new long[] {sign}, NODES)
                .orElseThrow(() -> new ContradictionException(relations));
        for (int k = 0; k < Math.min(best.point().length, own.cells.size()); k++) {
            int at = own.cells.get(k);
            seenLow[at] = Math.min(seenLow[at], best.point()[k]);
            seenHigh[at] = Math.max(seenHigh[at], best.point()[k]);
        }
        return best.value();
    }

    private Part part(int cell) {
        Part own = parts.computeIfAbsent(find(part, cell), root -> new Part());
        if (own.program.isEmpty()) {
            own.program = Optional.of(program(own));
        }
        return own;
    }

    private Program program(Part own) {
        List<Integer> bound = own.cells.stream()
                .flatMap(cell -> {
                    List<Integer> of = new ArrayList<>();
                    for (int d = 0; d < relations.degree(cell); d++) {
                        of.add(relations.relation(cell, d));
                    }
                    return of.stream();
                })
                .distinct()
                .sorted()
                .toList();
        long slacks = bound.stream()
                .filter(r -> relations.sense(r) == Relations.Sense.AT_MOST)
                .count();
        int size = own.cells.size() + Math.toIntExact(slacks);
        long[] low = new long[size];
        long[] high = new long[size];
        Arrays.fill(high, Simplex.NONE);
        for (int k = 0; k < own.cells.size(); k++) {
            low[k] = limits.low(own.cells.get(k));
            high[k] = limits.high(own.cells.get(k));
        }
        Program program = new Program(low, high);
        int slack = own.cells.size();
        for (int r : bound) {
            boolean equal = relations.sense(r) == Relations.Sense.EQUAL;
            List<Integer> variables = new ArrayList<>();
            List<Long> weights = new ArrayList<>();
            long right = relations.right(r);
            for (int k = 0; k < relations.length(r); k++) {
                int cell = relations.cell(r, k);
                if (limits.fixed(cell)) {
                    right = Math.subtractExact(right, Math.multiplyExact(relations.weight(r, k), limits.low(cell)));
                } else {
                    variables.add(own.variable.getOrDefault(cell, 0));
                    weights.add(relations.weight(r, k));
                }
            }
            if (!equal) {
                variables.add(slack++);
                weights.add(1L);
            }
            program.equation(
                    variables.stream().mapToInt(v -> v).toArray(),
                    weights.stream().mapToLong(w -> w).toArray(),
                    right);
        }
        return program;
    }

    private int[] parts() {
        int[] parent = new int[relations.cells()];
        Arrays.setAll(parent, i -> i);
        for (int r = 0; r < relations.size(); r++) {
            int first = -1;
            for (int k = 0; k < relations.length(r); k++) {
                int cell = relations.cell(r, k);
                if (!limits.fixed(cell)) {
                    if (first < 0) {
                        first = find(parent, cell);
                    } else {
                        parent[find(parent, cell)] = first;
                    }
                }
            }
        }
        return parent;
    }

    private static int find(int[] parent, int cell) {
        int at = cell;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** How many cells there are and how many are hidden. */
    @Override
    public String toString() {
        return relations + ", "
                + known.stream().filter(count -> !count.isExact()).count() + " hidden";
    }
}
