package org.waymark.core.population;

import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.AsOf;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;

/** Whether a spell was held within a window, or on its first or last day. */
final class HeldNode implements Node {
    private final WindowOfRow windows;
    private final int[] offsets;
    private final Codes starts;
    private final @Nullable Codes ends;
    private final byte[] counts;
    private final AsOf rule;
    private final int asOf;

    HeldNode(Scope scope, Condition.Held held, WindowOfRow windows) {
        Roster spells = scope.events(held.spell());
        DayColumn over = spells.end().map(end -> spells.dayColumn(end.name())).orElse(null);
        this.windows = windows;
        this.offsets = spells.offsets();
        this.starts = EventTests.starts(spells);
        this.ends = over == null ? null : over.codes();
        this.counts = EventTests.answers(scope, spells.unit(), held.where());
        this.rule = held.asOf();
        this.asOf = scope.asOfCode();
        if (rule == AsOf.AT_ENTRY && held.window().fromInclusive() instanceof Bound.Open) {
            throw new IllegalArgumentException("window: must have a first day to ask who held a status at entry");
        }
    }

    @Override
    public void fill(int from, int count, byte[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = answer(from + i);
        }
    }

    private byte answer(int row) {
        byte window = windows.open(row);
        if (!Truth.isYes(window)) {
            return window;
        }
        // The days looked at: all of the window, its first, or its last that has come.
        int first = rule == AsOf.AT_EXIT ? Math.min(windows.end() - 1, asOf) : windows.first();
        int last = rule == AsOf.ANY_TIME_IN_WINDOW ? Math.min(windows.end() - 1, asOf) : first;
        boolean closed = rule == AsOf.AT_ENTRY ? first <= asOf : windows.isClosed();
        byte open = closed ? 0 : Truth.OPEN;
        int doubt = Integer.MAX_VALUE;
        for (int spell = offsets[row]; spell < offsets[row + 1]; spell++) {
            int start = starts.get(spell);
            int end = ends == null ? Days.NEVER : ends.get(spell);
            boolean begun = start >= Days.FIRST_DAY && start <= Math.min(last, asOf);
            boolean unknownStart = start < Days.FIRST_DAY;
            // A spell that ends on the day it begins covers no day.
            boolean over = end >= Days.FIRST_DAY && end <= asOf && end <= Math.max(first, start);
            boolean unknownEnd = end > Days.NEVER && end < Days.FIRST_DAY;
            if (Truth.isNo(counts[spell]) || over || !(begun || unknownStart)) {
                continue;
            }
            if (unknownStart) {
                doubt = Math.min(doubt, start == Days.NEVER ? Unknown.NOT_REPORTED.ordinal() : start - 1);
            } else if (unknownEnd && start < first) {
                doubt = Math.min(doubt, end - 1);
            } else if (Truth.isYes(counts[spell])) {
                return (byte) (Truth.YES | open);
            } else {
                doubt = Math.min(doubt, Truth.reason(counts[spell]).ordinal());
            }
        }
        if (doubt < Integer.MAX_VALUE) {
            return (byte) (Truth.unknown(doubt) | open);
        }
        return closed ? Truth.NO : Conditions.NOT_YET;
    }
}
