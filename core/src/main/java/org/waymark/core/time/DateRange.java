package org.waymark.core.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from a start, inclusive, to an end, exclusive.
 *
 * @param start the first day
 * @param endExclusive the first day that no longer belongs to the range, not before {@code start}
 */
public record DateRange(LocalDate start, LocalDate endExclusive) {
    /** Refuses an end before the start. */
    public DateRange {
        if (endExclusive.isBefore(start)) {
            throw new IllegalArgumentException(
                    "endExclusive: must not be before start " + start + ", was " + endExclusive);
        }
    }

    /** The range of the two days; empty when they are equal. */
    public static DateRange of(LocalDate startInclusive, LocalDate endExclusive) {
        return new DateRange(startInclusive, endExclusive);
    }

    /** Takes back what {@link #toString()} gave. */
    public static DateRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("range: must be written like 2018-07-01/2019-07-01, was " + text);
        }
        return of(LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
    }

    /** Whether no day belongs to the range. */
    public boolean isEmpty() {
        return start.equals(endExclusive);
    }

    /** How many days belong to the range. */
    public long length() {
        return ChronoUnit.DAYS.between(start, endExclusive);
    }

    /** Whether the day belongs to the range. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(endExclusive);
    }

    /** The days that belong to both ranges, if any. */
    public Optional<DateRange> intersection(DateRange other) {
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate until = endExclusive.isBefore(other.endExclusive) ? endExclusive : other.endExclusive;
        return from.isBefore(until) ? Optional.of(of(from, until)) : Optional.empty();
    }

    /** Written as {@code 2018-07-01/2019-07-01}. */
    @Override
    public String toString() {
        return start + "/" + endExclusive;
    }
}
