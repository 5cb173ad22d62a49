package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/**
 * Events that stand in the rows of their owners, as in a flat file: a column of the days on which they began, and perhaps
 * columns of their labels. They are tables like others; a question to the owners reads them without looking anything up.
 */
public final class EventColumns {
    /** No such columns. */
    public static final EventColumns NONE = new EventColumns(List.of());

    /**
     * The events of one column of days.
     *
     * @param kind what they are
     * @param day the column of days
     * @param labels the columns of labels by what they are called of the events
     */
    private record Events(EventKind kind, String day, Map<String, String> labels) {}

    private final List<Events> events;

    private EventColumns(List<Events> events) {
        this.events = List.copyOf(events);
    }

    /** The same with a column of days on which events of a kind began; where it is empty there is no event. */
    public EventColumns and(String column, EventKind kind) {
        List<Events> more = new ArrayList<>(events);
        more.add(new Events(kind, column, Map.ofEntries()));
        return new EventColumns(more);
    }

    /** The same with a column of labels of the events whose days stand in another column. */
    public EventColumns label(String column, Dimension dimension, String dayColumn) {
        List<Events> same = new ArrayList<>(events);
        boolean found = false;
        for (int i = 0; i < same.size(); i++) {
            Events one = same.get(i);
            if (one.day().equals(dayColumn)) {
                Map<String, String> labels = new LinkedHashMap<>(one.labels());
                labels.put(dimension.name(), column);
                same.set(i, new Events(one.kind(), one.day(), labels));
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException("dayColumn: must be a column of events, was " + dayColumn);
        }
        return new EventColumns(same);
    }

    /**
     * The tables of the events.
     *
     * @throws IllegalArgumentException if the owners' tables do not have the columns, or there is a table of the events
     *     already
     */
    public List<TableShape> among(Map<Unit, TableShape> tables, Dialect dialect) {
        Map<EventKind, List<TableShape>> inRows = new LinkedHashMap<>();
        for (Events one : events) {
            if (tables.containsKey(one.kind().unit())) {
                throw new IllegalArgumentException("events: there is a table of " + one.kind() + " already");
            }
            inRows.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(inRows(one, tables));
        }
        return inRows.values().stream().map(parts -> table(parts, dialect)).toList();
    }

    /** The events under the names of their own field list, in the rows of their owners. */
    private static TableShape inRows(Events events, Map<Unit, TableShape> tables) {
        Unit unit = events.kind().unit();
        Optional<? extends Field<?, ?>> owner = Model.schema(unit).flatMap(Schema::owner);
        TableShape owners = owner.flatMap(Field::target)
                .map(tables::get)
                .orElseThrow(() -> new IllegalArgumentException(
                        "events: there is no table of those to whom " + events.kind() + " happen"));
        Map<String, String> written = new LinkedHashMap<>();
        written.put(owner.orElseThrow().name(), owners.id().orElse(""));
        written.put(Model.schema(unit).flatMap(Schema::start).orElse("start"), events.day());
        written.putAll(events.labels());
        Map<String, Holds> columns = new LinkedHashMap<>();
        written.forEach((name, column) -> {
            if (!owners.has(column)) {
                throw new IllegalArgumentException(
                        "column: " + owners.unit() + " have no such column as " + name + " of " + events.kind());
            }
            columns.put(name, owners.columns().get(column));
        });
        return new TableShape(unit, owners.from(), columns, written, Optional.empty());
    }

    /** The events of one kind as a table of their own; those of several columns are put together. */
    private static TableShape table(List<TableShape> parts, Dialect dialect) {
        Map<String, Holds> columns = new LinkedHashMap<>();
        for (TableShape part : parts) {
            part.columns().forEach((name, holds) -> {
                if (columns.putIfAbsent(name, holds) != null && columns.get(name) != holds) {
                    throw new IllegalArgumentException(
                            "column: those that hold " + name + " of " + part.unit() + " must be of one type");
                }
            });
        }
        Reading reading = new Reading(dialect);
        String from = parts.stream()
                .map(part -> "SELECT "
                        + columns.keySet().stream()
                                .map(name -> (part.has(name) ? "f." + dialect.quoted(part.written(name)) : "NULL")
                                        + " AS " + dialect.quoted(name))
                                .collect(Collectors.joining(", "))
                        + " FROM " + part.from() + " f WHERE "
                        + reading.isGiven("f", part, part.start().orElse("")))
                .collect(Collectors.joining(" UNION ALL "));
        return new TableShape(
                parts.get(0).unit(),
                "(" + from + ")",
                Collections.unmodifiableMap(columns),
                Map.ofEntries(),
                parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty());
    }
}
