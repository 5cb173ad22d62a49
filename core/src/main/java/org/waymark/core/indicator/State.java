package org.waymark.core.indicator;

import java.util.Locale;
import java.util.Objects;
import org.waymark.core.schema.Unknown;

/**
 * What a member is for one indicator: exactly one of these, so that the states of a cell add up to its members.
 *
 * @param kind which
 * @param reason why, for {@link Kind#EXCLUDED} and {@link Kind#UNKNOWN}; empty for the others
 */
public record State(Kind kind, String reason) implements Comparable<State> {
    /** The six states. */
    public enum Kind {
        /** Not one of those of whom success is asked. */
        OUTSIDE,
        /** Left out of the figure, with a reason. */
        EXCLUDED,
        /** The window has closed without success. */
        NO,
        /** The window has closed with success. */
        YES,
        /** Nobody knows, with a reason. */
        UNKNOWN,
        /** Success was seen while the window is still open: it never enters a rate. */
        REACHED_EARLY
    }

    /** Not one of those of whom success is asked. */
    public static final State OUTSIDE = new State(Kind.OUTSIDE, "");

    /** The window has closed without success. */
    public static final State NO = new State(Kind.NO, "");

    /** The window has closed with success. */
    public static final State YES = new State(Kind.YES, "");

    /** Success was seen while the window is still open. */
    public static final State REACHED_EARLY = new State(Kind.REACHED_EARLY, "");

    /** Refuses null. */
    public State {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** Left out for a reason. */
    public static State excluded(String reason) {
        return new State(Kind.EXCLUDED, reason);
    }

    /** Unknown for a reason. */
    public static State unknown(Unknown reason) {
        return new State(Kind.UNKNOWN, reason.toString());
    }

    @Override
    public int compareTo(State other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : reason.compareTo(other.reason);
    }

    /** Written as {@code unknown: not reported}. */
    @Override
    public String toString() {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason.isEmpty() ? words : words + ": " + reason;
    }
}
