package org.waymark.metrics.impact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;

/**
 * A group's rate over that of a reference, known as the four-fifths rule.
 *
 * <p><b>Formula:</b> p / r; flagged below the cutoff c, of an adverse outcome above 1/c. <b>Unit:</b> a ratio. <b>How to
 * read it:</b> 1 is the rate of the reference; the flag is a rule of thumb and no verdict. <b>When it applies:</b> to
 * report by the method. <b>Edge cases:</b> a group of nobody is refused, and a group and a reference whose rates are both
 * 0; to a reference of 0 there is no ratio, but it is still known whether the group is flagged; exactly the cutoff is not. <b>Source:</b> Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978);
 * California Community Colleges Chancellor's Office, Guidelines for Measuring Disproportionate Impact in Equity Plans
 * (2014).
 *
 * @param group the group
 * @param reference the rate it is compared with
 * @param cutoff the ratio below which it is flagged, in (0, 1]
 * @param direction whether a higher rate is better
 */
public record EightyPercentIndex(Share group, Fraction reference, BigDecimal cutoff, Direction direction) {
    /** Refuses a group of nobody, rates that are both 0, and cutoffs outside (0, 1]. */
    public EightyPercentIndex {
        if (group.n() == 0 || reference.signum() == 0 && group.yes() == 0) {
            throw new IllegalArgumentException("group, reference: must have members, and not both a rate of 0");
        }
        Cutoffs.check("cutoff", cutoff);
    }

    /** The ratio; empty if the reference's rate is 0. */
    public Optional<Double> index() {
        return reference.signum() == 0
                ? Optional.empty()
                : Optional.of(rate().over(reference).doubleValue());
    }

    /** Whether the method flags the group. */
    public boolean isFlagged() {
        return Cutoffs.isBeyond(rate(), reference, cutoff, direction);
    }

    /** How many to reach the cutoff, and the reference, which is taken to stay as it is. */
    public Needed needed() {
        return new Needed(to(cutoff), to(BigDecimal.ONE));
    }

    /** How many if the reference is everybody, whose rate moves with the group's own. */
    public Needed neededWith(Share everybody) {
        return new ProportionalityIndex(group, everybody, cutoff, direction).needed();
    }

    private Fraction rate() {
        return Fraction.of(group.yes(), group.n());
    }

    private OptionalLong to(BigDecimal level) {
        Fraction c = Fraction.of(level);
        boolean adverse = direction == Direction.ADVERSE;
        Fraction missing =
                adverse ? rate().minus(reference.over(c)) : reference.times(c).minus(rate());
        BigInteger needed = missing.times(Fraction.of(group.n())).ceiling();
        long most = adverse ? group.yes() : group.no();
        if (needed.signum() <= 0) {
            return OptionalLong.of(0);
        }
        return needed.compareTo(BigInteger.valueOf(most)) <= 0
                ? OptionalLong.of(needed.longValueExact())
                : OptionalLong.empty();
    }
}
