package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Label;

/**
 * What a policy promises of each cell, and what everybody knows of it who sees nothing printed: read off the counts a second time,
 * for the verifier alone. It shares nothing with what chooses the cells to hide, so that a rule which is forgotten there is missed
 * here.
 */
final class Promise {
    private final long[] low;
    private final long[] high;
    private int[] cells = new int[64];
    private long[] lowAtMost = new long[64];
    private long[] highAtLeast = new long[64];
    private long[] apart = new long[64];
    private int size;

    private Promise(int cellCount) {
        low = new long[cellCount];
        high = new long[cellCount];
        Arrays.fill(high, Long.MAX_VALUE);
    }

    /** What is promised of tallies. */
    static Promise of(TallySystem system, ReleasePolicy policy) {
        Promise promise = new Promise(system.cells());
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; group < block.groups(); group++) {
                promise.presence(block, group, policy);
            }
        }
        promise.presenceOfParents(system);
        for (TallyBlock block : system.blocks()) {
            for (int group = 0; group < block.groups(); group++) {
                promise.outcome(block, group, policy);
                promise.others(block, group, policy);
            }
        }
        system.nested().forEach(pairs -> promise.nested(pairs, policy));
        return promise;
    }

    /** What is promised of a table of counts. */
    static Promise of(ReleasePolicy policy, long[] counts) {
        Promise promise = new Promise(counts.length);
        for (int cell = 0; cell < counts.length; cell++) {
            promise.low[cell] = policy.zerosPublished() && counts[cell] > 0 ? 1 : 0;
            if (counts[cell] < policy.minimumSize() && !(counts[cell] == 0 && policy.zerosPublished())) {
                promise.small(cell, policy.level(), policy.minimumSize());
            }
        }
        return promise;
    }

    /** What is promised of a table of sums, given what each member contributes to each cell. */
    static Promise of(ReleasePolicy policy, Dominance rule, List<List<Long>> contributions) {
        Promise promise = new Promise(contributions.size());
        for (int cell = 0; cell < contributions.size(); cell++) {
            long sum = 0;
            long largest = 0;
            for (long own : contributions.get(cell)) {
                sum = Math.addExact(sum, own);
                largest = Math.max(largest, own);
            }
            promise.low[cell] = policy.zerosPublished() && sum > 0 ? 1 : 0;
            long margin = rule.margin(contributions.get(cell));
            if (margin == 0 && contributions.get(cell).size() < policy.minimumSize()) {
                margin = largest;
            }
            if (margin > 0) {
                promise.owe(cell, Math.max(0, sum - margin), Math.addExact(sum, margin), 1);
            }
        }
        return promise;
    }

    /** How many cells something is promised of. */
    int size() {
        return size;
    }

    int cell(int place) {
        return cells[place];
    }

    /** Whether two numbers that the cell can be keep the promise. */
    boolean kept(int place, long least, long most) {
        return least <= lowAtMost[place]
                && most >= highAtLeast[place]
                && Math.subtractExact(most, least) >= apart[place];
    }

    /** Whether a hidden cell may be such a number for all that everybody knows. */
    boolean thinkable(int cell, long number) {
        return number >= low[cell] && number <= high[cell];
    }

    private void owe(int cell, long atMost, long atLeast, long by) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
            lowAtMost = Arrays.copyOf(lowAtMost, 2 * size);
            highAtLeast = Arrays.copyOf(highAtLeast, 2 * size);
            apart = Arrays.copyOf(apart, 2 * size);
        }
        cells[size] = cell;
        lowAtMost[size] = atMost;
        highAtLeast[size] = atLeast;
        apart[size++] = by;
    }

    private void small(int cell, Level level, int minimum) {
        long least = Math.max(1, low[cell]);
        switch (level) {
            case EXACT -> owe(cell, Long.MAX_VALUE, Long.MIN_VALUE, 1);
            case POLICY -> owe(cell, least, minimum - 1L, 1);
            case INTERVAL -> owe(cell, least, minimum, 1);
        }
    }

    private static long denominator(TallyBlock block, int group) {
        return Math.addExact(block.value(group, block.placeOf(State.YES)), block.value(group, block.placeOf(State.NO)));
    }

    /** Whoever sees that zeros are printed, or that a place is listed, knows that somebody is there. */
    private void presence(TallyBlock block, int group, ReleasePolicy policy) {
        long size = denominator(block, group);
        boolean listed = false;
        if (block.axes().size() == 1 && !block.derived()) {
            boolean declared = block.axes().get(0).groups().isPresent()
                    && block.labelsOf(group).get(0).isGroup();
            listed = !declared && block.members(group) == size;
        }
        if (size > 0 && (listed || policy.zerosPublished())) {
            low[block.cell(group, TallyBlock.KNOWN)] = 1;
        }
    }

    private void presenceOfParents(TallySystem system) {
        for (TallyBlock fine : system.blocks()) {
            if (fine.axes().size() != 1 || system.first(fine) != fine) {
                continue;
            }
            for (int t = 0; t < system.tallies().size(); t++) {
                for (Hierarchy hierarchy : system.tallies().get(t).hierarchies()) {
                    if (system.extents().of(t) == fine.extent()
                            && hierarchy.child().equals(fine.axes().get(0))) {
                        system.block(fine.extent(), fine.indicator(), List.<Axis>of(hierarchy.parent()))
                                .ifPresent(coarse -> presenceOfParents(fine, coarse, hierarchy));
                    }
                }
            }
        }
    }

    private void presenceOfParents(TallyBlock fine, TallyBlock coarse, Hierarchy hierarchy) {
        Map<Integer, Long> there = new LinkedHashMap<>();
        long[] sums = new long[coarse.groups() * coarse.width()];
        for (int group = 0; group < fine.groups(); group++) {
            Label own = fine.labelsOf(group).get(0);
            Optional<String> parent = Optional.ofNullable(hierarchy.parentOf().get(own.name()));
            int whole =
                    parent.map(name -> coarse.group(List.of(Label.of(name)))).orElse(-1);
            if (whole < 0 || !own.isGroup()) {
                return;
            }
            there.merge(whole, low[fine.cell(group, TallyBlock.KNOWN)], Math::addExact);
            for (State state : fine.states()) {
                long value = fine.value(group, fine.placeOf(state));
                int place = coarse.placeOf(state);
                if (value > 0 && place < 0) {
                    return;
                }
                if (place >= 0) {
                    sums[whole * coarse.width() + place] += value;
                }
            }
        }
        for (int whole = 0; whole < coarse.groups(); whole++) {
            for (State state : coarse.states()) {
                int place = coarse.placeOf(state);
                if (!there.containsKey(whole) || sums[whole * coarse.width() + place] > coarse.value(whole, place)) {
                    return;
                }
            }
        }
        there.forEach((whole, least) -> {
            int cell = coarse.cell(whole, TallyBlock.KNOWN);
            low[cell] = Math.max(low[cell], least);
        });
    }

    /** Small groups, few successes and few failures; where rates are told in bands, three numerators within the band. */
    private void outcome(TallyBlock block, int group, ReleasePolicy policy) {
        long size = denominator(block, group);
        boolean zeroTells = !block.derived()
                && !(policy.zerosPublished() && block.asked())
                && !policy.impossible(block.axes(), block.labelsOf(group));
        if (size == 0 && !zeroTells) {
            return;
        }
        boolean small = size < policy.minimumSize() && (size > 0 || !policy.zerosPublished());
        int yes = block.placeOf(State.YES);
        int no = block.placeOf(State.NO);
        if (small) {
            small(block.cell(group, TallyBlock.KNOWN), policy.level(), policy.minimumSize());
        } else if (policy.coding() != RateCoding.NONE && block.asked()) {
            band(block.cell(group, yes), policy.coding().band(block.value(group, yes), size));
            return;
        }
        for (int place : new int[] {yes, no}) {
            if (small || block.value(group, place) < policy.minimumOutcome()) {
                small(block.cell(group, place), policy.level(), policy.minimumOutcome());
            }
        }
    }

    private void band(int cell, Optional<Band> band) {
        long numbers = band.map(Band::spread).orElse(3L);
        if (numbers > 1) {
            band.ifPresent(told -> {
                low[cell] = told.low();
                high[cell] = told.high();
            });
            owe(cell, Long.MAX_VALUE, Long.MIN_VALUE, Math.min(2, numbers - 1));
        }
    }

    /** Of two successes of which the one contains the other, the difference is an outcome as well. */
    private void nested(Nested pairs, ReleasePolicy policy) {
        for (int p = 0; p < pairs.pairs().size(); p++) {
            int group = pairs.pairs().get(p).wide();
            long alone = pairs.pairs().get(p).alone();
            boolean narrowTold = high[pairs.narrow().cell(pairs.pairs().get(p).narrow(), 0)] < Long.MAX_VALUE;
            boolean wideTold = high[pairs.wide().cell(group, 0)] < Long.MAX_VALUE;
            if (alone == 0 && denominator(pairs.wide(), group) == 0) {
                continue;
            }
            if (narrowTold || wideTold) {
                owe(pairs.cell(p), Long.MAX_VALUE, Long.MIN_VALUE, 2);
            } else if (alone < policy.minimumOutcome()) {
                small(pairs.cell(p), policy.level(), policy.minimumOutcome());
            }
        }
    }

    private void others(TallyBlock block, int group, ReleasePolicy policy) {
        for (State state : block.states()) {
            long count = block.value(group, block.placeOf(state));
            boolean outcome = state.equals(State.YES) || state.equals(State.NO);
            if (!outcome && count > 0 && count < policy.minimumSize()) {
                small(block.cell(group, block.placeOf(state)), policy.level(), policy.minimumSize());
            }
        }
    }
}
