package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Unknown;
import org.waymark.core.schema.Window;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.TimeCounts;
import org.waymark.core.tally.TimeTally;

/**
 * Counts the members of a cohort by how long something took: one pass over the columns. What one member adds is one or two
 * numbers, each made of a combination of categories, a day since the origin and what happened on it; how often each number
 * came is all that is kept.
 */
final class TimeCounting {
    private static final State BEFORE_ORIGIN = State.excluded("reached before the beginning");
    private static final State BEFORE_ENTRY = State.excluded("reached before coming under observation");
    private static final State NEVER_SEEN = State.excluded("never under observation");

    /** More than the days between the first and the last that a column can hold. */
    private static final long DAYS = 1 << 19;

    private static final int ENTERED = 0;
    private static final int CENSORED = 1;
    private static final int FIRST_KIND = 2;

    private final TimeQuestion question;
    private final byte[] members;
    private final List<AxisColumn> columns;
    private final int asOf;
    private final Codes origins;
    private final @Nullable Codes entries;
    private final @Nullable Codes leavings;
    private final @Nullable WindowOfRow horizon;
    private final int horizonDays;
    private final FirstEvent first;
    private final int slots;
    private final LongCounts exits = new LongCounts();
    private final List<State> states = new ArrayList<>();
    private final LongCounts aside = new LongCounts();

    TimeCounting(Scope scope, TimeQuestion question, byte[] members, List<AxisColumn> columns) {
        TimeToEvent time = question.time();
        this.question = question;
        this.members = members;
        this.columns = columns;
        this.asOf = scope.asOfCode();
        this.origins = scope.days(time.origin()).codes();
        this.entries = time.entry().map(day -> scope.days(day).codes()).orElse(null);
        this.leavings = time.leaving().map(day -> scope.days(day).codes()).orElse(null);
        Optional<Bound> end = time.horizon().map(time.origin()::plus);
        this.horizon =
                end.map(bound -> new WindowOfRow(scope, Window.before(bound))).orElse(null);
        this.horizonDays = (int) time.horizonDays().orElse(DAYS);
        this.first = FirstEvent.of(scope, time.outcome());
        this.slots = FIRST_KIND + first.kinds().size();
        states.add(State.OUTSIDE);
        states.add(BEFORE_ORIGIN);
        states.add(BEFORE_ENTRY);
        states.add(NEVER_SEEN);
        for (Unknown reason : Unknown.values()) {
            states.add(State.unknown(reason));
        }
    }

    TimeTally count(CohortLog log) {
        List<Categories> axes = columns.stream().map(AxisColumn::categories).toList();
        int combinations = Math.max(1, Face.combinations(axes));
        int[] strides = new int[columns.size()];
        int stride = combinations;
        for (int i = 0; i < strides.length; i++) {
            stride /= Math.max(1, axes.get(i).size());
            strides[i] = stride;
        }
        AxisColumn.Keys places = AxisColumn.keys(columns, strides);
        int[] combination = new int[Node.BLOCK];
        for (int from = 0; from < members.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, members.length - from);
            Arrays.fill(combination, 0);
            places.addTo(from, count, combination);
            for (int i = 0; i < count; i++) {
                if (members[from + i] != 0) {
                    add(from + i, combination[i]);
                }
            }
        }
        return TimeTally.of(question, log, axes, first.kinds(), byCombination(axes));
    }

    private void add(int row, int combination) {
        int origin = origins.get(row);
        int entry = entries == null ? origin : entries.get(row);
        int leaving = leavings == null ? Days.NEVER : leavings.get(row);
        if (isUnknown(origin)) {
            aside(combination, unknown(origin));
        } else if (origin == Days.NEVER || origin > asOf) {
            aside(combination, State.OUTSIDE);
        } else if (isUnknown(entry)) {
            aside(combination, unknown(entry));
        } else if (entry == Days.NEVER || entry > asOf) {
            aside(combination, State.OUTSIDE);
        } else if (isUnknown(leaving)) {
            aside(combination, unknown(leaving));
        } else {
            int seenUntil = leaving == Days.NEVER ? asOf : Math.min(asOf, leaving);
            addKnown(row, combination, origin, Math.max(origin, entry), seenUntil);
        }
    }

    /** Adds a member who is seen from after {@code entry}, or from the origin on, until a last day. */
    private void addKnown(int row, int combination, int origin, int entry, int seenUntil) {
        int last = seenUntil;
        boolean followedToHorizon = false;
        if (horizon != null && Truth.isYes(horizon.open(row)) && horizon.end() <= seenUntil + 1) {
            followedToHorizon = true;
            last = horizon.end() - 1;
        }
        int event = first.find(row, last);
        if (event == FirstEvent.IN_DOUBT) {
            aside(combination, State.unknown(first.reason()));
        } else if (event != FirstEvent.NOTHING && event < origin) {
            aside(combination, BEFORE_ORIGIN);
        } else if (event != FirstEvent.NOTHING && entry > origin && event <= entry) {
            aside(combination, BEFORE_ENTRY);
        } else if (last < origin || entry > origin && last <= entry) {
            aside(combination, NEVER_SEEN);
        } else {
            // The common scale may be some days shorter than the member's own calendar, of months for one.
            int day = event == FirstEvent.NOTHING ? last - origin : event - origin;
            int onScale = Math.min(day, horizonDays - 1);
            boolean toTheEnd = followedToHorizon && event == FirstEvent.NOTHING;
            int entered = Math.min(entry - origin, horizonDays - 2);
            int slot = event == FirstEvent.NOTHING ? CENSORED : FIRST_KIND + first.kind();
            exits.increment(key(combination, toTheEnd ? horizonDays : onScale, slot));
            if (entered > 0) {
                exits.increment(key(combination, entered, ENTERED));
            }
        }
    }

    private static boolean isUnknown(int day) {
        return day != Days.NEVER && day < Days.FIRST_DAY;
    }

    private static State unknown(int day) {
        return State.unknown(Days.reason(day).orElse(Unknown.NOT_REPORTED));
    }

    private void aside(int combination, State state) {
        aside.increment((long) combination * states.size() + states.indexOf(state));
    }

    private long key(int combination, int day, int slot) {
        return (combination * DAYS + day) * slots + slot;
    }

    private Map<List<Category>, TimeCounts> byCombination(List<Categories> axes) {
        Map<Integer, TimeCounts.Builder> counts = new LinkedHashMap<>();
        for (long key : exits.sorted()) {
            int slot = (int) (key % slots);
            int day = (int) (key / slots % DAYS);
            TimeCounts.Builder own = of(counts, (int) (key / slots / DAYS));
            long count = exits.count(key);
            switch (slot) {
                case ENTERED -> own.entered(day, count);
                case CENSORED -> own.censored(day, count);
                default -> own.event(day, slot - FIRST_KIND, count);
            }
        }
        for (long key : aside.sorted()) {
            of(counts, (int) (key / states.size())).aside(states.get((int) (key % states.size())), aside.count(key));
        }
        Map<List<Category>, TimeCounts> named = new LinkedHashMap<>();
        counts.forEach((combination, own) -> named.put(categories(axes, combination), own.build()));
        return named;
    }

    private TimeCounts.Builder of(Map<Integer, TimeCounts.Builder> counts, int combination) {
        return counts.computeIfAbsent(combination, c -> TimeCounts.builder(slots - FIRST_KIND));
    }

    private static List<Category> categories(List<Categories> axes, int combination) {
        List<Category> categories = new ArrayList<>();
        int rest = combination;
        for (int i = axes.size() - 1; i >= 0; i--) {
            categories.add(0, axes.get(i).list().get(rest % axes.get(i).size()));
            rest /= axes.get(i).size();
        }
        return categories;
    }
}
