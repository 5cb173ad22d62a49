package org.waymark.metrics.inequality;

import java.util.Optional;

/** What everybody's value would gain if all groups had that of the best, or of the most advantaged. */
final class Attributable {
    private static final double PERCENT = 100;

    private Attributable() {}

    private static int reference(Compared c) {
        return c.all.ordered() ? c.size() - 1 : c.best();
    }

    /** Never of the wrong sign: nothing is attributed to a reference that is worse than everybody. */
    static Optional<Double> risk(Compared c) {
        double gain = c.values[reference(c)] - c.average();
        return Optional.of(c.isAdverse() ? Math.min(0, gain) : Math.max(0, gain));
    }

    static Optional<Double> fraction(Compared c) {
        double average = c.average();
        return average == 0 ? Optional.empty() : risk(c).map(gain -> PERCENT * gain / average);
    }

    static Optional<Double> riskError(Compared c) {
        return fractionError(c).map(error -> error * c.average() / PERCENT);
    }

    /**
     * By the counts that rates and populations stand for, as of a table of two by two: the reference with and without the
     * outcome, all others with and without. There is none of a quantity that is no rate, nor against an average that is given.
     */
    static Optional<Double> fractionError(Compared c) {
        if (c.all.average().isPresent() || Double.isInfinite(c.all.scale()) || c.groupMean() == 0) {
            return Optional.empty();
        }
        return c.members.flatMap(members -> {
            int reference = reference(c);
            double all = 0;
            for (double group : members) {
                all += group;
            }
            double with = c.values[reference] / c.all.scale() * members[reference];
            double without = members[reference] - with;
            double othersWith = c.groupMean() / c.all.scale() * all - with;
            double othersWithout = all - members[reference] - othersWith;
            double squares = with
                    * all
                    * (othersWith * without * (all - with) + othersWithout * with * with)
                    / (Math.pow(othersWith + with, 3) * Math.pow(members[reference], 3));
            return squares >= 0 && Double.isFinite(squares)
                    ? Optional.of(PERCENT * Math.sqrt(squares))
                    : Optional.empty();
        });
    }
}
