package org.waymark.core.population;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Window;

/**
 * A window made ready for a roster: {@link #open} moves it to a row, the other methods answer for that row.
 *
 * <p>Days so much after a milestone are worked out once for each day that occurs, not once for each row.
 */
final class WindowOfRow {
    private static final int NO_START = Integer.MIN_VALUE / 2;
    private static final int NO_END = Integer.MAX_VALUE / 2;

    private final End from;
    private final End until;
    private final int asOf;
    private int first;
    private int end;

    WindowOfRow(Scope scope, Window window) {
        this.asOf = scope.asOfCode();
        this.from = End.of(scope, window.fromInclusive(), NO_START);
        this.until = End.of(scope, window.untilExclusive(), NO_END);
    }

    /**
     * Moves the window to a row.
     *
     * @return yes if the row has a window; no if it is empty, since a milestone never came; else why it is unknown
     */
    byte open(int row) {
        int start = from.of(row, asOf);
        int stop = until.of(row, asOf);
        byte known = Truth.and(End.truth(start), End.truth(stop));
        if (!Truth.isYes(known)) {
            return known;
        }
        first = start;
        end = stop;
        return Truth.YES;
    }

    boolean contains(int day) {
        return day >= first && day < end;
    }

    /** Whether the row's window is over on the as-of day, or has no end and reads "by the as-of day". */
    boolean isClosed() {
        return end == NO_END || end <= asOf + 1 || end <= first;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    boolean hasStart() {
        return first != NO_START;
    }

    boolean hasEnd() {
        return end != NO_END;
    }

    /** One end of the window. */
    private static final class End {
        private static final int NEVER = Integer.MIN_VALUE;
        private static final int NOT_WORKED_OUT = Integer.MIN_VALUE + 100;

        private final int same;
        private final @Nullable Codes anchors;
        private final Period period;
        private int[] worked = new int[0];

        private End(int same, @Nullable Codes anchors, Period period) {
            this.same = same;
            this.anchors = anchors;
            this.period = period;
        }

        static End of(Scope scope, Bound bound, int open) {
            if (bound instanceof Bound.On on) {
                return fixed(on.day());
            } else if (bound instanceof Bound.PeriodStart start) {
                return fixed(scope.period().start().plus(start.shift()));
            } else if (bound instanceof Bound.PeriodEnd end) {
                return fixed(scope.period().endExclusive().plus(end.shift()));
            } else if (bound instanceof Bound.After after) {
                return new End(0, scope.days(after.anchor()).codes(), after.period());
            }
            return new End(open, null, Period.ZERO);
        }

        private static End fixed(LocalDate day) {
            return new End(Days.clampedCode(day), null, Period.ZERO);
        }

        /** The day, or {@link #NEVER}, or {@code NEVER + 1 + reason}. */
        int of(int row, int asOf) {
            if (anchors == null) {
                return same;
            }
            int anchor = anchors.get(row);
            if (anchor < Days.FIRST_DAY) {
                return NEVER + anchor;
            }
            // What is dated after the as-of day has not happened.
            return anchor > asOf ? NEVER : later(anchor);
        }

        private int later(int anchor) {
            int[] known = worked;
            if (anchor < known.length && known[anchor] != NOT_WORKED_OUT) {
                return known[anchor];
            }
            int code = Days.clampedCode(Days.day(anchor).plus(period));
            if (anchor >= known.length) {
                int length = known.length;
                known = Arrays.copyOf(known, Math.max(anchor + 1, length + (length >> 1) + 1024));
                Arrays.fill(known, length, known.length, NOT_WORKED_OUT);
                worked = known;
            }
            known[anchor] = code;
            return code;
        }

        static byte truth(int end) {
            if (end == NEVER) {
                return Truth.NO;
            }
            return end < NEVER + Days.FIRST_DAY ? Truth.unknown(end - NEVER - 1) : Truth.YES;
        }
    }
}
