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
        return LocalDate.ofEpochDay(epochDay(code));
    }

    static int epochDay(int code) {
        return (int) (code - OFFSET);
    }

    /**
     * The code of ten characters like {@code 2005-04-30}, or -1 if they are no such day. It is what {@link DayReading#ISO}
     * says, without a text and a date for each.
     */
    static int iso(char[] text, int from) {
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        boolean written = text[from + 4] == '-' && text[from + 7] == '-' && year >= 1900 && year <= 2999;
        if (!written || month < 1 || month > 12 || day < 1 || day > 28 && day > lengthOf(year, month)) {
            return -1;
        }
        // Years that begin in March, so that the leap day comes last (the civil calendar's usual reckoning).
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        int epochDay = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
        return (int) (epochDay + OFFSET);
    }

    private static int lengthOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The number written by digits; far below 0 if they are not all digits. */
    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            number = digit < 0 || digit > 9 ? Integer.MIN_VALUE / 100 : number * 10 + digit;
        }
        return number;
    }
}
