package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Unknown;

/**
 * The members of one group, or of one crossing of groups, counted by what they are for one indicator.
 *
 * @param labels one per axis, none for the total
 * @param counts how many members are in each state that occurs
 */
public record Cell(List<Label> labels, Map<State, Count> counts) {
    /** Copies the parts, the states in their order. */
    public Cell {
        labels = List.copyOf(labels);
        Map<State, Count> ordered = new TreeMap<>(Objects.requireNonNull(counts, "counts"));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(ordered));
    }

    /** A cell of known outcomes alone, for counts that come from elsewhere. */
    public static Cell of(List<Label> labels, long yes, long no) {
        return new Cell(
                labels,
                new TreeMap<>(Map.ofEntries(Map.entry(State.YES, Count.of(yes)), Map.entry(State.NO, Count.of(no)))));
    }

    /** How many are in a state. */
    public Count count(State state) {
        return counts.getOrDefault(state, Count.ZERO);
    }

    /** Those whose window has closed with success. */
    public Count yes() {
        return count(State.YES);
    }

    /** Those whose window has closed without success. */
    public Count no() {
        return count(State.NO);
    }

    /** Those whose window has closed and whose outcome is known: the denominator of a rate. */
    public Count known() {
        return yes().plus(no());
    }

    /** Those whose outcome is unknown, for whatever reason. */
    public Count unknown() {
        return sum(State.Kind.UNKNOWN);
    }

    /** Those whose outcome is unknown because their window is still open. */
    public Count open() {
        return count(State.unknown(Unknown.NOT_YET_OBSERVABLE));
    }

    /** Those who succeeded while their window is still open; they never enter a rate. */
    public Count early() {
        return count(State.REACHED_EARLY);
    }

    /** Those of whom success is not asked. */
    public Count outside() {
        return count(State.OUTSIDE);
    }

    /** Those left out, for whatever reason. */
    public Count excluded() {
        return sum(State.Kind.EXCLUDED);
    }

    /** Everybody of the group. */
    public Count members() {
        return counts.values().stream().reduce(Count.ZERO, Count::plus);
    }

    /** How many were left out for each reason. */
    public Map<String, Count> excludedByReason() {
        return byReason(State.Kind.EXCLUDED);
    }

    /** How many are unknown for each reason. */
    public Map<String, Count> unknownByReason() {
        return byReason(State.Kind.UNKNOWN);
    }

    /** Whether every count is known exactly. */
    public boolean isExact() {
        return counts.values().stream().allMatch(Count::isExact);
    }

    /** The counts of both; the labels of this one. */
    public Cell plus(Cell other) {
        Map<State, Count> sum = new TreeMap<>(counts);
        other.counts.forEach((state, count) -> sum.merge(state, count, Count::plus));
        return new Cell(labels, sum);
    }

    /** The counts without those of a part; the labels of this one. */
    public Cell minus(Cell part) {
        Map<State, Count> rest = new TreeMap<>(counts);
        part.counts.forEach((state, count) ->
                rest.put(state, rest.getOrDefault(state, Count.ZERO).minus(count)));
        return new Cell(labels, rest);
    }

    /** The same counts under other labels. */
    public Cell labelled(List<Label> others) {
        return new Cell(others, counts);
    }

    /** The labels in one text, such as {@code F x Rural}; {@code all} for the total. */
    public String name() {
        return labels.isEmpty() ? "all" : labels.stream().map(Label::name).collect(Collectors.joining(" x "));
    }

    private Count sum(State.Kind kind) {
        Count sum = Count.ZERO;
        for (Map.Entry<State, Count> entry : counts.entrySet()) {
            if (entry.getKey().kind() == kind) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }

    private Map<String, Count> byReason(State.Kind kind) {
        Map<String, Count> reasons = new LinkedHashMap<>();
        counts.forEach((state, count) -> {
            if (state.kind() == kind) {
                reasons.put(state.reason(), count);
            }
        });
        return Collections.unmodifiableMap(reasons);
    }

    /** The group and its counts. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        counts.forEach((state, count) -> parts.add(state + " " + count));
        return name() + ": " + String.join(", ", parts);
    }
}
