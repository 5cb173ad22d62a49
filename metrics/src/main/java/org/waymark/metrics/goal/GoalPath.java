package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;

/**
 * The way from a baseline to a target: 46 % in 2022, 60 % in 2025.
 *
 * <p>Both rates are exact, as published decimals or counts, so that nothing that is decided hangs on rounding. A school year
 * goes by the year in which it ends.
 *
 * @param baseYear the year of the baseline
 * @param base the rate of the baseline, in [0, 1]
 * @param targetYear the year in which the target is due, after the baseline's
 * @param target the rate to reach, in [0, 1]
 * @param direction whether the target is to be reached from below or, of what shall become rarer, from above
 */
public record GoalPath(int baseYear, Fraction base, int targetYear, Fraction target, Indicator.Direction direction) {
    /** Refuses rates outside [0, 1] and a target that is not due after its baseline. */
    public GoalPath {
        Objects.requireNonNull(direction, "direction");
        inRange("base", base);
        inRange("target", target);
        if (targetYear <= baseYear) {
            throw new IllegalArgumentException(
                    "targetYear: must be after baseYear " + baseYear + ", was " + targetYear);
        }
    }

    private static void inRange(String name, Fraction rate) {
        if (rate.signum() < 0 || rate.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException(name + ": must lie in [0, 1], was " + rate);
        }
    }

    /** From one published decimal to another, more being better. */
    public static GoalPath of(int baseYear, BigDecimal base, int targetYear, BigDecimal target) {
        return new GoalPath(
                baseYear, Fraction.of(base), targetYear, Fraction.of(target), Indicator.Direction.FAVOURABLE);
    }

    /** From counts of somebody to a published decimal, more being better. */
    public static GoalPath of(int baseYear, Share base, int targetYear, BigDecimal target) {
        Fraction rate = Fraction.of(base.yes(), base.n());
        return new GoalPath(baseYear, rate, targetYear, Fraction.of(target), Indicator.Direction.FAVOURABLE);
    }

    /** To a multiple of the baseline, such as twice as many; a multiple above 1 in all is refused. */
    public static GoalPath multiple(int baseYear, BigDecimal base, int targetYear, BigDecimal factor) {
        return of(baseYear, base, targetYear, base.multiply(factor));
    }

    /** The same towards fewer: the target is met by what is not above it. */
    public GoalPath towardsFewer() {
        return new GoalPath(baseYear, base, targetYear, target, Indicator.Direction.ADVERSE);
    }

    /** How many years there are from baseline to target. */
    public int years() {
        return targetYear - baseYear;
    }

    /** The yearly change that leads from baseline to target; empty where the scale has none. */
    public Optional<Double> perYear(PaceScale scale) {
        return scale.perYear(base.doubleValue(), target.doubleValue(), years());
    }

    /** Where the path stands in a year; empty where the scale has none. */
    public Optional<Double> expected(PaceScale scale, int year) {
        return scale.moved(base.doubleValue(), target.doubleValue(), (double) (year - baseYear) / years());
    }

    /** Where the straight path stands in a year, exactly. */
    Fraction expected(int year) {
        return base.plus(target.minus(base).times(Fraction.of(year - baseYear, years())));
    }

    /** How a rate compares with another: above 0 if it is the better one. */
    int compare(Fraction rate, Fraction other) {
        int order = rate.compareTo(other);
        return direction == Indicator.Direction.ADVERSE ? -order : order;
    }

    /** How it stands with a published decimal. */
    public Pace at(int year, BigDecimal current) {
        return new Pace(this, year, Fraction.of(current));
    }

    /** How it stands with counts; of nobody there is no pace. */
    public Pace at(int year, Share current) {
        return new Pace(this, year, Fraction.of(current.yes(), current.n()));
    }

    /** Written as {@code 46.0 % in 2022 to 60.0 % in 2025}. */
    @Override
    public String toString() {
        return Percent.of(base.doubleValue()) + " in " + baseYear + " to " + Percent.of(target.doubleValue()) + " in "
                + targetYear;
    }
}
