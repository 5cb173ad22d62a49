package org.waymark.metrics.disclosure;

import java.time.Period;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Where;
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
                && holds(one.success(), other.success())
                && holds(other.success(), one.success())
                && one.unknowns().equals(other.unknowns());
    }

    /** Whether both ask the same members, and whoever succeeds in the narrower sense does so in the wider, but not always vice versa. */
    static boolean contains(Indicator wide, Indicator narrow) {
        return sameAsked(wide, narrow)
                && holds(narrow.success(), wide.success())
                && !holds(wide.success(), narrow.success());
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
        if (one instanceof Condition.In a && other instanceof Condition.In b) {
            return a.dimension().equals(b.dimension()) && b.labels().containsAll(a.labels());
        }
        if (one instanceof Condition.InGroup a && other instanceof Condition.InGroup b) {
            return a.axis().equals(b.axis()) && b.groups().containsAll(a.groups());
        }
        if (one instanceof Condition.Reached a && other instanceof Condition.Reached b) {
            return a.milestone().equals(b.milestone()) && within(a.window(), b.window());
        }
        return one instanceof Condition.Took a
                && other instanceof Condition.Took b
                && a.kind().equals(b.kind())
                && asMuch(a.amount(), b.amount())
                && b.where().tests().stream()
                        .allMatch(test -> a.where().tests().stream().anyMatch(own -> passes(own, test)))
                && within(a.window(), b.window());
    }

    /** Whether so much is always as much as that. */
    private static boolean asMuch(Amount one, Amount other) {
        if (one instanceof Amount.Times a && other instanceof Amount.Times b) {
            return a.least() >= b.least();
        }
        if (one instanceof Amount.Sum a && other instanceof Amount.Sum b) {
            return a.quantity().equals(b.quantity()) && a.least().compareTo(b.least()) >= 0;
        }
        if (one instanceof Amount.Distinct a && other instanceof Amount.Distinct b) {
            return a.dimension().equals(b.dimension()) && a.least() >= b.least();
        }
        return one instanceof Amount.SchoolYears a && other instanceof Amount.SchoolYears b && a.least() >= b.least();
    }

    /** Whether an event that passes one test passes the other. */
    private static boolean passes(Where.Test one, Where.Test other) {
        if (one instanceof Where.In a && other instanceof Where.In b) {
            return a.dimension().equals(b.dimension()) && b.labels().containsAll(a.labels());
        }
        if (one instanceof Where.AtLeast a && other instanceof Where.AtLeast b) {
            return a.quantity().equals(b.quantity()) && a.least().compareTo(b.least()) >= 0;
        }
        return one.equals(other);
    }

    /** Whether nobody can be of both parts, as nobody is of two classes; false where it cannot be seen by form. */
    static boolean apart(Condition one, Condition other) {
        return Extent.conjuncts(one).stream()
                .anyMatch(a -> Extent.conjuncts(other).stream()
                        .anyMatch(b -> different(a, b) || denies(a, b) || denies(b, a)));
    }

    private static boolean denies(Condition one, Condition other) {
        return one instanceof Condition.Not not && holds(other, not.of());
    }

    private static boolean different(Condition one, Condition other) {
        if (one instanceof Condition.In a && other instanceof Condition.In b) {
            return a.dimension().equals(b.dimension()) && a.labels().stream().noneMatch(b.labels()::contains);
        }
        return one instanceof Condition.InGroup a
                && other instanceof Condition.InGroup b
                && a.axis().equals(b.axis())
                && a.groups().stream().noneMatch(b.groups()::contains);
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
            return notBefore(a.period(), b.period());
        }
        if (one instanceof Bound.PeriodStart a && other instanceof Bound.PeriodStart b) {
            return notBefore(a.shift(), b.shift());
        }
        return one instanceof Bound.PeriodEnd a
                && other instanceof Bound.PeriodEnd b
                && notBefore(a.shift(), b.shift());
    }

    private static boolean notBefore(Period one, Period other) {
        return !one.minus(other).normalized().isNegative();
    }
}
