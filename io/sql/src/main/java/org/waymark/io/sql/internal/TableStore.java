package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * Tables of results as tables of a database: each column as its type, beside it what a column of that type cannot hold, and
 * one table that keeps titles, notes and what columns mean.
 */
final class TableStore {
    private static final String AS = "_as";
    private static final String ABOUT = "_about";
    private static final String TITLE = "title";
    private static final String NOTE = "note";

    private final Session session;
    private final Dialect dialect;
    private final Populations tables;

    TableStore(Session session) {
        this.session = session;
        this.dialect = session.engine().dialect();
        this.tables = new Populations(session);
    }

    void write(Table table, String name) {
        List<OutgoingColumn> columns = new ArrayList<>(List.of(RosterTable.rowNumbers()));
        for (int c = 0; c < table.columns().size(); c++) {
            int at = c;
            Column column = table.columns().get(c);
            IntFunction<Datum> datum = row -> table.rows().get(row).get(at);
            columns.add(new OutgoingColumn(column.name(), holds(column), row -> plain(datum.apply(row), column)));
            columns.add(new OutgoingColumn(column.name() + AS, Holds.TEXT, row -> written(datum.apply(row))));
        }
        tables.create(name, columns, table.size());
        List<String[]> about = new ArrayList<>();
        about.add(new String[] {TITLE, table.title(), ""});
        table.columns()
                .forEach(column -> about.add(new String[] {column.kind().name(), column.name(), column.meaning()}));
        table.notes().forEach(note -> about.add(new String[] {NOTE, note, ""}));
        tables.create(
                name + ABOUT,
                List.of(
                        RosterTable.rowNumbers(),
                        new OutgoingColumn("what", Holds.TEXT, row -> about.get(row)[0]),
                        new OutgoingColumn("text", Holds.TEXT, row -> about.get(row)[1]),
                        new OutgoingColumn("meaning", Holds.TEXT, row -> about.get(row)[2])),
                about.size());
    }

    private static Holds holds(Column column) {
        return switch (column.kind()) {
            case TEXT -> Holds.TEXT;
            case DAY -> Holds.DAY;
            case COUNT -> Holds.NUMBER;
            case SHARE, POINTS, NUMBER -> Holds.REAL;
        };
    }

    /** What analysts read in SQL: the value where the column's type can hold it. */
    private static @Nullable Object plain(Datum datum, Column column) {
        Holds holds = holds(column);
        if (holds == Holds.TEXT) {
            return datum.toString();
        } else if (holds == Holds.DAY) {
            return datum instanceof Datum.Day day ? day.value() : null;
        } else if (datum instanceof Datum.Whole whole) {
            return holds == Holds.NUMBER ? BigDecimal.valueOf(whole.value()) : (Object) (double) whole.value();
        } else if (datum instanceof Datum.Exact exact) {
            return holds == Holds.REAL ? exact.value().doubleValue() : null;
        }
        return datum instanceof Datum.Real real && holds == Holds.REAL ? real.value() : null;
    }

    /** The datum in one text, its kind first. */
    private static String written(Datum datum) {
        return datum.getClass().getSimpleName() + ":" + datum;
    }

    private static Datum datum(String written) {
        int colon = written.indexOf(':');
        String value = written.substring(colon + 1);
        return switch (written.substring(0, colon)) {
            case "Text" -> Datum.text(value);
            case "Whole" -> Datum.whole(Long.parseLong(value));
            case "Exact" -> Datum.exact(new BigDecimal(value));
            case "Real" -> Datum.real(Double.parseDouble(value));
            case "Day" -> Datum.day(LocalDate.parse(value));
            default -> Datum.missing(value);
        };
    }

    Table read(String name) {
        String order = " ORDER BY " + TableShape.ROW;
        List<Object[]> about = session.rows(
                new Statement("SELECT what, text, meaning FROM " + dialect.quoted(name + ABOUT) + order, List.of()));
        Table.Builder table = Table.builder(text(about.get(0)[1]));
        List<String> selected = new ArrayList<>();
        for (Object[] row : about.subList(1, about.size())) {
            if (!row[0].equals(NOTE)) {
                table.column(new Column(text(row[1]), Column.Kind.valueOf(text(row[0])), text(row[2])));
                selected.add(dialect.quoted(row[1] + AS));
            }
        }
        session.forEach(
                new Statement(
                        "SELECT " + String.join(", ", selected) + " FROM " + dialect.quoted(name) + order, List.of()),
                0,
                row -> {
                    List<Datum> data = new ArrayList<>();
                    for (Object written : row) {
                        data.add(datum(text(written)));
                    }
                    table.row(data);
                    return true;
                });
        about.stream().filter(row -> row[0].equals(NOTE)).forEach(row -> table.note(text(row[1])));
        return table.build();
    }

    private static String text(Object value) {
        return (String) value;
    }
}
