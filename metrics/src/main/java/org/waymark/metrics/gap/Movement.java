package org.waymark.metrics.gap;

import org.waymark.metrics.measure.Fraction;

/** How a gap moved between two dates, by the rates as they were seen. */
public enum Movement {
    /** It came closer to none. */
    NARROWED,
    /** It went further from none. */
    WIDENED,
    /** It is the same. */
    UNCHANGED,
    /** The other side is behind now. */
    REVERSED,
    /** There was one and there is none. */
    CLOSED,
    /** There was none and there is one. */
    OPENED,
    /** In points it moved one way and as a ratio another: which of the two is told decides the story. */
    SCALE_DEPENDENT,
    /** It moved in points; a rate of 0 leaves no ratio. */
    POINTS_ONLY;

    /** How a number that is 0 for no gap moved; its sign says which side is behind. */
    static Movement of(Fraction before, Fraction after, int sizeCompared) {
        if (before.signum() == 0 || after.signum() == 0) {
            return before.signum() == after.signum() ? UNCHANGED : before.signum() == 0 ? OPENED : CLOSED;
        }
        if (before.signum() != after.signum()) {
            return REVERSED;
        }
        return sizeCompared == 0 ? UNCHANGED : sizeCompared < 0 ? NARROWED : WIDENED;
    }
}
