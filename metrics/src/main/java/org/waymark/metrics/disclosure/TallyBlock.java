package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/**
 * One face of one indicator as cells of the system: for each group its yes, its no, its denominator, and each other state.
 * The outcome of a group is hidden as one, each other state on its own; where rates are coded the denominator is printed though
 * yes and no are not.
 */
final class TallyBlock {
    /** Where the states of a group stand: yes, no, their sum, then the others. */
    static final int YES = 0;

    static final int NO = 1;
    static final int KNOWN = 2;

    private final int tally;
    private final int extent;
    private final Indicator indicator;
    private final List<Axis> axes;
    private final boolean asked;
    private final boolean derived;
    private final boolean coded;
    private final List<Boolean> overlaps;
    private final List<List<Label>> labels = new ArrayList<>();
    private final List<Map<Label, Integer>> index = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final long[] values;
    private final int groups;
    private int firstCell;
    private int firstUnit;

    TallyBlock(
            Tally from,
            int tally,
            int extent,
            Indicator indicator,
            List<Axis> axes,
            boolean asked,
            boolean coded,
            Merging merging) {
        this.tally = tally;
        this.extent = extent;
        this.coded = coded;
        this.indicator = indicator;
        this.axes = List.copyOf(axes);
        this.asked = asked;
        derived = false;
        overlaps = axes.stream()
                .map(axis -> from.overlap(axis) || !from.overlapIsKnown(axis))
                .toList();
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

    /** What is left of a block: nobody asked for it, but it follows by subtraction. */
    private TallyBlock(TallyBlock whole, int extent, long[] values) {
        tally = whole.tally;
        this.extent = extent;
        indicator = whole.indicator;
        axes = whole.axes;
        asked = false;
        coded = whole.coded;
        derived = true;
        overlaps = whole.overlaps;
        labels.addAll(whole.labels);
        index.addAll(whole.index);
        states.addAll(whole.states);
        groups = whole.groups;
        this.values = values;
    }

    /** What is left of this block when parts are taken from it; empty if parts are no parts. */
    Optional<TallyBlock> without(long[] parts, int ofExtent) {
        long[] rest = new long[values.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.subtractExact(values[i], parts[i]);
            if (rest[i] < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new TallyBlock(this, ofExtent, rest));
    }

    /**
     * The block along a coarser axis in place of a finer one: the sums of the groups that lie in each coarser group; empty if one
     * lies in none.
     */
    Optional<TallyBlock> rolledUp(int axis, Axis coarser, Function<Label, Optional<Label>> parentOf) {
        List<Axis> coarse = new ArrayList<>(axes);
        coarse.set(axis, coarser);
        List<Map<Label, Integer>> places = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            places.add(i == axis ? new LinkedHashMap<>() : index.get(i));
        }
        for (Label label : labels.get(axis)) {
            Optional<Label> parent = parentOf.apply(label);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            places.get(axis).putIfAbsent(parent.get(), places.get(axis).size());
        }
        TallyBlock sums = new TallyBlock(this, coarse, places);
        for (int group = 0; group < groups; group++) {
            List<Label> own = new ArrayList<>(labelsOf(group));
            parentOf.apply(own.get(axis)).ifPresent(parent -> own.set(axis, parent));
            int to = sums.group(own);
            for (int place = 0; place < width(); place++) {
                int at = to * width() + place;
                sums.values[at] = Math.addExact(sums.values[at], value(group, place));
            }
        }
        return Optional.of(sums);
    }

    /** An empty block that nobody asked for, along other axes. */
    private TallyBlock(TallyBlock like, List<Axis> axes, List<Map<Label, Integer>> places) {
        tally = like.tally;
        extent = like.extent;
        indicator = like.indicator;
        this.axes = List.copyOf(axes);
        asked = false;
        coded = like.coded;
        derived = true;
        overlaps = like.overlaps;
        index.addAll(places);
        int size = 1;
        for (Map<Label, Integer> at : places) {
            labels.add(List.copyOf(new ArrayList<>(at.keySet())));
            size = Math.multiplyExact(size, at.size());
        }
        states.addAll(like.states);
        groups = size;
        values = new long[Math.multiplyExact(groups, width())];
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

    /** Whom it counts, as a number of the system's. */
    int extent() {
        return extent;
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

    /** Whether it stands for what is left when parts are taken from a whole. */
    boolean derived() {
        return derived;
    }

    boolean overlapping() {
        return overlaps.contains(true);
    }

    /** Whether members may stand in two groups of one of its axes. */
    boolean overlapping(int axis) {
        return overlaps.get(axis);
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

    /** How many units a group has: the outcome, its denominator where rates are coded, and each other state. */
    int unitsOfGroup() {
        return states.size() - (coded ? 0 : 1);
    }

    int cell(int group, int place) {
        return firstCell + group * width() + place;
    }

    int unit(int group, int place) {
        int within = coded && place >= KNOWN ? place - NO : Math.max(0, place - KNOWN);
        return firstUnit + group * unitsOfGroup() + within;
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

    /** Everybody of a group, in whatever state. */
    long members(int group) {
        long sum = 0;
        for (State state : states) {
            sum = Math.addExact(sum, value(group, placeOf(state)));
        }
        return sum;
    }

    /** The group that has the labels of another block's group on the same axes; -1 if there is none. */
    int groupOf(TallyBlock other, int group) {
        List<Label> own = other.labelsOf(group);
        List<Label> here = new ArrayList<>();
        for (Axis axis : axes) {
            here.add(own.get(other.axes.indexOf(axis)));
        }
        return group(here);
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
        return indicator.id() + ", " + who + ": " + stateName(place);
    }

    /** The state that stands at a place, in words. */
    String stateName(int place) {
        return place == KNOWN
                ? "denominator"
                : states.get(place < KNOWN ? place : place - 1).toString();
    }
}
