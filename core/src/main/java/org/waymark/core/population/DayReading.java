package org.waymark.core.population;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How the text of a source becomes a day. It is asked once for each different text of a column. */
@FunctionalInterface
public interface DayReading {
    /** Days like {@code 2005-04-30}. */
    DayReading ISO = pattern("uuuu-MM-dd");

    /** The day that a text means; empty if it is not understood. */
    Optional<LocalDate> read(String text);

    /**
     * Days written after a pattern of {@link DateTimeFormatter}, strictly: 31 April is refused.
     *
     * @throws IllegalArgumentException if the pattern is not one
     */
    static DayReading pattern(String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        return text -> {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        };
    }
}
