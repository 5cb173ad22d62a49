package org.waymark.metrics.catalog;

import java.time.Period;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Window;

/**
 * What makes an engagement sustained.
 *
 * @param years in how many different school years, the one asked about among them; 2 or more
 * @param consecutive whether they must follow each other
 */
public record SustainedRule(int years, boolean consecutive) {
    /** Two school years in a row. */
    public static final SustainedRule TWO_IN_A_ROW = new SustainedRule(2, true);

    /** Any two school years. */
    public static final SustainedRule ANY_TWO = new SustainedRule(2, false);

    /** Refuses fewer than two years. */
    public SustainedRule {
        if (years < 2) {
            throw new IllegalArgumentException("years: must be 2 or more, was " + years);
        }
    }

    /** The condition of having begun such events in the year asked about and in as many before. */
    public Condition of(EventKind kind) {
        Bound since = consecutive ? Bound.PERIOD_START.plus(Period.ofYears(1 - years)) : Bound.OPEN;
        return kind.taken()
                .within(Window.PERIOD)
                .and(kind.taken()
                        .amount(new Amount.SchoolYears(years))
                        .within(Window.between(since, Bound.PERIOD_END)));
    }

    @Override
    public String toString() {
        return years + (consecutive ? " school years in a row" : " school years");
    }
}
