package org.waymark.io.sql.internal;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;

/** The tables of one session, and what is asked of them. */
public final class Store {
    /** How many rows of an answer are fetched at a time. */
    private static final int FETCHED = 10_000;

    private final Session session;
    private final Dialect dialect;
    private final Map<Unit, TableShape> shapes = new LinkedHashMap<>();
    private EventColumns events = EventColumns.NONE;
    private boolean uniqueIds;

    /** A store without tables. */
    public Store(Session session) {
        this.session = session;
        this.dialect = session.engine().dialect();
    }

    /** Whether a name is that of a unit. */
    public static boolean isUnit(String name) {
        return name.matches(TableShape.NAME) && !name.startsWith("waymark_");
    }

    /** Takes the tables that are there and named after a unit. */
    public Store findTables() {
        List<Object[]> names = session.reading(
                () -> session.rows(new Statement(session.engine().tableNames(), List.of())));
        names.stream()
                .map(row -> (String) row[0])
                .filter(Store::isUnit)
                .sorted()
                .forEach(name -> table(Unit.of(name), dialect.quoted(name)));
        return this;
    }

    /** Takes a table. */
    public void table(Unit unit, String from) {
        shapes.put(unit, new TableShape(unit, from, session.columns(from)));
    }

    /** Takes a column of an owners' table as the days on which events of a kind began. */
    public void events(String column, EventKind kind) {
        take(events.and(column, kind));
    }

    /** Takes a column as labels of the events whose days stand in another. */
    public void eventLabel(String column, Dimension dimension, String dayColumn) {
        take(events.label(column, dimension, dayColumn));
    }

    private void take(EventColumns more) {
        more.among(shapes, dialect);
        events = more;
    }

    /** Has every id of the rows that are counted held against all others. */
    public void uniqueIds() {
        uniqueIds = true;
    }

    /** Makes a table of what may stand in a FROM clause. */
    public void load(String name, String from) {
        session.execute("CREATE TABLE " + dialect.quoted(checked(name)) + " AS SELECT * FROM " + from);
    }

    /** The units of the tables, in the order of the model, then the others. */
    public List<Unit> units() {
        List<Unit> units = new ArrayList<>(all().keySet());
        List<Unit> model =
                Model.schemas().stream().<Unit>map(schema -> schema.unit()).toList();
        units.sort(Comparator.comparingInt(unit -> model.contains(unit) ? model.indexOf(unit) : model.size()));
        return units;
    }

    /** Writes a population into tables that are not there yet. */
    public void write(Population population) {
        session.writing(() -> new Populations(session).write(population));
        population
                .rosters()
                .forEach(roster ->
                        table(roster.unit(), dialect.quoted(roster.unit().name())));
    }

    /** Reads the tables as a population that was written here. */
    public Loaded<Population> population() {
        return session.reading(() -> {
            LocalDate asOf = new Populations(session)
                    .asOf()
                    .orElseThrow(() -> new IllegalStateException("population: none was written here"));
            return population(asOf);
        });
    }

    /** Reads the tables as a population; if the database refuses, it is empty, and a finding says so. */
    public Loaded<Population> population(LocalDate asOf) {
        try {
            return session.reading(() -> new Populations(session).read(tables(), asOf));
        } catch (UncheckedIOException refused) {
            return new Loaded<>(Population.builder().asOf(asOf).build(), List.of(finding(refused)));
        }
    }

    private Finding finding(UncheckedIOException refused) {
        Throwable cause = refused.getCause();
        String why = cause == null ? "" : "; " + cause.getMessage();
        return Finding.error(
                Reason.BROKEN_SOURCE, session.engine().title(), 0, "", "tables that can be read to their end" + why);
    }

    /** Writes a table of results under a name. */
    public void write(Table table, String name) {
        session.writing(() -> new TableStore(session).write(table, checked(name)));
    }

    /** Reads a table of results that was written here. */
    public Table table(String name) {
        return session.reading(() -> new TableStore(session).read(checked(name)));
    }

    /** Writes a tally under a name. */
    public void write(Tally tally, String name) {
        session.writing(() -> new TallyStore(session).write(tally, checked(name)));
    }

    /** Reads a tally that was written here, as the answer of its question. */
    public Tally tally(String name, Question question) {
        return session.reading(() -> new TallyStore(session).read(checked(name), question));
    }

    private static String checked(String name) {
        if (!name.matches(TableShape.NAME)) {
            throw new IllegalArgumentException("name: must be lower case words joined by underscores, was " + name);
        }
        return name;
    }

    private Tables tables() {
        Map<Unit, TableShape> all = all();
        return new Tables(units().stream().map(all::get).toList());
    }

    private Map<Unit, TableShape> all() {
        Map<Unit, TableShape> all = new LinkedHashMap<>(shapes);
        events.among(shapes, dialect).forEach(table -> all.put(table.unit(), table));
        return all;
    }

    /** What is wrong with the tables. */
    public List<Finding> check() {
        Tables tables = tables();
        try {
            return session.reading(() -> tables.list().stream()
                    .flatMap(table -> new TableCheck(dialect, tables, table).findings(session).stream())
                    .toList());
        } catch (UncheckedIOException refused) {
            return List.of(finding(refused));
        }
    }

    /** The text of the statement that answers a question. */
    public String statement(Question question) {
        return new QuestionSql(question, dialect, tables(), uniqueIds)
                .statement()
                .text();
    }

    /** Answers a question. */
    public Tally tally(Question question) {
        QuestionSql sql = new QuestionSql(question, dialect, tables(), uniqueIds);
        return session.reading(() -> sql.tally(each -> session.forEach(sql.statement(), FETCHED, row -> {
            each.accept(row);
            return true;
        })));
    }
}
