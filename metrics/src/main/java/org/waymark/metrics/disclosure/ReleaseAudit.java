package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;

/**
 * What can be found out of each hidden number of a release, by those who know what is printed, how numbers add up, what the ledger
 * holds and what marks mean; by a member of the group; and if all who know one place, say a school, tell its numbers.
 *
 * <p><b>Formula:</b> the least and the largest whole number that fits everything known, by linear programs in whole-number arithmetic
 * and a search ({@link Audit}). <b>Unit:</b> members. <b>How to read it:</b> 0 to no limit tells nothing; two equal ends tell
 * the number. <b>When it applies:</b> to every release; sizes in classes count as printed, since they are protected as if they were.
 * <b>Edge cases:</b> a group too small for the attacker to be a member of has no interval for a member. <b>Source:</b> M.
 * Fischetti and J. J. Salazar-González (2000), JASA 95: 916-928.
 *
 * <p>It says more than what is published: it is for analysts.
 */
public final class ReleaseAudit {
    private final Clearing.Safe safe;
    private final Audit audit;

    ReleaseAudit(Clearing.Safe safe) {
        this.safe = safe;
        List<Count> known = new ArrayList<>();
        Problem problem = safe.problem();
        for (int cell = 0; cell < safe.system().cells(); cell++) {
            known.add(
                    safe.pattern().hidden(problem.unit(cell))
                            ? Count.between(problem.low(cell), problem.high(cell))
                            : Count.of(problem.value(cell)));
        }
        safe.system().blocks().forEach(block -> forgetBands(block, known));
        audit = Audit.of(problem.relations(), known);
    }

    /** A band is told beside a size alone; protecting goes by it in any case, which errs on the safe side. */
    private void forgetBands(TallyBlock block, List<Count> known) {
        for (int group = 0; group < block.groups(); group++) {
            int size = block.unit(group, TallyBlock.KNOWN);
            int outcome = block.unit(group, TallyBlock.YES);
            if (size != outcome && safe.pattern().hidden(size) && safe.pattern().hidden(outcome)) {
                known.set(block.cell(group, TallyBlock.YES), Count.between(0, Audit.UNLIMITED));
            }
        }
    }

    /**
     * A hidden number.
     *
     * @param indicator stable name and version of the definition
     * @param axes along what the group stands
     * @param group who
     * @param state what the members are for the indicator
     */
    public record Hidden(String indicator, String axes, String group, String state) {}

    /** The hidden numbers in the order of the tallies, those that an indicator's groups have at all. */
    public List<Hidden> hidden() {
        return cells().stream().map(this::named).toList();
    }

    /** Those that follow exactly from what is printed. At every level there is none that was to be protected. */
    public List<Hidden> determined() {
        return cells().stream().filter(audit::determined).map(this::named).toList();
    }

    /**
     * What can be known of a hidden number, from its least to its largest possible value; empty if the group is too small for
     * the attacker to be a member of. The largest is {@link Audit#UNLIMITED} where nothing limits it.
     *
     * @throws IllegalArgumentException if no such number is hidden
     */
    public Optional<Count> interval(Hidden hidden, Attacker attacker) {
        for (int cell : cells()) {
            if (named(cell).equals(hidden)) {
                return interval(cell, attacker);
            }
        }
        throw new IllegalArgumentException("hidden: nothing of this name is hidden, was " + hidden);
    }

    private Optional<Count> interval(int cell, Attacker attacker) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the audit was stopped");
        }
        return safe.problem().value(cell) < attacker.known()
                ? Optional.empty()
                : Optional.of(audit.interval(cell, attacker));
    }

    /**
     * The hidden numbers of others that follow exactly if those who know one group tell all of its numbers: the staff of a school,
     * for example.
     *
     * @param axis along what the group stands
     * @param group its name
     */
    public List<Hidden> falling(Axis axis, String group) {
        return fallen(axis, group).stream().map(this::named).toList();
    }

    private List<Integer> fallen(Axis axis, String group) {
        Map<Integer, Count> told = new LinkedHashMap<>();
        for (TallyBlock block : safe.system().blocks()) {
            int at = block.axes().indexOf(axis);
            for (int g = 0; at >= 0 && g < block.groups(); g++) {
                if (block.labelsOf(g).get(at).name().equals(group)) {
                    for (int place = 0; place < block.width(); place++) {
                        told.put(block.cell(g, place), Count.of(block.value(g, place)));
                    }
                }
            }
        }
        if (told.isEmpty()) {
            throw new IllegalArgumentException("group: the release has none of this name along " + axis.title());
        }
        Audit more = audit.with(told);
        return cells().stream()
                .filter(cell -> !told.containsKey(cell) && !audit.determined(cell) && more.determined(cell))
                .toList();
    }

    /** The hidden numbers with what can be known of them by an outsider, and of the others by a member who knows one other. */
    public Table toTable() {
        return table(new LinkedHashMap<>(), List.of());
    }

    /** The same with the groups of an axis, such as schools, each of which would give the number away if it told its own. */
    public Table toTable(Axis axis) {
        Map<Integer, List<String>> talking = new LinkedHashMap<>();
        safe.system().blocks().stream()
                .filter(block -> block.axes().contains(axis))
                .flatMap(block -> block.labels(block.axes().indexOf(axis)).stream())
                .map(label -> label.name())
                .distinct()
                .forEach(group -> fallen(axis, group)
                        .forEach(cell -> talking.computeIfAbsent(cell, c -> new ArrayList<>())
                                .add(group)));
        return table(
                talking, List.of(Column.text("falls_with", "whose numbers of " + axis.title() + " would tell it")));
    }

    private Table table(Map<Integer, List<String>> talking, List<Column> more) {
        Table.Builder table = Table.builder("What a release gives away (not for publication)")
                .column(Column.text("indicator", "stable name and version of the definition"))
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.text("state", "what the members are for the indicator"))
                .column(Column.count("least", "the least that the hidden number can be"))
                .column(Column.count("most", "the largest that it can be"))
                .column(Column.count("others_least", "to a member who knows one other: the least that the rest can be"))
                .column(Column.count("others_most", "the largest that the rest can be"));
        more.forEach(table::column);
        for (int cell : cells()) {
            Hidden name = named(cell);
            List<Datum> row = new ArrayList<>(List.of(
                    Datum.text(name.indicator()),
                    Datum.text(name.axes()),
                    Datum.text(name.group()),
                    Datum.text(name.state())));
            for (Attacker attacker : List.of(Attacker.LINKER, Attacker.insider(1))) {
                Optional<Count> range = interval(cell, attacker);
                row.add(end(range.map(Count::low)));
                row.add(end(range.map(Count::high)));
            }
            if (!more.isEmpty()) {
                row.add(Datum.text(String.join(", ", talking.getOrDefault(cell, List.of()))));
            }
            table.row(row);
        }
        return table.build();
    }

    private static Datum end(Optional<Long> value) {
        return value.map(end -> end == Audit.UNLIMITED ? Datum.missing("no limit") : Datum.whole(end))
                .orElse(Datum.missing("no such member"));
    }

    private List<Integer> cells() {
        List<Integer> cells = new ArrayList<>();
        for (TallyBlock block : safe.system().blocks()) {
            for (int group = 0; block.asked() && group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    if (safe.pattern().hidden(block.unit(group, place))) {
                        cells.add(block.cell(group, place));
                    }
                }
            }
        }
        return cells;
    }

    private Hidden named(int cell) {
        TallyBlock block = safe.system().blockOf(cell);
        int group = (cell - block.cell(0, 0)) / block.width();
        int place = (cell - block.cell(0, 0)) % block.width();
        String who = block.labelsOf(group).stream().map(Object::toString).collect(Collectors.joining(", "));
        return new Hidden(
                block.indicator().id() + " v" + block.indicator().version(),
                block.axes().stream().map(Axis::title).collect(Collectors.joining(" x ")),
                who.isEmpty() ? "all" : who,
                block.stateName(place));
    }

    /** How many numbers are hidden; no values. */
    @Override
    public String toString() {
        return cells().size() + " hidden numbers";
    }
}
