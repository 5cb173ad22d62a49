package org.waymark.core.population;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** How many characters a day like {@code 2005-04-30} has. */
    static final int ISO_LENGTH = 10;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bytes of {@code 0000-00-}, the first of them lowest, and what makes each that is too large reach its high bit. */
    private static final long ZEROS = 0x2D30_302D_3030_3030L;

    private static final long TOO_LARGE = 0x7F76_767F_7676_7676L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

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
        boolean written = text[from + 4] == '-' && text[from + 7] == '-';
        return written ? code(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2)) : -1;
    }

    /** The same of ten bytes; eight of them are looked at as one number. */
    static int iso(byte[] text, int from) {
        long digits = (long) LONG.get(text, from) ^ ZEROS;
        int tens = text[from + 8] - '0';
        int ones = text[from + 9] - '0';
        if (((digits + TOO_LARGE | digits) & HIGH_BITS) != 0 || (tens | 9 - tens | ones | 9 - ones) < 0) {
            return -1;
        }
        int low = (int) digits;
        int high = (int) (digits >>> 40);
        int year = 1000 * (low & 15) + 100 * (low >> 8 & 15) + 10 * (low >> 16 & 15) + (low >> 24 & 15);
        return code(year, 10 * (high & 15) + (high >> 8 & 15), 10 * tens + ones);
    }

    /** The code of a day of the calendar, or -1 if there is none. */
    private static int code(int year, int month, int day) {
        boolean holds = year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1;
        if (!holds || day > 28 && day > lengthOf(year, month)) {
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
