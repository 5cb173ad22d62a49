package org.waymark.io.sql.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.population.Model;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/**
 * A table that holds the members of a unit under the names of its field list.
 *
 * @param unit what one row is
 * @param from the table as it is written in a FROM clause
 * @param columns its columns and what they hold
 * @param written what columns are called in the table, where that is another name
 * @param inRows the same events as they stand in the rows of their owners, one in each at most; empty if they do not
 */
public record TableShape(
        Unit unit, String from, Map<String, Holds> columns, Map<String, String> written, Optional<TableShape> inRows) {
    /** The column that keeps the order of rows, where a table has it. */
    public static final String ROW = "waymark_row";

    /** What a column of reasons is called: it says why the column without the ending holds nothing. */
    public static final String REASON = "_unknown";

    /** How names are written with which one can ask. */
    static final String NAME = "[a-z][a-z0-9_]*";

    /** Copies the columns in their order. */
    public TableShape {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /** A table under the names of the field list. */
    public TableShape(Unit unit, String from, Map<String, Holds> columns) {
        this(unit, from, columns, Map.ofEntries(), Optional.empty());
    }

    /** What a column is called in the table. */
    String written(String column) {
        return written.getOrDefault(column, column);
    }

    /** Whether these are events in the rows of their owners. */
    boolean isInRows() {
        return !written.isEmpty();
    }

    Optional<Schema<?, ?>> schema() {
        return Model.schema(unit);
    }

    Optional<Field<?, ?>> field(String name) {
        return schema().flatMap(schema -> fieldOf(schema, name));
    }

    private static Optional<Field<?, ?>> fieldOf(Schema<?, ?> schema, String name) {
        return schema.field(name).map(field -> field);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The column of the rows' own ids. */
    Optional<String> id() {
        return key(Field.Kind.ID, "id");
    }

    /** The column of the owners' ids. */
    Optional<String> owner() {
        return key(Field.Kind.OWNER, "owner_id");
    }

    private Optional<String> key(Field.Kind kind, String otherwise) {
        return schema().map(schema -> schema.fields().stream()
                        .filter(field -> field.kind() == kind)
                        .map(Field::name)
                        .findFirst())
                .orElse(Optional.of(otherwise))
                .filter(this::has);
    }

    /** What the rows hang on. */
    Optional<Unit> ownerUnit() {
        return schema().flatMap(Schema::owner).flatMap(Field::target);
    }

    Optional<String> start() {
        return schema().map(Schema::start).orElse(Optional.of("start")).filter(this::has);
    }

    Optional<String> end() {
        return schema().map(Schema::end).orElse(Optional.of("end")).filter(this::has);
    }

    boolean hasLabels(String name) {
        return isColumn(name)
                && field(name)
                        .map(field -> switch (field.kind()) {
                            case LINK, LINKS, LABEL, LABELS, TEXT -> true;
                            case ID, OWNER, DAY, NUMBER -> false;
                        })
                        .orElse(List.of(Holds.TEXT, Holds.TEXTS, Holds.TRUTH, Holds.OTHER)
                                .contains(columns.get(name)));
    }

    boolean hasDay(String name) {
        return isColumn(name)
                && field(name)
                        .map(field -> field.kind() == Field.Kind.DAY)
                        .orElse(List.of(Holds.DAY, Holds.MOMENT, Holds.TEXT).contains(columns.get(name)));
    }

    boolean hasNumber(String name) {
        return isColumn(name)
                && field(name)
                        .map(field -> field.kind() == Field.Kind.NUMBER)
                        .orElse(List.of(Holds.NUMBER, Holds.REAL, Holds.TEXT).contains(columns.get(name)));
    }

    /** Whether the column is one of days and of nothing else. */
    boolean hasDayOnly(String name) {
        return hasDay(name) && !hasLabels(name);
    }

    /** Whether the column is one of numbers and of nothing else. */
    boolean hasNumberOnly(String name) {
        return hasNumber(name) && !hasLabels(name);
    }

    private boolean isColumn(String name) {
        return has(name)
                && name.matches(NAME)
                && !name.equals(ROW)
                && !(schema().isEmpty() && (name.equals("id") || name.equals("owner_id")))
                && !(name.endsWith(REASON) && has(name.substring(0, name.length() - REASON.length())));
    }

    /** Whether the column is one of labels that are whole numbers, such as the year of a class. */
    boolean wholeOnly(String name) {
        return schema().filter(schema -> schema.field(name).isPresent())
                .filter(schema -> schema.takes(name, List.of("1")) && !schema.takes(name, List.of("1x")))
                .isPresent();
    }

    /** Tells of columns that nobody can ask for, since no key is written like that. */
    List<Finding> unreadColumns() {
        long unread =
                columns.keySet().stream().filter(name -> !name.matches(NAME)).count();
        return unread == 0
                ? List.of()
                : List.of(Finding.note(
                        Reason.UNREAD_COLUMNS,
                        unit.name(),
                        0,
                        "",
                        unread + " columns not named in lower case words joined by underscores"));
    }

    List<String> labelColumns() {
        return columns.keySet().stream().filter(this::hasLabels).toList();
    }

    Field.Presence presence(String name) {
        return field(name).<Field.Presence>map(Field::presence).orElse(Field.Presence.REQUIRED);
    }
}
