package org.waymark.metrics.impact;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;

/**
 * The margin of error that the percentage point gap method allows a group's rate.
 *
 * <p><b>Formula:</b> 1.96 √(q(1 - q)/n), but never less than the minimum; q is ½, or the observed rate, in whose place
 * stand other rates where it is 0 or 1. <b>Unit:</b> a difference of shares. <b>How to read it:</b> a gap within it is not
 * flagged. It is not the uncertainty of the gap, since it takes the reference as known: see the interval for that. <b>When
 * it applies:</b> to compute what the method asks for. <b>Edge cases:</b> nobody has none. <b>Source:</b> California
 * Community Colleges Chancellor's Office, Percentage Point Gap Method (2017), and Percentage Point Gap Minus One (2022).
 *
 * @param minimum the least margin, exact
 * @param observed whether q is the observed rate
 * @param atZero what stands in its place where it is 0
 * @param atOne what stands in its place where it is 1
 */
public record MarginOfError(BigDecimal minimum, boolean observed, BigDecimal atZero, BigDecimal atOne) {
    private static final Fraction Z = Fraction.of(196, 100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** With q = ½ and a minimum of 3 percentage points. */
    public static final MarginOfError HALF_OR_3_POINTS = new MarginOfError(new BigDecimal("0.03"), false, HALF, HALF);

    /** With the observed rate and a minimum of 2 percentage points. */
    public static final MarginOfError OBSERVED_OR_2_POINTS =
            new MarginOfError(new BigDecimal("0.02"), true, HALF, HALF);

    /** Refuses rates outside [0, 1] and a negative minimum. */
    public MarginOfError {
        if (minimum.signum() < 0) {
            throw new IllegalArgumentException("minimum: must be 0 or more, was " + minimum);
        }
        checkRate("atZero", atZero);
        checkRate("atOne", atOne);
    }

    private static void checkRate(String name, BigDecimal rate) {
        Objects.requireNonNull(rate, name);
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + ": must lie in [0, 1], was " + rate);
        }
    }

    /** The same with another minimum, an exact difference of shares. */
    public MarginOfError minimum(String exactShare) {
        return new MarginOfError(new BigDecimal(exactShare), observed, atZero, atOne);
    }

    /** The same from the observed rate. */
    public MarginOfError fromObservedRate() {
        return new MarginOfError(minimum, true, atZero, atOne);
    }

    /** The same from the observed rate, with exact rates in the place of an observed 0 and 1. */
    public MarginOfError fromObservedRate(String insteadOfZero, String insteadOfOne) {
        return new MarginOfError(minimum, true, new BigDecimal(insteadOfZero), new BigDecimal(insteadOfOne));
    }

    /** The margin of a group; empty for nobody. */
    public Optional<Double> of(Share group) {
        return of(group.n(), rate(group));
    }

    /** The margin of a group of so many, at a rate that is given or, where it is empty, at ½. */
    public Optional<Double> of(long n, Optional<BigDecimal> rate) {
        return of(n, rate.map(Fraction::of).map(this::substituted).orElse(Fraction.of(HALF)));
    }

    private Optional<Double> of(long n, Fraction rate) {
        if (n == 0) {
            return Optional.empty();
        }
        Fraction byChance = chanceSquared(n, rate);
        boolean least = byChance.compareTo(minimumSquared()) <= 0;
        return Optional.of(least ? minimum.doubleValue() : Math.sqrt(byChance.doubleValue()));
    }

    /** The square of the margin, which unlike the margin is a fraction. */
    Fraction squared(Share group) {
        return chanceSquared(group.n(), rate(group)).max(minimumSquared());
    }

    private Fraction minimumSquared() {
        return Fraction.of(minimum).times(Fraction.of(minimum));
    }

    private static Fraction chanceSquared(long n, Fraction rate) {
        return Z.times(Z).times(rate).times(Fraction.ONE.minus(rate)).over(Fraction.of(n));
    }

    private Fraction rate(Share group) {
        return observed && group.n() > 0 ? substituted(Fraction.of(group.yes(), group.n())) : Fraction.of(HALF);
    }

    private Fraction substituted(Fraction rate) {
        if (rate.signum() == 0) {
            return Fraction.of(atZero);
        }
        return rate.equals(Fraction.ONE) ? Fraction.of(atOne) : rate;
    }
}
