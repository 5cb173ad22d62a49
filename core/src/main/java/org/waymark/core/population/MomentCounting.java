package org.waymark.core.population;

import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Regression;
import org.waymark.core.indicator.Regressor;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.MomentTally;

/** Adds up the products of the numbers of a cohort's members, in one pass over the columns. */
final class MomentCounting {
    /** A yes, in the ten-thousandths in which numbers are held. */
    private static final long ONE = 10_000;

    private final Scope scope;

    MomentCounting(Scope scope) {
        this.scope = scope;
    }

    /** The number of a row in ten-thousandths, where it is known. */
    private interface Variable {
        boolean isKnown(int row);

        long scaled(int row);
    }

    MomentTally answer(Regression asked, byte[] members) {
        AxisColumn groups = disjoint(asked.groups());
        Optional<AxisColumn> clusters = asked.cluster().map(this::disjoint);
        States states = States.of(scope, asked.outcome());
        List<Variable> variables =
                asked.regressors().stream().map(this::variable).toList();
        MomentTally.Builder moments =
                MomentTally.of(asked.variables().toArray(new String[0])).places(NumberColumn.PLACES);
        if (clusters.isPresent()) {
            moments.byCluster();
        }
        long[] values = new long[variables.size() + 1];
        for (int row = 0; row < members.length; row++) {
            Category group = category(groups, row);
            State state = states.states().get(states.ofRow()[row]);
            if (members[row] == 0 || group.groups().isEmpty()) {
                continue;
            }
            String name = group.groups().get(0);
            boolean known = state.equals(State.YES) || state.equals(State.NO);
            if (known && isKnown(variables, row)) {
                values[0] = state.equals(State.YES) ? ONE : 0;
                for (int i = 0; i < variables.size(); i++) {
                    values[i + 1] = variables.get(i).scaled(row);
                }
                int at = row;
                moments.addScaled(name, clusters.map(column -> label(column, at)), values);
            } else if (known || state.kind() == State.Kind.UNKNOWN) {
                moments.leaveOut(name);
            }
        }
        return moments.build();
    }

    private AxisColumn disjoint(Axis axis) {
        AxisColumn column = new Axes(scope).column(axis);
        if (column.categories().overlap()) {
            throw new IllegalArgumentException(
                    "axis: every member must stand in one group, those of " + axis.title() + " overlap");
        }
        return column;
    }

    private static Category category(AxisColumn column, int row) {
        return column.categories().list().get(column.get(row));
    }

    private static String label(AxisColumn column, int row) {
        Label label = category(column, row).labels().get(0);
        return label.name();
    }

    private static boolean isKnown(List<Variable> variables, int row) {
        for (Variable variable : variables) {
            if (!variable.isKnown(row)) {
                return false;
            }
        }
        return true;
    }

    private Variable variable(Regressor regressor) {
        if (regressor instanceof Regressor.Amount amount) {
            NumberColumn numbers = EventTests.numbers(scope.roster(), amount.quantity());
            return new Variable() {
                @Override
                public boolean isKnown(int row) {
                    return numbers.isKnown(row);
                }

                @Override
                public long scaled(int row) {
                    return numbers.scaled(row);
                }
            };
        }
        byte[] answers = new Conditions(scope).answers(((Regressor.YesNo) regressor).condition());
        return new Variable() {
            @Override
            public boolean isKnown(int row) {
                boolean decided = Truth.isYes(answers[row]) || Truth.isNo(answers[row]);
                return decided && !Truth.isOpen(answers[row]);
            }

            @Override
            public long scaled(int row) {
                return Truth.isYes(answers[row]) ? ONE : 0;
            }
        };
    }
}
