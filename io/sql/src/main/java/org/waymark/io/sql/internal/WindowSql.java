package org.waymark.io.sql.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Window;

/**
 * A window as expressions over the steps of a frame up to {@link Frame#WINDOWS}.
 *
 * @param state yes where a row has a window; no if a milestone never came; else why it is unknown
 * @param first the first day; empty if there is none
 * @param end the first day after it; empty if there is none
 */
record WindowSql(String state, Optional<String> first, Optional<String> end) {
    static WindowSql of(Frame frame, Window window) {
        End from = end(frame, window.fromInclusive());
        End until = end(frame, window.untilExclusive());
        List<String> states = new ArrayList<>();
        for (End one : List.of(from, until)) {
            if (one.state() != null && !states.contains(one.state())) {
                states.add(one.state());
            }
        }
        return new WindowSql(
                states.isEmpty() ? Truths.YES : frame.column(Frame.WINDOWS, Truths.and(states)),
                Optional.ofNullable(from.day()),
                Optional.ofNullable(until.day()));
    }

    private record End(@Nullable String state, @Nullable String day) {}

    private static End end(Frame frame, Bound bound) {
        Asking asking = frame.asking();
        if (bound instanceof Bound.On on) {
            return fixed(asking, on.day());
        } else if (bound instanceof Bound.PeriodStart start) {
            return fixed(asking, asking.period().start().plus(start.shift()));
        } else if (bound instanceof Bound.PeriodEnd end) {
            return fixed(asking, asking.period().endExclusive().plus(end.shift()));
        } else if (bound instanceof Bound.After after) {
            DaySql anchor = frame.days(after.anchor());
            // What is dated after the as-of day has not happened.
            String state = "CASE WHEN " + anchor.reason() + " > 0 THEN " + anchor.reason() + " WHEN " + anchor.value()
                    + " <= " + asking.asOfDay() + " THEN 9 ELSE 0 END";
            String day = after.period().isZero()
                    ? anchor.value()
                    : frame.column(Frame.WINDOWS, asking.dialect().plus(anchor.value(), after.period()));
            return new End(state, day);
        }
        return new End(null, null);
    }

    private static End fixed(Asking asking, LocalDate day) {
        return new End(null, asking.literals().day(day));
    }

    /** The same as columns of another table. */
    WindowSql of(String alias) {
        return new WindowSql(state, first.map(day -> in(alias, day)), end.map(day -> in(alias, day)));
    }

    private static String in(String alias, String day) {
        return isColumn(day) ? alias + "." + day : day;
    }

    private static boolean isColumn(String day) {
        return day.startsWith("c");
    }

    /** Whether an end of it differs from row to row. */
    boolean isOfRow() {
        return first.filter(WindowSql::isColumn).isPresent()
                || end.filter(WindowSql::isColumn).isPresent();
    }

    String contains(String day) {
        List<String> tests = new ArrayList<>();
        first.ifPresent(from -> tests.add(day + " >= " + from));
        end.ifPresent(until -> tests.add(day + " < " + until));
        return tests.isEmpty() ? "TRUE" : String.join(" AND ", tests);
    }

    /** Whether it is over on the as-of day; a window without end reads "by the as-of day". Empty if it always is. */
    Optional<String> closed(Asking asking) {
        return end.map(until ->
                "(" + until + " <= " + asking.literals().day(asking.asOf().plusDays(1))
                        + first.map(from -> " OR " + until + " <= " + from).orElse("") + ")");
    }
}
