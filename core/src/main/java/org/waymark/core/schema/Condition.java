package org.waymark.core.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that holds for a member, does not hold, or is not known, with the reason: a small closed language that every
 * engine can evaluate, that can be written as JSON and that says itself as a sentence.
 *
 * <p>{@link And}, {@link Or} and {@link Not} follow Kleene: {@code no and unknown} is no, {@code yes or unknown} is yes.
 */
public sealed interface Condition {
    /** Holds for everybody. */
    static Condition always() {
        return new Always();
    }

    /** Both must hold. */
    default Condition and(Condition other) {
        return new And(List.of(this, other));
    }

    /** One must hold. */
    default Condition or(Condition other) {
        return new Or(List.of(this, other));
    }

    /** Must not hold. */
    default Condition not() {
        return new Not(this);
    }

    /** Holds for everybody. */
    record Always() implements Condition {
        @Override
        public String toString() {
            return "everybody";
        }
    }

    /**
     * The member bears one of the labels.
     *
     * @param dimension whose labels
     * @param labels one of them must be borne
     */
    record In(Dimension dimension, List<String> labels) implements Condition {
        /** Copies the labels. */
        public In {
            Objects.requireNonNull(dimension, "dimension");
            labels = Names.distinct("labels", labels);
        }

        @Override
        public String toString() {
            String verb = dimension.title().endsWith(" of") ? " " : " is ";
            return dimension + verb + Codes.anyOf(labels);
        }
    }

    /**
     * The member's groups under an axis include one of the named ones: a label under a scheme, or a named condition.
     *
     * @param axis how members fall into groups
     * @param groups one of them must hold the member
     */
    record InGroup(Axis axis, List<String> groups) implements Condition {
        /** Copies the groups. */
        public InGroup {
            Objects.requireNonNull(axis, "axis");
            groups = Names.distinct("groups", groups);
        }

        @Override
        public String toString() {
            return axis.title() + " is " + Codes.anyOf(groups);
        }
    }

    /**
     * The member itself passes tests: an engagement has so many sessions, a record has so many credits.
     *
     * @param where the tests, one at least
     */
    record Passes(Where where) implements Condition {
        /** Refuses no test. */
        public Passes {
            if (where.tests().isEmpty()) {
                throw new IllegalArgumentException("where: must hold one test at least");
            }
        }

        @Override
        public String toString() {
            return where.toString();
        }
    }

    /**
     * A milestone came within a window.
     *
     * @param milestone which
     * @param window when
     */
    record Reached(Milestone milestone, Window window) implements Condition {
        /** Refuses null. */
        public Reached {
            Objects.requireNonNull(milestone, "milestone");
            Objects.requireNonNull(window, "window");
        }

        @Override
        public String toString() {
            return milestone + " " + window;
        }
    }

    /**
     * Events began within a window, as many as asked for.
     *
     * @param kind which events
     * @param where which of them count
     * @param amount how much of them
     * @param window when they must have begun
     */
    record Took(EventKind kind, Where where, Amount amount, Window window) implements Condition {
        /** Refuses null. */
        public Took {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(window, "window");
        }

        /** The same within a window. */
        public Took within(Window other) {
            return new Took(kind, where, amount, other);
        }

        /** The same of events that pass the tests. */
        public Took where(Where other) {
            return new Took(kind, other, amount, window);
        }

        /** The same with another amount. */
        public Took amount(Amount other) {
            return new Took(kind, where, other, window);
        }

        @Override
        public String toString() {
            String which = where.tests().isEmpty() ? "" : " (" + where + ")";
            return amount + " " + kind + which + " " + window;
        }
    }

    /**
     * A spell was held: a status, an enrolment.
     *
     * @param spell which spells
     * @param where which of them count
     * @param window the days looked at
     * @param asOf at which moment of the window
     */
    record Held(EventKind spell, Where where, Window window, AsOf asOf) implements Condition {
        /** Refuses null. */
        public Held {
            Objects.requireNonNull(spell, "spell");
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(asOf, "asOf");
        }

        @Override
        public String toString() {
            String which = where.tests().isEmpty() ? "" : " (" + where + ")";
            return spell + which + " held " + asOf + " " + window;
        }
    }

    /**
     * All must hold.
     *
     * @param of one or more conditions
     */
    record And(List<Condition> of) implements Condition {
        /** Copies the conditions; refuses none. */
        public And {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("of: must hold one condition at least");
            }
        }

        @Override
        public String toString() {
            return of.stream().map(Condition::inner).collect(Collectors.joining(" and "));
        }
    }

    /**
     * One at least must hold.
     *
     * @param of one or more conditions
     */
    record Or(List<Condition> of) implements Condition {
        /** Copies the conditions; refuses none. */
        public Or {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("of: must hold one condition at least");
            }
        }

        @Override
        public String toString() {
            return of.stream().map(Condition::inner).collect(Collectors.joining(" or "));
        }
    }

    /**
     * Must not hold.
     *
     * @param of the condition
     */
    record Not(Condition of) implements Condition {
        /** Refuses null. */
        public Not {
            Objects.requireNonNull(of, "of");
        }

        @Override
        public String toString() {
            return "not (" + of + ")";
        }
    }

    private static String inner(Condition condition) {
        return condition instanceof And || condition instanceof Or ? "(" + condition + ")" : condition.toString();
    }
}
