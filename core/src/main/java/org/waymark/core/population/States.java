package org.waymark.core.population;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Unknown;

/** What every row of a roster is for one indicator: one byte each, the number of a {@link State}. */
final class States {
    private static final byte OUTSIDE = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;
    private static final byte EARLY = 3;
    private static final byte FIRST_UNKNOWN = 4;

    private final List<State> states = new ArrayList<>();
    private final byte[] ofRow;

    private States(Indicator indicator, byte[] ofRow) {
        states.add(State.OUTSIDE);
        states.add(State.NO);
        states.add(State.YES);
        states.add(State.REACHED_EARLY);
        for (Unknown reason : Unknown.values()) {
            states.add(State.unknown(reason));
        }
        for (Exclusion exclusion : indicator.exclusions()) {
            states.add(State.excluded(exclusion.reason()));
        }
        this.ofRow = ofRow;
    }

    static States of(Scope scope, Indicator indicator) {
        Conditions conditions = new Conditions(scope);
        Node universe = conditions.node(indicator.universe());
        Node success = conditions.node(indicator.success());
        Node[] exclusions = indicator.exclusions().stream()
                .map(exclusion -> conditions.node(exclusion.condition()))
                .toArray(Node[]::new);
        int size = scope.roster().size();
        byte[] all = new byte[size];
        byte[] in = new byte[Node.BLOCK];
        byte[] out = new byte[Node.BLOCK];
        byte[] answer = new byte[Node.BLOCK];
        byte[] stateOf = new byte[1 << 7];
        for (int truth = 0; truth < stateOf.length; truth++) {
            stateOf[truth] = Truth.isAnswer((byte) truth) ? state(Truth.YES, (byte) truth, indicator.unknowns()) : 0;
        }
        int excludedFrom = FIRST_UNKNOWN + Unknown.values().length;
        for (int from = 0; from < size; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, size - from);
            universe.fill(from, count, in);
            success.fill(from, count, answer);
            fill(from, count, in, answer, indicator.unknowns(), stateOf, all);
            for (int x = exclusions.length - 1; x >= 0; x--) {
                exclusions[x].fill(from, count, out);
                for (int i = 0; i < count; i++) {
                    if (Truth.isYes(out[i]) && all[from + i] != OUTSIDE) {
                        all[from + i] = (byte) (excludedFrom + x);
                    }
                }
            }
        }
        return new States(indicator, all);
    }

    /** @param stateOf what those in the universe are, by the truth of the success */
    private static void fill(
            int from, int count, byte[] universe, byte[] success, UnknownRule rule, byte[] stateOf, byte[] out) {
        for (int i = 0; i < count; i++) {
            out[from + i] = universe[i] == Truth.YES ? stateOf[success[i]] : state(universe[i], success[i], rule);
        }
    }

    private static byte state(byte universe, byte success, UnknownRule rule) {
        if (Truth.isNo(universe)) {
            return OUTSIDE;
        }
        if (!Truth.isYes(universe)) {
            return unknown(Truth.reason(universe));
        }
        if (Truth.isOpen(success)) {
            return Truth.isYes(success) ? EARLY : unknown(Unknown.NOT_YET_OBSERVABLE);
        }
        if (Truth.isYes(success) || Truth.isNo(success)) {
            return Truth.isYes(success) ? YES : NO;
        }
        return rule == UnknownRule.AS_NO ? NO : unknown(Truth.reason(success));
    }

    private static byte unknown(Unknown reason) {
        return (byte) (FIRST_UNKNOWN + reason.ordinal());
    }

    List<State> states() {
        return states;
    }

    byte[] ofRow() {
        return ofRow;
    }
}
