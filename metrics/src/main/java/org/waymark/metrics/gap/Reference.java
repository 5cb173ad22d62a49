package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;

/** With what a group is compared. */
public sealed interface Reference {
    /** Everybody, the group itself among them. */
    static Reference overall() {
        return new Overall();
    }

    /** Everybody but the group. */
    static Reference rest() {
        return new Rest();
    }

    /** The group with the best rate among those of at least 10 members whose outcome is known. */
    static Reference best() {
        return new Best(10);
    }

    /** The group with the best rate among those of at least so many members whose outcome is known. */
    static Reference best(long minimumSize) {
        return new Best(minimumSize);
    }

    /** A certain group of the same axis; of a crossing, one group per axis. */
    static Reference named(String... groups) {
        return new Named(List.of(groups));
    }

    /** A rate that is given, exactly, such as {@code 0.70}. */
    static Reference given(String rate) {
        return new Given("given", new BigDecimal(rate));
    }

    /** A goal: a rate that is given, exactly, under a name. */
    static Reference goal(String name, BigDecimal rate) {
        return new Given(name, rate);
    }

    /** Everybody, the group itself among them. */
    record Overall() implements Reference {
        @Override
        public String toString() {
            return "overall";
        }
    }

    /** Everybody but the group. */
    record Rest() implements Reference {
        @Override
        public String toString() {
            return "the rest";
        }
    }

    /**
     * The group with the best rate. It is selected by looking at the data, and results say so.
     *
     * @param minimumSize how many members with known outcome it must have, 1 or more
     */
    record Best(long minimumSize) implements Reference {
        /** Refuses less than one. */
        public Best {
            if (minimumSize < 1) {
                throw new IllegalArgumentException("minimumSize: must be 1 or more, was " + minimumSize);
            }
        }

        @Override
        public String toString() {
            return "the best group";
        }
    }

    /**
     * A certain group of the same axis. It is a group whatever it is called: one named "overall" is not everybody.
     *
     * @param groups its name; of a crossing, one name per axis
     */
    record Named(List<String> groups) implements Reference {
        /** Copies the names; refuses none. */
        public Named {
            groups = List.copyOf(groups);
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("groups: must hold one name at least");
            }
        }

        /** Whether a cell is of this group. */
        public boolean is(Cell cell) {
            return cell.labels().equals(groups.stream().map(Label::of).toList());
        }

        @Override
        public String toString() {
            return String.join(" x ", groups);
        }
    }

    /**
     * A rate that is given.
     *
     * @param name what it is
     * @param rate the rate, in [0, 1], exact
     */
    record Given(String name, BigDecimal rate) implements Reference {
        /** Refuses rates outside [0, 1]. */
        public Given {
            Objects.requireNonNull(name, "name");
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("rate: must lie in [0, 1], was " + rate);
            }
        }

        @Override
        public String toString() {
            return name + " " + rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
    }
}
