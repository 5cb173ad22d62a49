package org.waymark.core.time;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year: 1 July to 30 June, as the Common Education Data Standards count it.
 *
 * <p>It is named by the calendar year in which it ends, since a graduating class bears that year: the class of 2019
 * graduates in the school year 2018-19.
 *
 * @param endYear the calendar year in which the school year ends, 1901 to 2199
 */
public record SchoolYear(int endYear) implements Comparable<SchoolYear> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{2})");

    /** Refuses years outside 1901 to 2199. */
    public SchoolYear {
        if (endYear < 1901 || endYear > 2199) {
            throw new IllegalArgumentException("endYear: must lie in 1901 to 2199, was " + endYear);
        }
    }

    /** The school year that ends in the given calendar year. */
    public static SchoolYear ending(int endYear) {
        return new SchoolYear(endYear);
    }

    /** The school year in which a day falls. */
    public static SchoolYear containing(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= 7 ? day.getYear() + 1 : day.getYear());
    }

    /**
     * Takes back what {@link #toString()} gave.
     *
     * @throws IllegalArgumentException if the text is not like {@code 2018-19} or its years do not follow each other
     */
    public static SchoolYear parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("school year: must be written like 2018-19, was " + text);
        }
        SchoolYear year = ending(Integer.parseInt(written.group(1)) + 1);
        if (!year.toString().equals(text)) {
            throw new IllegalArgumentException("school year: must name two years that follow each other, was " + text);
        }
        return year;
    }

    /** 1 July of the year before. */
    public LocalDate start() {
        return LocalDate.of(endYear - 1, 7, 1);
    }

    /** 1 July of the end year, the first day that no longer belongs to this school year. */
    public LocalDate endExclusive() {
        return LocalDate.of(endYear, 7, 1);
    }

    /** The school year as a range of days. */
    public DateRange days() {
        return DateRange.of(start(), endExclusive());
    }

    /** Whether the day falls in this school year. */
    public boolean contains(LocalDate day) {
        return days().contains(day);
    }

    /** The school year so many years later, or earlier if negative. */
    public SchoolYear plusYears(int years) {
        return new SchoolYear(endYear + years);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(endYear, other.endYear);
    }

    /** Written as {@code 2018-19}. */
    @Override
    public String toString() {
        int short2 = endYear % 100;
        return (endYear - 1) + (short2 < 10 ? "-0" : "-") + short2;
    }
}
