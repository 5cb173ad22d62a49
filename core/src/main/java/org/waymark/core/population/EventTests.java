package org.waymark.core.population;

import java.util.Arrays;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;

/** Which events of a roster pass tests: one {@link Truth} for each. */
final class EventTests {
    private EventTests() {}

    static byte[] answers(Scope owners, Unit events, Where where) {
        return answers(owners.of(events), where);
    }

    /** The same of the scope's own rows. */
    static byte[] answers(Scope scope, Where where) {
        byte[] all = new byte[scope.roster().size()];
        Arrays.fill(all, Truth.YES);
        for (Where.Test test : where.tests()) {
            byte[] one = answers(scope, test);
            for (int i = 0; i < all.length; i++) {
                all[i] = Truth.and(all[i], one[i]);
            }
        }
        return all;
    }

    private static byte[] answers(Scope scope, Where.Test test) {
        if (test instanceof Where.In in) {
            return new Conditions(scope).answers(in.dimension().in(in.labels()));
        } else if (test instanceof Where.AtLeast least) {
            return atLeast(scope, least);
        }
        return notLess(scope, (Where.NotLess) test);
    }

    private static byte[] notLess(Scope scope, Where.NotLess test) {
        NumberColumn numbers = numbers(scope.roster(), test.quantity());
        NumberColumn others = numbers(scope.roster(), test.than());
        byte[] answers = new byte[scope.roster().size()];
        for (int row = 0; row < answers.length; row++) {
            if (numbers.isKnown(row) && others.isKnown(row)) {
                answers[row] = numbers.scaled(row) >= others.scaled(row) ? Truth.YES : Truth.NO;
            } else {
                answers[row] = Truth.unknown(numbers.isKnown(row) ? others.reason(row) : numbers.reason(row));
            }
        }
        return answers;
    }

    private static byte[] atLeast(Scope scope, Where.AtLeast test) {
        NumberColumn numbers = numbers(scope.roster(), test.quantity());
        byte[] answers = new byte[scope.roster().size()];
        long least = NumberColumn.scaled(test.least())
                .orElseThrow(() -> new IllegalArgumentException(
                        "least: must have at most " + NumberColumn.PLACES + " decimal places, was " + test.least()));
        for (int row = 0; row < answers.length; row++) {
            if (!numbers.isKnown(row)) {
                answers[row] = Truth.unknown(numbers.reason(row));
            } else {
                answers[row] = numbers.scaled(row) >= least ? Truth.YES : Truth.NO;
            }
        }
        return answers;
    }

    static NumberColumn numbers(Roster roster, Quantity quantity) {
        NumberColumn column = roster.numberColumn(quantity.name());
        if (column == null) {
            throw new IllegalArgumentException("quantity: " + quantity.name() + " is not known of " + roster.unit()
                    + "; known are " + roster.quantities());
        }
        return column;
    }

    /** The days on which the events begin. */
    static Codes starts(Roster events) {
        DayColumn column =
                events.start().map(start -> events.dayColumn(start.name())).orElse(null);
        if (column == null) {
            throw new IllegalArgumentException("events: " + events.unit() + " have no day on which they begin");
        }
        return column.codes();
    }
}
