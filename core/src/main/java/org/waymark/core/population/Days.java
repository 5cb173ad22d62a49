package org.waymark.core.population;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.core.schema.Unknown;

/**
 * Days as small numbers: 0 is never, 1 to 15 unknown by reason, and from 16 on days counted from 1 January 1900, so that
 * two bytes reach into the year 2079.
 */
final class Days {
    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    static final int NEVER = 0;
    static final int FIRST_DAY = 16;

    private static final long OFFSET = FIRST_DAY - FIRST.toEpochDay();
    private static final Unknown[] REASONS = Unknown.values();

    private Days() {}

    static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    static int code(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() + OFFSET);
    }

    /** The code of a day that may lie outside what a column can hold: an as-of day, an end of a window. */
    static int clampedCode(LocalDate day) {
        long code = day.toEpochDay() + OFFSET;
        return (int) Math.max(Integer.MIN_VALUE / 2, Math.min(Integer.MAX_VALUE / 2, code));
    }

    static int unknown(Unknown reason) {
        return 1 + reason.ordinal();
    }

    static boolean isDay(int code) {
        return code >= FIRST_DAY;
    }

    static Optional<Unknown> reason(int code) {
        return code == NEVER || code >= FIRST_DAY ? Optional.empty() : Optional.of(REASONS[code - 1]);
    }

    static LocalDate day(int code) {
        return LocalDate.ofEpochDay(code - OFFSET);
    }
}
