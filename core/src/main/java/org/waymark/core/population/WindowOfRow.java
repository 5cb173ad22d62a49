package org.waymark.core.population;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Window;

/**
 * A window made ready for a roster: {@link #open} moves it to a row, the other methods answer for that row.
 *
 * <p>Days so much after a milestone are worked out once for each month that occurs, not once for each row.
 */
final class WindowOfRow {
    private static final int NO_START = Integer.MIN_VALUE / 2;
    private static final int NO_END = Integer.MAX_VALUE / 2;

    private final End from;
    private final End until;
    private final int asOf;
    private final int rows;
    /** The first and last days of a block of rows that begins at {@link #block}. */
    private final int[] starts = new int[Node.BLOCK];

    private final int[] stops = new int[Node.BLOCK];
    private int block;
    private int size;
    private int first;
    private int end;

    WindowOfRow(Scope scope, Window window) {
        this.asOf = scope.asOfCode();
        this.rows = scope.roster().size();
        this.from = End.of(scope, window.fromInclusive(), NO_START);
        this.until = End.of(scope, window.untilExclusive(), NO_END);
    }

    /**
     * Moves the window to a row.
     *
     * @return yes if the row has a window; no if it is empty, since a milestone never came; else why it is unknown
     */
    byte open(int row) {
        int at = row - block;
        if (at < 0 || at >= size) {
            workOut(row);
            at = 0;
        }
        int start = starts[at];
        int stop = stops[at];
        if (start <= End.LAST_REASON || stop <= End.LAST_REASON) {
            return Truth.and(End.truth(start), End.truth(stop));
        }
        first = start;
        end = stop;
        return Truth.YES;
    }

    private void workOut(int row) {
        block = row;
        size = Math.min(Node.BLOCK, rows - row);
        from.fill(row, size, asOf, starts);
        until.fill(row, size, asOf, stops);
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
        private static final int LAST_REASON = NEVER + Days.FIRST_DAY - 1;

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

        /** Writes for each row the day, or {@link #NEVER}, or {@code NEVER + 1 + reason}. */
        void fill(int row, int count, int asOf, int[] out) {
            if (anchors == null) {
                Arrays.fill(out, 0, count, same);
                return;
            }
            anchors.copy(row, count, out);
            for (int i = 0; i < count; i++) {
                int anchor = out[i];
                if (anchor < Days.FIRST_DAY) {
                    out[i] = NEVER + anchor;
                } else {
                    // What is dated after the as-of day has not happened.
                    out[i] = anchor > asOf ? NEVER : later(anchor);
                }
            }
        }

        private int later(int anchor) {
            int known = anchor < worked.length ? worked[anchor] : NOT_WORKED_OUT;
            return known != NOT_WORKED_OUT ? known : workOut(anchor);
        }

        /** Works out the whole month of a day: {@link LocalDate#plus} moves by months, then by days. */
        private int workOut(int anchor) {
            LocalDate day = Days.day(anchor);
            LocalDate month = day.withDayOfMonth(1).plusMonths(period.toTotalMonths());
            int first = anchor - day.getDayOfMonth() + 1;
            int next = first + day.lengthOfMonth();
            long beyondMonths = period.get(ChronoUnit.DAYS);
            int length = worked.length;
            if (next > length) {
                worked = Arrays.copyOf(worked, Math.max(next, length + (length >> 1) + 1024));
                Arrays.fill(worked, length, worked.length, NOT_WORKED_OUT);
            }
            for (int i = first; i < next; i++) {
                long later = Math.min(i - first, month.lengthOfMonth() - 1) + beyondMonths;
                worked[i] = Days.clampedCode(month.toEpochDay() + later);
            }
            return worked[anchor];
        }

        static byte truth(int end) {
            if (end == NEVER) {
                return Truth.NO;
            }
            return end < NEVER + Days.FIRST_DAY ? Truth.unknown(end - NEVER - 1) : Truth.YES;
        }
    }
}
