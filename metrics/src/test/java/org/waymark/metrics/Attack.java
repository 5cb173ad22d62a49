package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;

/**
 * Somebody who tries to find hidden numbers. Shares nothing with the disclosure control: knows no equation, only that there are so
 * many students of each kind, that printed numbers count them, and a solver of another library.
 */
final class Attack {
    /** A little room on both sides: the solver works in doubles and calls exact rows that repeat each other impossible. */
    private static final double ROOM = 1e-5;

    private final Students truths;
    private final List<Students.Kind> kinds;
    private final Set<Seen> seen = new LinkedHashSet<>();

    private record Seen(List<Students.Kind> of, Count count) {}

    Attack(Students students) {
        truths = students;
        kinds = students.kinds();
    }

    /** Takes in everything that protected counts of these years print: numbers, and ranges of bands. */
    void reads(Tally printed, List<Integer> years) {
        for (Indicator indicator : printed.question().indicators()) {
            List<List<Axis>> faces = new ArrayList<>(printed.question().faces().crossings());
            faces.add(List.of());
            for (List<Axis> axes : faces) {
                for (Cell cell : printed.by(indicator, axes.toArray(new Axis[0]))) {
                    for (State state : List.of(State.YES, State.NO)) {
                        learn(kinds(years, axes, cell, indicator, state), cell.count(state));
                    }
                    Count yes = cell.yes();
                    Count no = cell.no();
                    if (yes.low() + no.high() == yes.high() + no.low()) {
                        learn(kinds(years, axes, cell, indicator, null), Count.of(yes.low() + no.high()));
                    }
                }
            }
        }
    }

    private void learn(List<Students.Kind> of, Count count) {
        if (count.high() == Integer.MAX_VALUE) {
            return;
        }
        long truth = of.stream().mapToLong(truths::of).sum();
        assertTrue(count.low() <= truth && truth <= count.high(), "what is printed is true");
        seen.add(new Seen(of, count));
    }

    private List<Students.Kind> kinds(
            List<Integer> years,
            List<Axis> axes,
            Cell cell,
            Indicator indicator,
            @org.jspecify.annotations.Nullable State state) {
        Predicate<Students.Kind> inside = kind -> years.contains(kind.year());
        for (int i = 0; i < axes.size(); i++) {
            int at = i;
            inside = inside.and(kind ->
                    kind.label(axes.get(at)).equals(cell.labels().get(at).name()));
        }
        if (state != null) {
            inside = inside.and(kind -> kind.succeeded(indicator) == state.equals(State.YES));
        }
        return kinds.stream().filter(inside).toList();
    }

    /** The least and the most that a cell can be: of a state, or of both. */
    double[] range(
            List<Integer> years,
            List<Axis> axes,
            Cell cell,
            Indicator indicator,
            @org.jspecify.annotations.Nullable State state) {
        List<Students.Kind> of = kinds(years, axes, cell, indicator, state);
        return new double[] {value(model(of).minimise()), value(model(of).maximise())};
    }

    /** A new program each time: the solver simplifies the one it is given. */
    private ExpressionsBasedModel model(List<Students.Kind> sought) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Students.Kind, Variable> students = new LinkedHashMap<>();
        Set<Students.Kind> nobody = new LinkedHashSet<>();
        seen.stream().filter(one -> one.count().high() == 0).forEach(one -> nobody.addAll(one.of()));
        for (Students.Kind kind : kinds) {
            if (nobody.contains(kind)) {
                continue;
            }
            students.put(kind, model.newVariable(kind.toString()).lower(0).weight(sought.contains(kind) ? 1 : 0));
        }
        int row = 0;
        for (Seen one : seen) {
            if (one.count().high() == 0) {
                continue;
            }
            Expression sum = model.newExpression("seen" + row++)
                    .lower(one.count().low() - ROOM)
                    .upper(one.count().high() + ROOM);
            students.forEach((kind, count) -> {
                if (one.of().contains(kind)) {
                    sum.set(count, 1);
                }
            });
        }
        return model;
    }

    private static double value(Optimisation.Result result) {
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return Double.POSITIVE_INFINITY;
        }
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("the attacker's program was not solved: " + result.getState());
        }
        return result.getValue();
    }
}
