package org.waymark.metrics.disclosure;

import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Window;

/** What follows from what by form alone: who graduated within four years did so within five. */
final class Implication {
    private Implication() {}

    /** Whether both ask the same members. */
    static boolean sameAsked(Indicator one, Indicator other) {
        return one.universe().equals(other.universe()) && one.exclusions().equals(other.exclusions());
    }

    /** Whether both ask the same of the same members. */
    static boolean same(Indicator one, Indicator other) {
        return sameAsked(one, other)
                && one.success().equals(other.success())
                && one.unknowns().equals(other.unknowns());
    }

    /** Whether one condition cannot hold without the other; false where it cannot be seen by form. */
    static boolean holds(Condition one, Condition other) {
        if (one.equals(other) || other instanceof Condition.Always) {
            return true;
        }
        if (one instanceof Condition.Or or) {
            return or.of().stream().allMatch(part -> holds(part, other));
        }
        if (other instanceof Condition.And and) {
            return and.of().stream().allMatch(part -> holds(one, part));
        }
        if (one instanceof Condition.And and && and.of().stream().anyMatch(part -> holds(part, other))) {
            return true;
        }
        if (other instanceof Condition.Or or && or.of().stream().anyMatch(part -> holds(one, part))) {
            return true;
        }
        if (one instanceof Condition.Reached a && other instanceof Condition.Reached b) {
            return a.milestone().equals(b.milestone()) && within(a.window(), b.window());
        }
        return one instanceof Condition.Took a
                && other instanceof Condition.Took b
                && a.within(b.window()).equals(b)
                && within(a.window(), b.window());
    }

    private static boolean within(Window one, Window other) {
        boolean from = other.fromInclusive() instanceof Bound.Open
                || other.fromInclusive().equals(one.fromInclusive());
        return from
                && (other.untilExclusive() instanceof Bound.Open
                        || other.untilExclusive().equals(one.untilExclusive())
                        || later(other.untilExclusive(), one.untilExclusive()));
    }

    private static boolean later(Bound one, Bound other) {
        if (one instanceof Bound.On a && other instanceof Bound.On b) {
            return a.day().isAfter(b.day());
        }
        if (one instanceof Bound.After a
                && other instanceof Bound.After b
                && a.anchor().equals(b.anchor())) {
            return !a.period().minus(b.period()).normalized().isNegative();
        }
        return false;
    }
}
