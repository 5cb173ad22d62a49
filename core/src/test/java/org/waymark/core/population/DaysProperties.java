package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class DaysProperties {
    private static void sameAsDates(String text) {
        int expected =
                DayReading.ISO.read(text).filter(Days::holds).map(Days::code).orElse(-1);
        assertEquals(expected, Days.iso(text.toCharArray(), 0), text);
    }

    @Property(tries = 2_000)
    void everyDayIsReadAsTheCalendarHasIt(@ForAll @IntRange(min = 0, max = 401_766) int day) {
        LocalDate date = LocalDate.of(1900, 1, 1).plusDays(day);
        sameAsDates(date.toString());
        assertEquals(
                Optional.of(date), Optional.of(Days.day(Days.iso(date.toString().toCharArray(), 0))));
    }

    @Property(tries = 2_000)
    void whatIsNoDayIsRefusedAsTheCalendarRefusesIt(
            @ForAll @IntRange(min = 1898, max = 3001) int year,
            @ForAll @IntRange(min = 0, max = 13) int month,
            @ForAll @IntRange(min = 0, max = 32) int day) {
        sameAsDates(String.format(java.util.Locale.ROOT, "%04d-%02d-%02d", year, month, day));
    }

    @Property
    void otherTextIsRefused(@ForAll @StringLength(10) @CharRange(from = '-', to = '9') String text) {
        sameAsDates(text);
    }
}
