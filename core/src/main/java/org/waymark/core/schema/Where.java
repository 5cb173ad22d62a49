package org.waymark.core.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which events count: all tests must hold. A test on something unknown makes it unknown whether the event counts.
 *
 * @param tests the tests, none of which means that every event counts
 */
public record Where(List<Test> tests) {
    /** Every event counts. */
    public static final Where ANY = new Where(List.of());

    /** Copies the tests. */
    public Where {
        tests = List.copyOf(tests);
    }

    /** Events that pass all tests. */
    public static Where all(Test... tests) {
        return new Where(List.of(tests));
    }

    /** Events that bear one of the labels. */
    public static Where in(Dimension dimension, String... labels) {
        return all(new In(dimension, List.of(labels)));
    }

    /** These tests and one more. */
    public Where and(Test test) {
        List<Test> more = new ArrayList<>(tests);
        more.add(test);
        return new Where(more);
    }

    /** A test of one event. */
    public sealed interface Test {}

    /**
     * The event bears one of the labels.
     *
     * @param dimension a column of the events
     * @param labels the labels, one at least
     */
    public record In(Dimension dimension, List<String> labels) implements Test {
        /** Copies the labels. */
        public In {
            Objects.requireNonNull(dimension, "dimension");
            labels = Names.distinct("labels", labels);
        }

        @Override
        public String toString() {
            return dimension + " is " + Codes.anyOf(labels);
        }
    }

    /**
     * The event's number is at least so much.
     *
     * @param quantity a column of the events
     * @param least the least number that passes
     */
    public record AtLeast(Quantity quantity, BigDecimal least) implements Test {
        /** Refuses null; drops zeros at the end, so that 3 and 3.0 are the same test. */
        public AtLeast {
            Objects.requireNonNull(quantity, "quantity");
            least = least.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return quantity + " is at least " + least.toPlainString();
        }
    }

    /**
     * One number of the event is at least another: every credit that was attempted was earned.
     *
     * @param quantity a column of the events
     * @param than another
     */
    public record NotLess(Quantity quantity, Quantity than) implements Test {
        /** Refuses null. */
        public NotLess {
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(than, "than");
        }

        @Override
        public String toString() {
            return quantity + " is not less than " + than;
        }
    }

    /** The tests in words, such as {@code kind is Degree and credits is at least 45}. */
    @Override
    public String toString() {
        return tests.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
}
