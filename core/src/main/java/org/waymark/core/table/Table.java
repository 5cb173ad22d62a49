package org.waymark.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Columns and rows with a title and notes: what every result can become, and what every writer takes.
 *
 * <p>A table is for analysts: it may hold small counts. Only a {@code PublicTable} is meant for everyone.
 *
 * @param title what the table shows
 * @param columns the columns, with different names
 * @param rows the rows, each with one datum per column
 * @param notes definitions, sources and warnings to print below
 */
public record Table(String title, List<Column> columns, List<List<Datum>> rows, List<String> notes) {
    /** Copies the parts; refuses repeated column names and rows of another width. */
    public Table {
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("columns: names must differ, were "
                    + columns.stream().map(Column::name).toList());
        }
        for (List<Datum> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows: each must have " + columns.size() + " entries, one had " + row.size());
            }
        }
    }

    /** Starts a table. */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /** Where the column stands, if the table has it. */
    public Optional<Integer> indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * Every entry of one column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public List<Datum> column(String name) {
        int at = indexOf(name)
                .orElseThrow(() -> new IllegalArgumentException("column: must be one of "
                        + columns.stream().map(Column::name).toList() + ", was " + name));
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** The same table but for columns of these names; one that it does not have is passed over. */
    public Table without(String... names) {
        List<String> left = List.of(names);
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(c -> !left.contains(columns.get(c).name()))
                .boxed()
                .toList();
        return new Table(
                title,
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
                notes);
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** The same table with more notes. */
    public Table withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Table(title, columns, rows, all);
    }

    /** The table as aligned text of at most 100 characters a line. */
    @Override
    public String toString() {
        return new TextTable(this, 100).print();
    }

    /** Collects columns, then rows. */
    public static final class Builder {
        private final String title;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Datum>> rows = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        /** Adds a column at the right. */
        public Builder column(Column column) {
            columns.add(column);
            return this;
        }

        /** Adds columns at the right. */
        public Builder columns(List<Column> more) {
            columns.addAll(more);
            return this;
        }

        /** Adds a row. */
        public Builder row(Datum... row) {
            rows.add(List.of(row));
            return this;
        }

        /** Adds a row. */
        public Builder row(List<Datum> row) {
            rows.add(row);
            return this;
        }

        /** Adds a note. */
        public Builder note(String note) {
            notes.add(note);
            return this;
        }

        /** The table. */
        public Table build() {
            return new Table(title, columns, rows, notes);
        }
    }
}
