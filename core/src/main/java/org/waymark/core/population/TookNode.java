package org.waymark.core.population;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;
import org.waymark.core.time.SchoolYear;

/** Whether events began within a window, as many as asked for. */
final class TookNode implements Node {
    private final WindowOfRow windows;
    private final int[] offsets;
    private final Codes starts;
    private final byte[] counts;
    private final int asOf;
    private final Measure measure;
    /** The days on which the events of a block of rows began, the first of which has the number {@link #firstEvent}. */
    private int[] days = new int[Node.BLOCK];

    private int firstEvent;

    TookNode(Scope scope, Condition.Took took, WindowOfRow windows) {
        Roster events = scope.events(took.kind());
        this.windows = windows;
        this.offsets = events.offsets();
        this.starts = EventTests.starts(events);
        this.counts = EventTests.answers(scope, events.unit(), took.where());
        this.asOf = scope.asOfCode();
        this.measure = Measure.of(scope.of(events.unit()), took.amount(), starts);
    }

    @Override
    public void fill(int from, int count, byte[] out) {
        firstEvent = offsets[from];
        int events = offsets[from + count] - firstEvent;
        if (events > days.length) {
            days = new int[events];
        }
        starts.copy(firstEvent, events, days);
        for (int i = 0; i < count; i++) {
            out[i] = answer(from + i);
        }
    }

    private byte answer(int row) {
        byte window = windows.open(row);
        if (!Truth.isYes(window)) {
            return window;
        }
        measure.reset();
        int doubt = Integer.MAX_VALUE;
        for (int event = offsets[row]; event < offsets[row + 1]; event++) {
            byte passes = counts[event];
            int day = days[event - firstEvent];
            boolean outside = day >= Days.FIRST_DAY && (day > asOf || !windows.contains(day));
            if (Truth.isNo(passes) || outside) {
                continue;
            }
            if (day < Days.FIRST_DAY) {
                // An event without a day happened, but nobody knows whether within the window.
                int reason = day == Days.NEVER ? Unknown.NOT_REPORTED.ordinal() : day - 1;
                doubt = Math.min(doubt, reason);
                measure.mayAdd(event);
            } else if (!Truth.isYes(passes)) {
                doubt = Math.min(doubt, Truth.reason(passes).ordinal());
                measure.mayAdd(event);
            } else {
                doubt = Math.min(doubt, measure.add(event));
            }
        }
        byte open = windows.isClosed() ? 0 : Truth.OPEN;
        if (measure.isReached()) {
            return (byte) (Truth.YES | open);
        }
        if (doubt < Integer.MAX_VALUE && measure.mayBeReached()) {
            return (byte) (Truth.unknown(doubt) | open);
        }
        return windows.isClosed() ? Truth.NO : Conditions.NOT_YET;
    }

    /** Adds up what an {@link Amount} asks for, over the events of one owner. */
    private abstract static class Measure {
        /** Nothing is in doubt. */
        static final int SURE = Integer.MAX_VALUE;

        static Measure of(Scope events, Amount amount, Codes starts) {
            if (amount instanceof Amount.Sum sum) {
                return new Sum(EventTests.numbers(events.roster(), sum.quantity()), sum);
            } else if (amount instanceof Amount.Distinct distinct) {
                return new Different(
                        events.labels(distinct.dimension()).codes(),
                        events.labels(distinct.dimension()),
                        distinct.least());
            } else if (amount instanceof Amount.SchoolYears years) {
                return new Different(schoolYears(starts), null, years.least());
            }
            return new Times(((Amount.Times) amount).least());
        }

        private static Codes schoolYears(Codes starts) {
            Codes years = new Codes();
            for (int event = 0; event < starts.size(); event++) {
                int day = starts.get(event);
                years.add(
                        day < Days.FIRST_DAY
                                ? 0
                                : SchoolYear.containing(Days.day(day)).endYear() - 1900);
            }
            return years;
        }

        abstract void reset();

        /** Adds an event; gives the number of the reason if it is in doubt how much it adds. */
        abstract int add(int event);

        abstract void mayAdd(int event);

        abstract boolean isReached();

        abstract boolean mayBeReached();
    }

    private static final class Times extends Measure {
        private final int least;
        private int seen;
        private int perhaps;

        Times(int least) {
            this.least = least;
        }

        @Override
        void reset() {
            seen = 0;
            perhaps = 0;
        }

        @Override
        int add(int event) {
            seen++;
            return SURE;
        }

        @Override
        void mayAdd(int event) {
            perhaps++;
        }

        @Override
        boolean isReached() {
            return seen >= least;
        }

        @Override
        boolean mayBeReached() {
            return seen + perhaps >= least;
        }
    }

    private static final class Sum extends Measure {
        private final NumberColumn numbers;
        private final long least;
        private long sum;

        Sum(NumberColumn numbers, Amount.Sum amount) {
            this.numbers = numbers;
            this.least = NumberColumn.scaled(amount.least())
                    .orElseThrow(() -> new IllegalArgumentException("least: must have at most " + NumberColumn.PLACES
                            + " decimal places, was " + amount.least()));
        }

        @Override
        void reset() {
            sum = 0;
        }

        @Override
        int add(int event) {
            if (!numbers.isKnown(event)) {
                return numbers.reason(event).ordinal();
            }
            sum = Math.addExact(sum, numbers.scaled(event));
            return SURE;
        }

        @Override
        void mayAdd(int event) {}

        @Override
        boolean isReached() {
            return sum >= least;
        }

        @Override
        boolean mayBeReached() {
            return true;
        }
    }

    private static final class Different extends Measure {
        private final Codes values;
        private final @Nullable LabelColumn labels;
        private final int least;
        private final BitSet seen = new BitSet();
        private int perhaps;

        Different(Codes values, @Nullable LabelColumn labels, int least) {
            this.values = values;
            this.labels = labels;
            this.least = least;
        }

        @Override
        void reset() {
            seen.clear();
            perhaps = 0;
        }

        @Override
        int add(int event) {
            if (labels != null && labels.get(event).unknown().isPresent()) {
                perhaps++;
                return labels.get(event).unknown().get().ordinal();
            }
            seen.set(values.get(event));
            return SURE;
        }

        @Override
        void mayAdd(int event) {
            perhaps++;
        }

        @Override
        boolean isReached() {
            return seen.cardinality() >= least;
        }

        @Override
        boolean mayBeReached() {
            return seen.cardinality() + perhaps >= least;
        }
    }
}
