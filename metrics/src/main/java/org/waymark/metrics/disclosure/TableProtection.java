package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Makes one table of counts with its margins fit for everyone: small cells are hidden, and as many others as it takes to keep
 * them from being worked out, or the table is refused.
 *
 * @param policy the rules
 * @param search how hard to look for the cheapest pattern
 * @param cost what it costs to hide a cell, 1 or more; 1 each by default
 */
public record TableProtection(ReleasePolicy policy, Search search, ToLongFunction<List<String>> cost) {
    /** How hard to look for the cheapest pattern. Every pattern that is found is safe. */
    public enum Search {
        /** The cheapest on small tables, near the cheapest on large ones. */
        BEST,
        /** Near the cheapest, quickly. */
        QUICK
    }

    /** What comes of it. */
    public sealed interface Outcome {}

    /**
     * The table can be printed.
     *
     * @param hidden the labels of the cells to hide, in order
     * @param complementary how many of them only protect others
     * @param proven whether no cheaper pattern is safe
     * @param certificate the proof; secret
     */
    public record Protected(List<List<String>> hidden, int complementary, boolean proven, Certificate certificate)
            implements Outcome {
        /** Copies the cells. */
        public Protected {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * The table cannot be printed as it stands.
     *
     * @param level what could not be promised
     * @param reasons which cells cannot be protected, by name and never by number
     * @param merges which two labels made one would help, each tried
     */
    public record Refused(Level level, List<String> reasons, List<Merge> merges) implements Outcome {
        /** Copies the parts. */
        public Refused {
            reasons = List.copyOf(reasons);
            merges = List.copyOf(merges);
        }
    }

    /**
     * Two labels of a dimension made one.
     *
     * @param dimension which dimension
     * @param one a label
     * @param other another part of the same sum
     */
    public record Merge(String dimension, String one, String other) {
        @Override
        public String toString() {
            return "merge " + one + " and " + other + " of " + dimension;
        }
    }

    /** Refuses null. */
    public TableProtection {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(cost, "cost");
    }

    /** The best pattern under a policy, every cell as dear as another. */
    public static TableProtection of(ReleasePolicy policy) {
        return new TableProtection(policy, Search.BEST, cell -> 1);
    }

    /** The same with another search. */
    public TableProtection search(Search other) {
        return new TableProtection(policy, other, cost);
    }

    /** The same with other costs of hiding a cell. */
    public TableProtection cost(ToLongFunction<List<String>> other) {
        return new TableProtection(policy, search, other);
    }

    /**
     * Protects a table.
     *
     * @param counts the true number of every cell
     * @param locked cells that must be printed
     * @throws IllegalArgumentException if the counts do not add up as the table says
     */
    public Outcome over(CountTable table, Map<List<String>, Long> counts, List<List<String>> locked) {
        Outcome outcome = attempt(table, counts, locked);
        if (!(outcome instanceof Refused refused)) {
            return outcome;
        }
        List<Merge> merges = new ArrayList<>();
        for (Merge merge : merges(table)) {
            Map<List<String>, Long> merged = merged(table, counts, merge);
            if (attempt(
                            table.merged(merge.dimension(), merge.one(), merge.other()),
                            merged,
                            mergedLocks(table, locked, merge))
                    instanceof Protected) {
                merges.add(merge);
            }
        }
        return new Refused(refused.level(), refused.reasons(), merges);
    }

    /**
     * Protects a table of sums: of hours, of credits. A sum is unsafe if the rule says so or fewer members than the policy's minimum
     * contribute; by how much it must be able to differ, upwards and downwards, is the rule's margin, or else the largest
     * contribution.
     *
     * @param contributions what each member contributes to each cell, 0 or more; sums of cells must add up as the table says
     * @param locked cells that must be printed
     */
    public Outcome overSums(
            CountTable table, Map<List<String>, List<Long>> contributions, Dominance rule, List<List<String>> locked) {
        Map<List<String>, Long> sums = new LinkedHashMap<>();
        Map<List<String>, Long> margins = new LinkedHashMap<>();
        contributions.forEach((cell, own) -> {
            sums.put(cell, own.stream().reduce(0L, Math::addExact));
            long largest = own.stream().mapToLong(one -> one).max().orElse(0);
            long margin = rule.margin(own);
            margins.put(cell, margin == 0 && own.size() < policy.minimumSize() ? largest : margin);
        });
        Problem problem = problem(table, sums, locked, (cell, value) -> {
            long margin = margins.getOrDefault(cell, 0L);
            return margin == 0
                    ? Optional.empty()
                    : Optional.of(
                            number -> new Need(number, Math.max(0, value - margin), Math.addExact(value, margin), 1));
        });
        List<List<Long>> own = table.cells().stream()
                .map(cell -> contributions.getOrDefault(cell, List.of()))
                .toList();
        return attempt(table, problem, Promise.of(policy, rule, own));
    }

    /** Whether a cell of this value is unsafe, and what it needs then. */
    private interface Unsafe {
        Optional<IntFunction<Need>> need(List<String> cell, long value);
    }

    private Outcome attempt(CountTable table, Map<List<String>, Long> counts, List<List<String>> locked) {
        Problem problem = problem(
                table,
                counts,
                locked,
                (cell, value) -> policy.small(value)
                        ? Optional.of(number -> policy.level().need(number, policy.minimumSize()))
                        : Optional.empty());
        return attempt(table, problem, Promise.of(policy, problem.values()));
    }

    private Outcome attempt(CountTable table, Problem problem, Promise promise) {
        List<String> reasons = new ArrayList<>();
        for (Need need : problem.needs()) {
            if (problem.choice(need.cell()) == Problem.Choice.PRINTED) {
                reasons.add(problem.relations().name(need.cell()) + " is unsafe and may not be hidden");
            }
        }
        if (!reasons.isEmpty()) {
            return new Refused(policy.level(), reasons, List.of());
        }
        boolean small = Optimal.fits(problem);
        Cycles cycles = new Cycles(problem, done -> {});
        Cycles.Result result = small ? cycles.runInSeveralOrders() : cycles.run();
        if (result.pattern().isEmpty()) {
            result.unmet()
                    .forEach(need ->
                            reasons.add(problem.relations().name(need.cell()) + " cannot be kept: " + policy.level()));
            return new Refused(policy.level(), reasons, List.of());
        }
        Pattern pattern = result.pattern().get();
        if (small && search == Search.BEST) {
            pattern = new Optimal(problem, pattern).run();
        }
        Certificate certificate = new Certificate(problem, pattern, promise, Totals.none());
        if (!certificate.holds()) {
            return new Refused(policy.level(), List.of("the proof does not hold"), List.of());
        }
        List<List<String>> hidden = new ArrayList<>();
        int complementary = 0;
        for (int cell = 0; cell < table.cells().size(); cell++) {
            if (pattern.hidden(cell)) {
                hidden.add(table.cells().get(cell));
                complementary += problem.choice(cell) == Problem.Choice.FREE ? 1 : 0;
            }
        }
        return new Protected(hidden, complementary, pattern.proven(), certificate);
    }

    private Problem problem(
            CountTable table, Map<List<String>, Long> counts, List<List<String>> locked, Unsafe unsafe) {
        int size = table.cells().size();
        long[] values = new long[size];
        long[] low = new long[size];
        long[] high = new long[size];
        int[] unit = new int[size];
        long[] costs = new long[size];
        Problem.Choice[] choices = new Problem.Choice[size];
        List<Need> needs = new ArrayList<>();
        Set<List<String>> printed = new LinkedHashSet<>(locked);
        Arrays.fill(high, Simplex.NONE);
        for (int cell = 0; cell < size; cell++) {
            List<String> labels = table.cells().get(cell);
            values[cell] = counts.getOrDefault(labels, -1L);
            if (values[cell] < 0) {
                throw new IllegalArgumentException("counts: must hold 0 or more for every cell");
            }
            boolean zero = policy.zerosPublished() && values[cell] == 0;
            low[cell] = policy.zerosPublished() && !zero ? 1 : 0;
            unit[cell] = cell;
            costs[cell] = Math.max(1, cost.applyAsLong(labels));
            Optional<IntFunction<Need>> need = unsafe.need(labels, values[cell]);
            choices[cell] = zero || printed.contains(labels)
                    ? Problem.Choice.PRINTED
                    : need.isPresent() ? Problem.Choice.HIDDEN : Problem.Choice.FREE;
            if (need.isPresent()) {
                needs.add(need.get().apply(cell));
            }
        }
        for (int r = 0; r < table.relations().size(); r++) {
            long sum = 0;
            for (int k = 0; k < table.relations().length(r); k++) {
                sum = Math.addExact(
                        sum,
                        table.relations().weight(r, k)
                                * values[table.relations().cell(r, k)]);
            }
            if (sum != 0) {
                throw new IllegalArgumentException("counts: parts must add up to "
                        + table.relations()
                                .name(table.relations()
                                        .cell(r, table.relations().length(r) - 1)));
            }
        }
        return new Problem(table.relations(), values, low, high, unit, choices, costs, needs);
    }

    private static List<Merge> merges(CountTable table) {
        Set<Merge> merges = new LinkedHashSet<>();
        for (CountTable.Split split : table.splits()) {
            for (int a = 0; a < split.children().size(); a++) {
                for (int b = a + 1; b < split.children().size(); b++) {
                    merges.add(new Merge(
                            split.dimension(),
                            split.children().get(a),
                            split.children().get(b)));
                }
            }
        }
        return List.copyOf(new ArrayList<>(merges));
    }

    private static Map<List<String>, Long> merged(CountTable table, Map<List<String>, Long> counts, Merge merge) {
        int at = table.dimensions().indexOf(merge.dimension());
        Map<List<String>, Long> merged = new LinkedHashMap<>();
        counts.forEach((cell, count) ->
                merged.merge(table.mergedLabels(cell, at, merge.one(), merge.other()), count, Math::addExact));
        return merged;
    }

    /** A merged cell must be printed if all of its parts had to be. */
    private static List<List<String>> mergedLocks(CountTable table, List<List<String>> locked, Merge merge) {
        int at = table.dimensions().indexOf(merge.dimension());
        Map<List<String>, Boolean> all = new LinkedHashMap<>();
        for (List<String> cell : table.cells()) {
            all.merge(
                    table.mergedLabels(cell, at, merge.one(), merge.other()),
                    locked.contains(cell),
                    Boolean::logicalAnd);
        }
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
