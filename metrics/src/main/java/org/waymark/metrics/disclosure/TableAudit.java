package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Count;

/**
 * What any published table gives away, whoever published it: which of its hidden numbers follow exactly from the others, and
 * between what the rest must lie.
 *
 * <p>A table has one row per cell: columns of labels, and one column of counts in which a mark stands for what is hidden. How labels
 * make up others is told beside it. A part that has no row counts as hidden. Sums that printed numbers do not keep are left
 * out, for nobody can trust them; {@link Found#broken()} names them.
 *
 * @param dimensions the columns of labels
 * @param count the column of counts
 * @param splits how labels are made up of others
 * @param marks what a mark tells, or a text such as {@code 10-19}: between what the number lies; of other marks nothing is known
 */
public record TableAudit(
        List<String> dimensions, String count, List<CountTable.Split> splits, Map<String, Count> marks) {
    /** Of a mark that tells nothing. */
    private static final Count ANYTHING = Count.between(0, Audit.UNLIMITED);

    /** Copies the parts. */
    public TableAudit {
        dimensions = List.copyOf(dimensions);
        Objects.requireNonNull(count, "count");
        splits = List.copyOf(splits);
        marks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    /** An audit of counts by these columns of labels; marks tell nothing. */
    public static TableAudit of(String count, String... dimensions) {
        return new TableAudit(List.of(dimensions), count, List.of(), new LinkedHashMap<>());
    }

    /** The same where a label of a dimension is made up of others. */
    public TableAudit sum(String dimension, String whole, List<String> parts) {
        List<CountTable.Split> more = new ArrayList<>(splits);
        more.add(new CountTable.Split(dimension, "way " + more.size(), whole, parts));
        return new TableAudit(dimensions, count, more, marks);
    }

    /** The same where a mark tells between what a number lies. */
    public TableAudit mark(String mark, Count range) {
        Map<String, Count> more = new LinkedHashMap<>(marks);
        more.put(mark, range);
        return new TableAudit(dimensions, count, splits, more);
    }

    /**
     * Audits a table.
     *
     * @throws IllegalArgumentException if the table lacks a column, has a cell twice, or prints what is no whole number of 0 or more
     * @throws ContradictionException if no whole numbers fit what is printed and what marks tell
     */
    public Found over(Table table) {
        return over(List.of(table));
    }

    /**
     * Audits tables that tell of the same cells, such as one of rounded numbers and one of numbers in classes: each cell lies in the
     * ranges of all tables that have it.
     *
     * @throws IllegalArgumentException if a table lacks a column, has a cell twice, or prints what is no whole number of 0 or more
     * @throws ContradictionException if no whole numbers fit what is printed and what marks tell
     */
    public Found over(List<Table> tables) {
        Map<List<String>, Count> printed = new LinkedHashMap<>();
        for (Table table : tables) {
            read(table).forEach((cell, range) -> printed.merge(cell, range, TableAudit::both));
        }
        return found(printed);
    }

    private static Count both(Count one, Count other) {
        long low = Math.max(one.low(), other.low());
        long high = Math.min(one.high(), other.high());
        if (low > high) {
            throw new ContradictionException("the tables tell different numbers of one cell");
        }
        return Count.between(low, high);
    }

    private Map<List<String>, Count> read(Table table) {
        Map<List<String>, Count> printed = new LinkedHashMap<>();
        List<List<Datum>> labels = dimensions.stream().map(table::column).toList();
        List<Datum> counts = table.column(count);
        for (int row = 0; row < counts.size(); row++) {
            List<String> cell = new ArrayList<>();
            for (List<Datum> column : labels) {
                cell.add(column.get(row).toString());
            }
            if (printed.put(List.copyOf(cell), known(counts.get(row))) != null) {
                throw new IllegalArgumentException(
                        "table: must have each cell once, row " + (row + 1) + " repeats one");
            }
        }
        return printed;
    }

    private Found found(Map<List<String>, Count> printed) {
        Set<List<String>> cells = new LinkedHashSet<>(printed.keySet());
        for (int pass = 0; pass < splits.size(); pass++) {
            splits.forEach(split -> addParts(cells, split));
        }
        Set<String> broken = new LinkedHashSet<>();
        List<CountTable.Split> kept = new ArrayList<>();
        for (CountTable.Split split : splits) {
            if (keeps(split, printed)) {
                kept.add(split);
            } else {
                broken.add(split.dimension() + ": " + split.parent() + " = " + String.join(" + ", split.children()));
            }
        }
        CountTable shape = CountTable.of(dimensions, kept, List.copyOf(cells));
        List<Count> known = shape.cells().stream()
                .map(cell -> printed.getOrDefault(cell, ANYTHING))
                .toList();
        return new Found(shape, known, Audit.of(shape.relations(), known), printed.keySet(), List.copyOf(broken));
    }

    private Count known(Datum datum) {
        if (datum instanceof Datum.Missing missing) {
            return marks.getOrDefault(missing.mark(), ANYTHING);
        }
        if (datum instanceof Datum.Text text && marks.containsKey(text.value())) {
            return marks.getOrDefault(text.value(), ANYTHING);
        }
        if (datum instanceof Datum.Whole whole && whole.value() >= 0) {
            return Count.of(whole.value());
        }
        throw new IllegalArgumentException("table: " + count + " must hold whole numbers of 0 or more, or marks");
    }

    private void addParts(Set<List<String>> cells, CountTable.Split split) {
        int at = dimensions.indexOf(split.dimension());
        for (List<String> cell : List.copyOf(cells)) {
            if (at >= 0 && cell.get(at).equals(split.parent())) {
                for (String child : split.children()) {
                    cells.add(with(cell, at, child));
                }
            }
        }
    }

    private static List<String> with(List<String> cell, int at, String label) {
        List<String> other = new ArrayList<>(cell);
        other.set(at, label);
        return List.copyOf(other);
    }

    /** Whether a sum holds wherever all of it is printed, and parts are never more than the whole. */
    private boolean keeps(CountTable.Split split, Map<List<String>, Count> printed) {
        int at = dimensions.indexOf(split.dimension());
        for (Map.Entry<List<String>, Count> entry : printed.entrySet()) {
            if (at < 0 || !entry.getKey().get(at).equals(split.parent())) {
                continue;
            }
            long least = 0;
            long most = 0;
            for (String child : split.children()) {
                Count part = printed.getOrDefault(with(entry.getKey(), at, child), ANYTHING);
                least = Math.addExact(least, part.low());
                most = most == Audit.UNLIMITED || part.high() == Audit.UNLIMITED
                        ? Audit.UNLIMITED
                        : Math.addExact(most, part.high());
            }
            if (least > entry.getValue().high() || most < entry.getValue().low()) {
                return false;
            }
        }
        return true;
    }

    /** What an audit found. It says more than the table did: it is for analysts. */
    public static final class Found {
        private final CountTable shape;
        private final List<Count> known;
        private final Audit audit;
        private final Set<List<String>> rows;
        private final List<String> broken;

        private Found(CountTable shape, List<Count> known, Audit audit, Set<List<String>> rows, List<String> broken) {
            this.shape = shape;
            this.known = known;
            this.audit = audit;
            this.rows = rows;
            this.broken = broken;
        }

        /** The labels of the cells that the table has and hides, in the order of their labels. */
        public List<List<String>> hidden() {
            return cells(cell -> true);
        }

        /** Those of them whose number follows from what is printed. */
        public List<List<String>> determined() {
            return cells(audit::determined);
        }

        private List<List<String>> cells(java.util.function.IntPredicate which) {
            List<List<String>> cells = new ArrayList<>();
            for (int cell = 0; cell < known.size(); cell++) {
                if (!known.get(cell).isExact() && rows.contains(shape.cells().get(cell)) && which.test(cell)) {
                    cells.add(shape.cells().get(cell));
                }
            }
            return cells;
        }

        /**
         * What an attacker can know of a cell, from its least to its largest possible value.
         *
         * @throws IllegalArgumentException if the table has no such cell
         */
        public Count interval(List<String> cell, Attacker attacker) {
            return audit.interval(number(cell), attacker);
        }

        /** The cells that others could determine if these told their numbers: those of a school that talks, for example. */
        public List<List<String>> falling(Map<List<String>, Long> told) {
            Map<Integer, Count> more = new LinkedHashMap<>();
            told.forEach((cell, value) -> more.put(number(cell), Count.of(value)));
            Audit with = audit.with(more);
            List<List<String>> falling = new ArrayList<>(hidden());
            falling.removeIf(
                    cell -> told.containsKey(cell) || audit.determined(number(cell)) || !with.determined(number(cell)));
            return falling;
        }

        private int number(List<String> cell) {
            Optional<Integer> at = shape.find(cell);
            return at.orElseThrow(() -> new IllegalArgumentException("cell: there is none of " + cell));
        }

        /** Sums that printed numbers do not keep, and that were left out. */
        public List<String> broken() {
            return broken;
        }

        /** The hidden cells with what can be known of them. */
        public Table toTable() {
            Table.Builder table = Table.builder("What a publication gives away (not for publication)");
            shape.dimensions().forEach(name -> table.column(Column.text(name, "label")));
            table.column(Column.count("least", "the least that the hidden number can be"))
                    .column(Column.count("most", "the largest that it can be"));
            for (List<String> cell : hidden()) {
                Count range = audit.interval(number(cell));
                List<Datum> row = new ArrayList<>();
                cell.forEach(label -> row.add(Datum.text(label)));
                row.add(Datum.whole(range.low()));
                row.add(range.high() == Audit.UNLIMITED ? Datum.missing("no limit") : Datum.whole(range.high()));
                table.row(row);
            }
            return table.build();
        }

        /** How many cells are hidden and how many of them follow exactly; no values. */
        @Override
        public String toString() {
            return hidden().size() + " hidden cells, " + determined().size() + " of them follow exactly from the rest";
        }
    }
}
