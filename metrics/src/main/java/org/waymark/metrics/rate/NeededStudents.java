package org.waymark.metrics.rate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.waymark.metrics.measure.Fraction;

/**
 * How many more students of a group would have to succeed.
 *
 * <p><b>Formula:</b> the smallest whole a of 0 or more with (yes + a) / n not below the target. <b>Unit:</b> students.
 * <b>How to read it:</b> a would have sufficed, a - 1 would not. <b>When it applies:</b> the size of the group stays as it
 * is, or grows by those who join. <b>Edge cases:</b> a group of nobody needs nobody; a target is in [0, 1]. It is decided on whole numbers: rounding
 * up a product of doubles is one too high where the product is whole. <b>Source:</b> equity gap arithmetic of the
 * California Community Colleges' percentage point gap method (2014), exact here.
 */
public final class NeededStudents {
    private NeededStudents() {}

    /** To reach an exact rate. */
    public static long toReach(Share group, BigDecimal target) {
        return toReach(group, Fraction.of(target));
    }

    /** To reach an exact rate that need not be a decimal. */
    public static long toReach(Share group, Fraction target) {
        inRange(target);
        return Math.max(0, missing(group, target).ceiling().longValueExact());
    }

    /**
     * How many would have to join a group, all of them succeeding, to reach an exact rate; empty if nobody could ever suffice,
     * as where everybody must succeed and somebody did not.
     */
    public static OptionalLong toReachByJoining(Share group, Fraction target) {
        inRange(target);
        Fraction missing = missing(group, target);
        if (missing.signum() <= 0) {
            return OptionalLong.of(0);
        }
        Fraction rest = Fraction.ONE.minus(target);
        return rest.signum() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(missing.over(rest).ceiling().longValueExact());
    }

    private static Fraction missing(Share group, Fraction target) {
        return target.times(Fraction.of(group.n())).minus(Fraction.of(group.yes()));
    }

    private static void inRange(Fraction target) {
        if (target.signum() < 0 || target.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("target: must lie in [0, 1], was " + target);
        }
    }

    /** To reach the rate of a reference, which is taken to stay as it is. */
    public static long toMatch(Share group, Share reference) {
        if (group.n() == 0) {
            return 0;
        }
        if (reference.n() == 0) {
            throw new IllegalArgumentException("reference: nobody has no rate");
        }
        BigInteger missing = product(reference.yes(), group.n()).subtract(product(group.yes(), reference.n()));
        return ceiling(missing, reference.n());
    }

    /**
     * To reach the rate of everybody, which rises with the group's own successes; empty if the group is everybody, or
     * nobody could ever suffice.
     */
    public static OptionalLong toMatchMoving(Share group, Share everybody) {
        if (group.n() == 0 || group.compareRate(everybody) >= 0) {
            return OptionalLong.of(0);
        }
        long others = Math.subtractExact(everybody.n(), group.n());
        if (others == 0) {
            return OptionalLong.empty();
        }
        BigInteger missing = product(everybody.yes(), group.n()).subtract(product(group.yes(), everybody.n()));
        long needed = ceiling(missing, others);
        return needed <= group.no() ? OptionalLong.of(needed) : OptionalLong.empty();
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long ceiling(BigInteger missing, long divisor) {
        if (missing.signum() <= 0) {
            return 0;
        }
        BigInteger[] parts = missing.divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger whole = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
        return whole.longValueExact();
    }
}
