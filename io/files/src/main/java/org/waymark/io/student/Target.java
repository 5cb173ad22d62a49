package org.waymark.io.student;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Reason;

/** One column that is read: where its fields go, and what is said of those that are not understood. */
final class Target {
    /** The events of one kind whose day stands under one header. */
    static final class EventRow {
        final RosterBuilder roster;
        final ColumnSink start;
        boolean isThere;

        EventRow(RosterBuilder roster, ColumnSink start) {
            this.roster = roster;
            this.start = start;
        }
    }

    /** What of a row's days a column holds. */
    enum Day {
        NONE,
        BIRTH,
        START,
        END,
        OTHER
    }

    final ColumnMapping.Role role;
    final String header;
    final ColumnSink sink;
    final Reason reason;
    final String expected;
    final @Nullable EventRow event;

    /** Whether nothing is ever said of how a label was understood. */
    final boolean isQuiet;

    Day day = Day.NONE;
    boolean decimalComma;

    @Nullable
    Pattern form;

    boolean saidTrimmed;
    boolean saidBare;

    Target(ColumnMapping column, ColumnSink sink, Reason reason, String expected, @Nullable EventRow event) {
        this.role = column.role();
        this.header = column.header();
        this.sink = sink;
        this.reason = reason;
        this.expected = expected;
        this.event = event;
        this.isQuiet = column.values().isEmpty();
    }

    /** Whether texts that mean nothing leave the field empty; labels see to that themselves. */
    boolean leavesMissing() {
        return switch (role) {
            case ID, DIMENSION, LABELS, OUTCOME -> false;
            default -> true;
        };
    }

    boolean isLabel() {
        return reason == Reason.UNKNOWN_LABEL;
    }

    boolean isNumber() {
        return reason == Reason.UNREADABLE_NUMBER;
    }

    boolean isDay() {
        return reason == Reason.UNREADABLE_DATE;
    }
}
