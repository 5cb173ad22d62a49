package org.waymark.metrics.disclosure;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/**
 * The one system of cells and relations that tallies make: groups add up to totals, districts are their schools, pools their
 * years, and the states of different indicators add up to the same members. Faces that follow from those asked for stand in it
 * as well, though they are never printed.
 */
final class TallySystem {
    private final List<Tally> tallies;
    private final boolean coded;
    private final Extents extents;
    private final List<TallyBlock> blocks = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private final Map<List<Object>, TallyBlock> find = new LinkedHashMap<>();
    private final Residuals residuals;
    private final List<Nested> nested;
    private final List<String> conflicts = new ArrayList<>();
    private final long[] values;
    private final Relations relations;
    private final int cells;
    private final int units;

    TallySystem(List<Tally> tallies, boolean coded, Merging merging) {
        this.tallies = tallies;
        this.coded = coded;
        extents = new Extents(tallies);
        for (int t = 0; t < tallies.size(); t++) {
            blocks(t, merging);
        }
        differences();
        extents.covers().forEach(this::rests);
        residuals = new Residuals(this, merging);
        residuals.find();
        int cell = 0;
        int unit = 0;
        for (TallyBlock block : blocks) {
            block.standAt(cell, unit);
            cell = Math.addExact(cell, block.groups() * block.width());
            unit = Math.addExact(unit, block.groups() * block.unitsOfGroup());
        }
        nested = Nested.of(this);
        for (Nested one : nested) {
            one.standAt(cell, unit);
            cell = Math.addExact(cell, one.pairs().size());
            unit = Math.addExact(unit, one.pairs().size());
        }
        cells = cell;
        units = unit;
        values = readValues();
        conflicts.addAll(extents.conflicts());
        conflicts.addAll(residuals.conflicts());
        new Recoded(this).find(conflicts);
        relations = new TallyRelations(this, residuals).build();
    }

    private void blocks(int t, Merging merging) {
        Tally tally = tallies.get(t);
        Set<List<Axis>> asked = new LinkedHashSet<>();
        Set<List<Axis>> others = new LinkedHashSet<>();
        for (Face face : tally.faces()) {
            if (byCluster(tally, face)) {
                continue;
            }
            asked.add(face.axes());
            if (face.isPartition()) {
                subsets(face.axes(), others);
            }
        }
        others.removeIf(axes -> asked.stream().anyMatch(a -> sameAxes(a, axes)));
        for (Indicator indicator : tally.question().indicators()) {
            for (List<Axis> axes : asked) {
                add(new TallyBlock(tally, t, extents.of(t), indicator, axes, true, coded, merging));
            }
            for (List<Axis> axes : others) {
                add(new TallyBlock(tally, t, extents.of(t), indicator, axes, false, coded, merging));
            }
        }
    }

    /** Faces that are there for standard errors alone. */
    static boolean byCluster(Tally tally, Face face) {
        return tally.question().cluster().filter(face.axes()::contains).isPresent()
                && !tally.question().faces().crossings().contains(face.axes());
    }

    private static boolean sameAxes(List<Axis> one, List<Axis> other) {
        return one.size() == other.size() && one.containsAll(other);
    }

    /** Every choice of axes, each once whatever its order. */
    private static void subsets(List<Axis> axes, Set<List<Axis>> into) {
        for (int mask = 0; mask < (1 << axes.size()); mask++) {
            List<Axis> subset = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                if ((mask & (1 << i)) != 0) {
                    subset.add(axes.get(i));
                }
            }
            if (into.stream().noneMatch(other -> sameAxes(other, subset))) {
                into.add(subset);
            }
        }
    }

    /** What is left of a whole without a part is a group of its own, and may be a small one. */
    private void differences() {
        for (Extents.Difference difference : extents.differences()) {
            for (TallyBlock whole : List.copyOf(blocks)) {
                if (whole.extent() != difference.whole() || first(whole) != whole) {
                    continue;
                }
                block(difference.part(), whole.indicator(), whole.axes())
                        .flatMap(part -> whole.without(aligned(whole, part), difference.rest()))
                        .filter(rest -> block(rest.extent(), rest.indicator(), rest.axes())
                                .isEmpty())
                        .ifPresent(this::add);
            }
        }
    }

    /**
     * A pool told of groups of which several of its cohorts are not told.
     *
     * @param parts those of the cohorts that are told
     * @param others who is in the other cohorts
     */
    record Rest(TallyBlock whole, List<TallyBlock> parts, TallyBlock others) {}

    /** Where a pool and some of its cohorts are told of groups, those who are in the others are known as well, and may be few. */
    private void rests(Extents.Cover cover) {
        for (TallyBlock whole : List.copyOf(blocks)) {
            if (whole.extent() != cover.whole() || first(whole) != whole) {
                continue;
            }
            List<TallyBlock> told = new ArrayList<>();
            List<Integer> untold = new ArrayList<>();
            for (int extent : cover.parts()) {
                block(extent, whole.indicator(), whole.axes()).ifPresentOrElse(told::add, () -> untold.add(extent));
            }
            if (told.isEmpty() || untold.isEmpty()) {
                continue;
            }
            Optional<TallyBlock> others = Optional.of(whole);
            int number = untold.size() == 1 ? untold.get(0) : extents.another();
            for (TallyBlock part : told) {
                others = others.flatMap(left -> left.without(aligned(whole, part), number));
            }
            others.ifPresent(rest -> {
                add(rest);
                if (untold.size() > 1) {
                    rests.add(new Rest(whole, told, rest));
                }
            });
        }
    }

    /** Pools that are told of groups of which several of their cohorts are not told. */
    List<Rest> rests() {
        return rests;
    }

    /** The numbers of a block in the places of another. */
    private static long[] aligned(TallyBlock whole, TallyBlock part) {
        long[] aligned = new long[whole.groups() * whole.width()];
        for (int group = 0; group < part.groups(); group++) {
            int there = whole.groupOf(part, group);
            for (State state : part.states()) {
                if (part.value(group, part.placeOf(state)) != 0) {
                    if (there < 0 || whole.placeOf(state) < 0) {
                        aligned[0] = Long.MAX_VALUE;
                        return aligned;
                    }
                    aligned[there * whole.width() + whole.placeOf(state)] = part.value(group, part.placeOf(state));
                }
            }
            if (there >= 0) {
                aligned[there * whole.width() + TallyBlock.KNOWN] = part.value(group, TallyBlock.KNOWN);
            }
        }
        return aligned;
    }

    void add(TallyBlock block) {
        blocks.add(block);
        find.putIfAbsent(key(block.extent(), block.indicator(), block.axes()), block);
    }

    private static List<Object> key(int extent, Indicator indicator, List<Axis> axes) {
        return List.of(extent, indicator, new LinkedHashSet<>(axes));
    }

    Extents extents() {
        return extents;
    }

    /** Whether any indicator is told of the groups along these axes. */
    boolean counts(int extent, List<Axis> axes) {
        return blocks.stream().anyMatch(block -> block.extent() == extent && sameAxes(block.axes(), axes));
    }

    /** The block that counts the same as this one and came first. */
    TallyBlock first(TallyBlock block) {
        return block(block.extent(), block.indicator(), block.axes()).orElse(block);
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<TallyBlock> blocks() {
        return blocks;
    }

    /** How finer groups make up coarser ones. */
    List<Residuals.Link> links() {
        return residuals.links();
    }

    /** Blocks of the same members of which the one success contains the other. */
    List<Nested> nested() {
        return nested;
    }

    Relations relations() {
        return relations;
    }

    int cells() {
        return cells;
    }

    int units() {
        return units;
    }

    /** The block of these axes in any order, from whichever tally. */
    Optional<TallyBlock> block(int extent, Indicator indicator, List<Axis> axes) {
        return Optional.ofNullable(find.get(key(extent, indicator, axes)));
    }

    /** The block to which a cell belongs; of a difference of two, the wider. */
    TallyBlock blockOf(int cell) {
        Optional<Nested> difference = nestedOf(cell);
        return difference.isPresent() ? difference.get().wide() : block(cell);
    }

    /** The group of its block to which a cell belongs. */
    int groupOf(int cell) {
        return nestedOf(cell)
                .map(one -> one.pairs().get(cell - one.cell(0)).wide())
                .orElseGet(() -> (cell - block(cell).cell(0, 0)) / block(cell).width());
    }

    private Optional<Nested> nestedOf(int cell) {
        return nested.stream()
                .filter(one ->
                        cell >= one.cell(0) && cell < one.cell(one.pairs().size()))
                .findFirst();
    }

    private TallyBlock block(int cell) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).cell(0, 0) <= cell) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low);
    }

    /** The cells' names, made when they are asked for. */
    List<String> names() {
        return new AbstractList<>() {
            @Override
            public String get(int cell) {
                return nestedOf(cell)
                        .map(one -> one.name(cell))
                        .orElseGet(() -> block(cell).name(cell));
            }

            @Override
            public int size() {
                return cells;
            }
        };
    }

    /** Which tallies contradict one another, or cannot be looked at without others. */
    List<String> conflicts() {
        return conflicts;
    }

    long value(int cell) {
        return values[cell];
    }

    long[] values() {
        return values.clone();
    }

    private long[] readValues() {
        long[] all = new long[cells];
        for (TallyBlock block : blocks) {
            for (int group = 0; group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    all[block.cell(group, place)] = block.value(group, place);
                }
            }
        }
        for (Nested one : nested) {
            for (int pair = 0; pair < one.pairs().size(); pair++) {
                all[one.cell(pair)] = one.pairs().get(pair).alone();
            }
        }
        return all;
    }

    int[] unitOfCell() {
        int[] unit = new int[cells];
        Arrays.fill(unit, -1);
        for (TallyBlock block : blocks) {
            for (int group = 0; group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    unit[block.cell(group, place)] = block.unit(group, place);
                }
            }
        }
        for (Nested one : nested) {
            for (int pair = 0; pair < one.pairs().size(); pair++) {
                unit[one.cell(pair)] = one.unit(pair);
            }
        }
        return unit;
    }
}
