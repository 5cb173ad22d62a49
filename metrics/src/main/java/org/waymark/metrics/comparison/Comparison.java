package org.waymark.metrics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Tabular;

/**
 * What changed between two runs, cell by cell, each change labelled with its cause.
 *
 * <p><b>Formula:</b> cells are matched by indicator, crossing and group. A cell whose indicator, cohort, period or axis is
 * defined otherwise is labelled DEFINITION whatever its counts. One that a run keeps back, and whose counts may be the same in
 * both, is labelled SUPPRESSION: how much is told changed, and whether more did cannot be seen. For the others, among them
 * masked cells that share no possible count, the newer data is asked once more as of the older day: what differs from the older run then had happened before that day and
 * was not known (LATE_ARRIVAL); what differs only as of the newer day is the time that passed (DATA). <b>Unit:</b> cells.
 * <b>How to read it:</b> a restated history is a late arrival or a definition, never growth. <b>When it applies:</b> to
 * tallies of the same question at two as-of days; without the newer data as of the older day late arrivals cannot be told
 * from data. <b>Edge cases:</b> cells of one run only are ADDED or REMOVED, or SUPPRESSION where they
 * are kept back and may be of nobody. <b>Source:</b> the practice of keeping vintages.
 *
 * @param changes the cells that differ, in the order of the newer run, those that are gone last
 * @param same how many cells are the same
 */
public record Comparison(List<Change> changes, long same) implements Tabular {
    /** Why a cell differs. */
    public enum Cause {
        /** Time passed: something happened, or a window closed, after the older as-of day. */
        DATA("changed as time passed"),
        /** It had happened before the older as-of day and came to be known afterwards, or was corrected. */
        LATE_ARRIVAL("changed by records that arrived late or were corrected"),
        /** Indicator, cohort, period or axis are defined otherwise. */
        DEFINITION("changed with the definition"),
        /** A run keeps counts back, and both may be the same count. */
        SUPPRESSION("are kept back in one run or kept back otherwise"),
        /** The older run has no such cell. */
        ADDED("are new"),
        /** The newer run has no such cell. */
        REMOVED("are gone");

        private final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    /**
     * One cell that differs.
     *
     * @param indicator id and version of the newer run's indicator, of the older's if the cell is gone
     * @param crossing along what the group stands
     * @param group who
     * @param before the older cell, if there is one
     * @param after the newer cell, if there is one
     * @param cause why
     */
    public record Change(
            String indicator,
            String crossing,
            String group,
            Optional<Cell> before,
            Optional<Cell> after,
            Cause cause) {}

    /** Copies the changes. */
    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two runs of which the newer data cannot be asked again. Differences are DATA, late arrivals among them. */
    public static Comparison of(Tally older, Tally newer) {
        return compare(older, newer, Optional.empty());
    }

    /**
     * Compares two runs.
     *
     * @param older the older run
     * @param newer the newer run
     * @param newerAsOfOlder the newer data as of the older day: the same population, asked {@code
     *     newer.question().asOf(older.question().asOf())}
     */
    public static Comparison of(Tally older, Tally newer, Tally newerAsOfOlder) {
        if (!newerAsOfOlder.question().asOf().equals(older.question().asOf())) {
            throw new IllegalArgumentException("newerAsOfOlder: must be as of "
                    + older.question().asOf() + ", is as of "
                    + newerAsOfOlder.question().asOf());
        }
        return compare(older, newer, Optional.of(newerAsOfOlder));
    }

    private record Key(String indicator, String crossing, String group) {}

    private record Found(Indicator indicator, List<Axis> axes, Cell cell) {}

    private static Comparison compare(Tally older, Tally newer, Optional<Tally> again) {
        Map<Key, Found> before = cells(older);
        Map<Key, Found> after = cells(newer);
        Map<Key, Found> between = again.map(Comparison::cells).orElseGet(LinkedHashMap::new);
        boolean sameCohort = older.question().of().equals(newer.question().of())
                && older.question().period().equals(newer.question().period());
        List<Change> changes = new ArrayList<>();
        long same = 0;
        for (Map.Entry<Key, Found> entry : after.entrySet()) {
            Found was = before.get(entry.getKey());
            Found is = entry.getValue();
            if (was != null && sameCohort && was.equals(is)) {
                same++;
                continue;
            }
            Cause cause = was == null
                    ? gone(is, Cause.ADDED)
                    : sameCohort ? cause(was, is, Optional.ofNullable(between.get(entry.getKey()))) : Cause.DEFINITION;
            changes.add(change(entry.getKey(), Optional.ofNullable(was), Optional.of(is), cause));
        }
        before.forEach((key, was) -> {
            if (!after.containsKey(key)) {
                changes.add(change(key, Optional.of(was), Optional.empty(), gone(was, Cause.REMOVED)));
            }
        });
        return new Comparison(changes, same);
    }

    private static Cause cause(Found was, Found is, Optional<Found> again) {
        if (!was.indicator.equals(is.indicator) || !was.axes.equals(is.axes)) {
            return Cause.DEFINITION;
        }
        boolean masked = !was.cell.isExact() || !is.cell.isExact();
        if (masked && mayBeTheSame(was.cell, is.cell)) {
            return Cause.SUPPRESSION;
        }
        boolean late = again.isPresent() && !mayBeTheSame(again.get().cell, was.cell);
        return late ? Cause.LATE_ARRIVAL : Cause.DATA;
    }

    /** Why a cell stands in one run only; one that is kept back and may be of nobody need not be new or gone. */
    private static Cause gone(Found found, Cause otherwise) {
        Cell nobody = new Cell(found.cell.labels(), new LinkedHashMap<>());
        return !found.cell.isExact() && mayBeTheSame(found.cell, nobody) ? Cause.SUPPRESSION : otherwise;
    }

    /** Whether the counts of each state have a number in common. */
    private static boolean mayBeTheSame(Cell one, Cell other) {
        Set<State> states = new LinkedHashSet<>(one.counts().keySet());
        states.addAll(other.counts().keySet());
        return states.stream().allMatch(state -> {
            Count here = one.count(state);
            Count there = other.count(state);
            return here.low() <= there.high() && there.low() <= here.high();
        });
    }

    /** How many cells changed for each cause that occurs, in the order of the causes. */
    public Map<Cause, Long> causes() {
        Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        changes.forEach(change -> causes.merge(change.cause, 1L, Long::sum));
        return Collections.unmodifiableMap(causes);
    }

    private static Change change(Key key, Optional<Found> before, Optional<Found> after, Cause cause) {
        Indicator indicator = after.or(() -> before).orElseThrow().indicator;
        return new Change(
                indicator.id() + " v" + indicator.version(),
                key.crossing,
                key.group,
                before.map(Found::cell),
                after.map(Found::cell),
                cause);
    }

    private static Map<Key, Found> cells(Tally tally) {
        Map<Key, Found> cells = new LinkedHashMap<>();
        List<List<Axis>> crossings = new ArrayList<>();
        crossings.add(List.of());
        crossings.addAll(tally.question().faces().crossings());
        for (Indicator indicator : tally.question().indicators()) {
            for (List<Axis> axes : crossings) {
                String crossing = axes.stream().map(Axis::title).collect(Collectors.joining(" x "));
                for (Cell cell : tally.by(indicator, axes.toArray(new Axis[0]))) {
                    cells.put(new Key(indicator.id(), crossing, cell.name()), new Found(indicator, axes, cell));
                }
            }
        }
        return cells;
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("What changed")
                .column(Column.text("indicator", "stable name and version"))
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.text("before", "counts of the older run"))
                .column(Column.text("after", "counts of the newer run"))
                .column(Column.text("cause", "why they differ"))
                .note(summary());
        for (Change change : changes) {
            table.row(
                    Datum.text(change.indicator),
                    Datum.text(change.crossing),
                    Datum.text(change.group),
                    Datum.text(counts(change.before)),
                    Datum.text(counts(change.after)),
                    Datum.text(change.cause.name()));
        }
        return table.build();
    }

    private String summary() {
        StringBuilder text = new StringBuilder(same + " cells are the same.");
        for (Map.Entry<Cause, Long> cause : causes().entrySet()) {
            text.append(' ')
                    .append(cause.getValue())
                    .append(' ')
                    .append(cause.getKey().words)
                    .append('.');
        }
        return text.toString();
    }

    private static String counts(Optional<Cell> cell) {
        return cell.map(one -> told(one.yes(), one.known())).orElse("none");
    }

    /** Successes of known outcomes; where the source leaves no upper end of them, that they are kept back. */
    private static String told(Count yes, Count known) {
        return known.high() < Integer.MAX_VALUE ? yes + " of " + known : "kept back";
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
