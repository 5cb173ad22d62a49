package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;

/**
 * What the same members have in common in two blocks: their number whatever is asked of them, who is left out where the same
 * are asked, whom one question asks because they succeeded in another, and on another day what has not changed. Of successes that contain one another {@link Nested} knows.
 */
final class MemberRelations {
    private final TallySystem system;
    private final Relations.Builder builder;
    private final long[] values;

    MemberRelations(TallySystem system, Relations.Builder builder) {
        this.system = system;
        this.builder = builder;
        values = system.values();
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
            if (now) {
                asked(one, group, other, there);
                asked(other, there, one, group);
            }
        }
    }

    /**
     * Who succeeds in one question may be those whom another asks: of graduates it is asked whether they go to college. The size
     * there tells the successes here.
     */
    private void asked(TallyBlock from, int group, TallyBlock then, int there) {
        Indicator first = from.indicator();
        Condition universe = then.indicator().universe();
        boolean askedSucceeded = Implication.holds(universe, first.success());
        boolean succeededAsked = Implication.holds(first.success().and(first.universe()), universe);
        boolean everybody = first.exclusions().isEmpty() && Implication.holds(universe, first.universe());
        State open = State.unknown(Unknown.NOT_YET_OBSERVABLE);
        if (askedSucceeded && succeededAsked && everybody) {
            bind(
                    cells(from, group, State.NO, open, State.OUTSIDE),
                    cells(then, there, State.OUTSIDE),
                    Relations.Sense.EQUAL);
        }
        if (askedSucceeded) {
            bind(cells(from, group, State.NO), cells(then, there, State.OUTSIDE), Relations.Sense.AT_MOST);
        }
        if (succeededAsked) {
            List<Integer> all = new ArrayList<>();
            for (State state : then.states()) {
                all.addAll(state.equals(State.OUTSIDE) ? List.of() : cells(then, there, state));
            }
            bind(cells(from, group, State.YES, State.REACHED_EARLY), all, Relations.Sense.AT_MOST);
        }
    }

    private static List<Integer> cells(TallyBlock block, int group, State... states) {
        List<Integer> cells = new ArrayList<>();
        for (State state : states) {
            if (block.placeOf(state) >= 0) {
                cells.add(block.cell(group, block.placeOf(state)));
            }
        }
        return cells;
    }

    /** The one sum is the other, or at most the other; what the true counts do not keep is no relation. */
    private void bind(List<Integer> left, List<Integer> right, Relations.Sense sense) {
        long difference = Math.subtractExact(sum(left), sum(right));
        boolean holds = sense == Relations.Sense.EQUAL ? difference == 0 : difference <= 0;
        if (holds && !left.isEmpty()) {
            int[] cells = Stream.concat(left.stream(), right.stream())
                    .mapToInt(cell -> cell)
                    .toArray();
            long[] weights = new long[cells.length];
            Arrays.setAll(weights, k -> k < left.size() ? 1 : -1);
            builder.relation(cells, weights, sense, 0);
        }
    }

    private long sum(List<Integer> cells) {
        long sum = 0;
        for (int cell : cells) {
            sum = Math.addExact(sum, values[cell]);
        }
        return sum;
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
