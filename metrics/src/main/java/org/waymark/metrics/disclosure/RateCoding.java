package org.waymark.metrics.disclosure;

import java.util.Optional;

/** How a rate is told to everyone, by the size of its group. Everything is decided on whole numbers. */
public enum RateCoding {
    /** Not at all: counts are printed where they may be. */
    NONE,

    /**
     * Equal bands as narrow as leaves three numbers of successes in each: of 1, 5, 10, 20 or 50 percentage points. The last
     * band holds 100 %.
     */
    EQUAL_BANDS,

    /**
     * As the federal graduation file of 2014-15 told it: nothing up to 5, halves up to 15, bands of 20 points up to 30, of 10 up
     * to 60, of 5 up to 200, whole percents above.
     */
    EDFACTS,

    /**
     * The ends alone: below or above as many percentage points as leave three numbers of successes, of 5, 10, 20 or 50. In between
     * counts are printed.
     */
    ENDS_ONLY,

    /**
     * The ends alone, as narrow as whole percents leave three numbers of successes: below 30 % of 10 members, below 10 % of 30, below
     * 1 % of 300. In between counts are printed. The graduation file of the State of Washington of 2018-19 has such ends, of 10
     * percentage points at most and rounded to the nearest whole percent: what those tell of small groups is less than three
     * numbers.
     */
    NARROW_ENDS;

    private static final int[] WIDTHS = {1, 5, 10, 20, 50};

    /** Three successes in percent of one member. */
    private static final long THREE = 300;

    /**
     * The band of a rate; empty if none is told of groups of this size.
     *
     * @param yes how many succeeded
     * @param n of how many
     */
    public Optional<Band> band(long yes, long n) {
        if (yes < 0 || yes > n) {
            throw new IllegalArgumentException("yes: must lie in 0 to " + n + ", was " + yes);
        }
        return switch (this) {
            case NONE -> Optional.empty();
            case EQUAL_BANDS -> equal(yes, n);
            case EDFACTS -> EdFacts.band(yes, n);
            case ENDS_ONLY -> ends(yes, n, false);
            case NARROW_ENDS -> ends(yes, n, true);
        };
    }

    /** Whether counts are printed, of all rates or of those between the ends. */
    public boolean printsCounts() {
        return this == NONE || this == ENDS_ONLY || this == NARROW_ENDS;
    }

    private static Optional<Band> equal(long yes, long n) {
        for (int width : WIDTHS) {
            if (n * width >= THREE) {
                long from = Math.min(100 - width, 100 * yes / n / width * width);
                long below = from + width;
                long low = ceil(from * n, 100);
                long high = below == 100 ? n : ceil(below * n, 100) - 1;
                return Optional.of(new Band(from + "-" + below + " %", from / 100.0, below / 100.0, low, high));
            }
        }
        return Optional.empty();
    }

    private static Optional<Band> ends(long yes, long n, boolean narrow) {
        long width = narrow ? narrow(n) : wide(n);
        if (width > 50 || n == 0) {
            return Optional.empty();
        }
        if (width == 50 && !narrow) {
            return equal(yes, n);
        }
        long low = ceil(width * n, 100) - 1;
        long high = n - low;
        if (yes <= low) {
            return Optional.of(new Band("<" + width + " %", 0, width / 100.0, 0, low));
        }
        if (yes >= high) {
            return Optional.of(new Band(">" + (100 - width) + " %", (100 - width) / 100.0, 1, high, n));
        }
        double rate = (double) yes / n;
        return Optional.of(new Band(yes + "/" + n, rate, rate, yes, yes));
    }

    /** The least of a few widths that leaves three numbers of successes at an end. */
    private static long wide(long n) {
        for (int width : WIDTHS) {
            if (width >= 5 && n * width >= THREE) {
                return width;
            }
        }
        return 100;
    }

    /** The least of all whole percents that does. */
    private static long narrow(long n) {
        return n == 0 ? 100 : Math.max(1, ceil(THREE, n));
    }

    static long ceil(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** In words, as it is told beside what is published. */
    @Override
    public String toString() {
        return switch (this) {
            case NONE -> "counts printed";
            case EQUAL_BANDS -> "equal bands that hold three numbers of successes at least";
            case EDFACTS -> "codes of the federal graduation file of 2014-15";
            case ENDS_ONLY -> "lowest and highest rates in bands, counts in between";
            case NARROW_ENDS -> "lowest and highest rates in narrow bands, counts in between";
        };
    }
}
