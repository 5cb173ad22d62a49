package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

/** Compares a result with a row of expected values; what is empty there must be empty here. */
final class Expected {
    private Expected() {}

    /** A number to within a tolerance, absolute or relative, whichever is larger. */
    static void value(Map<String, String> row, String column, Optional<Double> actual, double tolerance) {
        if (isMissing(row, column, actual)) {
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        assertTrue(
                actual.isPresent() && Fixtures.near(expected, actual.get(), tolerance),
                () -> column + " of " + row + ", was " + actual);
    }

    /** A p-value to within 1e-10, or 1e-8 of itself. */
    static void pValue(Map<String, String> row, String column, Optional<Double> actual) {
        if (isMissing(row, column, actual)) {
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        assertTrue(
                actual.isPresent() && Math.abs(expected - actual.get()) <= Math.max(1e-10, 1e-8 * expected),
                () -> column + " of " + row + ", was " + actual);
    }

    private static boolean isMissing(Map<String, String> row, String column, Optional<Double> actual) {
        assertTrue(row.containsKey(column), () -> "no column " + column + " in " + row.keySet());
        boolean missing = row.get(column).isEmpty();
        assertTrue(!missing || actual.isEmpty(), () -> column + " of " + row + " must be empty, was " + actual);
        return missing;
    }
}
