package org.waymark.io.sql.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;

/** The tables of one session, and what is asked of them. */
public final class Store {
    private final Session session;
    private final Dialect dialect;
    private final Function<String, Holds> holds;
    private final Map<Unit, TableShape> shapes = new LinkedHashMap<>();

    /** A store without tables; {@code holds} says what the engine's types hold. */
    public Store(Session session, Dialect dialect, Function<String, Holds> holds) {
        this.session = session;
        this.dialect = dialect;
        this.holds = holds;
    }

    /** Whether a name is that of a unit. */
    public static boolean isUnit(String name) {
        return name.matches("[a-z][a-z0-9_]*") && !name.startsWith("waymark_");
    }

    /** The names that a query of names gives. */
    public List<String> names(String query) {
        return session.rows(new Statement(query, List.of())).stream()
                .map(row -> (String) row[0])
                .toList();
    }

    /** Takes the tables that are named after a unit. */
    public void findTables(List<String> names) {
        names.stream().filter(Store::isUnit).sorted().forEach(name -> table(Unit.of(name), dialect.quoted(name)));
    }

    /** Takes a table. */
    public void table(Unit unit, String from) {
        shapes.put(unit, new TableShape(unit, from, session.columns(from, holds)));
    }

    /** The units of the tables, in the order of the model, then the others. */
    public List<Unit> units() {
        List<Unit> units = new ArrayList<>(shapes.keySet());
        List<Unit> model =
                Model.schemas().stream().<Unit>map(schema -> schema.unit()).toList();
        units.sort(Comparator.comparingInt(unit -> model.contains(unit) ? model.indexOf(unit) : model.size()));
        return units;
    }

    /** Writes a population into tables that are not there yet. */
    public void write(Population population, Outgoing outgoing) {
        new Populations(session, dialect).write(population, outgoing);
        population
                .rosters()
                .forEach(roster ->
                        table(roster.unit(), dialect.quoted(roster.unit().name())));
    }

    /** Reads the tables as a population that was written here. */
    public Loaded<Population> population() {
        LocalDate asOf = new Populations(session, dialect)
                .asOf()
                .orElseThrow(() -> new IllegalStateException("population: none was written here"));
        return population(asOf);
    }

    /** Reads the tables as a population. */
    public Loaded<Population> population(LocalDate asOf) {
        return new Populations(session, dialect).read(tables(), asOf);
    }

    /** Writes a table of results under a name. */
    public void write(Table table, String name, Outgoing outgoing) {
        new TableStore(session, dialect).write(table, checked(name), outgoing);
    }

    /** Reads a table of results that was written here. */
    public Table table(String name) {
        return new TableStore(session, dialect).read(checked(name));
    }

    /** Writes a tally under a name. */
    public void write(Tally tally, String name, Outgoing outgoing) {
        new TallyStore(session, dialect).write(tally, checked(name), outgoing);
    }

    /** Reads a tally that was written here, as the answer of its question. */
    public Tally tally(String name, Question question) {
        return new TallyStore(session, dialect).read(checked(name), question);
    }

    private static String checked(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("name: must be lower case words joined by underscores, was " + name);
        }
        return name;
    }

    private Tables tables() {
        return new Tables(units().stream().map(shapes::get).toList());
    }

    /** The text of the statement that answers a question. */
    public String statement(Question question) {
        return new QuestionSql(question, dialect, tables()).statement().text();
    }

    /** Answers a question. */
    public Tally tally(Question question) {
        QuestionSql sql = new QuestionSql(question, dialect, tables());
        return sql.tally(session.rows(sql.statement()));
    }
}
