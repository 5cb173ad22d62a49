package org.waymark.metrics.disclosure;

import java.util.Optional;

/** The codes of the federal graduation file of 2014-15, on whole percents rounded half up. */
final class EdFacts {
    private EdFacts() {}

    static Optional<Band> band(long yes, long n) {
        if (n <= 5) {
            return Optional.empty();
        }
        int percent = Math.toIntExact((200 * yes + n) / (2 * n));
        if (n <= 15) {
            return Optional.of(percent < 50 ? of("LT50", 0, 49, n) : of("GE50", 50, 100, n));
        }
        if (n <= 30) {
            return Optional.of(within(percent, 20, 20, n));
        }
        if (n <= 60) {
            return Optional.of(within(percent, 10, 10, n));
        }
        if (n <= 300) {
            return Optional.of(within(percent, 5, 5, n));
        }
        return Optional.of(
                percent <= 1
                        ? of("LE1", 0, 1, n)
                        : percent >= 99 ? of("GE99", 99, 100, n) : of(Integer.toString(percent), percent, percent, n));
    }

    /** Bands of equal width, the first of which holds its upper end, with closed ends. */
    private static Band within(int percent, int width, int end, long n) {
        if (percent <= end) {
            return of("LE" + end, 0, end, n);
        }
        if (percent >= 100 - end) {
            return of("GE" + (100 - end), 100 - end, 100, n);
        }
        int from = Math.max(end + 1, percent / width * width);
        int to = percent / width * width + width - 1;
        return of(from + "-" + to, from, to, n);
    }

    private static Band of(String label, int fromPercent, int toPercent, long n) {
        long low = fromPercent == 0 ? 0 : RateCoding.ceil(n * (2L * fromPercent - 1), 200);
        long high = toPercent == 100 ? n : RateCoding.ceil(n * (2L * toPercent + 1), 200) - 1;
        double from = fromPercent == 0 ? 0 : (fromPercent - 0.5) / 100;
        double to = toPercent == 100 ? 1 : (toPercent + 0.5) / 100;
        return new Band(label, from, to, low, Math.max(low, high));
    }
}
