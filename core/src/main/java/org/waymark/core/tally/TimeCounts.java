package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.core.indicator.State;

/**
 * How many of some members left the waiting on each day since their origin: by an event of each kind, or censored; how
 * many came under observation late; and how many could not be asked, by the reason.
 *
 * <p>The numbers are all that a survival curve needs, and those of parts add up to those of the whole. A member counts
 * once among the events and the censored, and once more among the entries if under observation from later than the origin
 * on.
 */
public final class TimeCounts {
    /** Nobody. */
    public static final TimeCounts NONE = new Builder(0).build();

    private static final int ENTERED = 0;
    private static final int CENSORED = 1;
    private static final int FIRST_KIND = 2;

    private final int kinds;
    private final int[] days;
    /** Day by day: entered, censored, then each kind. */
    private final long[] counts;

    private final Map<State, Long> aside;

    private TimeCounts(int kinds, int[] days, long[] counts, Map<State, Long> aside) {
        this.kinds = kinds;
        this.days = days;
        this.counts = counts;
        this.aside = aside;
    }

    /** Starts counts that tell so many kinds of events apart. */
    public static Builder builder(int kinds) {
        return new Builder(kinds);
    }

    /** How many kinds of events are told apart. */
    public int kinds() {
        return kinds;
    }

    /** How many different days there are on which something is counted. */
    public int size() {
        return days.length;
    }

    /** Days since the origin; rises from place to place. */
    public int day(int place) {
        return days[place];
    }

    /** Who came under observation on the day, at risk from the next one on. */
    public long entered(int place) {
        return counts[place * width() + ENTERED];
    }

    /** To whom nothing happened by the day, the last one on which they were seen. */
    public long censored(int place) {
        return counts[place * width() + CENSORED];
    }

    /** To whom an event of the kind happened on the day. */
    public long events(int place, int kind) {
        if (kind < 0 || kind >= kinds) {
            throw new IllegalArgumentException("kind: must lie in 0 to " + (kinds - 1) + ", was " + kind);
        }
        return counts[place * width() + FIRST_KIND + kind];
    }

    /** Who could not be asked, by reason: outside, excluded or unknown. */
    public Map<State, Long> aside() {
        return aside;
    }

    /** How many were followed: every event and everybody censored. */
    public long followed() {
        long sum = 0;
        for (int place = 0; place < days.length; place++) {
            for (int slot = CENSORED; slot < width(); slot++) {
                sum = Math.addExact(sum, counts[place * width() + slot]);
            }
        }
        return sum;
    }

    /** How many members there are, those who could not be asked included. */
    public long members() {
        long sum = followed();
        for (long count : aside.values()) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    /** The counts of both together; both tell the same kinds apart. */
    public TimeCounts plus(TimeCounts other) {
        return builder(kinds).add(this, 1).add(other, 1).build();
    }

    /** These counts without those of a part. */
    public TimeCounts minus(TimeCounts part) {
        return builder(kinds).add(this, 1).add(part, -1).build();
    }

    /** The same with kinds at other places, of so many; a kind without a place is dropped. */
    TimeCounts rearranged(int[] placeOfKind, int size) {
        Builder builder = builder(size);
        for (int place = 0; place < days.length; place++) {
            long[] row = builder.row(days[place]);
            System.arraycopy(counts, place * width(), row, 0, FIRST_KIND);
            for (int kind = 0; kind < kinds; kind++) {
                if (placeOfKind[kind] >= 0) {
                    row[FIRST_KIND + placeOfKind[kind]] = events(place, kind);
                }
            }
        }
        aside.forEach(builder::aside);
        return builder.build();
    }

    private int width() {
        return FIRST_KIND + kinds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeCounts that
                && kinds == that.kinds
                && Arrays.equals(days, that.days)
                && Arrays.equals(counts, that.counts)
                && aside.equals(that.aside);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(counts);
    }

    /** How many were followed, how many had an event, and who is aside. */
    @Override
    public String toString() {
        long events = 0;
        for (int place = 0; place < days.length; place++) {
            for (int kind = 0; kind < kinds; kind++) {
                events += events(place, kind);
            }
        }
        List<String> others = new ArrayList<>();
        aside.forEach((state, count) -> others.add(count + " " + state));
        return followed() + " followed, " + events + " events" + (others.isEmpty() ? "" : "; aside " + others);
    }

    /** Collects counts in any order; counts of the same place add up. */
    public static final class Builder {
        private final int kinds;
        private final SortedMap<Integer, long[]> rows = new TreeMap<>();
        private final SortedMap<State, Long> aside = new TreeMap<>();

        private Builder(int kinds) {
            if (kinds < 0) {
                throw new IllegalArgumentException("kinds: must be 0 or more, was " + kinds);
            }
            this.kinds = kinds;
        }

        /** So many came under observation so many days after the origin, one at least. */
        public Builder entered(int day, long count) {
            if (day < 1) {
                throw new IllegalArgumentException("day: must be after the origin, was " + day);
            }
            return add(day, ENTERED, count);
        }

        /** So many were last seen so many days after the origin, without an event. */
        public Builder censored(int day, long count) {
            return add(day, CENSORED, count);
        }

        /** To so many an event of the kind with this number happened so many days after the origin. */
        public Builder event(int day, int kind, long count) {
            if (kind < 0 || kind >= kinds) {
                throw new IllegalArgumentException("kind: must lie in 0 to " + (kinds - 1) + ", was " + kind);
            }
            return add(day, FIRST_KIND + kind, count);
        }

        /** So many could not be asked. */
        public Builder aside(State state, long count) {
            aside.merge(state, count, Math::addExact);
            return this;
        }

        /** All of these counts, so many times. */
        Builder add(TimeCounts other, long times) {
            if (other.kinds != kinds) {
                throw new IllegalArgumentException(
                        "other: must tell " + kinds + " kinds apart, tells " + other.kinds + " apart");
            }
            for (int place = 0; place < other.days.length; place++) {
                for (int slot = 0; slot < other.width(); slot++) {
                    add(other.days[place], slot, Math.multiplyExact(times, other.counts[place * other.width() + slot]));
                }
            }
            other.aside.forEach((state, count) -> aside(state, Math.multiplyExact(times, count)));
            return this;
        }

        private Builder add(int day, int slot, long count) {
            long[] row = row(day);
            row[slot] = Math.addExact(row[slot], count);
            return this;
        }

        private long[] row(int day) {
            if (day < 0) {
                throw new IllegalArgumentException("day: must be 0 or more, was " + day);
            }
            return rows.computeIfAbsent(day, d -> new long[FIRST_KIND + kinds]);
        }

        /**
         * The counts.
         *
         * @throws IllegalArgumentException if one of them is below 0
         */
        public TimeCounts build() {
            rows.values().removeIf(row -> Arrays.stream(row).allMatch(count -> count == 0));
            aside.values().removeIf(count -> count == 0);
            int[] days = new int[rows.size()];
            long[] counts = new long[days.length * (FIRST_KIND + kinds)];
            int place = 0;
            for (Map.Entry<Integer, long[]> entry : rows.entrySet()) {
                long[] row = entry.getValue();
                days[place] = entry.getKey();
                System.arraycopy(row, 0, counts, place * row.length, row.length);
                place++;
            }
            if (Arrays.stream(counts).anyMatch(count -> count < 0)
                    || aside.values().stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("counts: must be 0 or more");
            }
            return new TimeCounts(kinds, days, counts, Collections.unmodifiableMap(new LinkedHashMap<>(aside)));
        }
    }
}
