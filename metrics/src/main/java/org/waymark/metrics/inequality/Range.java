package org.waymark.metrics.inequality;

import java.util.function.DoubleUnaryOperator;

/**
 * All values between two, to compute with numbers that are not known exactly. What comes out holds every value that the exact
 * numbers could give, and often others.
 *
 * @param low the smallest value
 * @param high the largest; may be infinite
 */
record Range(double low, double high) {
    static Range of(double value) {
        return new Range(value, value);
    }

    /** The smallest range that holds both. */
    static Range over(double one, double other) {
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    double width() {
        return high - low;
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    Range plus(Range other) {
        return new Range(low + other.low, high + other.high);
    }

    Range minus(Range other) {
        return new Range(low - other.high, high - other.low);
    }

    Range times(double factor) {
        return over(product(low, factor), product(high, factor));
    }

    Range times(Range other) {
        return times(other.low).hull(times(other.high));
    }

    /** Divided by what is 0 or more; by 0 it has no limit. */
    Range over(Range divisor) {
        return new Range(
                low >= 0 ? quotient(low, divisor.high) : quotient(low, divisor.low),
                high >= 0 ? quotient(high, divisor.low) : quotient(high, divisor.high));
    }

    /** Nothing of what has no limit is nothing. */
    static double product(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    /** Nothing, divided by nothing, is taken for nothing. */
    static double quotient(double part, double whole) {
        return part == 0 ? 0 : part / whole;
    }

    Range hull(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Within what it cannot leave. */
    Range clippedTo(double least, double most) {
        return new Range(Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)));
    }

    /** Of a function that does not fall. */
    Range rising(DoubleUnaryOperator function) {
        return new Range(function.applyAsDouble(low), function.applyAsDouble(high));
    }

    /** Of a function that falls down to 0 at a place, and rises from there. */
    Range valley(double bottom, DoubleUnaryOperator function) {
        double left = function.applyAsDouble(low);
        double right = function.applyAsDouble(high);
        return new Range(contains(bottom) ? 0 : Math.min(left, right), Math.max(left, right));
    }

    /** Between the same values with their signs turned. */
    Range negated() {
        return new Range(-high, -low);
    }
}
