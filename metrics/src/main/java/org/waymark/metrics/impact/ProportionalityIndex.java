package org.waymark.metrics.impact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Share;

/**
 * A group's share of those who succeeded over its share of everybody.
 *
 * <p><b>Formula:</b> (s/S) / (n/N), which is the group's rate over that of everybody; flagged below the cutoff c, or of an
 * adverse outcome above 1/c. <b>Unit:</b> an index, 1 for a share among those who succeeded that equals the share of
 * everybody. <b>How to read it:</b> below 1 the group is under-represented among those who succeeded; a large group moves
 * everybody with it, so its index can hardly fall far below 1. <b>When it applies:</b> to report by the method. <b>Edge
 * cases:</b> nobody, or nobody who succeeded, is refused; exactly the cutoff is not flagged. Needed students count among
 * everybody too, so the whole moves with them. <b>Source:</b> California Community Colleges Chancellor's Office, Guidelines
 * for Measuring Disproportionate Impact in Equity Plans (2014).
 *
 * @param group the group
 * @param everybody everybody, the group among them
 * @param cutoff the index below which it is flagged, in (0, 1]
 * @param direction whether a higher rate is better
 */
public record ProportionalityIndex(Share group, Share everybody, BigDecimal cutoff, Direction direction) {
    /** Refuses nobody, nobody who succeeded, and cutoffs outside (0, 1]. */
    public ProportionalityIndex {
        if (group.n() == 0 || everybody.yes() == 0) {
            throw new IllegalArgumentException("group, everybody: must have members and successes");
        }
        Cutoffs.check("cutoff", cutoff);
    }

    /** The index. */
    public double index() {
        return exact().doubleValue();
    }

    /** Whether the method flags the group. */
    public boolean isFlagged() {
        return Cutoffs.isBeyond(exact(), Fraction.ONE, cutoff, direction);
    }

    /** How many to reach the cutoff, and an index of 1. */
    public Needed needed() {
        return new Needed(to(cutoff), to(BigDecimal.ONE));
    }

    private Fraction exact() {
        return Fraction.of(group.yes(), everybody.yes()).over(Fraction.of(group.n(), everybody.n()));
    }

    /** The fewest a with (s + a) N not below c (S + a) n, or of an adverse outcome c (s - a) N not above (S - a) n. */
    private OptionalLong to(BigDecimal level) {
        if (!Cutoffs.isBeyond(exact(), Fraction.ONE, level, direction)) {
            return OptionalLong.of(0);
        }
        boolean adverse = direction == Direction.ADVERSE;
        Fraction c = Fraction.of(level);
        Fraction own = Fraction.of(group.yes()).times(Fraction.of(everybody.n()));
        Fraction whole = Fraction.of(everybody.yes()).times(Fraction.of(group.n()));
        Fraction n = Fraction.of(group.n());
        Fraction all = Fraction.of(everybody.n());
        Fraction missing = adverse ? own.times(c).minus(whole) : whole.times(c).minus(own);
        Fraction perStudent = adverse ? all.times(c).minus(n) : all.minus(n.times(c));
        if (perStudent.signum() <= 0) {
            return OptionalLong.empty();
        }
        BigInteger needed = missing.over(perStudent).ceiling();
        long most = adverse ? group.yes() : group.no();
        return needed.compareTo(BigInteger.valueOf(most)) <= 0
                ? OptionalLong.of(needed.longValueExact())
                : OptionalLong.empty();
    }
}
