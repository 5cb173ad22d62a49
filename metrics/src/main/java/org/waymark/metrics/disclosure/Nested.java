package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.State;

/**
 * Two blocks of the same members of which the one success contains the other, such as graduation within five years and within
 * four. Nobody prints who succeeded in the wider sense alone, but their number is the difference of two that may be printed: it
 * is a cell of its own for each group, never printed, and protected like any outcome.
 */
final class Nested {
    private final TallyBlock narrow;
    private final TallyBlock wide;
    private final List<Pair> pairs = new ArrayList<>();
    private int firstCell;
    private int firstUnit;

    /** The same group in both, and how many succeeded in the wider sense alone. */
    record Pair(int narrow, int wide, long alone) {}

    private Nested(TallyBlock narrow, TallyBlock wide, boolean sameDay) {
        this.narrow = narrow;
        this.wide = wide;
        for (int group = 0; group < narrow.groups(); group++) {
            int there = wide.groupOf(narrow, group);
            if (there < 0) {
                continue;
            }
            long alone = Math.subtractExact(succeeded(wide, there), succeeded(narrow, group));
            // On another day members may have come and gone, and then nobody knows who is in the difference.
            if (alone >= 0 && (sameDay || narrow.members(group) == wide.members(there))) {
                pairs.add(new Pair(group, there, alone));
            }
        }
    }

    /** All pairs of blocks of a system of which the one success contains the other, by what their definitions say. */
    static List<Nested> of(TallySystem system) {
        List<Nested> all = new ArrayList<>();
        for (List<TallyBlock> blocks : sameMembers(system)) {
            for (TallyBlock narrow : blocks) {
                for (TallyBlock wide : blocks) {
                    Extent earlier = system.extents().extent(narrow.extent());
                    Extent later = system.extents().extent(wide.extent());
                    boolean contains = !later.asOf().isBefore(earlier.asOf())
                            && later.period().equals(earlier.period())
                            && Implication.contains(wide.indicator(), narrow.indicator());
                    if (contains) {
                        all.add(new Nested(narrow, wide, earlier.sameMoment(later)));
                    }
                }
            }
        }
        return all;
    }

    /** Blocks that tell of the same members by the same groups, on whatever day. */
    static List<List<TallyBlock>> sameMembers(TallySystem system) {
        Map<List<Object>, List<TallyBlock>> same = new LinkedHashMap<>();
        for (TallyBlock block : system.blocks()) {
            if (system.first(block) == block) {
                // What is left over in a place is nobody's cohort: its number is a name of its own.
                int residual = system.extents().isResidual(block.extent()) ? block.extent() : -1;
                List<Object> key = List.of(
                        system.extents().extent(block.extent()).members(), residual, new LinkedHashSet<>(block.axes()));
                same.computeIfAbsent(key, k -> new ArrayList<>()).add(block);
            }
        }
        return List.copyOf(same.values());
    }

    /** Those who are seen to have succeeded, though their window may still be open. */
    private static long succeeded(TallyBlock block, int group) {
        int early = block.placeOf(State.REACHED_EARLY);
        return Math.addExact(block.value(group, TallyBlock.YES), early < 0 ? 0 : block.value(group, early));
    }

    /** Gives the cells their place in the system. */
    void standAt(int cell, int unit) {
        firstCell = cell;
        firstUnit = unit;
    }

    TallyBlock narrow() {
        return narrow;
    }

    TallyBlock wide() {
        return wide;
    }

    /** The groups that stand in both. */
    List<Pair> pairs() {
        return pairs;
    }

    int cell(int pair) {
        return firstCell + pair;
    }

    int unit(int pair) {
        return firstUnit + pair;
    }

    /** The group in words. */
    String name(int cell) {
        Pair pair = pairs.get(cell - firstCell);
        return wide.name(wide.cell(pair.wide(), TallyBlock.YES)) + " and not in "
                + narrow.indicator().id();
    }

    /** The success in the wider sense is that in the narrower and those in the wider alone. */
    void relate(Relations.Builder builder) {
        for (int p = 0; p < pairs.size(); p++) {
            List<Integer> cells = new ArrayList<>(List.of(cell(p)));
            cells.addAll(successes(narrow, pairs.get(p).narrow()));
            int parts = cells.size();
            cells.addAll(successes(wide, pairs.get(p).wide()));
            long[] weights = new long[cells.size()];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = k < parts ? 1 : -1;
            }
            builder.relation(cells.stream().mapToInt(c -> c).toArray(), weights, Relations.Sense.EQUAL, 0);
        }
    }

    private static List<Integer> successes(TallyBlock block, int group) {
        int early = block.placeOf(State.REACHED_EARLY);
        List<Integer> cells = new ArrayList<>(List.of(block.cell(group, TallyBlock.YES)));
        if (early >= 0) {
            cells.add(block.cell(group, early));
        }
        return cells;
    }
}
