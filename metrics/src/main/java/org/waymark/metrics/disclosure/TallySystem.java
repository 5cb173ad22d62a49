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
    private final List<TallyBlock> blocks = new ArrayList<>();
    private final Map<List<Object>, TallyBlock> find = new LinkedHashMap<>();
    private final Relations relations;
    private final int cells;
    private final int units;

    TallySystem(List<Tally> tallies, Merging merging) {
        this.tallies = tallies;
        for (int t = 0; t < tallies.size(); t++) {
            blocks(t, merging);
        }
        int cell = 0;
        int unit = 0;
        for (TallyBlock block : blocks) {
            block.standAt(cell, unit);
            cell = Math.addExact(cell, block.groups() * block.width());
            unit = Math.addExact(unit, block.groups() * block.unitsOfGroup());
        }
        cells = cell;
        units = unit;
        relations = new TallyRelations(this, merging).build();
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
                add(new TallyBlock(tally, t, indicator, axes, true, merging));
            }
            for (List<Axis> axes : others) {
                add(new TallyBlock(tally, t, indicator, axes, false, merging));
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

    private void add(TallyBlock block) {
        blocks.add(block);
        find.putIfAbsent(key(block.tally(), block.indicator(), block.axes()), block);
    }

    private static List<Object> key(int tally, Indicator indicator, List<Axis> axes) {
        return List.of(tally, indicator, new LinkedHashSet<>(axes));
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<TallyBlock> blocks() {
        return blocks;
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

    /** The block of these axes in any order. */
    Optional<TallyBlock> block(int tally, Indicator indicator, List<Axis> axes) {
        return Optional.ofNullable(find.get(key(tally, indicator, axes)));
    }

    /** The block to which a cell belongs. */
    TallyBlock blockOf(int cell) {
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
                return blockOf(cell).name(cell);
            }

            @Override
            public int size() {
                return cells;
            }
        };
    }

    long[] values() {
        long[] values = new long[cells];
        for (TallyBlock block : blocks) {
            for (int group = 0; group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    values[block.cell(group, place)] = block.value(group, place);
                }
            }
        }
        return values;
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
        return unit;
    }
}
