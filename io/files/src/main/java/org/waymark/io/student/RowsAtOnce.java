package org.waymark.io.student;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.RosterBuilder;
import org.waymark.io.internal.FieldIndex;

/**
 * Reads rows of students column by column. What is ordinary in a row is settled here; a row in which anything is not, a
 * label that is new, a day that cannot be read, an id that lacks, is left to {@link StudentRows}, which takes it field by
 * field and says what is wrong with it.
 */
final class RowsAtOnce {
    private final RosterBuilder roster;
    private final MissingTexts missing;
    private final @Nullable SeenIds seen;
    private final int idColumn;
    private final List<Column> columns = new ArrayList<>();
    private final List<Events> events = new ArrayList<>();
    private @Nullable Column birth;
    private @Nullable Pattern idForm;
    private final int latest;
    private int first;
    private @Nullable FieldIndex read;
    private int[] lines = new int[0];
    private long[] numbers = new long[0];

    /** One column that is read, and the codes of its texts in the rows that were read last. */
    private static final class Column {
        private final int place;
        private final Target target;
        private int[] codes = new int[0];

        Column(int place, Target target) {
            this.place = place;
            this.target = target;
        }
    }

    /** The columns of one kind of events, and which of the rows have one. */
    private static final class Events {
        private final RosterBuilder roster;
        private Column[] columns = new Column[0];
        private int[] rows = new int[0];
        private int[] codes = new int[0];

        Events(RosterBuilder roster) {
            this.roster = roster;
        }

        /** Takes the events of rows {@code from} to before {@code to}, of which the lines are these. */
        void take(int from, int to, int[] lines) {
            if (rows.length < to - from) {
                rows = new int[to - from];
                codes = new int[to - from];
            }
            int count = find(from, to);
            for (Column column : columns) {
                for (int i = 0; i < count; i++) {
                    codes[i] = column.codes[from + rows[i]];
                }
                column.target.sink.put(codes, 0, count);
            }
            for (int i = 0; i < count; i++) {
                codes[i] = lines[rows[i]];
            }
            roster.endRows(rows, codes, count);
        }

        /** Finds the rows in which one of the columns has something, counted from {@code from}. */
        private int find(int from, int to) {
            int[] first = columns[0].codes;
            int count = 0;
            for (int row = from; row < to; row++) {
                rows[count] = row - from;
                count += first[row] != ColumnSink.EMPTY || columns.length > 1 && isThere(row) ? 1 : 0;
            }
            return count;
        }

        private boolean isThere(int row) {
            for (Column column : columns) {
                if (column.codes[row] != ColumnSink.EMPTY) {
                    return true;
                }
            }
            return false;
        }
    }

    private RowsAtOnce(
            RosterBuilder roster, MissingTexts missing, @Nullable SeenIds seen, LocalDate latest, int idColumn) {
        this.roster = roster;
        this.missing = missing;
        this.seen = seen;
        this.latest = ColumnSink.code(latest);
        this.idColumn = idColumn;
    }

    /** Reads columns into these targets; null if one of them takes its texts one by one only. */
    static @Nullable RowsAtOnce of(
            RosterBuilder roster,
            @Nullable Target[] targets,
            int idColumn,
            MissingTexts missing,
            @Nullable SeenIds seen,
            LocalDate latest) {
        RowsAtOnce rows = new RowsAtOnce(roster, missing, seen, latest, idColumn);
        Set<RosterBuilder> of = new LinkedHashSet<>();
        for (int i = 0; i < targets.length; i++) {
            Target target = targets[i];
            if (target == null) {
                continue;
            }
            if (!target.sink.readsAtOnce()) {
                return null;
            }
            rows.add(new Column(i, target));
        }
        boolean apart = rows.events.stream().allMatch(e -> of.add(e.roster) && e.roster.endsRowsAtOnce());
        return apart && idColumn >= 0 && roster.endsRowsAtOnce() ? rows : null;
    }

    private void add(Column column) {
        columns.add(column);
        if (column.target.day == Target.Day.BIRTH) {
            birth = column;
        }
        if (column.place == idColumn) {
            idForm = column.target.form;
        }
        Target.EventRow event = column.target.event;
        if (event != null) {
            Events same = events.stream()
                    .filter(known -> known.columns[0].target.event == event)
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                same = new Events(event.roster);
                events.add(same);
            }
            same.columns = Arrays.copyOf(same.columns, same.columns.length + 1);
            same.columns[same.columns.length - 1] = column;
        }
    }

    /** Reads rows, and marks those as odd that are left to be taken field by field. */
    void read(FieldIndex index, int from, int to) {
        first = from;
        read = index;
        for (Column column : columns) {
            if (column.codes.length < to - from) {
                column.codes = new int[to - from];
            }
            int least = column.target.sink.read(index.texts(column.place, from, to), column.codes);
            if (least == ColumnSink.BY_ITSELF || least == ColumnSink.EMPTY && column.place == idColumn) {
                mark(index, column, from, to);
            }
        }
        Pattern form = idForm;
        if (form != null) {
            matchIds(form.matcher(""), index, from, to);
        }
        if (birth != null) {
            compareDays(birth.codes, index, to);
        }
        if (seen != null) {
            number(index, from, to);
        }
    }

    private void matchIds(Matcher form, FieldIndex index, int from, int to) {
        for (int row = from; row < to; row++) {
            if (!index.isOdd(row)) {
                int start = index.start(row, idColumn);
                int length = index.end(row, idColumn) - start;
                if (!form.reset(new String(index.bytes(), start, length, StandardCharsets.UTF_8))
                        .matches()) {
                    index.markOdd(row);
                }
            }
        }
    }

    private void number(FieldIndex index, int from, int to) {
        if (numbers.length < to - from) {
            numbers = new long[to - from];
        }
        for (int row = from; row < to; row++) {
            long number = SeenIds.number(index.bytes(), index.start(row, idColumn), index.end(row, idColumn));
            numbers[row - from] = number;
            if (number == 0) {
                index.markOdd(row);
            }
        }
    }

    private void mark(FieldIndex index, Column column, int from, int to) {
        boolean isId = column.place == idColumn;
        for (int row = from; row < to; row++) {
            int code = column.codes[row - from];
            if (code == ColumnSink.BY_ITSELF && !index.isOdd(row)) {
                code = again(index, column, row);
                column.codes[row - from] = code;
            }
            if (code == ColumnSink.BY_ITSELF || isId && code == ColumnSink.EMPTY) {
                index.markOdd(row);
            }
        }
    }

    /** The code of a text that is to be put by itself, unless it means nothing, or is a label that was only new. */
    private int again(FieldIndex index, Column column, int row) {
        if (column.target.leavesMissing() && isMissing(index, column, row)) {
            return ColumnSink.EMPTY;
        }
        return column.target.isQuiet
                ? column.target.sink.learn(index.bytes(), index.start(row, column.place), index.end(row, column.place))
                : ColumnSink.BY_ITSELF;
    }

    private boolean isMissing(FieldIndex index, Column column, int row) {
        return missing.has(index.bytes(), index.start(row, column.place), index.end(row, column.place));
    }

    /** Marks rows whose birth date is yet to come, or that have a day before it. */
    private void compareDays(int[] births, FieldIndex index, int to) {
        for (int row = first; row < to; row++) {
            if (ColumnSink.isBefore(latest, births[row - first])) {
                index.markOdd(row);
            }
        }
        for (Column column : columns) {
            if (column.target.day != Target.Day.NONE && column != birth) {
                markBefore(column.codes, births, index, first, to - first);
            }
        }
    }

    private static void markBefore(int[] days, int[] births, FieldIndex index, int firstRow, int count) {
        for (int i = 0; i < count; i++) {
            if (ColumnSink.isBefore(days[i], births[i])) {
                index.markOdd(firstRow + i);
            }
        }
    }

    /** Takes rows that were read last. */
    void take(int from, int to) {
        int start = from - first;
        int end = to - first;
        if (lines.length < to - from) {
            lines = new int[to - from];
        }
        requireNonNull(read).lines(from, to, lines);
        for (Column column : columns) {
            if (column.target.event == null) {
                column.target.sink.put(column.codes, start, end);
            }
        }
        for (Events kind : events) {
            kind.take(start, end, lines);
        }
        if (seen != null) {
            for (int row = start; row < end; row++) {
                seen.add(numbers[row]);
            }
        }
        roster.endRows(lines, to - from);
    }
}
