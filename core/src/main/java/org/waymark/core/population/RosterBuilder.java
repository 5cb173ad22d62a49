package org.waymark.core.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;

/**
 * Takes the rows of one roster, column by column or entity by entity; both give the same roster.
 *
 * <p>A reader asks for a sink per column once, then for each row puts what it finds and calls {@link #endRow(long)}.
 */
public final class RosterBuilder {
    private final Unit unit;
    private final Optional<Schema<?, ?>> schema;
    private Optional<Unit> ownerUnit;
    private final Map<String, LabelColumn.Builder> labels = new LinkedHashMap<>();
    private final Map<String, DayColumn.Builder> days = new LinkedHashMap<>();
    private final Map<String, NumberColumn.Builder> numbers = new LinkedHashMap<>();
    private ColumnSink[] sinks = new ColumnSink[0];
    private RosterBuilder[] attached = new RosterBuilder[0];
    private @Nullable IdSink ids;
    private @Nullable IdIndex index;
    private @Nullable IdSink ownerIds;
    private final Codes ownerRows = new Codes();
    private final Codes lines = new Codes();
    private Optional<String> start = Optional.empty();
    private Optional<String> end = Optional.empty();
    private DayColumn.@Nullable Builder startDays;
    private DayColumn.@Nullable Builder endDays;
    private @Nullable RosterBuilder attachedTo;
    private String source = "";
    private int mostLabels = LabelColumn.Builder.MOST_ATOMS;
    private int size;
    private int committed;

    RosterBuilder(Unit unit, Optional<Schema<?, ?>> schema) {
        this.unit = unit;
        this.schema = schema;
        this.ownerUnit = schema.flatMap(s -> s.owner().flatMap(Field::target));
        if (schema.isPresent()) {
            start = schema.get().start();
            end = schema.get().end();
        }
    }

    /** How many rows there are so far. */
    public int size() {
        return size;
    }

    /** Names the source of the rows that follow, for findings. */
    public RosterBuilder source(String name) {
        source = name;
        return this;
    }

    /**
     * Refuses columns of more different labels than this, by a {@link TooManyLabelsException}. For who only counts by them:
     * where labels are texts that are kept, they may be as many as the rows.
     */
    public RosterBuilder mostLabels(int labels) {
        mostLabels = labels;
        this.labels.values().forEach(column -> column.most(labels));
        return this;
    }

    /**
     * The sink of the rows' own ids.
     *
     * @throws IllegalArgumentException if rows without ids stand already
     */
    public ColumnSink ids() {
        ColumnSink sink = idsAsTheyCome();
        if (index == null) {
            index = new IdIndex(Objects.requireNonNull(ids).ids());
        }
        return sink;
    }

    /**
     * The same, not held against each other: for who does so elsewhere, since rows whose ids are {@linkplain #endsRowsAtOnce
     * ended many at once} cannot be withdrawn. Nothing that is loaded with them can refer to them.
     *
     * @throws IllegalArgumentException if rows without ids stand already
     */
    public ColumnSink idsAsTheyCome() {
        if (ids == null) {
            mustBeEmpty("ids");
            ids = new IdSink();
            add(ids);
        }
        return ids;
    }

    /**
     * The sink of the owners' ids, which are looked up in the owners' roster in the end.
     *
     * @throws IllegalArgumentException if rows without owners stand already
     */
    public ColumnSink owners() {
        if (ownerUnit.isEmpty()) {
            throw new IllegalStateException(unit + " have no owner");
        }
        if (ownerIds == null) {
            mustBeEmpty("owners");
            ownerIds = new IdSink();
            add(ownerIds);
        }
        return ownerIds;
    }

    /** The column of the day on which events of this roster begin: that of the field list, else {@code start}. */
    public Milestone startColumn() {
        if (start.isEmpty()) {
            start = Optional.of("start");
            startDays = days.get("start");
        }
        return Milestone.of(start.get());
    }

    /** The sink of a column of labels, as they are written in the source. */
    public ColumnSink labels(Dimension dimension) {
        return labels(dimension, LabelReading.AS_WRITTEN);
    }

    /** The sink of a column of labels; how a text is read is settled when the column is first asked for. */
    public ColumnSink labels(Dimension dimension, LabelReading reading) {
        boolean none = presence(dimension.name()) == Field.Presence.NONE_IF_ABSENT;
        return sink(labels, dimension.name(), () -> {
            LabelColumn.Builder column = new LabelColumn.Builder(
                    dimension.name(), reading, none ? Labels.NONE : Labels.unknown(Unknown.NOT_REPORTED));
            column.most(mostLabels);
            return column;
        });
    }

    /** The sink of a column of days like {@code 2005-04-30}. */
    public ColumnSink days(Milestone milestone) {
        return days(milestone, DayReading.ISO);
    }

    /**
     * The sink of a column of days; how a text is read is settled when the column is first asked for. A birth date that
     * is not given is unknown; any other day that is not given has not come, unless the entity's field list says
     * otherwise.
     */
    public ColumnSink days(Milestone milestone, DayReading reading) {
        boolean unknown = presence(milestone.name()) == Field.Presence.UNKNOWN_IF_ABSENT;
        int absent = unknown ? Days.unknown(Unknown.NOT_REPORTED) : Days.NEVER;
        return sink(days, milestone.name(), () -> new DayColumn.Builder(reading, absent));
    }

    /** The sink of a column of numbers. */
    public ColumnSink numbers(Quantity quantity) {
        return sink(numbers, quantity.name(), NumberColumn.Builder::new);
    }

    /** The sink of the column that the entity's field list names. */
    ColumnSink sink(Field<?, ?> field) {
        return switch (field.kind()) {
            case ID -> ids();
            case OWNER -> owners();
            case DAY -> days(Milestone.of(field.name()));
            case NUMBER -> numbers(Quantity.of(field.name()));
            case LINK, LINKS, LABEL, LABELS, TEXT -> labels(Dimension.of(field.name()));
        };
    }

    private <S extends ColumnSink> ColumnSink sink(Map<String, S> columns, String name, Supplier<S> make) {
        S known = columns.get(name);
        if (known != null) {
            return known;
        }
        if (labels.containsKey(name) || days.containsKey(name) || numbers.containsKey(name)) {
            throw new IllegalArgumentException("column: " + name + " of " + unit + " is of another kind already");
        }
        S sink = make.get();
        while (sink.size() < size) {
            sink.pad();
        }
        columns.put(name, sink);
        add(sink);
        return sink;
    }

    private void mustBeEmpty(String keys) {
        if (size > 0) {
            throw new IllegalArgumentException(keys + ": must be given from the first row of " + unit + " on");
        }
    }

    private void add(ColumnSink sink) {
        sinks = Arrays.copyOf(sinks, sinks.length + 1);
        sinks[sinks.length - 1] = sink;
        startDays = start.map(days::get).orElse(null);
        endDays = end.map(days::get).orElse(null);
    }

    private Field.Presence presence(String name) {
        Optional<Field.Presence> declared = schema.flatMap(s -> s.field(name).map(Field::presence));
        return declared.orElse(Field.Presence.REQUIRED);
    }

    /**
     * Says that the rows of another roster that come before this one's next {@link #endRow(long)} belong to that row: one
     * line of a flat file gives a student and the student's events.
     */
    public RosterBuilder attach(RosterBuilder events) {
        events.attachedTo = this;
        events.ownerUnit = Optional.of(unit);
        if (Arrays.stream(attached).noneMatch(known -> known == events)) {
            attached = Arrays.copyOf(attached, attached.length + 1);
            attached[attached.length - 1] = events;
        }
        return this;
    }

    /**
     * Ends a row: columns to which nothing was given hold what stands for nothing.
     *
     * @param line the row's line in the source, for findings; 0 if there is none
     * @return why the row does not stand and is withdrawn with the rows attached to it: {@link Reason#CONTRADICTION} if
     *     its spell ends before it starts, {@link Reason#MISSING_VALUE} if rows have ids or owners and this one was given
     *     none, {@link Reason#DUPLICATE_ID} if its id was there already; empty if it stands
     */
    public Optional<Reason> endRow(long line) {
        if (endsBeforeItStarts()) {
            dropRow();
            return Optional.of(Reason.CONTRADICTION);
        }
        if (isMissing(ids) || isMissing(ownerIds)) {
            dropRow();
            return Optional.of(Reason.MISSING_VALUE);
        }
        if (index != null && !index.add(size)) {
            dropRow();
            return Optional.of(Reason.DUPLICATE_ID);
        }
        size++;
        for (ColumnSink sink : sinks) {
            if (sink.size() < size) {
                sink.pad();
            }
        }
        if (attachedTo != null) {
            ownerRows.add(attachedTo.size);
        }
        lines.add((int) Math.min(line, Integer.MAX_VALUE));
        for (RosterBuilder events : attached) {
            events.committed = events.size;
        }
        return Optional.empty();
    }

    private boolean isMissing(@Nullable IdSink keys) {
        return keys != null && keys.size() <= size;
    }

    /** Whether {@link #endRows} can end rows: it can where none of them may have to be withdrawn. */
    public boolean endsRowsAtOnce() {
        return index == null && (startDays == null || endDays == null);
    }

    /**
     * Ends rows at once that are attached to none, and are in no spells and without ids.
     *
     * @param lines their lines in the source
     */
    public void endRows(int[] lines, int count) {
        end(lines, count);
        for (RosterBuilder events : attached) {
            events.committed = events.size;
        }
    }

    /**
     * Ends rows at once that are attached to rows which the owner ends next.
     *
     * @param ahead for each row how many rows the owner ends before its own; will be changed
     * @param lines their lines in the source
     */
    public void endRows(int[] ahead, int[] lines, int count) {
        int next = Objects.requireNonNull(attachedTo, "attachedTo").size;
        end(lines, count);
        for (int i = 0; i < count; i++) {
            ahead[i] += next;
        }
        ownerRows.addAll(ahead, 0, count, 0);
    }

    private void end(int[] ofSource, int count) {
        size += count;
        for (ColumnSink sink : sinks) {
            while (sink.size() < size) {
                sink.pad();
            }
        }
        lines.addAll(ofSource, 0, count, 0);
    }

    /** Whether the row that is being put is a spell of which both days are known and in the wrong order. */
    private boolean endsBeforeItStarts() {
        DayColumn.Builder from = startDays;
        DayColumn.Builder until = endDays;
        if (from == null || until == null || from.size() <= size || until.size() <= size) {
            return false;
        }
        int first = from.code(size);
        int last = until.code(size);
        return Days.isDay(first) && Days.isDay(last) && last < first;
    }

    /** Withdraws what was put since the last {@link #endRow(long)}, with the rows attached to it. */
    public void dropRow() {
        for (ColumnSink sink : sinks) {
            sink.truncate(size);
        }
        for (RosterBuilder events : attached) {
            events.size = events.committed;
            events.ownerRows.truncate(events.committed);
            events.lines.truncate(events.committed);
            events.dropRow();
        }
    }

    /** Adds an entity as a row. */
    <E, B> void add(Schema<E, B> entities, E entity) {
        for (Field<E, B> field : entities.fields()) {
            ColumnSink sink = sink(field);
            List<?> value = field.getter().apply(entity);
            if (value.isEmpty()) {
                continue;
            }
            if (sink instanceof LabelColumn.Builder column) {
                column.put(Labels.of(value.stream().map(String.class::cast).toList()));
            } else if (sink instanceof DayColumn.Builder column) {
                column.put((LocalDate) value.get(0));
            } else if (sink instanceof NumberColumn.Builder column) {
                column.put((BigDecimal) value.get(0));
            } else {
                sink.put((String) value.get(0));
            }
        }
        if (endRow(0).isPresent()) {
            throw new IllegalArgumentException("id: one of the " + unit + " has the same id as another");
        }
    }

    /** Makes the roster, then forgets the rows and keeps the codes, so that the next rows can follow. */
    Roster cut(@Nullable RosterIds owners, FindingLog findings) {
        RosterIds of = ownerUnit.isEmpty() ? null : owners;
        boolean owned = of != null;
        // Rows that came with their owners stand in the owners' order.
        boolean inOrder = owned && attachedTo != null;
        int[] owner = of == null ? new int[0] : ownerOf(of, findings);
        int[] order = owned && !inOrder ? byOwner(owner) : new int[0];
        int[] offsets = of == null ? new int[0] : offsets(owner, of.size());
        boolean reorder = owned && !inOrder && !(order.length == size && isIdentity(order));
        Map<String, LabelColumn> labelColumns = new LinkedHashMap<>();
        labels.forEach((name, sink) -> {
            LabelColumn column = sink.cut();
            labelColumns.put(name, reorder ? column.permuted(order) : column);
        });
        Map<String, DayColumn> dayColumns = new LinkedHashMap<>();
        days.forEach((name, sink) -> {
            DayColumn column = sink.cut();
            dayColumns.put(name, reorder ? column.permuted(order) : column);
        });
        Map<String, NumberColumn> numberColumns = new LinkedHashMap<>();
        numbers.forEach((name, sink) -> {
            NumberColumn column = sink.cut();
            numberColumns.put(name, reorder ? column.permuted(order) : column);
        });
        IdColumn idColumn = ids == null ? null : ids.cut();
        if (idColumn != null && reorder) {
            idColumn = idColumn.permuted(order);
        }
        Roster roster = new Roster(
                unit,
                owned && !inOrder ? order.length : size,
                idColumn,
                labelColumns,
                dayColumns,
                numberColumns,
                start.filter(dayColumns::containsKey),
                end.filter(dayColumns::containsKey),
                owned ? ownerUnit : Optional.empty(),
                offsets);
        forget();
        return roster;
    }

    private void forget() {
        size = 0;
        committed = 0;
        ownerRows.truncate(0);
        lines.truncate(0);
        if (ownerIds != null) {
            ownerIds.truncate(0);
        }
        if (ids != null && index != null) {
            index = new IdIndex(ids.ids());
        }
    }

    /** The row of each row's owner; -1, with a finding, if it is not there. */
    private int[] ownerOf(RosterIds owners, FindingLog findings) {
        int[] owner = new int[size];
        if (attachedTo != null) {
            ownerRows.copy(0, size, owner);
            return owner;
        }
        for (int row = 0; row < size; row++) {
            owner[row] = ownerIds == null ? -1 : owners.find(ownerIds.ids().get(row));
            if (owner[row] < 0) {
                findings.add(Finding.error(
                        Reason.DANGLING_REFERENCE,
                        sourceName(),
                        lines.get(row),
                        schema.flatMap(s -> s.owner().map(Field::name)).orElse(""),
                        "an id of " + ownerUnit.map(Unit::toString).orElse("an owner") + " that was loaded"));
            }
        }
        return owner;
    }

    /** The rows that have an owner, by owner, otherwise in the order in which they came. */
    private static int[] byOwner(int[] owner) {
        int owners = Arrays.stream(owner).max().orElse(-1) + 1;
        int[] next = new int[owners + 1];
        int kept = 0;
        for (int o : owner) {
            if (o >= 0) {
                next[o + 1]++;
                kept++;
            }
        }
        for (int o = 0; o < owners; o++) {
            next[o + 1] += next[o];
        }
        int[] order = new int[kept];
        for (int row = 0; row < owner.length; row++) {
            if (owner[row] >= 0) {
                order[next[owner[row]]++] = row;
            }
        }
        return order;
    }

    private static int[] offsets(int[] owner, int owners) {
        int[] offsets = new int[owners + 1];
        for (int o : owner) {
            if (o >= 0) {
                offsets[o + 1]++;
            }
        }
        for (int o = 0; o < owners; o++) {
            offsets[o + 1] += offsets[o];
        }
        return offsets;
    }

    private static boolean isIdentity(int[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** What one row is. */
    public Unit unit() {
        return unit;
    }

    /** Where the rows come from, for findings. */
    String sourceName() {
        return source.isEmpty() ? unit.name() : source;
    }

    /** The row's line in its source; 0 if there is none. */
    long line(int row) {
        return lines.get(row);
    }

    Optional<Schema<?, ?>> schema() {
        return schema;
    }

    /** The column of that name so far; null if there is none, or if it holds ids. */
    @Nullable
    ColumnSink column(String name) {
        ColumnSink label = labels.get(name);
        ColumnSink day = days.get(name);
        return label != null ? label : day != null ? day : numbers.get(name);
    }

    /** Whether rows have ids of their own, so that others can refer to them. */
    boolean hasIds() {
        return index != null;
    }

    /** Whether one of the rows has that id. */
    boolean has(String id) {
        return index != null && index.find(id) >= 0;
    }

    Optional<Unit> ownerUnit() {
        return ownerUnit;
    }

    /** Finds owners by id once their roster is made. */
    record RosterIds(int size, @Nullable IdIndex index) {
        int find(String id) {
            return index == null ? -1 : index.find(id);
        }
    }
}
