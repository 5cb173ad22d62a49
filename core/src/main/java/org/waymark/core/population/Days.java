package org.waymark.core.population;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.schema.Unknown;

/**
 * Days as small numbers: 0 is never, 1 to 15 unknown by reason, and from 16 on days counted from 1 January 1900, so that
 * two bytes reach into the year 2079.
 */
final class Days {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    static final LocalDate LAST = LocalDate.of(LAST_YEAR, 12, 31);

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
    private static final int[] FIRST_OF_YEAR = firstOfYears();

    /** How many days of a year without a leap day come before each month, and in all. */
    private static final int[] BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

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
        return clampedCode(day.toEpochDay());
    }

    /** The same of a day counted as {@link LocalDate#toEpochDay()} does. */
    static int clampedCode(long epochDay) {
        long code = epochDay + OFFSET;
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

    /** The day of a code; one object for each day that two bytes hold, since a column has the same days again and again. */
    static LocalDate day(int code) {
        if (code >= Made.DAYS.length) {
            return LocalDate.ofEpochDay(epochDay(code));
        }
        LocalDate day = Made.DAYS[code];
        if (day == null) {
            // Two threads may make the same day: either will do.
            day = LocalDate.ofEpochDay(epochDay(code));
            Made.DAYS[code] = day;
        }
        return day;
    }

    /** The days that were asked for, by code. */
    private static final class Made {
        static final @Nullable LocalDate[] DAYS = new LocalDate[1 << 16];
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
        // Neighbouring digits make numbers of two, the first of them ten times the second's place.
        long pairs = digits * 10 + (digits >>> 8);
        int year = 100 * (int) (pairs & 0xFF) + (int) (pairs >>> 16 & 0xFF);
        return code(year, (int) (pairs >>> 40 & 0xFF), 10 * tens + ones);
    }

    /** The code of a day of the calendar, or -1 if there is none. */
    private static int code(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return -1;
        }
        int first = FIRST_OF_YEAR[year - FIRST_YEAR];
        boolean leap = FIRST_OF_YEAR[year + 1 - FIRST_YEAR] - first == 366;
        int before = BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0);
        int next = BEFORE_MONTH[month] + (leap && month > 1 ? 1 : 0);
        return day <= next - before ? first + before + day - 1 : -1;
    }

    /** The codes of the first days of all years, and of that behind the last. */
    private static int[] firstOfYears() {
        int[] first = new int[LAST_YEAR - FIRST_YEAR + 2];
        first[0] = FIRST_DAY;
        for (int i = 1; i < first.length; i++) {
            int year = FIRST_YEAR + i - 1;
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            first[i] = first[i - 1] + (leap ? 366 : 365);
        }
        return first;
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
