package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;

/**
 * The rows of one table on the way to their answers, step by step: {@link #READ} holds what is read from the table and
 * from what it links to, each later step adds columns that are made of those of the steps before it. No expression is
 * written twice: engines would work it out as often.
 *
 * <p>A dimension is looked for where {@code Population} looks for it: among the table's own columns; then with what the
 * row links to; then with its owner; and for students with their last enrolment that began by the as-of day.
 */
final class Frame {
    /** The step of what is read from tables. */
    static final int READ = 0;

    /** The step of labels that others are made of, as a population would hold them. */
    private static final int PARTS = 1;

    /** The step of values as a population would hold them. */
    static final int ROWS = 2;

    /** The step of windows and of tests of single rows. */
    static final int WINDOWS = 3;

    /** The step of what the event in a row is for each condition. */
    static final int EVENTS = 4;

    /** The step of conditions that are made of no others. */
    static final int LEAVES = 5;

    private static final Unit ENROLMENTS = EventKind.of("enrolments").unit();
    private static final String RACE_ETHNICITY = "race_ethnicity";
    private static final String RACES = "races";
    private static final String HISPANIC = "hispanic";

    /** Stands for the alias of a joined table while its join is looked for among those that are there. */
    private static final String HERE = "\u0003";

    /** A way from a row to a row of another table. */
    private record Way(Kind kind, TableShape from, String column, TableShape to) {
        enum Kind {
            ID,
            LAST_ENROLMENT
        }

        /** Where the way leads to a row, this column of it is not null. */
        String there() {
            return (kind == Kind.ID ? to.id() : to.owner()).orElse("");
        }
    }

    /** Where a dimension was found; the column is empty for what is put together from races and the Hispanic answer. */
    private record Found(List<Way> ways, TableShape in, String column) {}

    private final Asking asking;
    private final Reading reading;
    private final TableShape table;
    private final String name;
    private final Map<String, String> joins;
    private final List<Map<String, String>> steps;
    private final List<String> leafJoins = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    Frame(Asking asking, TableShape table) {
        this.asking = asking;
        this.reading = new Reading(asking.dialect());
        this.table = table;
        this.name = asking.name("q");
        this.joins = new LinkedHashMap<>();
        this.steps = new ArrayList<>();
        conditions.addAll(reading.stands("t0", table));
        asking.counts(table);
    }

    /** The events that stand in the rows of another frame, one in each at most: their columns are columns of it. */
    private Frame(Frame owners, TableShape events) {
        this.asking = owners.asking;
        this.reading = owners.reading;
        this.table = events;
        this.name = owners.name;
        this.joins = owners.joins;
        this.steps = owners.steps;
    }

    /** The events that stand in the rows of this frame. */
    Frame events(TableShape inRows) {
        return new Frame(this, inRows);
    }

    /** Whether there is an event in a row, as a column of 1 and 0. */
    String isThere() {
        String given = reading.isGiven("t0", table, table.start().orElse(""));
        return column(READ, "CASE WHEN " + given + " THEN 1 ELSE 0 END");
    }

    TableShape table() {
        return table;
    }

    Asking asking() {
        return asking;
    }

    /** Leaves rows out that hang on nobody, as a population does. */
    void onlyWithOwner() {
        Optional<TableShape> owners = table.ownerUnit().flatMap(asking.tables()::find);
        if (owners.isPresent()) {
            String owner = table.owner()
                    .map(column -> reading.key("t0", table, column))
                    .orElse(null);
            String id = owners.get()
                    .id()
                    .map(column -> reading.key("o", owners.get(), column))
                    .orElse(null);
            conditions.add(
                    owner == null || id == null
                            ? "FALSE"
                            : owner + " IN (SELECT " + id + " FROM "
                                    + owners.get().from() + " o WHERE "
                                    + String.join(" AND ", reading.stands("o", owners.get())) + ")");
        }
    }

    /** The name of a column of a step that holds the expression; asked again, the same name. */
    String column(int step, String expression) {
        if (asking.isName(expression)) {
            return expression;
        }
        while (steps.size() <= step) {
            steps.add(new LinkedHashMap<>());
        }
        return steps.get(step).computeIfAbsent(expression, e -> asking.name("c"));
    }

    /** A table of counts by owner that the leaves can read from. */
    void joinToLeaves(String join) {
        leafJoins.add(join);
    }

    /** The column of the rows' ids. */
    String id() {
        String id = table.id()
                .orElseThrow(() -> new IllegalArgumentException("unit: " + table.unit() + " have no ids of their own"));
        return column(READ, reading.key("t0", table, id));
    }

    /** The column of the owners' ids. */
    String owner() {
        String owner = table.owner()
                .orElseThrow(() -> new IllegalArgumentException("unit: " + table.unit() + " have no owner"));
        return column(READ, reading.key("t0", table, owner));
    }

    /** Writes the steps; gives the name of the last one. */
    String write() {
        String last = name + "_rows";
        Map<String, String> rows = steps.isEmpty() ? new LinkedHashMap<>() : steps.get(READ);
        StringBuilder from = new StringBuilder(" FROM ").append(table.from()).append(" t0");
        joins.forEach((join, alias) -> from.append("\n  ").append(join.replace(HERE, alias)));
        if (!conditions.isEmpty()) {
            from.append("\n  WHERE ").append(String.join(" AND ", conditions));
        }
        asking.step(last, "SELECT " + (rows.isEmpty() ? "1 AS row_there" : selected(rows)) + from);
        for (int step = PARTS; step < steps.size(); step++) {
            if (!steps.get(step).isEmpty()) {
                String next = name + "_" + step;
                String counts = step == LEAVES ? String.join("", leafJoins) : "";
                asking.step(next, "SELECT p.*, " + selected(steps.get(step)) + "\n  FROM " + last + " p" + counts);
                last = next;
            }
        }
        return last;
    }

    private static String selected(Map<String, String> columns) {
        List<String> selected = new ArrayList<>();
        columns.forEach((expression, column) -> selected.add(expression + " AS " + column));
        return String.join(",\n    ", selected);
    }

    // Columns

    LabelSql labels(Dimension dimension) {
        Found found = find(table, List.of(), dimension.name(), new ArrayList<>());
        if (found == null) {
            throw new IllegalArgumentException("dimension: " + dimension.name() + " is not known of " + table.unit()
                    + ", nor of what they link to; known are " + table.labelColumns());
        }
        String alias = alias(found.ways());
        LabelSql held =
                found.column().isEmpty() ? raceEthnicity(alias, found.in()) : held(alias, found.in(), found.column());
        if (!found.ways().isEmpty()) {
            Way last = found.ways().get(found.ways().size() - 1);
            String there = alias + "." + asking.dialect().quoted(last.to().written(last.there()));
            held = held.orNotReported(column(READ, "CASE WHEN " + there + " IS NOT NULL THEN 1 END"));
        }
        return columns(ROWS, held);
    }

    private LabelSql columns(int step, LabelSql labels) {
        String value = column(step, labels.value());
        return labels.absent().isPresent()
                ? LabelSql.of(value, labels.several(), labels.absent().get())
                : LabelSql.withReason(value, labels.several(), column(step, labels.reason()));
    }

    /** Labels as a population holds them, over columns of what is given. */
    private LabelSql held(String alias, TableShape in, String column) {
        return reading.held(columns(READ, reading.given(alias, in, column)), in, column);
    }

    private LabelSql raceEthnicity(String alias, TableShape in) {
        LabelSql races = in.hasLabels(RACES)
                ? columns(PARTS, held(alias, in, RACES))
                : LabelSql.of(column(READ, reading.noList()), true, 0);
        String hispanic = in.hasLabels(HISPANIC)
                ? reading.holdsOne(columns(PARTS, held(alias, in, HISPANIC)), List.of("'yes'"))
                : "FALSE";
        return reading.withHispanic(races, hispanic);
    }

    DaySql days(Milestone milestone) {
        if (table.hasDay(milestone.name())) {
            return day("t0", table, milestone.name());
        }
        TableShape owners = table.ownerUnit().flatMap(asking.tables()::find).orElse(null);
        if (owners == null || table.owner().isEmpty() || !owners.hasDay(milestone.name())) {
            throw new IllegalArgumentException("milestone: " + milestone.name() + " is not known of " + table.unit());
        }
        return day(alias(toOwner(List.of(), table, owners)), owners, milestone.name());
    }

    /** The day on which an event begins. */
    DaySql start() {
        return day(
                "t0",
                table,
                table.start()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "events: " + table.unit() + " have no day on which they begin")));
    }

    /** The first day on which a spell is over, where there is such a column. */
    Optional<DaySql> end() {
        return table.end().map(end -> day("t0", table, end));
    }

    private DaySql day(String alias, TableShape in, String column) {
        DaySql day = reading.held(inColumns(reading.rawDay(alias, in, column)));
        return new DaySql(column(ROWS, day.value()), column(ROWS, day.reason()));
    }

    private RawSql inColumns(RawSql raw) {
        return new RawSql(
                column(READ, raw.value()), raw.text().map(text -> column(READ, text)), column(READ, raw.otherwise()));
    }

    NumberSql numbers(Quantity quantity) {
        if (!table.hasNumber(quantity.name())) {
            throw new IllegalArgumentException("quantity: " + quantity.name() + " is not known of " + table.unit());
        }
        boolean real = table.columns().get(quantity.name()) == Holds.REAL;
        NumberSql number = reading.held(inColumns(reading.rawNumber("t0", table, quantity.name())), real);
        return new NumberSql(column(ROWS, number.value()), column(ROWS, number.reason()));
    }

    // Where a dimension is found

    private @Nullable Found find(TableShape in, List<Way> ways, String wanted, List<Unit> seen) {
        for (String own : List.of(wanted, wanted + "_id")) {
            if (in.hasLabels(own)) {
                return new Found(ways, in, own);
            }
        }
        if (wanted.equals(RACE_ETHNICITY) && (in.hasLabels(RACES) || in.hasLabels(HISPANIC))) {
            return new Found(ways, in, "");
        }
        if (seen.contains(in.unit())) {
            return null;
        }
        seen.add(in.unit());
        Found linked = throughLinks(in, ways, wanted, seen);
        if (linked != null) {
            return linked;
        }
        TableShape owners = in.ownerUnit().flatMap(asking.tables()::find).orElse(null);
        if (owners != null && in.owner().isPresent() && owners.id().isPresent()) {
            Found owned = find(owners, toOwner(ways, in, owners), wanted, seen);
            if (owned != null) {
                return owned;
            }
        }
        TableShape enrolments = asking.tables().find(ENROLMENTS).orElse(null);
        if (in.unit().equals(Unit.STUDENT) && enrolments != null && !seen.contains(ENROLMENTS)) {
            return find(enrolments, and(ways, new Way(Way.Kind.LAST_ENROLMENT, in, "", enrolments)), wanted, seen);
        }
        return null;
    }

    private @Nullable Found throughLinks(TableShape in, List<Way> ways, String wanted, List<Unit> seen) {
        for (Field<?, ?> field :
                in.schema().<List<? extends Field<?, ?>>>map(Schema::fields).orElse(List.of())) {
            TableShape target = field.target().flatMap(asking.tables()::find).orElse(null);
            if (field.kind() == Field.Kind.LINK && in.hasLabels(field.name()) && target != null) {
                Found there = find(target, and(ways, new Way(Way.Kind.ID, in, field.name(), target)), wanted, seen);
                if (there != null && target.id().isPresent()) {
                    return there;
                }
            }
        }
        return null;
    }

    /** The ways on to the owner's row, which an event in that row has reached. */
    private static List<Way> toOwner(List<Way> ways, TableShape in, TableShape owners) {
        return in.isInRows()
                ? ways
                : and(ways, new Way(Way.Kind.ID, in, in.owner().orElse(""), owners));
    }

    private static List<Way> and(List<Way> ways, Way next) {
        List<Way> longer = new ArrayList<>(ways);
        longer.add(next);
        return longer;
    }

    /** The alias of the table at the end of the ways, joined as needed. */
    private String alias(List<Way> ways) {
        String from = "t0";
        for (Way way : ways) {
            from = joins.computeIfAbsent(join(from, way), join -> asking.name("t"));
            if (way.kind() == Way.Kind.ID) {
                asking.looksUp(way.to());
            }
        }
        return from;
    }

    /** A join, with a mark where its alias goes. */
    private String join(String from, Way way) {
        TableShape in = way.from();
        TableShape to = way.to();
        if (way.kind() == Way.Kind.LAST_ENROLMENT) {
            return "LEFT JOIN (" + lastEnrolments(to) + ") " + HERE + " ON "
                    + reading.key(HERE, to, to.owner().orElse("")) + " = "
                    + reading.key(from, in, in.id().orElse(""));
        }
        return "LEFT JOIN " + to.from() + " " + HERE + " ON "
                + reading.key(HERE, to, to.id().orElse("")) + " = " + reading.key(from, in, way.column()) + " AND "
                + String.join(" AND ", reading.stands(HERE, to));
    }

    /** For each student the last that began by the as-of day; of several on one day the one that came last. */
    private String lastEnrolments(TableShape enrolments) {
        List<String> order = new ArrayList<>();
        List<String> wanted = new ArrayList<>(reading.stands("e", enrolments));
        if (enrolments.start().isPresent()) {
            DaySql start = reading.day("e", enrolments, enrolments.start().get());
            wanted.add("((" + start.value() + ") IS NULL OR (" + start.value() + ") <= " + asking.asOfDay() + ")");
            order.add("CASE WHEN (" + start.value() + ") IS NULL THEN 1 ELSE 0 END");
            order.add(start.value() + " DESC");
            order.add(start.reason() + " DESC");
        }
        if (enrolments.has(TableShape.ROW)) {
            order.add("e." + TableShape.ROW + " DESC");
        }
        return "SELECT * FROM (SELECT e.*, ROW_NUMBER() OVER (PARTITION BY "
                + reading.key("e", enrolments, enrolments.owner().orElse(""))
                + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order)) + ") AS waymark_last FROM "
                + enrolments.from() + " e" + (wanted.isEmpty() ? "" : " WHERE " + String.join(" AND ", wanted))
                + ") l WHERE waymark_last = 1";
    }
}
