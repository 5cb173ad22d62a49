package org.waymark.metrics.rate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.waymark.core.tally.Cell;

/**
 * So many of so many: an exact fraction. Comparisons are decided on whole numbers.
 *
 * @param yes how many succeeded, 0 to {@code n}
 * @param n how many there are
 */
public record Share(long yes, long n) {
    /** Refuses negative numbers and more successes than members. */
    public Share {
        if (yes < 0 || n < yes) {
            throw new IllegalArgumentException("yes: must lie in 0 to n = " + n + ", was " + yes);
        }
    }

    /** The successes of a cell among those whose outcome is known; empty if either is masked. */
    public static Optional<Share> of(Cell cell) {
        return cell.yes().isExact() && cell.no().isExact()
                ? Optional.of(new Share(cell.yes().exact(), cell.known().exact()))
                : Optional.empty();
    }

    /** The fraction as a number; must not be asked of nobody. */
    public double value() {
        if (n == 0) {
            throw new IllegalStateException("n: nobody has no rate");
        }
        return (double) yes / n;
    }

    /** How many did not succeed. */
    public long no() {
        return n - yes;
    }

    /** Both together. */
    public Share plus(Share other) {
        return new Share(Math.addExact(yes, other.yes), Math.addExact(n, other.n));
    }

    /** This without a part of it. */
    public Share minus(Share part) {
        return new Share(Math.subtractExact(yes, part.yes), Math.subtractExact(n, part.n));
    }

    /** Compares the fractions, exactly: negative if this one is smaller. Both must have members. */
    public int compareRate(Share other) {
        return product(yes, other.n).compareTo(product(other.yes, n));
    }

    /** Compares the fraction with an exact decimal: negative if it is smaller. */
    public int compareRate(BigDecimal target) {
        return BigDecimal.valueOf(yes).compareTo(target.multiply(BigDecimal.valueOf(n)));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    /** Written as {@code 336/549}. */
    @Override
    public String toString() {
        return yes + "/" + n;
    }
}
