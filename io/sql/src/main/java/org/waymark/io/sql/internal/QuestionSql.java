package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.UncleanSourceException;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Tally;

/**
 * A question as one statement, and its answer read back.
 *
 * <p>The statement reads each row once: what it holds, its windows, the conditions that are made of no others (each kind
 * of event is grouped by owner and joined once), what is combined of them, and at last how the row belongs to the cohort,
 * its key along each axis and its state for each indicator. Rows that agree in all of that are counted as joint cells, and
 * each face is grouped from the cells. A face with an axis of many groups, such as the school, is grouped from the rows,
 * so that the cells stay few.
 *
 * <p>Where the engine would make the cells anew for each face, or work on each face as if it were large, the cells come back
 * as they are, and the faces are read off them here.
 *
 * <p>Every row of the answer has the same columns: what it tells, a number that says of what, how it belongs to the
 * cohort, how many there are, states, and keys with reasons.
 */
public final class QuestionSql {
    /** Indicators are counted together in groups of this many; more would make too many joint cells. */
    static final int TOGETHER = 4;

    /**
     * How many joint cells there may be. Far fewer will occur, and where many do, they are as many as the rows at most, and
     * grouping by each face from the rows would have cost more.
     */
    private static final long CELLS = 1L << 30;

    /** How many states an indicator usually has. */
    private static final long STATES = 4;

    static final int LOG = 0;
    static final int OCCURS = 1;
    static final int COUNTS = 2;
    static final int PLACE = 3;
    static final int TWICE = 4;
    static final int CELL = 5;

    private static final String ANSWERED = "answered";

    private final Question question;
    private final Asking asking;
    private final CohortSql cohort;
    private final List<StateSql> states;
    private final List<AxisSql> axes = new ArrayList<>();
    private final List<List<Axis>> crossings;
    private final List<Places.Link> places;
    private final List<Integer> joint;
    private final boolean cellsComeBack;
    private final int keys;
    private final String rows;
    private final String cohortColumn;
    private final Statement statement;

    /**
     * A question to the tables of an engine.
     *
     * @param uniqueIds whether every id of the rows that are counted is held against all others
     * @throws IllegalArgumentException if the question names what the tables do not have
     */
    public QuestionSql(Question question, Dialect dialect, Tables tables, boolean uniqueIds) {
        this.question = question;
        this.asking = new Asking(dialect, tables, question.asOf(), question.period(), uniqueIds);
        this.crossings = crossings(question);
        Frame frame = new Frame(asking, tables.get(question.of().unit()));
        frame.onlyWithOwner();
        Conditions conditions = new Conditions(frame);
        this.cohort = CohortSql.of(conditions, question.of());
        this.states = question.indicators().stream()
                .map(indicator -> StateSql.of(conditions, indicator))
                .toList();
        crossings.stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(axis -> axes.add(conditions.axes().of(axis)));
        this.places = Places.between(askedDimensions(), tables, dialect);
        this.joint = joint();
        this.cellsComeBack = dialect.keepsSharedSteps();
        int most = crossings.stream().mapToInt(List::size).max().orElse(0);
        this.keys = Math.max(Math.max(most, places.isEmpty() ? 1 : 2), cellsComeBack ? joint.size() : 0);
        int last = Math.max(
                cohort.step(),
                Math.max(
                        states.stream().mapToInt(StateSql::step).max().orElse(0),
                        axes.stream().mapToInt(AxisSql::step).max().orElse(0)));
        this.cohortColumn = frame.column(last + 1, cohort.expression());
        conditions.writeEvents();
        this.rows = writeRows(frame.write());
        this.statement = write();
    }

    private List<Dimension> askedDimensions() {
        return crossings.stream()
                .flatMap(List::stream)
                .filter(Dimension.class::isInstance)
                .map(Dimension.class::cast)
                .distinct()
                .toList();
    }

    /** The total, what was asked, and all of it once more by cluster. */
    static List<List<Axis>> crossings(Question question) {
        List<List<Axis>> crossings = new ArrayList<>();
        crossings.add(List.of());
        crossings.addAll(question.faces().crossings());
        question.cluster().ifPresent(cluster -> {
            for (List<Axis> crossing : List.copyOf(crossings)) {
                if (!crossing.contains(cluster)) {
                    List<Axis> longer = new ArrayList<>(crossing);
                    longer.add(cluster);
                    if (!crossings.contains(longer)) {
                        crossings.add(longer);
                    }
                }
            }
        });
        return crossings;
    }

    /** The axes that go into the joint cells, the small ones first, as numbers. */
    private List<Integer> joint() {
        List<Integer> bySize = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            bySize.add(a);
        }
        bySize.sort(Comparator.comparingLong(a -> axes.get(a).size()));
        long cells = 1;
        for (int i = 0; i < Math.min(TOGETHER, states.size()); i++) {
            cells *= STATES;
        }
        List<Integer> together = new ArrayList<>();
        for (int a : bySize) {
            if (cells * axes.get(a).size() <= CELLS) {
                cells *= axes.get(a).size();
                together.add(a);
            }
        }
        return together;
    }

    private static String key(int axis) {
        return "k" + axis;
    }

    private static String reason(int axis) {
        return "w" + axis;
    }

    private static String state(int indicator) {
        return "s" + indicator;
    }

    /** Writes the step of rows that are ready to be counted. */
    private String writeRows(String from) {
        List<String> columns = new ArrayList<>(List.of(cohortColumn + " AS coh"));
        for (int a = 0; a < axes.size(); a++) {
            AxisSql axis = axes.get(a);
            columns.add(axis.key() + " AS " + key(a));
            String name = reason(a);
            axis.reason().ifPresent(reason -> columns.add(reason + " AS " + name));
        }
        for (int i = 0; i < states.size(); i++) {
            columns.add("CASE WHEN " + cohortColumn + " IN " + cohort.stays() + " THEN "
                    + states.get(i).expression() + " END AS " + state(i));
        }
        String select = "SELECT " + String.join(",\n    ", columns) + "\n  FROM " + from;
        boolean onceOnly = states.size() <= TOGETHER && joint.size() == axes.size();
        if (onceOnly) {
            asking.step(ANSWERED, select);
        }
        return onceOnly ? ANSWERED : asking.sharedStep(ANSWERED, select);
    }

    /** The steps whose rows are to be kept before the statement is asked; none where the engine does that by itself. */
    public List<Kept> kept() {
        return asking.kept();
    }

    /** The statement. */
    public Statement statement() {
        return statement;
    }

    private Statement write() {
        List<String> branches = new ArrayList<>();
        List<String> cells = writeCells();
        if (cellsComeBack) {
            for (int chunk = 0; chunk < cells.size(); chunk++) {
                branches.add(branch(CELL, chunk, "coh", "n", together(chunk), joint, cells.get(chunk), ""));
            }
        } else {
            branches.add(branch(LOG, 0, "coh", "SUM(n)", List.of(), List.of(), cells.get(0), " GROUP BY coh"));
        }
        for (int a = 0; a < axes.size(); a++) {
            boolean isJoint = joint.contains(a);
            if (isJoint && cellsComeBack) {
                continue;
            }
            List<Integer> axis = List.of(a);
            branches.add(branch(
                    OCCURS, a, "0", "1", List.of(), axis, isJoint ? cells.get(0) : rows, " GROUP BY " + columns(axis)));
        }
        for (int f = 0; f < crossings.size(); f++) {
            List<Integer> face = crossings.get(f).stream().map(this::number).toList();
            boolean isJoint = joint.containsAll(face);
            if (isJoint && cellsComeBack) {
                continue;
            }
            for (int chunk = 0; chunk < cells.size(); chunk++) {
                List<Integer> together = together(chunk);
                String columns = columns(face);
                String grouped = " GROUP BY "
                        + String.join(
                                ", ", together.stream().map(QuestionSql::state).toList())
                        + (columns.isEmpty() ? "" : ", " + columns);
                branches.add(branch(
                        COUNTS,
                        f * cells.size() + chunk,
                        "0",
                        isJoint ? "SUM(n)" : "COUNT(*)",
                        together,
                        face,
                        isJoint ? cells.get(chunk) : rows,
                        " WHERE coh IN " + cohort.stays() + grouped));
            }
        }
        for (int p = 0; p < places.size(); p++) {
            Places.Link link = places.get(p);
            branches.add("SELECT " + PLACE + ", " + p + ", 0, 1" + ", NULL".repeat(stateColumns()) + ", " + link.id()
                    + ", 0, "
                    + link.parentId() + ", 0" + nothing(keys - 2) + " FROM " + link.from() + " WHERE " + link.parentId()
                    + " IS NOT NULL");
        }
        List<TableShape> once = asking.read();
        for (int t = 0; t < once.size(); t++) {
            branches.add(
                    "SELECT " + TWICE + ", " + t + ", 0, CAST(COUNT(*) AS BIGINT)" + ", NULL".repeat(stateColumns())
                            + nothing(keys) + " FROM (" + new Reading(asking.dialect()).repeatedIds(once.get(t))
                            + ") d HAVING COUNT(*) > 0");
        }
        return asking.statement(branches);
    }

    private int number(Axis axis) {
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a).axis().equals(axis)) {
                return a;
            }
        }
        throw new IllegalStateException("axis: " + axis.title() + " was not made ready");
    }

    private int stateColumns() {
        return Math.min(TOGETHER, states.size());
    }

    private List<Integer> together(int chunk) {
        List<Integer> together = new ArrayList<>();
        for (int i = chunk * TOGETHER; i < Math.min(states.size(), (chunk + 1) * TOGETHER); i++) {
            together.add(i);
        }
        return together;
    }

    /** The columns of axes, to group by. */
    private String columns(List<Integer> of) {
        List<String> columns = new ArrayList<>();
        for (int a : of) {
            columns.add(key(a));
            if (axes.get(a).reason().isPresent()) {
                columns.add(reason(a));
            }
        }
        return String.join(", ", columns);
    }

    private List<String> writeCells() {
        List<String> cells = new ArrayList<>();
        for (int from = 0; from < states.size(); from += TOGETHER) {
            String axisColumns = columns(joint);
            String columns = "coh" + (axisColumns.isEmpty() ? "" : ", " + axisColumns) + ", "
                    + String.join(
                            ", ",
                            together(cells.size()).stream()
                                    .map(QuestionSql::state)
                                    .toList());
            String name = "cells" + cells.size();
            String select = "SELECT " + columns + ", COUNT(*) AS n\n  FROM " + rows + " GROUP BY " + columns;
            if (cellsComeBack) {
                asking.step(name, select);
                cells.add(name);
            } else {
                cells.add(asking.sharedStep(name, select));
            }
        }
        return cells;
    }

    private String branch(
            int what,
            int of,
            String coh,
            String n,
            List<Integer> indicators,
            List<Integer> of2,
            String from,
            String rest) {
        StringBuilder text = new StringBuilder(
                "SELECT " + what + " AS what, " + of + " AS part, " + coh + " AS coh, CAST(" + n + " AS BIGINT) AS n");
        for (int s = 0; s < stateColumns(); s++) {
            text.append(", ").append(s < indicators.size() ? state(indicators.get(s)) : "CAST(NULL AS INTEGER)");
        }
        for (int a : of2) {
            text.append(", CAST(")
                    .append(key(a))
                    .append(" AS ")
                    .append(asking.dialect().textType())
                    .append("), ");
            text.append(axes.get(a).reason().isPresent() ? reason(a) : "0");
        }
        return text.append(nothing(keys - of2.size()))
                .append(" FROM ")
                .append(from)
                .append(rest)
                .toString();
    }

    private String nothing(int times) {
        return (", CAST(NULL AS " + asking.dialect().textType() + "), 0").repeat(times);
    }

    /**
     * The tally that the rows of the answer tell.
     *
     * @param answer gives each row to whom it is told to: its columns, whole numbers as {@link Number}, texts as {@link String}
     * @throws UncleanSourceException if ids that must be there once are there more often
     * @throws org.waymark.core.population.TooManyLabelsException if an axis has too many categories to be one
     */
    public Tally tally(Consumer<Consumer<Object[]>> answer) {
        Answer read = new Answer(question, cohort, states, axes, crossings, places, asking.read(), joint);
        answer.accept(read::add);
        return read.tally();
    }
}
