package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.core.indicator.State;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeCounts;

/**
 * At each time at which somebody left the waiting: how many were at risk, to how many an event of each kind came, how many
 * were censored. Rows of members, counts by day and counts by year of age all become this table, and every curve and test
 * of this package is read off it, so that they cannot differ.
 *
 * <p>At equal times events come before the censored: who is last seen at a time is at risk at it. Who came under
 * observation later is at risk after the entry only.
 */
public final class RiskTable {
    /** Days of a year on the common scale: the mean year of the calendar. */
    public static final double DAYS_OF_YEAR = 365.2425;

    private final String unit;
    private final List<String> kinds;
    private final List<Row> rows;
    private final double[] times;
    private final double[] entries;
    /** How many came in at the entries before a place, and how many left at the times before a place. */
    private final long[] enteredBefore;

    private final long[] leftBefore;
    private final long initial;
    private final Map<State, Long> aside;

    private RiskTable(Builder counts) {
        this.unit = counts.unit;
        this.kinds = counts.kinds;
        this.aside = Collections.unmodifiableMap(new LinkedHashMap<>(counts.aside));
        this.times = toArray(counts.exits.keySet());
        this.entries = toArray(counts.entries.keySet());
        this.enteredBefore = before(counts.entries.values().stream().toList());
        this.leftBefore = before(counts.exits.values().stream()
                .map(exits -> Arrays.stream(exits).sum())
                .toList());
        this.initial = Math.subtractExact(leftBefore[times.length], enteredBefore[entries.length]);
        if (initial < 0) {
            throw new IllegalArgumentException("entries: must be of members who leave, were more by " + -initial);
        }
        List<Row> made = new ArrayList<>();
        counts.exits.forEach((time, exits) -> made.add(new Row(
                time,
                atRisk(time),
                Arrays.stream(exits, 1, exits.length).boxed().toList(),
                exits[0])));
        this.rows = List.copyOf(made);
    }

    private static double[] toArray(Iterable<Double> times) {
        List<Double> list = new ArrayList<>();
        times.forEach(list::add);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] before(List<Long> counts) {
        long[] sums = new long[counts.size() + 1];
        for (int i = 0; i < counts.size(); i++) {
            sums[i + 1] = Math.addExact(sums[i], counts.get(i));
        }
        return sums;
    }

    /** The table of some members, in whatever unit their times are. */
    public static RiskTable of(List<Observation> members) {
        TreeSet<String> kinds = new TreeSet<>();
        members.forEach(member -> member.kind().ifPresent(kinds::add));
        Builder table = builder(List.copyOf(new ArrayList<>(kinds)));
        for (Observation member : members) {
            member.entry().ifPresent(entry -> table.entered(entry, 1));
            member.kind()
                    .ifPresentOrElse(
                            kind -> table.reached(member.time(), kind, 1), () -> table.censored(member.time(), 1));
        }
        return table.build();
    }

    /** The table of some members whose events are not told apart: their times, and whether an event came or not. */
    public static RiskTable of(double[] times, boolean[] reached) {
        if (times.length != reached.length) {
            throw new IllegalArgumentException(
                    "reached: must be one per time, " + times.length + ", were " + reached.length);
        }
        List<Observation> members = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            members.add(reached[i] ? Observation.reached(times[i]) : Observation.censored(times[i]));
        }
        return of(members);
    }

    /** The table of a cell of counts, with time in years. */
    public static RiskTable of(TimeCell cell) {
        Builder table = builder(cell.kinds()).unit("years");
        TimeCounts counts = cell.counts();
        for (int place = 0; place < counts.size(); place++) {
            double time = years(counts.day(place));
            table.entered(time, counts.entered(place)).censored(time, counts.censored(place));
            for (int kind = 0; kind < counts.kinds(); kind++) {
                table.reached(time, cell.kinds().get(kind), counts.events(place, kind));
            }
        }
        counts.aside().forEach(table::aside);
        return table.build();
    }

    /** Days as years of the common scale. */
    static double years(long days) {
        return days / DAYS_OF_YEAR;
    }

    /** Starts a table that tells these kinds of events apart. */
    public static Builder builder(List<String> kinds) {
        return new Builder(kinds);
    }

    /**
     * What happened at one time.
     *
     * @param time when
     * @param atRisk how many were waiting until then
     * @param eventsByKind to how many an event of each kind came
     * @param censored how many were last seen
     */
    public record Row(double time, long atRisk, List<Long> eventsByKind, long censored) {
        /** Copies the events. */
        public Row {
            eventsByKind = List.copyOf(eventsByKind);
        }

        /** Events of any kind. */
        public long events() {
            return eventsByKind.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A time with its unit, in print. */
    String inWords(double time) {
        String number = String.format(Locale.ROOT, "%.1f", time).replaceFirst("\\.0$", "");
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** The kinds of events that are told apart. */
    public List<String> kinds() {
        return kinds;
    }

    /**
     * Where a kind stands among the kinds.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    int indexOf(String kind) {
        int index = kinds.indexOf(kind);
        if (index < 0) {
            throw new IllegalArgumentException("kind: must be one of " + kinds + ", was " + kind);
        }
        return index;
    }

    /** One row per time at which somebody left, rising. */
    public List<Row> rows() {
        return rows;
    }

    /** How many members were followed. */
    public long members() {
        return leftBefore[times.length];
    }

    /** Whether members came under observation later than at the origin. */
    public boolean hasLateEntries() {
        return entries.length > 0;
    }

    /** How many are at risk at a time: under observation before it, and not gone before it. */
    public long atRisk(double time) {
        return initial + enteredBefore[placesBefore(entries, time)] - leftBefore[placesBefore(times, time)];
    }

    /** To how many an event of any kind came by a time, that time included. */
    public long reachedBy(double time) {
        return rows.stream()
                .filter(row -> row.time() <= time)
                .mapToLong(Row::events)
                .sum();
    }

    /** How many were last seen before a time, without an event. */
    public long censoredBefore(double time) {
        return rows.stream()
                .filter(row -> row.time() < time)
                .mapToLong(Row::censored)
                .sum();
    }

    /** The last time at which anybody was seen; empty if there is nobody. */
    public Optional<Double> lastTime() {
        return times.length == 0 ? Optional.empty() : Optional.of(times[times.length - 1]);
    }

    /** Members who could not be followed, by what they are; they are in none of the other numbers. */
    public Map<State, Long> aside() {
        return aside;
    }

    /** Of how many it is unknown whether or when it came to them, or since when they wait. */
    public long unknown() {
        return aside.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == State.Kind.UNKNOWN)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static int placesBefore(double[] sorted, double time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many were followed, and to how many an event came. */
    @Override
    public String toString() {
        return members() + " followed, " + reachedBy(Double.POSITIVE_INFINITY) + " events " + kinds
                + lastTime().map(last -> ", last seen at " + inWords(last)).orElse("");
    }

    /** Collects counts in any order; counts of the same place add up. */
    public static final class Builder {
        private final List<String> kinds;
        private String unit = "";
        private final SortedMap<Double, Long> entries = new TreeMap<>();
        private final SortedMap<Double, long[]> exits = new TreeMap<>();
        private final SortedMap<State, Long> aside = new TreeMap<>();

        private Builder(List<String> kinds) {
            this.kinds = List.copyOf(kinds);
            if (kinds.stream().distinct().count() != kinds.size()) {
                throw new IllegalArgumentException("kinds: must differ, were " + kinds);
            }
        }

        /** What times are counted in, for print, such as {@code years}; nothing by default. */
        public Builder unit(String words) {
            unit = Objects.requireNonNull(words, "unit");
            return this;
        }

        /** So many came under observation late; each of them must also leave, later. */
        public Builder entered(double time, long count) {
            if (checked(time, count) > 0) {
                entries.merge(time, count, Math::addExact);
            }
            return this;
        }

        /** So many were last seen at a time, without an event. */
        public Builder censored(double time, long count) {
            return exit(time, 0, count);
        }

        /** To so many an event of a kind came at a time. */
        public Builder reached(double time, String kind, long count) {
            int index = kinds.indexOf(kind);
            if (index < 0) {
                throw new IllegalArgumentException("kind: must be one of " + kinds + ", was " + kind);
            }
            return exit(time, 1 + index, count);
        }

        /** So many could not be followed: they are outside, excluded or unknown. */
        public Builder aside(State state, long count) {
            aside.merge(state, checked(0, count), Math::addExact);
            return this;
        }

        private Builder exit(double time, int slot, long count) {
            if (checked(time, count) > 0) {
                long[] exit = exits.computeIfAbsent(time, t -> new long[1 + kinds.size()]);
                exit[slot] = Math.addExact(exit[slot], count);
            }
            return this;
        }

        private static long checked(double time, long count) {
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("time: must be 0 or more and finite, was " + time);
            }
            if (count < 0) {
                throw new IllegalArgumentException("count: must be 0 or more, was " + count);
            }
            return count;
        }

        /** The table. */
        public RiskTable build() {
            return new RiskTable(this);
        }
    }
}
