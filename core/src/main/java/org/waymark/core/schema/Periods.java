package org.waymark.core.schema;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words. */
final class Periods {
    private Periods() {}

    static String inWords(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.isEmpty() ? "0 days" : String.join(" ", parts);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count != 0) {
            parts.add(count + " " + word + (Math.abs(count) == 1 ? "" : "s"));
        }
    }
}
