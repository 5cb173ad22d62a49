package org.waymark.metrics.impact;

import java.math.BigDecimal;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.measure.Fraction;

/** What the two ratios have in common: the share of the reference that a group must reach. */
final class Cutoffs {
    private Cutoffs() {}

    static void check(String name, BigDecimal cutoff) {
        if (cutoff.signum() <= 0 || cutoff.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + ": must lie in (0, 1], was " + cutoff);
        }
    }

    /** Whether a rate lies below the cutoff's share of the reference or, of an adverse outcome, beyond its inverse. */
    static boolean isBeyond(Fraction rate, Fraction reference, BigDecimal cutoff, Direction direction) {
        Fraction c = Fraction.of(cutoff);
        return direction == Direction.ADVERSE
                ? rate.times(c).compareTo(reference) > 0
                : rate.compareTo(reference.times(c)) < 0;
    }
}
