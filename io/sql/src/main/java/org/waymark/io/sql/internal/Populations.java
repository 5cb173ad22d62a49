package org.waymark.io.sql.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Schema;

/** Populations as tables: one per roster, and one that says as of which day they speak. */
final class Populations {
    /** The table that says as of which day the others speak. */
    static final String ABOUT = "waymark_population";

    private static final String MARK = String.valueOf(Dialect.BETWEEN);
    private static final int FETCHED = 10_000;

    private final Session session;
    private final Dialect dialect;

    Populations(Session session) {
        this.session = session;
        this.dialect = session.engine().dialect();
    }

    void write(Population population) {
        List<String> made = new ArrayList<>();
        for (Roster roster : population.rosters()) {
            List<OutgoingColumn> columns =
                    RosterTable.columns(roster, roster.owner().flatMap(population::find));
            create(roster.unit().name(), columns, roster.size());
            made.add(roster.unit().name());
        }
        List<OutgoingColumn> about = List.of(
                new OutgoingColumn("as_of", Holds.DAY, row -> population.asOf()),
                new OutgoingColumn("unit", Holds.TEXT, made::get));
        create(ABOUT, about, made.size());
    }

    /** Makes a table and fills it; one that is there is not replaced. */
    void create(String name, List<OutgoingColumn> columns, int rows) {
        List<String> declared = new ArrayList<>();
        for (OutgoingColumn column : columns) {
            declared.add(dialect.quoted(column.name()) + " " + session.engine().type(column.holds()));
        }
        session.execute("CREATE TABLE " + dialect.quoted(name) + " (" + String.join(", ", declared) + ")");
        session.with(connection -> {
            session.engine().insert(connection, name, columns, rows);
            return true;
        });
    }

    /** The as-of day of a population that was written here. */
    Optional<LocalDate> asOf() {
        List<Object[]> rows = session.rows(new Statement(
                "SELECT CAST(MAX(as_of) AS " + dialect.textType() + ") FROM " + dialect.quoted(ABOUT), List.of()));
        return rows.isEmpty() || rows.get(0)[0] == null
                ? Optional.empty()
                : Optional.of(LocalDate.parse((String) rows.get(0)[0]));
    }

    Loaded<Population> read(Tables tables, LocalDate asOf) {
        FindingLog findings = new FindingLog();
        Population.Builder builder = Population.builder().asOf(asOf).checked();
        for (TableShape table : tables.list()) {
            new TableReading(table, builder.roster(table.unit()), findings).read();
        }
        Loaded<Population> loaded = builder.load();
        findings.addAll(loaded.findings());
        return new Loaded<>(loaded.value(), findings.findings());
    }

    /** Reads one table into a roster. */
    private final class TableReading {
        private interface Put {
            void put(Object value, int reason, long line);
        }

        private final TableShape table;
        private final RosterBuilder roster;
        private final FindingLog findings;
        private final String source;
        private final Reading reading = new Reading(dialect);
        private final List<String> selected = new ArrayList<>();
        private final List<Put> puts = new ArrayList<>();
        private final List<Boolean> keys = new ArrayList<>();

        TableReading(TableShape table, RosterBuilder roster, FindingLog findings) {
            this.table = table;
            this.source = table.unit().name();
            this.roster = roster.source(source);
            this.findings = findings;
        }

        void read() {
            findings.addAll(table.unreadColumns());
            if (table.id().isEmpty()
                    && table.schema().isPresent()
                    && hasIds(table.schema().get())) {
                findings.add(Finding.error(Reason.MISSING_COLUMN, source, 0, "", "a column of the ids"));
                return;
            }
            table.id().ifPresent(id -> key(id, roster.ids()));
            if (table.ownerUnit().isPresent()) {
                table.owner().ifPresent(owner -> key(owner, roster.owners()));
            }
            for (String name : table.columns().keySet()) {
                if (table.hasNumberOnly(name)) {
                    number(name);
                } else if (table.hasDayOnly(name)) {
                    day(name);
                } else if (table.hasLabels(name)) {
                    labels(name);
                }
            }
            String order = table.has(TableShape.ROW) ? " ORDER BY " + TableShape.ROW : "";
            long[] line = {0};
            session.forEach(
                    new Statement(
                            "SELECT " + String.join(", ", selected) + " FROM " + table.from() + " t0" + order,
                            List.of()),
                    FETCHED,
                    row -> row(row, ++line[0]));
        }

        private static boolean hasIds(Schema<?, ?> schema) {
            return schema.fields().stream().anyMatch(field -> field.kind() == Field.Kind.ID);
        }

        private boolean row(Object[] row, long line) {
            for (int i = 0; i < puts.size(); i++) {
                if (keys.get(i) && (row[2 * i] == null || row[2 * i].equals(""))) {
                    findings.add(
                            Finding.error(Reason.MISSING_VALUE, source, line, "", "every id; the row was left out"));
                    roster.dropRow();
                    return true;
                }
            }
            for (int i = 0; i < puts.size(); i++) {
                puts.get(i).put(row[2 * i], ((Number) row[2 * i + 1]).intValue(), line);
            }
            roster.endRow(line)
                    .ifPresent(why -> findings.add(Finding.error(
                            why,
                            source,
                            line,
                            "",
                            why == Reason.DUPLICATE_ID
                                    ? "an id that no row before has; the row was left out"
                                    : "a spell that does not end before it starts; the row was left out")));
            return true;
        }

        private void select(String value, String reason, boolean isKey, Put put) {
            selected.add(value);
            selected.add(reason);
            keys.add(isKey);
            puts.add(put);
        }

        private void key(String name, ColumnSink sink) {
            select(reading.key("t0", table, name), "0", true, (value, reason, line) -> sink.put((String) value));
        }

        private void labels(String name) {
            LabelSql labels = reading.given("t0", table, name);
            List<String> known =
                    table.field(name).<List<String>>map(Field::labels).orElse(List.of());
            LabelReading split = text -> Optional.of(Labels.of(List.of(text.split(MARK, -1))))
                    .filter(read -> known.isEmpty() || known.containsAll(read.labels()))
                    .filter(read -> takes(name, read));
            ColumnSink sink = roster.labels(Dimension.of(name), split);
            String value = labels.several() ? dialect.joined(labels.value()) : labels.value();
            select(value, labels.reason(), false, (text, reason, line) -> {
                if (reason > 0) {
                    sink.unknown(Truths.reason(reason));
                } else if (text == null) {
                    sink.none();
                } else if (!sink.put((String) text)) {
                    finding(Reason.UNKNOWN_LABEL, line, name, TableCheck.labels(table, name));
                }
            });
        }

        private boolean takes(String name, Labels labels) {
            Optional<Schema<?, ?>> schema =
                    table.schema().filter(s -> s.field(name).isPresent());
            return labels.labels().isEmpty()
                    || schema.map(s -> s.takes(name, labels.labels())).orElse(true);
        }

        private void day(String name) {
            DaySql day = reading.day("t0", table, name);
            ColumnSink sink = roster.days(Milestone.of(name));
            select(
                    "CAST(" + day.value() + " AS " + dialect.textType() + ")",
                    day.reason(),
                    false,
                    (text, reason, line) -> {
                        if (reason > 0) {
                            sink.unknown(Truths.reason(reason));
                            unreadable(reason, Reason.UNREADABLE_DATE, line, name, TableCheck.DAY);
                        } else if (text == null) {
                            sink.none();
                        } else {
                            sink.put((String) text);
                        }
                    });
        }

        private void number(String name) {
            NumberSql number = reading.number("t0", table, name);
            ColumnSink sink = roster.numbers(Quantity.of(name));
            select(number.value(), number.reason(), false, (value, reason, line) -> {
                if (reason > 0) {
                    sink.unknown(Truths.reason(reason));
                    unreadable(reason, Reason.UNREADABLE_NUMBER, line, name, TableCheck.NUMBER);
                } else {
                    sink.put(java.math.BigDecimal.valueOf(((Number) value).longValue(), 4)
                            .toPlainString());
                }
            });
        }

        private void unreadable(int reason, Reason finding, long line, String name, String expected) {
            if (reason == Truths.unknown(org.waymark.core.schema.Unknown.UNREADABLE)
                    && !table.has(name + TableShape.REASON)) {
                finding(finding, line, name, expected);
            }
        }

        private void finding(Reason reason, long line, String name, String expected) {
            findings.add(Finding.error(reason, source, line, name, expected));
        }
    }
}
