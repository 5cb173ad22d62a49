package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/** Reads off tallies what holds between their cells. A relation that the true counts do not keep is no relation. */
final class TallyRelations {
    private final TallySystem system;
    private final Merging merging;
    private final Relations.Builder builder;

    TallyRelations(TallySystem system, Merging merging) {
        this.system = system;
        this.merging = merging;
        builder = Relations.betweenNamed(system.names());
    }

    Relations build() {
        for (TallyBlock block : system.blocks()) {
            denominators(block);
            for (int i = 0; i < block.axes().size(); i++) {
                totals(block, i);
                hierarchies(block, i);
            }
            sameAxes(block);
            members(block);
        }
        pools();
        return builder.build();
    }

    /** The denominator is those who succeeded and those who did not. */
    private void denominators(TallyBlock block) {
        for (int group = 0; group < block.groups(); group++) {
            builder.sum(
                    block.cell(group, TallyBlock.KNOWN),
                    block.cell(group, TallyBlock.YES),
                    block.cell(group, TallyBlock.NO));
        }
    }

    /** The groups along one axis make up those who stand in the face without it. */
    private void totals(TallyBlock block, int axis) {
        List<Axis> rest = new ArrayList<>(block.axes());
        Axis dropped = rest.remove(axis);
        Optional<TallyBlock> whole = system.block(block.tally(), block.indicator(), rest);
        if (whole.isEmpty()) {
            return;
        }
        Tally tally = system.tallies().get(block.tally());
        boolean overlap = tally.overlap(dropped) || !tally.overlapIsKnown(dropped);
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int group = 0; group < block.groups(); group++) {
            int total = group(whole.get(), block, group, Optional.of(dropped), Optional.empty());
            if (total >= 0) {
                parts.computeIfAbsent(total, t -> new ArrayList<>()).add(group);
            }
        }
        parts.forEach((total, groups) -> {
            for (State state : block.states()) {
                int from = whole.get().placeOf(state);
                if (from >= 0) {
                    int cell = whole.get().cell(total, from);
                    if (overlap) {
                        overlapping(block, axis, state, cell, groups);
                    } else {
                        builder.sum(cell, cells(block, state, groups));
                    }
                }
            }
        });
    }

    /** Groups that overlap are each a part of those who are not without a group, and together make up all of them. */
    private void overlapping(TallyBlock block, int axis, State state, int total, List<Integer> groups) {
        List<Integer> single = new ArrayList<>();
        List<Integer> several = new ArrayList<>();
        for (int group : groups) {
            (block.labelsOf(group).get(axis).isGroup() ? several : single).add(group);
        }
        for (int group : several) {
            List<Integer> part = new ArrayList<>(single);
            part.add(group);
            weighted(cells(block, state, part), 1, total, -1);
        }
        weighted(cells(block, state, groups), -1, total, 1);
    }

    private void weighted(int[] cells, long with, int total, long withTotal) {
        int[] bound = Arrays.copyOf(cells, cells.length + 1);
        long[] weights = new long[bound.length];
        Arrays.fill(weights, with);
        bound[cells.length] = total;
        weights[cells.length] = withTotal;
        builder.relation(bound, weights, Relations.Sense.AT_MOST, 0);
    }

    private static int[] cells(TallyBlock block, State state, List<Integer> groups) {
        int place = block.placeOf(state);
        return groups.stream().mapToInt(group -> block.cell(group, place)).toArray();
    }

    /** The group of another block with the same labels on the axes that both have; an axis may be dropped or replaced. */
    private static int group(
            TallyBlock to, TallyBlock from, int group, Optional<Axis> dropped, Optional<Map<Axis, Label>> replaced) {
        List<Label> own = from.labelsOf(group);
        Map<Axis, Label> labels = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            labels.put(from.axes().get(i), own.get(i));
        }
        dropped.ifPresent(labels::remove);
        replaced.ifPresent(labels::putAll);
        List<Label> there = new ArrayList<>();
        for (Axis axis : to.axes()) {
            Label label = labels.get(axis);
            if (label == null) {
                return -1;
            }
            there.add(label);
        }
        return to.group(there);
    }

    /** The groups of the finer axis make up those of the coarser. */
    private void hierarchies(TallyBlock block, int axis) {
        for (Hierarchy hierarchy : system.tallies().get(block.tally()).hierarchies()) {
            if (!hierarchy.child().equals(block.axes().get(axis))) {
                continue;
            }
            List<Axis> coarse = new ArrayList<>(block.axes());
            coarse.set(axis, hierarchy.parent());
            Optional<TallyBlock> whole = system.block(block.tally(), block.indicator(), coarse);
            if (whole.isEmpty()) {
                continue;
            }
            Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
            for (int group = 0; group < block.groups(); group++) {
                Optional<Label> parent = parent(hierarchy, block.labelsOf(group).get(axis));
                if (parent.isPresent()) {
                    Map<Axis, Label> replaced = new LinkedHashMap<>();
                    replaced.put(hierarchy.parent(), merging.label(hierarchy.parent(), parent.get()));
                    int total = group(whole.get(), block, group, Optional.of(hierarchy.child()), Optional.of(replaced));
                    if (total >= 0) {
                        parts.computeIfAbsent(total, t -> new ArrayList<>()).add(group);
                    }
                }
            }
            for (State state : block.states()) {
                hierarchy(block, whole.get(), state, parts);
            }
        }
    }

    /** Equal where every parent is the sum of its children; else a sum of parts at most, if that holds. */
    private void hierarchy(TallyBlock block, TallyBlock whole, State state, Map<Integer, List<Integer>> parts) {
        int from = whole.placeOf(state);
        int place = block.placeOf(state);
        if (from < 0) {
            return;
        }
        boolean equal = true;
        boolean atMost = true;
        for (Map.Entry<Integer, List<Integer>> part : parts.entrySet()) {
            long sum = 0;
            for (int group : part.getValue()) {
                sum = Math.addExact(sum, block.value(group, place));
            }
            equal &= sum == whole.value(part.getKey(), from);
            atMost &= sum <= whole.value(part.getKey(), from);
        }
        if (!atMost) {
            return;
        }
        boolean exactly = equal;
        parts.forEach((total, groups) -> {
            if (exactly) {
                builder.sum(whole.cell(total, from), cells(block, state, groups));
            } else {
                weighted(cells(block, state, groups), 1, whole.cell(total, from), -1);
            }
        });
    }

    private Optional<Label> parent(Hierarchy hierarchy, Label child) {
        String name = hierarchy.parentOf().get(child.name());
        if (name == null && child.equals(merging.both())) {
            name = hierarchy.parentOf().get(merging.one().name());
        }
        return name == null || !child.isGroup() ? Optional.empty() : Optional.of(Label.of(name));
    }

    /** The same axes in another order are the same cells. */
    private void sameAxes(TallyBlock block) {
        Optional<TallyBlock> first = system.block(block.tally(), block.indicator(), block.axes());
        if (first.isPresent() && first.get() != block) {
            equal(block, first.get());
        }
    }

    private void equal(TallyBlock block, TallyBlock other) {
        for (int group = 0; group < block.groups(); group++) {
            int there = group(other, block, group, Optional.empty(), Optional.empty());
            for (State state : block.states()) {
                if (there >= 0 && other.placeOf(state) >= 0) {
                    builder.sum(other.cell(there, other.placeOf(state)), block.cell(group, block.placeOf(state)));
                }
            }
        }
    }

    /** The states of every indicator add up to the same members. */
    private void members(TallyBlock block) {
        List<Indicator> all = system.tallies().get(block.tally()).question().indicators();
        int at = all.indexOf(block.indicator());
        Optional<TallyBlock> next =
                at + 1 < all.size() ? system.block(block.tally(), all.get(at + 1), block.axes()) : Optional.empty();
        if (next.isEmpty() || !next.get().axes().equals(block.axes())) {
            return;
        }
        for (int group = 0; group < block.groups(); group++) {
            int there = group(next.get(), block, group, Optional.empty(), Optional.empty());
            if (there < 0) {
                continue;
            }
            int[] cells = new int[block.states().size() + next.get().states().size()];
            long[] weights = new long[cells.length];
            int used = 0;
            for (State state : block.states()) {
                cells[used] = block.cell(group, block.placeOf(state));
                weights[used++] = 1;
            }
            for (State state : next.get().states()) {
                cells[used] = next.get().cell(there, next.get().placeOf(state));
                weights[used++] = -1;
            }
            builder.relation(cells, weights, Relations.Sense.EQUAL, 0);
        }
    }

    /** A pool is the sum of its cohorts, and the same cohort counted twice is the same. */
    private void pools() {
        List<Tally> tallies = system.tallies();
        for (int from = 0; from < tallies.size(); from++) {
            CohortDefinition pool = tallies.get(from).question().of();
            for (int to = from + 1; to < tallies.size(); to++) {
                pool = pool.unit().equals(tallies.get(to).question().of().unit())
                        ? pool.pooledWith(tallies.get(to).question().of())
                        : pool;
                for (int whole = 0; whole < tallies.size(); whole++) {
                    if ((whole < from || whole > to)
                            && tallies.get(whole).question().of().equals(pool)) {
                        pool(whole, from, to);
                    }
                }
                if (tallies.get(from)
                        .question()
                        .of()
                        .equals(tallies.get(to).question().of())) {
                    pool(to, from, from);
                }
            }
        }
    }

    private void pool(int whole, int from, int to) {
        for (TallyBlock block : system.blocks()) {
            if (block.tally() != whole) {
                continue;
            }
            List<TallyBlock> parts = new ArrayList<>();
            for (int part = from; part <= to; part++) {
                system.block(part, block.indicator(), block.axes()).ifPresent(parts::add);
            }
            boolean sameDays = parts.stream()
                    .allMatch(part -> system.tallies()
                                    .get(part.tally())
                                    .question()
                                    .asOf()
                                    .equals(system.tallies()
                                            .get(whole)
                                            .question()
                                            .asOf())
                            && system.tallies()
                                    .get(part.tally())
                                    .question()
                                    .period()
                                    .equals(system.tallies()
                                            .get(whole)
                                            .question()
                                            .period()));
            if (parts.size() == to - from + 1 && sameDays) {
                pool(block, parts);
            }
        }
    }

    private void pool(TallyBlock whole, List<TallyBlock> parts) {
        List<int[]> sums = new ArrayList<>();
        for (int group = 0; group < whole.groups(); group++) {
            for (State state : whole.states()) {
                List<Integer> cells = new ArrayList<>();
                long sum = 0;
                for (TallyBlock part : parts) {
                    int there = group(part, whole, group, Optional.empty(), Optional.empty());
                    int place = part.placeOf(state);
                    if (there >= 0 && place >= 0) {
                        cells.add(part.cell(there, place));
                        sum = Math.addExact(sum, part.value(there, place));
                    }
                }
                if (sum != whole.value(group, whole.placeOf(state))) {
                    return;
                }
                cells.add(whole.cell(group, whole.placeOf(state)));
                sums.add(cells.stream().mapToInt(c -> c).toArray());
            }
        }
        for (int[] cells : sums) {
            builder.sum(cells[cells.length - 1], Arrays.copyOf(cells, cells.length - 1));
        }
    }
}
