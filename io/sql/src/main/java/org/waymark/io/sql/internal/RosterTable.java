package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unknown;

/**
 * A roster as columns of a table. Where a column cannot tell by being empty why it is, a column of reasons stands beside
 * it.
 */
final class RosterTable {
    private final Roster roster;
    private final TableShape names;
    private final List<OutgoingColumn> columns = new ArrayList<>();

    private RosterTable(Roster roster) {
        this.roster = roster;
        this.names = new TableShape(roster.unit(), "", new java.util.LinkedHashMap<>());
    }

    static List<OutgoingColumn> columns(Roster roster, Optional<Roster> owners) {
        RosterTable table = new RosterTable(roster);
        table.columns.add(rowNumbers());
        if (roster.hasIds()) {
            table.add(table.key(Field.Kind.ID, "id"), Holds.TEXT, roster::id);
        }
        owners.ifPresent(owner ->
                table.add(table.key(Field.Kind.OWNER, "owner_id"), Holds.TEXT, row -> owner.id(roster.ownerRow(row))));
        roster.dimensions().forEach(table::labels);
        roster.milestones().forEach(table::days);
        roster.quantities().forEach(table::numbers);
        return List.copyOf(table.columns);
    }

    /** The column that keeps the order of rows. */
    static OutgoingColumn rowNumbers() {
        return new OutgoingColumn(TableShape.ROW, Holds.NUMBER, row -> BigDecimal.valueOf(row));
    }

    private String key(Field.Kind kind, String otherwise) {
        return names.schema()
                .flatMap(schema -> schema.fields().stream()
                        .filter(field -> field.kind() == kind)
                        .<String>map(field -> field.name())
                        .findFirst())
                .orElse(otherwise);
    }

    private void add(String name, Holds holds, IntFunction<@Nullable Object> value) {
        columns.add(new OutgoingColumn(name, holds, value));
    }

    private void labels(Dimension dimension) {
        IntFunction<Labels> of = row -> roster.labels(dimension, row);
        boolean several = names.field(dimension.name())
                        .map(field -> field.kind().several())
                        .orElse(false)
                || rows().anyMatch(row -> of.apply(row).labels().size() > 1);
        add(dimension.name(), several ? Holds.TEXTS : Holds.TEXT, row -> {
            List<String> labels = of.apply(row).labels();
            if (labels.contains("")) {
                throw new IllegalArgumentException("labels: a table cannot hold an empty text of " + dimension);
            }
            return labels.isEmpty() ? null : several ? labels : labels.get(0);
        });
        boolean none = names.presence(dimension.name()) == Field.Presence.NONE_IF_ABSENT;
        reasons(
                dimension.name(),
                none,
                row -> of.apply(row).labels().isEmpty(),
                row -> of.apply(row).unknown());
    }

    private void days(Milestone milestone) {
        add(milestone.name(), Holds.DAY, row -> roster.day(milestone, row).orElse(null));
        boolean none = names.presence(milestone.name()) != Field.Presence.UNKNOWN_IF_ABSENT;
        reasons(
                milestone.name(),
                none,
                row -> roster.day(milestone, row).isEmpty(),
                row -> roster.dayUnknown(milestone, row));
    }

    private void numbers(Quantity quantity) {
        add(quantity.name(), Holds.NUMBER, row -> roster.number(quantity, row).orElse(null));
        reasons(
                quantity.name(),
                false,
                row -> roster.number(quantity, row).isEmpty(),
                row -> roster.numberUnknown(quantity, row));
    }

    private IntStream rows() {
        return IntStream.range(0, roster.size());
    }

    /** Adds a column of reasons if a row is empty for another reason than an empty place means. */
    private void reasons(
            String name, boolean noneIfAbsent, IntFunction<Boolean> empty, IntFunction<Optional<Unknown>> reason) {
        Optional<Unknown> usual = noneIfAbsent ? Optional.empty() : Optional.of(Unknown.NOT_REPORTED);
        if (rows().anyMatch(row -> empty.apply(row) && !reason.apply(row).equals(usual))) {
            add(
                    name + TableShape.REASON,
                    Holds.TEXT,
                    row -> empty.apply(row) && !reason.apply(row).equals(usual)
                            ? reason.apply(row).map(Truths::written).orElse(Truths.NONE)
                            : null);
        }
    }
}
