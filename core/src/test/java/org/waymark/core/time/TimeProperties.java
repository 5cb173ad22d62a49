package org.waymark.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimeProperties {
    @Property
    void schoolYearParsesWhatItPrints(@ForAll @IntRange(min = 1901, max = 2199) int end) {
        SchoolYear year = SchoolYear.ending(end);
        assertEquals(year, SchoolYear.parse(year.toString()));
    }

    @Property
    void everyDayFallsInTheSchoolYearThatContainsIt(@ForAll @IntRange(min = 0, max = 80_000) int days) {
        LocalDate day = LocalDate.of(1901, 1, 1).plusDays(days);
        assertTrue(SchoolYear.containing(day).contains(day));
    }

    @Property
    void rangeParsesWhatItPrints(
            @ForAll @IntRange(min = 0, max = 50_000) int from, @ForAll @IntRange(min = 0) int length) {
        LocalDate start = LocalDate.of(1950, 1, 1).plusDays(from);
        DateRange range = DateRange.of(start, start.plusDays(length % 10_000));
        assertEquals(range, DateRange.parse(range.toString()));
        assertEquals(length % 10_000, range.length());
    }

    @Property
    void intersectionIsTheSameBothWaysRound(
            @ForAll @IntRange(min = 0, max = 500) int a,
            @ForAll @IntRange(min = 0, max = 500) int b,
            @ForAll @IntRange(min = 0, max = 500) int c,
            @ForAll @IntRange(min = 0, max = 500) int d) {
        LocalDate zero = LocalDate.of(2000, 1, 1);
        DateRange one = DateRange.of(zero.plusDays(Math.min(a, b)), zero.plusDays(Math.max(a, b)));
        DateRange two = DateRange.of(zero.plusDays(Math.min(c, d)), zero.plusDays(Math.max(c, d)));
        assertEquals(one.intersection(two), two.intersection(one));
    }

    @Example
    void schoolYearBeginsInJuly() {
        assertEquals(SchoolYear.ending(2019), SchoolYear.containing(LocalDate.of(2018, 7, 1)));
        assertEquals(SchoolYear.ending(2018), SchoolYear.containing(LocalDate.of(2018, 6, 30)));
        assertEquals("2018-19", SchoolYear.ending(2019).toString());
    }

    @Example
    void yearsThatDoNotFollowEachOtherAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SchoolYear.parse("2018-20"));
        assertThrows(IllegalArgumentException.class, () -> SchoolYear.parse("2018"));
    }
}
