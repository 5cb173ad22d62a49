package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;

/**
 * What the same members have in common in two blocks: their number whatever is asked of them, who is left out where the same
 * are asked, successes where one success contains the other, and on another day what has not changed.
 */
final class MemberRelations {
    private final TallySystem system;
    private final Relations.Builder builder;

    MemberRelations(TallySystem system, Relations.Builder builder) {
        this.system = system;
        this.builder = builder;
    }

    void add() {
        Map<List<Object>, List<TallyBlock>> same = new LinkedHashMap<>();
        for (TallyBlock block : system.blocks()) {
            if (system.first(block) == block && !block.overlapping()) {
                Extent extent = system.extents().extent(block.extent());
                List<Object> key = List.of(extent.members(), residual(block), new LinkedHashSet<>(block.axes()));
                same.computeIfAbsent(key, k -> new ArrayList<>()).add(block);
            }
        }
        for (List<TallyBlock> blocks : same.values()) {
            for (int i = 0; i < blocks.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean linked = j == i - 1 || !sameMoment(blocks.get(i), blocks.get(j));
                    between(blocks.get(i), blocks.get(j), linked);
                }
            }
        }
    }

    /** What is left over in a place is nobody's cohort: its number is a name of its own. */
    private int residual(TallyBlock block) {
        return system.extents().isResidual(block.extent()) ? block.extent() : -1;
    }

    private boolean sameMoment(TallyBlock one, TallyBlock other) {
        return system.extents().extent(one.extent()).sameMoment(system.extents().extent(other.extent()));
    }

    private void between(TallyBlock one, TallyBlock other, boolean linked) {
        boolean now = sameMoment(one, other);
        Indicator asked = one.indicator();
        Indicator before = other.indicator();
        for (int group = 0; group < one.groups(); group++) {
            int there = other.groupOf(one, group);
            if (there < 0) {
                continue;
            }
            if (linked && one.members(group) == other.members(there)) {
                members(one, group, other, there);
            }
            boolean asks = asked.universe().equals(before.universe());
            for (State state : one.states()) {
                boolean equal = Implication.same(asked, before)
                        || (now && state.kind() == State.Kind.OUTSIDE && asks)
                        || (now && state.kind() == State.Kind.EXCLUDED && Implication.sameAsked(asked, before));
                if (equal && other.placeOf(state) >= 0) {
                    equal(one, group, other, there, state);
                }
            }
        }
        if (now && Implication.sameAsked(asked, before) && !Implication.same(asked, before)) {
            if (Implication.holds(asked.success(), before.success())) {
                within(one, other);
            }
            if (Implication.holds(before.success(), asked.success())) {
                within(other, one);
            }
        }
    }

    /** On another day a number may have changed; one that has not is the same to everybody. */
    private void equal(TallyBlock one, int group, TallyBlock other, int there, State state) {
        if (one.value(group, one.placeOf(state)) == other.value(there, other.placeOf(state))) {
            builder.sum(other.cell(there, other.placeOf(state)), one.cell(group, one.placeOf(state)));
        }
    }

    private void members(TallyBlock one, int group, TallyBlock other, int there) {
        int[] cells = new int[one.states().size() + other.states().size()];
        long[] weights = new long[cells.length];
        int used = 0;
        for (State state : one.states()) {
            cells[used] = one.cell(group, one.placeOf(state));
            weights[used++] = 1;
        }
        for (State state : other.states()) {
            cells[used] = other.cell(there, other.placeOf(state));
            weights[used++] = -1;
        }
        builder.relation(cells, weights, Relations.Sense.EQUAL, 0);
    }

    /** Who succeeded in the narrower sense succeeded in the wider, though its window may still be open. */
    private void within(TallyBlock narrow, TallyBlock wide) {
        int early = wide.placeOf(State.REACHED_EARLY);
        for (int group = 0; group < narrow.groups(); group++) {
            int there = wide.groupOf(narrow, group);
            long most = there < 0 ? 0 : wide.value(there, TallyBlock.YES) + (early < 0 ? 0 : wide.value(there, early));
            if (there < 0 || narrow.value(group, TallyBlock.YES) > most) {
                continue;
            }
            int[] cells = new int[early < 0 ? 2 : 3];
            long[] weights = new long[cells.length];
            cells[0] = narrow.cell(group, TallyBlock.YES);
            weights[0] = 1;
            cells[1] = wide.cell(there, TallyBlock.YES);
            weights[1] = -1;
            if (early >= 0) {
                cells[2] = wide.cell(there, early);
                weights[2] = -1;
            }
            builder.relation(cells, weights, Relations.Sense.AT_MOST, 0);
        }
    }
}
