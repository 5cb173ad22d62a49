package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

/**
 * Which sums everybody can work out of what was asked for, read off the labels of the tallies a second time, for the verifier
 * alone: groups and their total, smaller places and the larger one, years and their pool. It shares nothing with the relations
 * that the protector kept, so that one which is forgotten or bent there is missed here.
 */
final class Totals {
    /** What a cell counts: of which tally and indicator, of which groups, in which state. */
    private record Counted(int tally, String indicator, Map<String, String> labels, State state) {}

    /** A face that was asked for: its axes by title, and the cells of its groups. */
    private record Asked(int tally, String indicator, Set<String> axes, Set<String> overlapping, List<Counted> cells) {}

    private final List<Tally> tallies;
    private final Map<Counted, Integer> cellOf = new HashMap<>();
    private final Map<Counted, Long> numbers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<int[]> sums = new ArrayList<>();
    private int[] cells = {};
    private long[] told = {};

    private Totals(List<Tally> tallies) {
        this.tallies = tallies;
    }

    /** Of a single table, whose sums are its own. */
    static Totals none() {
        return new Totals(List.of());
    }

    /** Those of the tallies of a system, of which only the places of cells are taken. */
    static Totals of(TallySystem system) {
        Totals totals = new Totals(system.tallies());
        for (TallyBlock block : system.blocks()) {
            if (block.asked()) {
                totals.read(block);
            }
        }
        for (Asked fine : totals.asked) {
            for (Asked coarse : totals.asked) {
                totals.groups(fine, coarse);
                totals.places(fine, coarse);
            }
        }
        totals.pools();
        totals.forget();
        return totals;
    }

    /** Names are needed no longer. */
    private void forget() {
        cells = new int[numbers.size()];
        told = new long[cells.length];
        int at = 0;
        for (Map.Entry<Counted, Long> entry : numbers.entrySet()) {
            cells[at] = cellOf.getOrDefault(entry.getKey(), -1);
            told[at++] = entry.getValue();
        }
        cellOf.clear();
        numbers.clear();
        asked.clear();
    }

    private void read(TallyBlock block) {
        Tally tally = tallies.get(block.tally());
        String indicator = block.indicator().id() + " v" + block.indicator().version() + " "
                + block.indicator().sentence();
        Set<String> axes = new LinkedHashSet<>();
        Set<String> overlapping = new LinkedHashSet<>();
        for (Axis axis : block.axes()) {
            axes.add(axis.title());
            if (tally.overlap(axis) || !tally.overlapIsKnown(axis)) {
                overlapping.add(axis.title());
            }
        }
        List<Counted> all = new ArrayList<>();
        for (Cell cell : tally.by(block.indicator(), block.axes().toArray(new Axis[0]))) {
            Map<String, String> labels = new TreeMap<>();
            for (int i = 0; i < block.axes().size(); i++) {
                Label label = cell.labels().get(i);
                labels.put(block.axes().get(i).title(), (label.isGroup() ? "" : "no group: ") + label.name());
            }
            int group = block.group(cell.labels());
            for (State state : block.states()) {
                Counted counted = new Counted(block.tally(), indicator, labels, state);
                cellOf.put(counted, block.cell(group, block.placeOf(state)));
                numbers.put(counted, cell.count(state).exact());
                all.add(counted);
            }
        }
        asked.add(new Asked(block.tally(), indicator, axes, overlapping, all));
    }

    /** The groups along the axes that a coarser face lacks make up its own. */
    private void groups(Asked fine, Asked coarse) {
        boolean alike = fine.tally() == coarse.tally() && fine.indicator().equals(coarse.indicator());
        if (!alike || fine.axes().size() <= coarse.axes().size() || !fine.axes().containsAll(coarse.axes())) {
            return;
        }
        Set<String> lacking = new LinkedHashSet<>(fine.axes());
        lacking.removeAll(coarse.axes());
        if (lacking.stream().anyMatch(fine.overlapping()::contains)) {
            return;
        }
        Map<Counted, List<Counted>> parts = new LinkedHashMap<>();
        for (Counted cell : fine.cells()) {
            Map<String, String> rest = new TreeMap<>(cell.labels());
            rest.keySet().removeAll(lacking);
            parts.computeIfAbsent(
                            new Counted(cell.tally(), cell.indicator(), rest, cell.state()), key -> new ArrayList<>())
                    .add(cell);
        }
        parts.forEach(this::sum);
    }

    /** Smaller places make up the larger one, where nobody is in that alone. */
    private void places(Asked fine, Asked coarse) {
        if (fine.tally() != coarse.tally() || !fine.indicator().equals(coarse.indicator())) {
            return;
        }
        for (Hierarchy hierarchy : tallies.get(fine.tally()).hierarchies()) {
            String child = hierarchy.child().title();
            String parent = hierarchy.parent().title();
            Set<String> axes = new LinkedHashSet<>(fine.axes());
            boolean lies = axes.remove(child)
                    && axes.add(parent)
                    && !fine.overlapping().contains(child);
            if (lies && axes.equals(coarse.axes()) && !coarse.overlapping().contains(parent)) {
                places(fine, hierarchy, child, parent);
            }
        }
    }

    private void places(Asked fine, Hierarchy hierarchy, String child, String parent) {
        Map<Counted, List<Counted>> parts = new LinkedHashMap<>();
        Map<Map<String, String>, Boolean> whole = new LinkedHashMap<>();
        for (Counted cell : fine.cells()) {
            String name = hierarchy.parentOf().getOrDefault(cell.labels().getOrDefault(child, ""), "");
            if (!name.isEmpty()) {
                Map<String, String> labels = new TreeMap<>(cell.labels());
                labels.remove(child);
                labels.put(parent, name);
                parts.computeIfAbsent(
                                new Counted(cell.tally(), cell.indicator(), labels, cell.state()),
                                key -> new ArrayList<>())
                        .add(cell);
            }
        }
        boolean fits = parts.entrySet().stream()
                .allMatch(entry -> number(entry.getValue()) <= numbers.getOrDefault(entry.getKey(), 0L));
        parts.forEach((total, of) ->
                whole.merge(total.labels(), number(of) == numbers.getOrDefault(total, -1L), Boolean::logicalAnd));
        parts.forEach((total, of) -> {
            if (fits && whole.getOrDefault(total.labels(), false)) {
                sum(total, of);
            }
        });
    }

    /** The years of a pool, where each of them was counted alone and nobody is in two. */
    private void pools() {
        for (int t = 0; t < tallies.size(); t++) {
            Set<Condition> cohorts = new LinkedHashSet<>();
            alternatives(tallies.get(t).question().of().members(), cohorts);
            Map<Condition, Integer> years = new LinkedHashMap<>();
            for (int y = 0; y < tallies.size(); y++) {
                Condition members = tallies.get(y).question().of().members();
                if (y != t && cohorts.contains(members) && alike(tallies.get(t), tallies.get(y))) {
                    years.putIfAbsent(members, y);
                }
            }
            if (cohorts.size() > 1 && years.size() == cohorts.size()) {
                pool(t, years.values());
            }
        }
    }

    private void pool(int pool, Iterable<Integer> years) {
        for (Asked face : asked) {
            if (face.tally() != pool || !inEach(face, years)) {
                continue;
            }
            for (Counted cell : face.cells()) {
                List<Counted> parts = new ArrayList<>();
                for (int year : years) {
                    Counted part = new Counted(year, cell.indicator(), cell.labels(), cell.state());
                    if (cellOf.containsKey(part)) {
                        parts.add(part);
                    }
                }
                if (number(parts) == numbers.getOrDefault(cell, -1L)) {
                    sum(cell, parts);
                }
            }
        }
    }

    /** Whether each year was asked for the groups of a face. */
    private boolean inEach(Asked face, Iterable<Integer> years) {
        for (int year : years) {
            boolean there = asked.stream()
                    .anyMatch(one -> one.tally() == year
                            && one.indicator().equals(face.indicator())
                            && one.axes().equals(face.axes()));
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(Tally one, Tally other) {
        return one.question().asOf().equals(other.question().asOf())
                && one.question().period().equals(other.question().period())
                && one.question().of().unit().equals(other.question().of().unit())
                && one.question().of().left().equals(other.question().of().left());
    }

    private static void alternatives(Condition members, Set<Condition> into) {
        if (members instanceof Condition.Or either) {
            either.of().forEach(one -> alternatives(one, into));
        } else {
            into.add(members);
        }
    }

    private long number(List<Counted> of) {
        return of.stream().mapToLong(cell -> numbers.getOrDefault(cell, 0L)).reduce(0, Math::addExact);
    }

    /** The cells of the parts, and last that of the total. */
    private void sum(Counted total, List<Counted> parts) {
        int whole = cellOf.getOrDefault(total, -1);
        if (whole >= 0) {
            int[] sum = new int[parts.size() + 1];
            Arrays.setAll(sum, k -> k == parts.size() ? whole : cellOf.getOrDefault(parts.get(k), -1));
            sums.add(sum);
        }
    }

    /** How many sums there are. */
    int size() {
        return sums.size();
    }

    /** Whether a certificate is about the numbers that the tallies have. */
    boolean numbersAre(Certificate proof) {
        for (int k = 0; k < cells.length; k++) {
            if (proof.value(cells[k]) != told[k]) {
                return false;
            }
        }
        return true;
    }

    /** For each cell the sums of which it is a part, as 1 + their number, or the total, as the same below 0. */
    int[][] byCell(int size) {
        int[] count = new int[size];
        sums.forEach(sum -> Arrays.stream(sum).forEach(cell -> count[cell]++));
        int[][] by = new int[size][];
        Arrays.setAll(by, cell -> new int[count[cell]]);
        for (int s = 0; s < sums.size(); s++) {
            int[] sum = sums.get(s);
            for (int k = 0; k < sum.length; k++) {
                by[sum[k]][--count[sum[k]]] = k == sum.length - 1 ? -1 - s : 1 + s;
            }
        }
        return by;
    }
}
