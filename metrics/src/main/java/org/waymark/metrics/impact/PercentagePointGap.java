package org.waymark.metrics.impact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Share;

/**
 * The percentage point gap of a group and its flag.
 *
 * <p><b>Formula:</b> with p the group's rate, r that of the reference and E the {@link MarginOfError}: flagged if p + E is
 * not above r; of an adverse outcome, if p - E is not below r. <b>Unit:</b> a difference of shares. <b>How to read it:</b>
 * a negative gap is a lower rate; the flag says that the method calls it disproportionate impact, which is no verdict: the
 * method takes the reference as known and looks at one group at a time. <b>When it applies:</b> to report by the method.
 * <b>Edge cases:</b> a group of nobody is refused; p + E = r is flagged, by the method's own words. <b>Source:</b>
 * California Community Colleges Chancellor's Office, Percentage Point Gap Method (2017); Percentage Point Gap Minus One
 * (2022). Flags and needed students are decided by exact fractions, roots by squaring.
 *
 * @param group the group
 * @param reference the rate it is compared with
 * @param margin how its margin of error is found
 * @param direction whether a higher rate is better
 */
public record PercentagePointGap(Share group, Fraction reference, MarginOfError margin, Direction direction) {
    /** Refuses a group of nobody. */
    public PercentagePointGap {
        if (group.n() == 0) {
            throw new IllegalArgumentException("group: nobody has no rate");
        }
    }

    /** The rate minus that of the reference. */
    public double gap() {
        return rate().minus(reference).doubleValue();
    }

    /** The margin of error. */
    public double marginOfError() {
        return margin.of(group).orElseThrow();
    }

    /** The rate less and plus the margin, as the formula gives them: they may leave [0, 1]. */
    public Interval band() {
        double rate = rate().doubleValue();
        return new Interval(rate - marginOfError(), rate + marginOfError(), 0.95, "margin of error");
    }

    /** Whether the method flags the group. */
    public boolean isFlagged() {
        return isBeyond(behind());
    }

    /**
     * As the method counts them, with the reference as it stands: to come within the margin, and to reach the reference.
     * A group exactly at the edge of the margin is flagged and yet needs nobody.
     */
    public Needed needed() {
        Fraction perStudent = Fraction.of(1, group.n());
        OptionalLong reached = isFlagged() ? fewest(perStudent, false) : OptionalLong.of(0);
        return new Needed(reached, parity(perStudent));
    }

    /** How many would truly end the flag, and reach the reference, if it is a rate that the group's successes leave as it is. */
    public Needed neededToEndTheFlag() {
        Fraction perStudent = Fraction.of(1, group.n());
        return new Needed(fewest(perStudent, true), parity(perStudent));
    }

    /**
     * How many would truly end the flag, and reach the reference, if it is the rate of everybody, which the group's own
     * successes raise. The margin of error is taken to stay as it is.
     */
    public Needed neededToEndTheFlag(Share everybody) {
        Fraction perStudent = Fraction.of(1, group.n()).minus(Fraction.of(1, everybody.n()));
        return new Needed(fewest(perStudent, true), parity(perStudent));
    }

    private Fraction rate() {
        return Fraction.of(group.yes(), group.n());
    }

    private Fraction behind() {
        return direction == Direction.ADVERSE ? rate().minus(reference) : reference.minus(rate());
    }

    /** Whether so large a distance reaches the margin; both are squared, since only the square is a fraction. */
    private boolean isBeyond(Fraction distance) {
        return distance.signum() >= 0 && distance.times(distance).compareTo(margin.squared(group)) >= 0;
    }

    private boolean isMoreThanMargin(Fraction distance) {
        return distance.signum() > 0 && distance.times(distance).compareTo(margin.squared(group)) > 0;
    }

    private OptionalLong parity(Fraction perStudent) {
        Fraction behind = behind();
        if (behind.signum() <= 0) {
            return OptionalLong.of(0);
        }
        return perStudent.signum() <= 0
                ? OptionalLong.empty()
                : possible(behind.over(perStudent).ceiling());
    }

    /** The fewest with whom the distance comes down to the margin or, strictly, below it. */
    private OptionalLong fewest(Fraction perStudent, boolean strictly) {
        if (!(strictly ? isBeyond(behind()) : isMoreThanMargin(behind()))) {
            return OptionalLong.of(0);
        }
        if (perStudent.signum() <= 0) {
            return OptionalLong.empty();
        }
        double roughly = (behind().doubleValue() - marginOfError()) / perStudent.doubleValue();
        long a = Math.max(0, (long) Math.floor(roughly));
        while (a > 0 && suffices(a, perStudent, strictly)) {
            a--;
        }
        while (!suffices(a, perStudent, strictly)) {
            a++;
        }
        return possible(BigInteger.valueOf(a));
    }

    private boolean suffices(long a, Fraction perStudent, boolean strictly) {
        Fraction left = behind().minus(perStudent.times(Fraction.of(a)));
        return strictly ? !isBeyond(left) : !isMoreThanMargin(left);
    }

    private OptionalLong possible(BigInteger needed) {
        long most = direction == Direction.ADVERSE ? group.yes() : group.no();
        return needed.compareTo(BigInteger.valueOf(most)) <= 0
                ? OptionalLong.of(needed.longValueExact())
                : OptionalLong.empty();
    }

    /** The gap to a rate that is given. */
    public static PercentagePointGap of(Share group, BigDecimal reference, MarginOfError margin) {
        return new PercentagePointGap(group, Fraction.of(reference), margin, Direction.FAVOURABLE);
    }

    /** The gap to the rate of other members. */
    public static PercentagePointGap of(Share group, Share reference, MarginOfError margin) {
        return new PercentagePointGap(group, Fraction.of(reference.yes(), reference.n()), margin, Direction.FAVOURABLE);
    }
}
