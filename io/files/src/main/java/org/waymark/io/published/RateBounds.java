package org.waymark.io.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.waymark.core.tally.Count;

/**
 * Between what a printed rate lies, as a fraction. Exact: counts are decided without floating numbers.
 *
 * @param low the lower end
 * @param lowCounts whether the rate may be the lower end itself
 * @param high the upper end
 * @param highCounts whether the rate may be the upper end itself
 */
public record RateBounds(BigDecimal low, boolean lowCounts, BigDecimal high, boolean highCounts) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Refuses ends in the wrong order. */
    public RateBounds {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("high: must not be below low " + low + ", was " + high);
        }
    }

    static RateBounds from(BigDecimal percent, boolean counts) {
        return new RateBounds(fraction(percent), counts, BigDecimal.ONE, true);
    }

    static RateBounds to(BigDecimal percent, boolean counts) {
        return new RateBounds(BigDecimal.ZERO, true, fraction(percent), counts);
    }

    static RateBounds between(BigDecimal percent, BigDecimal other) {
        return new RateBounds(fraction(percent.min(other)), true, fraction(percent.max(other)), true);
    }

    /** A fraction that was rounded to so many decimal places: half a unit to both sides. */
    static RateBounds rounded(BigDecimal fraction, int places) {
        return exactly(fraction).widened(places);
    }

    static RateBounds exactly(BigDecimal fraction) {
        return new RateBounds(fraction, true, fraction, true);
    }

    private static BigDecimal fraction(BigDecimal percent) {
        return percent.movePointLeft(2);
    }

    /** The same where the ends were rounded to so many decimal places of a fraction. */
    RateBounds widened(int places) {
        BigDecimal half = HALF.movePointLeft(places);
        BigDecimal from = lowCounts ? low.subtract(half) : low;
        BigDecimal to = highCounts ? high.add(half) : high;
        return new RateBounds(from.max(BigDecimal.ZERO), lowCounts, to.min(BigDecimal.ONE), highCounts);
    }

    /** How many of so many members succeeded. */
    Count yes(Count members) {
        return product(members, low, lowCounts, high, highCounts);
    }

    /** How many of so many members did not. */
    Count no(Count members) {
        return product(members, BigDecimal.ONE.subtract(high), highCounts, BigDecimal.ONE.subtract(low), lowCounts);
    }

    private static Count product(Count members, BigDecimal from, boolean fromCounts, BigDecimal to, boolean toCounts) {
        BigDecimal least = from.multiply(BigDecimal.valueOf(members.low()));
        BigDecimal most = to.multiply(BigDecimal.valueOf(members.high()));
        long low = fromCounts
                ? least.setScale(0, RoundingMode.CEILING).longValueExact()
                : least.setScale(0, RoundingMode.FLOOR).longValueExact() + 1;
        long high = toCounts
                ? most.setScale(0, RoundingMode.FLOOR).longValueExact()
                : most.setScale(0, RoundingMode.CEILING).longValueExact() - 1;
        // A rate that was rounded otherwise may leave no whole number between its ends; its neighbours are meant.
        long atMost = Math.min(Math.max(high, 0), members.high());
        long atLeast = Math.min(Math.max(low, 0), members.high());
        return Count.between(Math.min(atLeast, atMost), Math.max(atLeast, atMost));
    }
}
