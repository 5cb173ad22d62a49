package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.waymark.core.indicator.Question;
import org.waymark.core.publication.Ledger;

/** What of tallies is unsafe, what may be hidden and what must stay as it was published before. */
final class TallyProblem {
    private static final long COST = 100;

    /** Groups along one axis cost so many times as much as those of a crossing. */
    private static final long ALONE = 4;

    /** Groups of fewer members are the cheapest to hide. */
    private static final long FIRST_CLASS = 20;

    /** Numerators that a band leaves possible differ by so much at least: there are three of them. */
    private static final long LEAST_SPREAD = 2;

    private final TallySystem system;
    private final ReleasePolicy policy;
    private final List<String> conflicts = new ArrayList<>();
    private final Problem.Choice[] choices;
    private final long[] costs;
    private final long[] low;
    private final long[] high;
    private final List<Need> needs = new ArrayList<>();

    TallyProblem(TallySystem system, ReleasePolicy policy, List<Ledger.Entry> earlier, boolean correcting) {
        this.system = system;
        this.policy = policy;
        choices = new Problem.Choice[system.units()];
        costs = new long[system.units()];
        low = new long[system.cells()];
        high = new long[system.cells()];
        Arrays.fill(choices, Problem.Choice.FREE);
        Arrays.fill(high, Simplex.NONE);
        knownToBeThere();
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; group < block.groups(); group++) {
                outcome(block, group);
                for (int place = TallyBlock.KNOWN + 1; place < block.width(); place++) {
                    other(block, group, place);
                }
            }
        }
        system.nested().forEach(this::nested);
        conflicts.addAll(system.conflicts());
        if (earlier.stream().anyMatch(entry -> !entry.facts().isEmpty())) {
            keep(earlier, correcting);
        }
    }

    /** What stands in the way of the ledger's earlier releases; empty if nothing does. */
    List<String> conflicts() {
        return conflicts;
    }

    Problem problem() {
        return new Problem(system.relations(), system.values(), low, high, system.unitOfCell(), choices, costs, needs);
    }

    /** Where zeros are printed, or labels only because they occur, everybody knows that somebody is there: in a place as in its parts. */
    private void knownToBeThere() {
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; group < block.groups(); group++) {
                if (block.value(group, TallyBlock.KNOWN) > 0 && (policy.zerosPublished() || somebody(block, group))) {
                    low[block.cell(group, TallyBlock.KNOWN)] = 1;
                }
            }
        }
        for (Residuals.Link link : system.links()) {
            if (link.whole() && link.fine().axes().size() == 1) {
                link.parts().forEach((total, groups) -> {
                    long sum = groups.stream()
                            .mapToLong(group -> low[link.fine().cell(group, TallyBlock.KNOWN)])
                            .sum();
                    int whole = link.coarse().cell(total, TallyBlock.KNOWN);
                    low[whole] = Math.max(low[whole], sum);
                });
            }
        }
    }

    /** What everybody knows anyway need not be kept. */
    private void need(int cell, int minimum) {
        needs.add(policy.level().need(cell, minimum).knowing(low[cell]));
    }

    private void outcome(TallyBlock block, int group) {
        long known = block.value(group, TallyBlock.KNOWN);
        int unit = block.unit(group, TallyBlock.YES);
        int size = block.unit(group, TallyBlock.KNOWN);
        costs[unit] = cost(block, known);
        costs[size] = costs[unit];
        boolean impossible = policy.impossible(block.axes(), block.labelsOf(group));
        if (impossible && known > 0) {
            conflicts.add(block.name(block.cell(group, TallyBlock.KNOWN)) + " is declared impossible and has members");
        }
        if (known == 0 && (impossible || block.derived() || (policy.zerosPublished() && block.asked()))) {
            choices[unit] = Problem.Choice.PRINTED;
            choices[size] = Problem.Choice.PRINTED;
            return;
        }
        boolean small = policy.small(known);
        boolean locked = block.axes().isEmpty()
                || (block.axes().size() == 1
                        && policy.locked().contains(block.axes().get(0).title()));
        Problem.Choice printable = locked ? Problem.Choice.PRINTED : Problem.Choice.FREE;
        choices[size] = small || !block.asked() ? Problem.Choice.HIDDEN : printable;
        if (small) {
            need(block.cell(group, TallyBlock.KNOWN), policy.minimumSize());
        }
        if (policy.coding() != RateCoding.NONE && block.asked() && !small) {
            coded(block, group);
        } else {
            counted(block, group, small);
        }
    }

    /** Numerators that may be printed. */
    private void counted(TallyBlock block, int group, boolean small) {
        long yes = block.value(group, TallyBlock.YES);
        long no = block.value(group, TallyBlock.NO);
        boolean fewYes = small || yes < policy.minimumOutcome();
        boolean fewNo = small || no < policy.minimumOutcome();
        if (fewYes || fewNo) {
            choices[block.unit(group, TallyBlock.YES)] = Problem.Choice.HIDDEN;
        } else {
            choices[block.unit(group, TallyBlock.YES)] = choices[block.unit(group, TallyBlock.KNOWN)];
        }
        if (fewYes) {
            need(block.cell(group, TallyBlock.YES), policy.minimumOutcome());
        }
        if (fewNo) {
            need(block.cell(group, TallyBlock.NO), policy.minimumOutcome());
        }
    }

    /** Rates that are told in bands: what the band says is known, and three numerators must be possible within it. */
    private void coded(TallyBlock block, int group) {
        long yes = block.value(group, TallyBlock.YES);
        int unit = block.unit(group, TallyBlock.YES);
        int cell = block.cell(group, TallyBlock.YES);
        Optional<Band> band = policy.coding().band(yes, block.value(group, TallyBlock.KNOWN));
        if (band.isPresent() && band.get().spread() == 1) {
            choices[unit] = choices[block.unit(group, TallyBlock.KNOWN)];
            return;
        }
        choices[unit] = Problem.Choice.HIDDEN;
        band.ifPresent(told -> {
            low[cell] = told.low();
            high[cell] = told.high();
        });
        // A band of the federal file may hold two numerators only; no more can be promised of it.
        needs.add(Need.spread(
                cell, Math.min(LEAST_SPREAD, band.map(told -> told.spread() - 1).orElse(LEAST_SPREAD))));
    }

    /** Those who succeeded in the wider sense alone are an outcome like another, though their number is never printed itself. */
    private void nested(Nested pairs) {
        for (int p = 0; p < pairs.pairs().size(); p++) {
            Nested.Pair pair = pairs.pairs().get(p);
            choices[pairs.unit(p)] = Problem.Choice.HIDDEN;
            boolean untold = pair.alone() == 0 && pairs.wide().value(pair.wide(), TallyBlock.KNOWN) == 0;
            if (untold) {
                continue;
            }
            if (banded(pairs.narrow(), pair.narrow()) || banded(pairs.wide(), pair.wide())) {
                needs.add(Need.spread(pairs.cell(p), LEAST_SPREAD));
            } else if (pair.alone() < policy.minimumOutcome()) {
                need(pairs.cell(p), policy.minimumOutcome());
            }
        }
    }

    /** Whether the numerator of a group is told by a band that holds several. */
    private boolean banded(TallyBlock block, int group) {
        return high[block.cell(group, TallyBlock.YES)] != Simplex.NONE;
    }

    /** A label that is shown only because it occurs has a member at least, and everybody can see that. */
    private static boolean somebody(TallyBlock block, int group) {
        if (block.axes().size() != 1 || block.derived()) {
            return false;
        }
        boolean declared = block.labelsOf(group).get(0).isGroup()
                && block.axes().get(0).groups().isPresent();
        return !declared && block.members(group) == block.value(group, TallyBlock.KNOWN);
    }

    /**
     * Members of another state: few of them are hidden. That there are none tells of nobody, and is hidden only where it helps to hide
     * others: whoever sees a mark does not know whether anybody stands behind it.
     */
    private void other(TallyBlock block, int group, int place) {
        long count = block.value(group, place);
        int unit = block.unit(group, place);
        costs[unit] = cost(block, count);
        if (count == 0 && (block.derived() || (policy.zerosPublished() && block.members(group) == 0))) {
            choices[unit] = Problem.Choice.PRINTED;
        } else if (!block.asked() || (count > 0 && count < policy.minimumSize())) {
            choices[unit] = Problem.Choice.HIDDEN;
        }
        if (count > 0 && count < policy.minimumSize()) {
            need(block.cell(group, place), policy.minimumSize());
        }
    }

    /**
     * The more people a number tells of, the dearer it is to hide, so that all of the state is hidden last: by its class of sizes, never by
     * the number itself. From class to class sizes are three times as large and costs twice: many small groups outweigh one large. What
     * stands along one axis alone, as all of a school or a race of the whole state, is what most is read of and costs more.
     */
    private static long cost(TallyBlock block, long members) {
        long cost = block.axes().size() < 2 ? ALONE * COST : COST;
        for (long limit = FIRST_CLASS; limit <= members; limit *= 3) {
            cost *= 2;
        }
        return cost;
    }

    /** What an earlier release printed stays printed; what it hid stays hidden; what tells of the same people stands here. */
    private void keep(List<Ledger.Entry> earlier, boolean correcting) {
        Map<String, OptionalLong> published = new LinkedHashMap<>();
        earlier.forEach(entry -> entry.facts().forEach(fact -> published.put(fact.cell(), fact.printed())));
        Set<String> here = new LinkedHashSet<>();
        for (TallyBlock block : system.blocks()) {
            if (block.derived()) {
                continue;
            }
            Question question = system.tallies().get(block.tally()).question();
            String begin = CellKeys.of(question, block);
            for (int group = 0; group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    String key = begin + "|" + CellKeys.of(block, group, place);
                    here.add(key);
                    OptionalLong printed = published.get(key);
                    if (printed != null) {
                        keep(block, group, place, printed, correcting);
                    }
                }
            }
        }
        List<String> about = system.tallies().stream()
                .flatMap(tally -> CellKeys.about(tally.question()).stream())
                .toList();
        for (Ledger.Entry entry : earlier) {
            if (entry.facts().isEmpty() || !CellKeys.meet(entry.about(), about)) {
                continue;
            }
            if (!entry.facts().stream().allMatch(fact -> here.contains(fact.cell()))) {
                conflicts.add("entry " + entry.id() + " of the ledger tells of the same members by other groups,"
                        + " days or questions: release its tallies together with these");
            }
            if (!entry.policy().equals(policyText(policy))
                    && entry.facts().stream().anyMatch(fact -> fact.printed().isEmpty())) {
                conflicts.add("entry " + entry.id() + " of the ledger was released under another policy");
            }
        }
    }

    static String policyText(ReleasePolicy policy) {
        String coding = policy.coding() == RateCoding.NONE ? "" : ", " + policy.coding();
        String sizes = policy.sizes() == SizeCoding.PRINTED ? "" : ", " + policy.sizes();
        return policy.name() + " (" + policy.promise() + coding + sizes + ")";
    }

    private void keep(TallyBlock block, int group, int place, OptionalLong printed, boolean correcting) {
        int unit = block.unit(group, place);
        if (printed.isEmpty()) {
            choices[unit] = Problem.Choice.HIDDEN;
        } else if (printed.getAsLong() != block.value(group, place)) {
            if (!correcting) {
                conflicts.add(block.name(block.cell(group, place)) + " was published with another number");
            }
        } else if (choices[unit] == Problem.Choice.HIDDEN && block.asked()) {
            conflicts.add(block.name(block.cell(group, place)) + " has been published and would have to be hidden");
        } else {
            choices[unit] = Problem.Choice.PRINTED;
        }
    }
}
