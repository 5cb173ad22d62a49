package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.metrics.disclosure.Band;
import org.waymark.metrics.disclosure.RateCoding;

/** Rates told in bands, held to the codes of the federal file and to equal bands. */
class RateCodingConformance {
    private static final List<Map<String, String>> ROWS = Fixtures.read("disclosure/derived/rate-coding.csv");

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, ""));
    }

    @Test
    void federalCodesAreThoseOfTheFile() {
        assertFalse(ROWS.isEmpty());
        assertAll(ROWS.stream()
                .map(row -> () -> assertEquals(
                        row.getOrDefault("edfacts_2015_code", ""),
                        RateCoding.EDFACTS
                                .band(number(row, "k"), number(row, "n"))
                                .map(Band::label)
                                .orElse("PS"),
                        row.toString())));
    }

    @Test
    void equalBandsHoldTheNumbersOfTheTable() {
        assertFalse(ROWS.isEmpty());
        assertAll(ROWS.stream().map(row -> () -> {
            Optional<Band> band = RateCoding.EQUAL_BANDS.band(number(row, "k"), number(row, "n"));
            if (row.getOrDefault("band_width", "").isEmpty()) {
                assertTrue(band.isEmpty(), row.toString());
            } else {
                assertEquals(
                        new Band(
                                row.get("band_from_pct") + "-" + row.get("band_below_pct_or_100") + " %",
                                number(row, "k_min"),
                                number(row, "k_max")),
                        band.orElseThrow(),
                        row.toString());
                assertEquals(
                        number(row, "numerators_in_band"), band.orElseThrow().spread());
            }
        }));
    }

    @Test
    void everyCodeHoldsItsOwnRate() {
        for (RateCoding coding : List.of(RateCoding.EDFACTS, RateCoding.EQUAL_BANDS)) {
            for (long n = 1; n <= 400; n++) {
                for (long yes = 0; yes <= n; yes++) {
                    Optional<Band> band = coding.band(yes, n);
                    long k = yes;
                    assertTrue(band.isEmpty()
                            || (band.get().low() <= k && k <= band.get().high()));
                    assertTrue(coding == RateCoding.EDFACTS
                            || n < 6
                            || band.orElseThrow().spread() >= 3);
                }
            }
        }
    }
}
