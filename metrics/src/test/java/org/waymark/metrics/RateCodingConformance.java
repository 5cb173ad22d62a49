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
                                number(row, "band_from_pct") / 100.0,
                                number(row, "band_below_pct_or_100") / 100.0,
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
        for (RateCoding coding :
                List.of(RateCoding.EDFACTS, RateCoding.EQUAL_BANDS, RateCoding.ENDS_ONLY, RateCoding.NARROW_ENDS)) {
            for (long n = 1; n <= 400; n++) {
                for (long yes = 0; yes <= n; yes++) {
                    Optional<Band> band = coding.band(yes, n);
                    double rate = (double) yes / n;
                    if (n < 6) {
                        assertTrue(band.isEmpty(), coding + " tells of " + n);
                    } else {
                        Band told = band.orElseThrow();
                        assertTrue(told.low() <= yes && yes <= told.high(), told.toString());
                        assertTrue(told.from() - 1e-12 <= rate && rate <= told.to() + 1e-12, told.toString());
                        assertTrue(told.spread() >= least(coding, yes, n), told + " of " + n);
                    }
                }
            }
        }
    }

    /** Three numbers, but for the short bands of the federal file; between the ends the count itself is told. */
    private static long least(RateCoding coding, long yes, long n) {
        if (coding == RateCoding.EDFACTS) {
            return 2;
        }
        return coding.printsCounts() && yes >= 3 && n - yes >= 3 ? 1 : 3;
    }

    @Test
    void narrowEndsAreWholePercentsThatLeaveThreeNumbers() {
        assertEquals("<30 %", label(2, 10));
        assertEquals("3/10", label(3, 10));
        assertEquals(">90 %", label(30, 31));
        assertEquals(">97 %", label(148, 148));
        assertEquals(">99 %", label(453, 455));
        assertEquals("450/455", label(450, 455));
    }

    private static String label(long yes, long n) {
        return RateCoding.NARROW_ENDS.band(yes, n).orElseThrow().label();
    }
}
