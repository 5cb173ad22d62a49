package org.waymark.io.student;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.DayReading;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.io.internal.Rows;

/** Puts the fields of rows where the mapping says. */
final class StudentRows implements Rows {
    /** One column that is read: where its fields go, and what is said of those that are not understood. */
    private final class Target {
        private final String header;
        private final ColumnSink sink;
        private final Reason reason;
        private final String expected;
        private final boolean tokens;
        private final @Nullable EventRow event;

        Target(
                String header,
                ColumnSink sink,
                Reason reason,
                String expected,
                boolean tokens,
                @Nullable EventRow event) {
            this.header = header;
            this.sink = sink;
            this.reason = reason;
            this.expected = expected;
            this.tokens = tokens;
            this.event = event;
        }

        void put(char[] text, int from, int to) {
            if (tokens && isMissing(text, from, to)) {
                return;
            }
            if (event != null) {
                event.isThere = true;
            }
            if (!sink.put(text, from, to)) {
                findings.add(Finding.error(reason, source, line, header, expected)
                        .withRaw(new String(text, from, to - from)));
            }
        }
    }

    /** The events of one kind whose day stands under one header. */
    private static final class EventRow {
        private final RosterBuilder roster;
        private final ColumnSink start;
        private boolean isThere;

        EventRow(RosterBuilder roster, ColumnSink start) {
            this.roster = roster;
            this.start = start;
        }
    }

    private final Mapping mapping;
    private final Map<String, String> crosswalk;
    private final FindingLog findings;
    private final RosterBuilder students;
    private final Population.Builder builder;
    private final Map<String, EventRow> events = new LinkedHashMap<>();
    private final List<char[]> missing = new ArrayList<>();
    private @Nullable Target[] targets = new Target[0];
    private int idColumn = -1;
    private boolean hasId;
    private String source = "";
    private long line;
    private long rowsSeen;
    private int batch = Integer.MAX_VALUE;
    private Runnable whenFull = () -> {};

    StudentRows(Mapping mapping, Map<String, String> crosswalk, Population.Builder builder, FindingLog findings) {
        this.mapping = mapping;
        this.crosswalk = crosswalk;
        this.builder = builder;
        this.findings = findings;
        this.students = builder.roster(Unit.STUDENT);
        students.ids();
        mapping.missing().forEach(text -> missing.add(text.toCharArray()));
    }

    /** Calls somebody whenever so many students stand, who takes them out of the builder. */
    void inBatches(int size, Runnable full) {
        batch = size;
        whenFull = full;
    }

    void source(String name) {
        source = name;
        targets = new Target[0];
        rowsSeen = 0;
    }

    /** Says so if the source had headers and nothing below them. */
    void finish() {
        if (targets.length > 0 && rowsSeen == 0) {
            findings.add(Finding.warning(Reason.WRONG_SOURCE, source, line, "", "rows below the headers"));
        }
    }

    @Override
    public void headers(List<String> headers, long headerLine) {
        line = headerLine;
        targets = new Target[headers.size()];
        idColumn = -1;
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (places.putIfAbsent(ColumnMapping.normal(headers.get(i)), i) != null) {
                findings.add(Finding.error(
                        Reason.REPEATED_COLUMN,
                        source,
                        line,
                        headers.get(i),
                        "each header once; the first of these columns is read"));
            }
        }
        Set<Integer> read = new LinkedHashSet<>();
        for (ColumnMapping column : mapping.columns()) {
            Integer place = column.normalHeaders().stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (place == null) {
                findings.add(Finding.error(
                        Reason.MISSING_COLUMN, source, line, column.header(), "a column with this header"));
                continue;
            }
            read.add(place);
            targets[place] = target(column);
            if (column.role() == ColumnMapping.Role.ID) {
                idColumn = place;
            }
        }
        int unread = headers.size() - read.size();
        if (unread > 0) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS, source, line, "", unread + " columns that the mapping does not name"));
        }
    }

    private Target target(ColumnMapping column) {
        String key = column.key();
        String header = column.header();
        boolean listed = !column.values().isEmpty();
        String label = listed ? "one of the labels that the mapping lists" : "a label";
        String day = "a date like " + (column.format().isEmpty() ? "2005-04-30" : column.format());
        return switch (column.role()) {
            case ID -> new Target(header, students.ids(), Reason.MISSING_VALUE, "an id", false, null);
            case DIMENSION, LABELS ->
                new Target(
                        header,
                        students.labels(Dimension.of(key), reading(column)),
                        Reason.UNKNOWN_LABEL,
                        label,
                        false,
                        null);
            case OUTCOME ->
                new Target(
                        header,
                        students.labels(Dimension.of(key), outcome(column)),
                        Reason.UNKNOWN_LABEL,
                        listed ? label : "1 or 0, yes or no, true or false",
                        false,
                        null);
            case MILESTONE ->
                new Target(
                        header,
                        students.days(Milestone.of(key), days(column)),
                        Reason.UNREADABLE_DATE,
                        day,
                        true,
                        null);
            case QUANTITY ->
                new Target(
                        header, students.numbers(Quantity.of(key)), Reason.UNREADABLE_NUMBER, "a number", true, null);
            case EVENT -> {
                EventRow event = event(column);
                yield new Target(header, event.start, Reason.UNREADABLE_DATE, day, true, event);
            }
            case EVENT_LABEL -> {
                EventRow event = eventOf(column);
                yield new Target(
                        header,
                        event.roster.labels(Dimension.of(key), reading(column)),
                        Reason.UNKNOWN_LABEL,
                        label,
                        true,
                        event);
            }
            case EVENT_QUANTITY -> {
                EventRow event = eventOf(column);
                yield new Target(
                        header,
                        event.roster.numbers(Quantity.of(key)),
                        Reason.UNREADABLE_NUMBER,
                        "a number",
                        true,
                        event);
            }
        };
    }

    private EventRow eventOf(ColumnMapping column) {
        String wanted = ColumnMapping.normal(column.of().orElseThrow());
        for (ColumnMapping other : mapping.columns()) {
            if (other.role() == ColumnMapping.Role.EVENT
                    && other.normalHeaders().contains(wanted)) {
                return event(other);
            }
        }
        throw new IllegalArgumentException(
                "of: must be the header of an event's date, was " + column.of().get());
    }

    private EventRow event(ColumnMapping column) {
        return events.computeIfAbsent(column.header(), header -> {
            RosterBuilder roster = builder.roster(EventKind.of(column.key()).unit());
            students.attach(roster);
            return new EventRow(roster, roster.days(roster.startColumn(), days(column)));
        });
    }

    private static DayReading days(ColumnMapping column) {
        return column.format().isEmpty() ? DayReading.ISO : DayReading.pattern(column.format());
    }

    private LabelReading reading(ColumnMapping column) {
        boolean several = column.role() == ColumnMapping.Role.LABELS;
        return text -> {
            if (mapping.missing().contains(text)) {
                return Optional.of(Labels.unknown(Unknown.NOT_REPORTED));
            }
            List<String> labels = new ArrayList<>();
            String separator = column.format().isEmpty() ? ";" : column.format();
            List<String> parts = several ? List.of(text.split(Pattern.quote(separator), -1)) : List.of(text);
            for (String part : parts) {
                Optional<List<String>> known = column.labelsOf(part.strip());
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                labels.addAll(known.get());
            }
            labels.removeIf(String::isEmpty);
            return Optional.of(labels.isEmpty() ? Labels.unknown(Unknown.NOT_REPORTED) : Labels.of(labels));
        };
    }

    private LabelReading outcome(ColumnMapping column) {
        LabelReading listed = reading(column);
        return text -> {
            if (!column.values().isEmpty() || mapping.missing().contains(text)) {
                return listed.read(text);
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "y", "yes", "true", "t" -> Optional.of(Labels.of("yes"));
                case "0", "n", "no", "false", "f" -> Optional.of(Labels.of("no"));
                default -> Optional.empty();
            };
        };
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        hasId = false;
        rowsSeen++;
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        Target target = targets[column];
        if (target == null) {
            return;
        }
        int start = from;
        int end = to;
        while (start < end && isSpace(text[start])) {
            start++;
        }
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        if (start == end) {
            return;
        }
        if (column == idColumn) {
            hasId = true;
            String known = crosswalk.isEmpty() ? null : crosswalk.get(new String(text, start, end - start));
            if (known != null) {
                target.put(known.toCharArray(), 0, known.length());
                return;
            }
        }
        target.put(text, start, end);
    }

    @Override
    public void end(long rowLine, int fields) {
        if (fields != targets.length) {
            findings.add(Finding.error(
                    Reason.RAGGED_ROW, source, line, "", "as many fields as headers; the row was left out"));
            drop();
            return;
        }
        if (!hasId) {
            if (idColumn >= 0) {
                findings.add(Finding.error(
                        Reason.MISSING_VALUE, source, line, header(idColumn), "an id; the row was left out"));
            }
            drop();
            return;
        }
        for (EventRow event : events.values()) {
            if (event.isThere) {
                event.isThere = false;
                event.roster.endRow(line).ifPresent(why -> withdrawn(why, ""));
            }
        }
        students.endRow(line).ifPresent(why -> withdrawn(why, header(idColumn)));
        if (students.size() >= batch) {
            whenFull.run();
        }
    }

    private void withdrawn(Reason why, String column) {
        findings.add(Finding.error(
                why,
                source,
                line,
                column,
                why == Reason.DUPLICATE_ID
                        ? "an id that no row before has; the row was left out"
                        : "a spell that does not end before it starts; the spell was left out"));
    }

    @Override
    public void refused(long rowLine) {
        drop();
    }

    private String header(int column) {
        Target target = targets[column];
        return target == null ? "" : target.header;
    }

    private void drop() {
        events.values().forEach(event -> event.isThere = false);
        students.dropRow();
    }

    private boolean isMissing(char[] text, int from, int to) {
        int length = to - from;
        for (char[] token : missing) {
            if (token.length == length) {
                int i = 0;
                while (i < length && token[i] == text[from + i]) {
                    i++;
                }
                if (i == length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF';
    }
}
