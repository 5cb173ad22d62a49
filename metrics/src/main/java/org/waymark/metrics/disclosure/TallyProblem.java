package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;

/** What of tallies is unsafe, what may be hidden and what must stay as it was published before. */
final class TallyProblem {
    private static final long COST = 100;

    private final TallySystem system;
    private final ReleasePolicy policy;
    private final Map<String, OptionalLong> published = new LinkedHashMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private final Problem.Choice[] choices;
    private final long[] costs;
    private final long[] low;
    private final long[] high;
    private final List<Need> needs = new ArrayList<>();

    TallyProblem(TallySystem system, ReleasePolicy policy, List<Ledger.Entry> earlier) {
        this.system = system;
        this.policy = policy;
        choices = new Problem.Choice[system.units()];
        costs = new long[system.units()];
        low = new long[system.cells()];
        high = new long[system.cells()];
        Arrays.fill(choices, Problem.Choice.FREE);
        Arrays.fill(high, Simplex.NONE);
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; group < block.groups(); group++) {
                outcome(block, group);
                for (int place = TallyBlock.KNOWN + 1; place < block.width(); place++) {
                    other(block, group, place);
                }
            }
        }
        for (Ledger.Entry entry : earlier) {
            entry.facts().forEach(fact -> published.put(fact.cell(), fact.printed()));
        }
        if (!published.isEmpty()) {
            keep(earlier);
        }
    }

    /** What stands in the way of the ledger's earlier releases; empty if nothing does. */
    List<String> conflicts() {
        return conflicts;
    }

    Problem problem() {
        return new Problem(system.relations(), system.values(), low, high, system.unitOfCell(), choices, costs, needs);
    }

    private void outcome(TallyBlock block, int group) {
        long known = block.value(group, TallyBlock.KNOWN);
        long yes = block.value(group, TallyBlock.YES);
        long no = block.value(group, TallyBlock.NO);
        int unit = block.unit(group, TallyBlock.YES);
        costs[unit] = COST + 10 * sizeClass(known);
        boolean small = policy.small(known);
        boolean printedZero = policy.zerosPublished() && known == 0 && block.asked();
        if (policy.zerosPublished() && known > 0) {
            low[block.cell(group, TallyBlock.KNOWN)] = 1;
        }
        boolean telling = known > 0 && (yes < policy.minimumOutcome() || no < policy.minimumOutcome());
        if (printedZero) {
            choices[unit] = Problem.Choice.PRINTED;
        } else if (small || telling || !block.asked()) {
            choices[unit] = Problem.Choice.HIDDEN;
        } else if (block.axes().isEmpty()) {
            choices[unit] = Problem.Choice.PRINTED;
        }
        if (printedZero) {
            return;
        }
        if (small) {
            needs.add(policy.level().need(block.cell(group, TallyBlock.KNOWN), policy.minimumSize()));
        }
        if (small || yes < policy.minimumOutcome()) {
            needs.add(policy.level().need(block.cell(group, TallyBlock.YES), policy.minimumOutcome()));
        }
        if (small || no < policy.minimumOutcome()) {
            needs.add(policy.level().need(block.cell(group, TallyBlock.NO), policy.minimumOutcome()));
        }
    }

    /** Members of another state: few of them are hidden, none are printed as none. */
    private void other(TallyBlock block, int group, int place) {
        long count = block.value(group, place);
        int unit = block.unit(group, place);
        int cell = block.cell(group, place);
        costs[unit] = COST + 10 * sizeClass(count);
        if (!block.asked()) {
            choices[unit] = Problem.Choice.HIDDEN;
        } else if (count == 0) {
            choices[unit] = Problem.Choice.PRINTED;
        } else {
            low[cell] = 1;
            choices[unit] = count < policy.minimumSize() ? Problem.Choice.HIDDEN : Problem.Choice.FREE;
        }
        if (count > 0 && count < policy.minimumSize()) {
            needs.add(policy.level().need(cell, policy.minimumSize()));
        }
    }

    /** Never the number itself: only to which class of sizes it belongs. */
    private static long sizeClass(long members) {
        long size = 0;
        for (long limit = 20; limit <= members && size < 6; limit *= 3) {
            size++;
        }
        return size;
    }

    /** What an earlier release printed stays printed; what it hid stays hidden. */
    private void keep(List<Ledger.Entry> earlier) {
        Set<String> here = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (TallyBlock block : system.blocks()) {
            Question question = system.tallies().get(block.tally()).question();
            String begin = CellKeys.of(question, block);
            for (int group = 0; group < block.groups(); group++) {
                for (State state : block.states()) {
                    String key = begin + "|" + CellKeys.of(block, group, state);
                    OptionalLong printed = published.get(key);
                    here.add(key);
                    if (printed != null) {
                        int place = block.placeOf(state);
                        keep(block, group, place, printed);
                        if (printed.isEmpty()) {
                            hidden.add(key);
                        }
                    }
                }
            }
        }
        for (Ledger.Entry entry : earlier) {
            boolean shared = entry.facts().stream().anyMatch(fact -> hidden.contains(fact.cell()));
            boolean more = entry.facts().stream().anyMatch(fact -> !here.contains(fact.cell()));
            if (shared && more) {
                conflicts.add(
                        "entry " + entry.id() + " of the ledger hides cells that these tallies share with others of"
                                + " its: release them together with the tallies of that entry");
            }
            if (shared && !entry.policy().equals(policyText(policy))) {
                conflicts.add("entry " + entry.id() + " of the ledger was released under another policy");
            }
        }
    }

    static String policyText(ReleasePolicy policy) {
        return policy.name() + " (" + policy.promise() + ")";
    }

    private void keep(TallyBlock block, int group, int place, OptionalLong printed) {
        int unit = block.unit(group, place);
        if (printed.isEmpty()) {
            choices[unit] = Problem.Choice.HIDDEN;
        } else if (printed.getAsLong() != block.value(group, place)) {
            conflicts.add(block.name(block.cell(group, place)) + " was published with another number");
        } else if (choices[unit] == Problem.Choice.HIDDEN && block.asked()) {
            conflicts.add(block.name(block.cell(group, place)) + " has been published and would have to be hidden");
        } else {
            choices[unit] = Problem.Choice.PRINTED;
        }
    }
}
