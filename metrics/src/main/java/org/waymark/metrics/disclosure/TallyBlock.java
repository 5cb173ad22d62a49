package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/**
 * One face of one indicator as cells of the system: for each group its yes, its no, its denominator, and each other state.
 * The outcome of a group is hidden as one, each other state on its own.
 */
final class TallyBlock {
    /** Where the states of a group stand: yes, no, their sum, then the others. */
    static final int YES = 0;

    static final int NO = 1;
    static final int KNOWN = 2;

    private final int tally;
    private final Indicator indicator;
    private final List<Axis> axes;
    private final boolean asked;
    private final boolean overlapping;
    private final List<List<Label>> labels = new ArrayList<>();
    private final List<Map<Label, Integer>> index = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final long[] values;
    private final int groups;
    private int firstCell;
    private int firstUnit;

    TallyBlock(Tally from, int tally, Indicator indicator, List<Axis> axes, boolean asked, Merging merging) {
        this.tally = tally;
        this.indicator = indicator;
        this.axes = List.copyOf(axes);
        this.asked = asked;
        overlapping = axes.stream().anyMatch(axis -> from.overlap(axis) || !from.overlapIsKnown(axis));
        List<Cell> cells = from.by(indicator, axes.toArray(new Axis[0]));
        axes.forEach(axis -> index.add(new LinkedHashMap<>()));
        TreeSet<State> others = new TreeSet<>();
        for (Cell cell : cells) {
            others.addAll(cell.counts().keySet());
            for (int i = 0; i < index.size(); i++) {
                Map<Label, Integer> at = index.get(i);
                at.putIfAbsent(merging.label(axes.get(i), cell.labels().get(i)), at.size());
            }
        }
        others.remove(State.YES);
        others.remove(State.NO);
        states.add(State.YES);
        states.add(State.NO);
        states.addAll(others);
        int size = 1;
        for (Map<Label, Integer> at : index) {
            labels.add(List.copyOf(new ArrayList<>(at.keySet())));
            size = Math.multiplyExact(size, at.size());
        }
        groups = size;
        values = new long[Math.multiplyExact(groups, width())];
        for (Cell cell : cells) {
            List<Label> own = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                own.add(merging.label(axes.get(i), cell.labels().get(i)));
            }
            add(group(own), cell);
        }
    }

    private void add(int group, Cell cell) {
        for (int s = 0; s < states.size(); s++) {
            Count count = cell.count(states.get(s));
            if (!count.isExact() || count.low() < 0) {
                throw new IllegalArgumentException("tallies: counts must be exact and 0 or more to be protected");
            }
            int at = group * width() + place(s);
            values[at] = Math.addExact(values[at], count.exact());
        }
        int base = group * width();
        values[base + KNOWN] = Math.addExact(values[base + YES], values[base + NO]);
    }

    /** Where a state stands within a group. */
    private static int place(int state) {
        return state < KNOWN ? state : state + 1;
    }

    /** Gives the block its place in the system. */
    void standAt(int cell, int unit) {
        firstCell = cell;
        firstUnit = unit;
    }

    int tally() {
        return tally;
    }

    Indicator indicator() {
        return indicator;
    }

    List<Axis> axes() {
        return axes;
    }

    /** Whether it was asked for and can be printed; else it follows from what is. */
    boolean asked() {
        return asked;
    }

    boolean overlapping() {
        return overlapping;
    }

    List<Label> labels(int axis) {
        return labels.get(axis);
    }

    /** The states, yes and no first. */
    List<State> states() {
        return states;
    }

    int groups() {
        return groups;
    }

    /** How many cells a group has. */
    int width() {
        return states.size() + 1;
    }

    /** How many units a group has: the outcome, and each other state. */
    int unitsOfGroup() {
        return states.size() - 1;
    }

    int cell(int group, int place) {
        return firstCell + group * width() + place;
    }

    int unit(int group, int place) {
        return firstUnit + group * unitsOfGroup() + Math.max(0, place - KNOWN);
    }

    long value(int group, int place) {
        return values[group * width() + place];
    }

    /** The place of a state; -1 if it does not occur. */
    int placeOf(State state) {
        int at = states.indexOf(state);
        return at < 0 ? -1 : place(at);
    }

    /** The group of these labels; -1 if there is none. */
    int group(List<Label> of) {
        int group = 0;
        for (int i = 0; i < of.size(); i++) {
            Integer at = index.get(i).get(of.get(i));
            if (at == null) {
                return -1;
            }
            group = group * labels.get(i).size() + at;
        }
        return group;
    }

    /** The labels of a group. */
    List<Label> labelsOf(int group) {
        List<Label> own = new ArrayList<>();
        int rest = group;
        for (int i = labels.size() - 1; i >= 0; i--) {
            own.add(0, labels.get(i).get(rest % labels.get(i).size()));
            rest /= labels.get(i).size();
        }
        return own;
    }

    /** The group in words, with its state. */
    String name(int cell) {
        int group = (cell - firstCell) / width();
        int place = (cell - firstCell) % width();
        String who = axes.isEmpty() ? "all" : labelsOf(group).toString().replaceAll("^\\[|\\]$", "");
        String what = place == KNOWN
                ? "denominator"
                : states.get(place < KNOWN ? place : place - 1).toString();
        return indicator.id() + ", " + who + ": " + what;
    }
}
