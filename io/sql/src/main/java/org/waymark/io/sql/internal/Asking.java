package org.waymark.io.sql.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.time.SchoolYear;

/** What all parts of one statement share: the engine's dialect, its tables, the day, and the steps written so far. */
final class Asking {
    private final Dialect dialect;
    private final Tables tables;
    private final LocalDate asOf;
    private final Optional<SchoolYear> period;
    private final boolean uniqueIds;
    private final Literals literals;
    private final List<String> steps = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Set<TableShape> read = new LinkedHashSet<>();
    private int names;

    Asking(Dialect dialect, Tables tables, LocalDate asOf, Optional<SchoolYear> period, boolean uniqueIds) {
        this.dialect = dialect;
        this.tables = tables;
        this.asOf = asOf;
        this.period = period;
        this.uniqueIds = uniqueIds;
        this.literals = new Literals(dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    Tables tables() {
        return tables;
    }

    Literals literals() {
        return literals;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** The as-of day as a parameter: what is dated later has not happened. */
    String asOfDay() {
        return literals.day(asOf);
    }

    SchoolYear period() {
        return period.orElseThrow(() -> new IllegalArgumentException(
                "period: must be given, since a window is relative to it; ask question.during(SchoolYear)"));
    }

    /** Says that rows of a table are counted, each of which must be there once if that is asked for. */
    void counts(TableShape table) {
        if (uniqueIds) {
            looksUp(table);
        }
    }

    /** Says that rows of a table are looked up by their id: one that is there twice would make two of who refers to it. */
    void looksUp(TableShape table) {
        if (table.id().isPresent()) {
            read.add(table);
        }
    }

    /** The tables of which each row must be there once. */
    List<TableShape> read() {
        return List.copyOf(read);
    }

    /** A name that no other column, step or alias of the statement bears. */
    String name(String prefix) {
        return prefix + ++names;
    }

    /** Whether an expression is but the name of a column of an earlier step. */
    boolean isName(String expression) {
        return expression.matches("c[0-9]+");
    }

    /** Writes a step that later ones can read from. */
    void step(String name, String select) {
        steps.add(name + " AS (\n  " + select + dialect.endOfStep() + ")");
    }

    /** Writes a step that several later ones read from; gives its name. */
    String sharedStep(String name, String select) {
        String shared = dialect.sharedName(name);
        if (dialect.keepsSharedSteps()) {
            kept.add(new Kept(shared, literals.statement(with() + select)));
            steps.clear();
        } else {
            steps.add(shared + " AS MATERIALIZED (\n  " + select + ")");
        }
        return shared;
    }

    private String with() {
        return steps.isEmpty() ? "" : "WITH " + String.join(",\n", steps) + "\n";
    }

    /** The steps whose rows are kept under their names before the statement is asked, in order. */
    List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** The statement: the steps, then what is read off them. */
    Statement statement(List<String> branches) {
        return literals.statement(with() + String.join("\nUNION ALL\n", branches));
    }
}
