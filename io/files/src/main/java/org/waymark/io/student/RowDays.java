package org.waymark.io.student;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.population.DayReading;

/**
 * The days of one row, to be compared with one another. A day is a number that grows with it; days like 2005-04-30 become
 * one without a text being made of them, others are looked up.
 */
final class RowDays {
    /** What stands where no day was given, or none that can be read. */
    static final int NONE = -1;

    /** Nobody in the data was born before it. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final int MOST_KNOWN = 100_000;

    private final Map<DayReading, Map<String, Integer>> known = new HashMap<>();
    private Target[] targets = new Target[8];
    private int[] days = new int[8];
    private int size;
    private int birth = NONE;

    void clear() {
        size = 0;
        birth = NONE;
    }

    void add(Target target, char[] text, int from, int to) {
        int day = number(target.reading, text, from, to);
        if (day == NONE) {
            return;
        }
        if (target.day == Target.Day.BIRTH) {
            birth = day;
            return;
        }
        if (size == days.length) {
            targets = java.util.Arrays.copyOf(targets, 2 * size);
            days = java.util.Arrays.copyOf(days, 2 * size);
        }
        targets[size] = target;
        days[size++] = day;
    }

    int birth() {
        return birth;
    }

    int size() {
        return size;
    }

    Target target(int i) {
        return targets[i];
    }

    int day(int i) {
        return days[i];
    }

    /** The day of the row that is this; {@link #NONE} if it has none. */
    int find(Target.Day what) {
        for (int i = 0; i < size; i++) {
            if (targets[i].day == what) {
                return days[i];
            }
        }
        return NONE;
    }

    static int number(LocalDate day) {
        return (day.getYear() * 13 + day.getMonthValue()) * 32 + day.getDayOfMonth();
    }

    private int number(DayReading reading, char[] text, int from, int to) {
        if (reading == DayReading.ISO) {
            return to - from == 10
                    ? (digits(text, from, 4) * 13 + digits(text, from + 5, 2)) * 32 + digits(text, from + 8, 2)
                    : NONE;
        }
        Map<String, Integer> days = known.computeIfAbsent(reading, r -> new HashMap<>());
        if (days.size() > MOST_KNOWN) {
            days.clear();
        }
        return days.computeIfAbsent(new String(text, from, to - from), t -> {
            Optional<LocalDate> day = reading.read(t);
            return day.map(RowDays::number).orElse(NONE);
        });
    }

    private static int digits(char[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }
}
