package org.waymark.metrics.disclosure;

import java.util.List;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;

/**
 * What the same members have in common in two blocks: their number whatever is asked of them, who is left out where the same
 * are asked, and on another day what has not changed. Of successes that contain one another {@link Nested} knows.
 */
final class MemberRelations {
    private final TallySystem system;
    private final Relations.Builder builder;

    MemberRelations(TallySystem system, Relations.Builder builder) {
        this.system = system;
        this.builder = builder;
    }

    void add() {
        for (List<TallyBlock> blocks : Nested.sameMembers(system)) {
            for (int i = 0; i < blocks.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean linked = j == i - 1 || !sameMoment(blocks.get(i), blocks.get(j));
                    between(blocks.get(i), blocks.get(j), linked);
                }
            }
        }
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
}
