package org.waymark.io.student;

import java.time.LocalDate;
import java.util.Arrays;
import org.waymark.core.population.ColumnSink;

/** The days of one row, counted from 1 January 1970, to be compared with one another. */
final class RowDays {
    /** What stands where no day was given, or none that can be read. */
    static final int NONE = ColumnSink.NO_DAY;

    /** Nobody in the data was born before it. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private Target[] targets = new Target[8];
    private int[] days = new int[8];
    private int size;
    private int birth = NONE;

    void clear() {
        size = 0;
        birth = NONE;
    }

    /** Adds the day that the target's column was given last. */
    void add(Target target) {
        int day = target.sink.lastDay();
        if (day == NONE) {
            return;
        }
        if (target.day == Target.Day.BIRTH) {
            birth = day;
            return;
        }
        if (size == days.length) {
            targets = Arrays.copyOf(targets, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
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
}
