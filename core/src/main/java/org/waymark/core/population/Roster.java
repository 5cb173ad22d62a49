package org.waymark.core.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;

/**
 * The members of one unit, column by column: students, or what hangs on them, or partners ...
 *
 * <p>Rows are numbered from 0. The rows of a roster with owners stand together by owner, in the order of the owners.
 */
public final class Roster {
    private final Unit unit;
    private final int size;
    private final @Nullable IdColumn ids;
    private final Map<String, LabelColumn> labels;
    private final Map<String, DayColumn> days;
    private final Map<String, NumberColumn> numbers;
    private final Optional<String> start;
    private final Optional<String> end;
    private final Optional<Unit> owner;
    private final int[] offsets;

    Roster(
            Unit unit,
            int size,
            @Nullable IdColumn ids,
            Map<String, LabelColumn> labels,
            Map<String, DayColumn> days,
            Map<String, NumberColumn> numbers,
            Optional<String> start,
            Optional<String> end,
            Optional<Unit> owner,
            int[] offsets) {
        this.unit = unit;
        this.size = size;
        this.ids = ids;
        this.labels = Collections.unmodifiableMap(labels);
        this.days = Collections.unmodifiableMap(days);
        this.numbers = Collections.unmodifiableMap(numbers);
        this.start = start;
        this.end = end;
        this.owner = owner;
        this.offsets = offsets;
    }

    /** What one row is. */
    public Unit unit() {
        return unit;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The columns of labels, in the order in which they were declared. */
    public List<Dimension> dimensions() {
        return labels.keySet().stream().map(Dimension::of).toList();
    }

    /** The columns of days. */
    public List<Milestone> milestones() {
        return days.keySet().stream().map(Milestone::of).toList();
    }

    /** The columns of numbers. */
    public List<Quantity> quantities() {
        return numbers.keySet().stream().map(Quantity::of).toList();
    }

    /** The roster on whose rows these hang, if they hang on any. */
    public Optional<Unit> owner() {
        return owner;
    }

    /** The column of the day on which an event or spell begins. */
    public Optional<Milestone> start() {
        return start.map(Milestone::of);
    }

    /** The column of the first day on which a spell is over. */
    public Optional<Milestone> end() {
        return end.map(Milestone::of);
    }

    /** Whether rows have ids of their own. */
    public boolean hasIds() {
        return ids != null;
    }

    /**
     * The id of a row.
     *
     * @throws IllegalStateException if rows have no ids of their own
     */
    public String id(int row) {
        if (ids == null) {
            throw new IllegalStateException(unit + " have no ids of their own");
        }
        return ids.get(Objects.checkIndex(row, size));
    }

    /** The labels of a row; refuses a column that is not there. */
    public Labels labels(Dimension dimension, int row) {
        return present(labels, dimension.name()).get(Objects.checkIndex(row, size));
    }

    /** The labels by row, for who goes through many rows of a column; refuses a column that is not there. */
    public IntFunction<Labels> labels(Dimension dimension) {
        LabelColumn column = present(labels, dimension.name());
        return row -> column.get(Objects.checkIndex(row, size));
    }

    /** The day of a row; empty if it never came or is unknown. */
    public Optional<LocalDate> day(Milestone milestone, int row) {
        return day(present(days, milestone.name()), row);
    }

    /** The days by row, for who goes through many rows of a column; refuses a column that is not there. */
    public IntFunction<Optional<LocalDate>> days(Milestone milestone) {
        DayColumn column = present(days, milestone.name());
        return row -> day(column, row);
    }

    private Optional<LocalDate> day(DayColumn column, int row) {
        int code = column.codes().get(Objects.checkIndex(row, size));
        return Days.isDay(code) ? Optional.of(Days.day(code)) : Optional.empty();
    }

    /** Why the day of a row is unknown; empty if it is known, or known never to have come. */
    public Optional<Unknown> dayUnknown(Milestone milestone, int row) {
        return Days.reason(present(days, milestone.name()).codes().get(Objects.checkIndex(row, size)));
    }

    /** The number of a row; empty if it is unknown. */
    public Optional<BigDecimal> number(Quantity quantity, int row) {
        return present(numbers, quantity.name()).get(Objects.checkIndex(row, size));
    }

    /** Why the number of a row is unknown; empty if it is known. */
    public Optional<Unknown> numberUnknown(Quantity quantity, int row) {
        NumberColumn column = present(numbers, quantity.name());
        return column.isKnown(Objects.checkIndex(row, size)) ? Optional.empty() : Optional.of(column.reason(row));
    }

    /** The row of the owner, in the owner's roster. */
    public int ownerRow(int row) {
        if (owner.isEmpty()) {
            throw new IllegalStateException(unit + " have no owner");
        }
        Objects.checkIndex(row, size);
        int low = 0;
        int high = offsets.length - 1;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] <= row) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Bytes of heap of the columns. */
    public long heapBytes() {
        long bytes = ids == null ? 0 : ids.heapBytes();
        for (LabelColumn column : labels.values()) {
            bytes += column.codes().heapBytes();
        }
        for (DayColumn column : days.values()) {
            bytes += column.codes().heapBytes();
        }
        for (NumberColumn column : numbers.values()) {
            bytes += column.heapBytes();
        }
        return bytes + 4L * offsets.length;
    }

    /** The rows as entities, made on demand; a row of which something is unknown that an entity must have is passed over. */
    <E, B> Stream<E> stream(Schema<E, B> schema, @Nullable Roster owners) {
        List<Field<E, B>> required = schema.fields().stream()
                .filter(field -> field.presence() == Field.Presence.REQUIRED)
                .toList();
        return IntStream.range(0, size)
                .filter(row -> required.stream()
                        .noneMatch(field -> value(field, row, owners).isEmpty()))
                .mapToObj(row -> schema.make(field -> value(field, row, owners)));
    }

    private List<?> value(Field<?, ?> field, int row, @Nullable Roster owners) {
        String name = field.name();
        switch (field.kind()) {
            case ID -> {
                return List.of(id(row));
            }
            case OWNER -> {
                return owners == null ? List.of() : List.of(owners.id(ownerRow(row)));
            }
            case DAY -> {
                return days.containsKey(name) ? listOf(day(Milestone.of(name), row)) : List.of();
            }
            case NUMBER -> {
                return numbers.containsKey(name) ? listOf(number(Quantity.of(name), row)) : List.of();
            }
            default -> {
                return labels.containsKey(name) ? labels.get(name).get(row).labels() : List.of();
            }
        }
    }

    private static <V> List<V> listOf(Optional<V> value) {
        return value.map(List::of).orElse(List.of());
    }

    @Nullable
    LabelColumn labelColumn(String name) {
        return labels.get(name);
    }

    @Nullable
    DayColumn dayColumn(String name) {
        return days.get(name);
    }

    @Nullable
    NumberColumn numberColumn(String name) {
        return numbers.get(name);
    }

    @Nullable
    IdColumn idColumn() {
        return ids;
    }

    /** For each row of the owner's roster the first row here, and one more for the end. */
    int[] offsets() {
        return offsets;
    }

    private <C> C present(Map<String, C> columns, String name) {
        C column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "column: must be one of " + columns.keySet() + " of " + unit + ", was " + name);
        }
        return column;
    }

    /** Equal if the same rows in the same order hold the same values. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Roster that)
                || !unit.equals(that.unit)
                || size != that.size
                || !labels.keySet().equals(that.labels.keySet())
                || !days.keySet().equals(that.days.keySet())
                || !numbers.keySet().equals(that.numbers.keySet())
                || !owner.equals(that.owner)
                || hasIds() != that.hasIds()
                || !Arrays.equals(offsets, that.offsets)) {
            return false;
        }
        return IntStream.range(0, size).allMatch(row -> values(row).equals(that.values(row)));
    }

    private List<Object> values(int row) {
        List<Object> values = new ArrayList<>();
        if (ids != null) {
            values.add(ids.get(row));
        }
        labels.values().forEach(column -> values.add(column.get(row)));
        days.values().forEach(column -> values.add(column.codes().get(row)));
        for (NumberColumn column : numbers.values()) {
            values.add(column.isKnown(row) ? column.scaled(row) : column.reason(row));
        }
        return values;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, size);
    }

    /** The unit, the number of rows and the columns. */
    @Override
    public String toString() {
        List<String> columns = new ArrayList<>(labels.keySet());
        columns.addAll(days.keySet());
        columns.addAll(numbers.keySet());
        return size + " " + unit + " " + columns;
    }
}
