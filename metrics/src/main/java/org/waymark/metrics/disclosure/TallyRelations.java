package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;

/** Reads off tallies what holds between their cells. A relation that the true counts do not keep is no relation. */
final class TallyRelations {
    private final TallySystem system;
    private final Residuals residuals;
    private final Relations.Builder builder;

    TallyRelations(TallySystem system, Residuals residuals) {
        this.system = system;
        this.residuals = residuals;
        builder = Relations.betweenNamed(system.names());
    }

    Relations build() {
        for (TallyBlock block : system.blocks()) {
            denominators(block);
            for (int i = 0; i < block.axes().size(); i++) {
                totals(block, i);
            }
            if (system.first(block) != block) {
                same(block, system.first(block));
            }
        }
        residuals.links().forEach(this::hierarchy);
        residuals.moved().forEach(places -> places.relate(builder));
        new MemberRelations(system, builder).add();
        system.nested().forEach(one -> one.relate(builder));
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
        rest.remove(axis);
        Optional<TallyBlock> whole = system.block(block.extent(), block.indicator(), rest);
        if (whole.isEmpty()) {
            return;
        }
        boolean overlap = block.overlapping(axis);
        Axis along = block.axes().get(axis);
        Optional<Residuals.Link> follows = residuals.links().stream()
                .filter(link -> !overlap
                        && (byCoarser(link, block, along, whole.get()) || byFiner(link, block, along, whole.get())))
                .findFirst();
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int group = 0; group < block.groups(); group++) {
            int total = whole.get().groupOf(block, group);
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
                        if (follows.filter(link -> link.knows(state)).isPresent()) {
                            builder.implied();
                        }
                    }
                }
            }
        });
    }

    /** Whether the groups make up coarser ones without a rest, and those make up the same whole. */
    private boolean byCoarser(Residuals.Link link, TallyBlock block, Axis axis, TallyBlock whole) {
        Axis parent = link.hierarchy().parent();
        return link.fine() == block
                && link.hierarchy().child().equals(axis)
                && link.whole()
                && link.rest().isEmpty()
                && !link.coarse().overlapping(link.coarse().axes().indexOf(parent))
                && without(link.coarse(), parent).filter(whole::equals).isPresent();
    }

    /** Whether the groups are made up of finer ones, and those make up what makes up the same whole. */
    private boolean byFiner(Residuals.Link link, TallyBlock block, Axis axis, TallyBlock whole) {
        TallyBlock fine = link.fine();
        return link.coarse() == block
                && !link.hierarchy().parent().equals(axis)
                && link.whole()
                && !fine.overlapping(fine.axes().indexOf(axis))
                && residuals.links().stream()
                        .anyMatch(other -> other.coarse() == whole
                                && other.hierarchy().equals(link.hierarchy())
                                && other.whole()
                                && other.rest().isPresent() == link.rest().isPresent()
                                && without(fine, axis)
                                        .filter(other.fine()::equals)
                                        .isPresent());
    }

    /** The block without one of its axes. */
    private Optional<TallyBlock> without(TallyBlock of, Axis axis) {
        List<Axis> rest = new ArrayList<>(of.axes());
        rest.remove(axis);
        return system.block(of.extent(), of.indicator(), rest);
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

    /** Equal where nobody is left over; where finer groups overlap, each is a part at most. */
    private void hierarchy(Residuals.Link link) {
        TallyBlock fine = link.fine();
        TallyBlock coarse = link.coarse();
        link.parts().forEach((total, groups) -> {
            for (State state : coarse.states()) {
                int whole = coarse.cell(total, coarse.placeOf(state));
                List<Integer> cells = new ArrayList<>();
                for (int group : groups) {
                    if (fine.placeOf(state) >= 0) {
                        cells.add(fine.cell(group, fine.placeOf(state)));
                    }
                }
                if (link.fits()) {
                    link.rest().ifPresent(rest -> cells.add(rest.cell(total, rest.placeOf(state))));
                    builder.sum(whole, cells.stream().mapToInt(c -> c).toArray());
                } else {
                    // Nobody is in a larger place alone: it is no more than its smaller ones together.
                    builder.covered(whole, cells, system::value);
                    long value = coarse.value(total, coarse.placeOf(state));
                    for (int k = 0; k < cells.size(); k++) {
                        if (fine.value(groups.get(k), fine.placeOf(state)) <= value) {
                            builder.atMost(cells.get(k), whole);
                        }
                    }
                }
            }
        });
    }

    /** The same cells, from two tallies or with axes in another order. */
    private void same(TallyBlock block, TallyBlock other) {
        for (int group = 0; group < block.groups(); group++) {
            int there = other.groupOf(block, group);
            for (State state : block.states()) {
                int place = block.placeOf(state);
                int otherPlace = other.placeOf(state);
                if (there >= 0 && otherPlace >= 0) {
                    builder.sum(other.cell(there, otherPlace), block.cell(group, place));
                }
            }
        }
    }

    /** A pool is the sum of its cohorts, and a whole is a part and what is left. */
    private void pools() {
        for (Extents.Cover cover : system.extents().covers()) {
            for (TallyBlock whole : system.blocks()) {
                if (whole.extent() == cover.whole() && system.first(whole) == whole) {
                    blocks(whole, cover.parts()).ifPresent(parts -> pool(whole, parts));
                }
            }
        }
        for (TallySystem.Rest rest : system.rests()) {
            List<TallyBlock> parts = new ArrayList<>(rest.parts());
            parts.add(rest.others());
            pool(rest.whole(), parts);
        }
        for (Extents.Difference difference : system.extents().differences()) {
            for (TallyBlock whole : system.blocks()) {
                if (whole.extent() == difference.whole() && system.first(whole) == whole) {
                    blocks(whole, List.of(difference.part(), difference.rest())).ifPresent(parts -> pool(whole, parts));
                }
            }
        }
    }

    /** The blocks of a pool's cohorts, if all of them are told of its groups. */
    private Optional<List<TallyBlock>> blocks(TallyBlock whole, List<Integer> extents) {
        List<TallyBlock> parts = new ArrayList<>();
        for (int extent : extents) {
            system.block(extent, whole.indicator(), whole.axes()).ifPresent(parts::add);
        }
        return parts.size() < extents.size() ? Optional.empty() : Optional.of(parts);
    }

    private void pool(TallyBlock whole, List<TallyBlock> parts) {
        for (int group = 0; group < whole.groups(); group++) {
            for (State state : whole.states()) {
                int cell = whole.cell(group, whole.placeOf(state));
                List<Integer> cells = cells(whole, parts, group, state);
                if (sum(cells) == system.value(cell)) {
                    builder.sum(cell, cells.stream().mapToInt(c -> c).toArray());
                } else {
                    shared(cell, cells);
                }
            }
        }
    }

    private static List<Integer> cells(TallyBlock whole, List<TallyBlock> parts, int group, State state) {
        List<Integer> cells = new ArrayList<>();
        for (TallyBlock part : parts) {
            int there = part.groupOf(whole, group);
            int place = part.placeOf(state);
            if (there >= 0 && place >= 0) {
                cells.add(part.cell(there, place));
            }
        }
        return cells;
    }

    /** Members of a pool who stand in two of its cohorts count once in it: each part is at most the whole, and the whole their sum. */
    private void shared(int whole, List<Integer> parts) {
        parts.stream()
                .filter(part -> system.value(part) <= system.value(whole))
                .forEach(part -> builder.atMost(part, whole));
        builder.covered(whole, parts, system::value);
    }

    private long sum(List<Integer> cells) {
        return cells.stream().mapToLong(system::value).reduce(0, Math::addExact);
    }
}
