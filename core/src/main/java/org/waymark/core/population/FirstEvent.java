package org.waymark.core.population;

import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;

/**
 * The day on which the outcome of a {@link TimeToEvent} came to a row by a certain day: {@link #find} moves it to a row,
 * the other methods answer for that row.
 */
abstract class FirstEvent {
    /** Nothing happened by the day. */
    static final int NOTHING = 0;

    /** Whether it happened by the day, or when, is unknown; {@link #reason} says why. */
    static final int IN_DOUBT = -1;

    private int kind;
    private Unknown reason = Unknown.NOT_REPORTED;

    static FirstEvent of(Scope scope, TimeToEvent.Outcome outcome) {
        return outcome instanceof TimeToEvent.FirstOf first
                ? new OfEvents(scope, first)
                : new OfMilestone(scope, (TimeToEvent.Reached) outcome);
    }

    /** The kinds of events in the order of their axis; one where they are not told apart. */
    abstract List<Category> kinds();

    /** The code of the first day on which the outcome came to the row, if it is {@code last} at the latest. */
    abstract int find(int row, int last);

    /** The number of the kind of the event that was found. */
    int kind() {
        return kind;
    }

    Unknown reason() {
        return reason;
    }

    private static final class OfMilestone extends FirstEvent {
        private final TimeToEvent.Reached reached;
        private final Codes days;

        OfMilestone(Scope scope, TimeToEvent.Reached reached) {
            this.reached = reached;
            this.days = scope.days(reached.milestone()).codes();
        }

        @Override
        List<Category> kinds() {
            return List.of(Category.of(reached.milestone().toString()));
        }

        @Override
        int find(int row, int last) {
            int day = days.get(row);
            if (day != Days.NEVER && day < Days.FIRST_DAY) {
                super.reason = Days.reason(day).orElse(Unknown.NOT_REPORTED);
                return IN_DOUBT;
            }
            return day <= last ? day : NOTHING;
        }
    }

    private static final class OfEvents extends FirstEvent {
        private final int[] offsets;
        private final Codes starts;
        private final byte[] counts;
        private final Optional<AxisColumn> axis;
        private final List<Category> kinds;

        OfEvents(Scope scope, TimeToEvent.FirstOf first) {
            Roster events = scope.events(first.events());
            this.offsets = events.offsets();
            this.starts = EventTests.starts(events);
            this.counts = EventTests.answers(scope, events.unit(), first.where());
            this.axis = first.kinds().map(of -> new Axes(scope.of(events.unit())).column(of));
            this.kinds = axis.map(column -> column.categories().list())
                    .orElse(List.of(Category.of(first.events().toString())));
        }

        @Override
        List<Category> kinds() {
            return kinds;
        }

        @Override
        int find(int row, int last) {
            int sure = Integer.MAX_VALUE;
            int perhaps = Integer.MAX_VALUE;
            int doubt = Integer.MAX_VALUE;
            for (int event = offsets[row]; event < offsets[row + 1]; event++) {
                byte passes = counts[event];
                int day = starts.get(event);
                if (Truth.isNo(passes) || day > last) {
                    continue;
                }
                if (day < Days.FIRST_DAY) {
                    // An event without a day happened, but nobody knows whether it was the first.
                    perhaps = 0;
                    doubt = Math.min(doubt, day == Days.NEVER ? Unknown.NOT_REPORTED.ordinal() : day - 1);
                } else if (!Truth.isYes(passes)) {
                    perhaps = Math.min(perhaps, day);
                    doubt = Math.min(doubt, Truth.reason(passes).ordinal());
                } else if (day <= sure) {
                    int own = kindOf(event);
                    super.kind = day < sure ? own : Math.min(super.kind, own);
                    sure = day;
                }
            }
            if (perhaps < sure) {
                super.reason = Unknown.values()[doubt];
                return IN_DOUBT;
            }
            return sure == Integer.MAX_VALUE ? NOTHING : sure;
        }

        private int kindOf(int event) {
            return axis.map(column -> column.get(event)).orElse(0);
        }
    }
}
