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
    ENDS_ONLY;

    private static final int[] WIDTHS = {1, 5, 10, 20, 50};

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
            case ENDS_ONLY -> ends(yes, n);
        };
    }

    private static Optional<Band> equal(long yes, long n) {
        for (int width : WIDTHS) {
            if (n * width >= 300) {
                long from = Math.min(100 - width, 100 * yes / n / width * width);
                long below = from + width;
                long low = ceil(from * n, 100);
                long high = below == 100 ? n : ceil(below * n, 100) - 1;
                return Optional.of(new Band(from + "-" + below + " %", low, high));
            }
        }
        return Optional.empty();
    }

    private static Optional<Band> ends(long yes, long n) {
        for (int width : WIDTHS) {
            if (width >= 5 && n * width >= 300) {
                long low = ceil(width * n, 100) - 1;
                long high = n - low;
                if (yes <= low && width < 50) {
                    return Optional.of(new Band("<" + width + " %", 0, low));
                }
                if (yes >= high && width < 50) {
                    return Optional.of(new Band(">" + (100 - width) + " %", high, n));
                }
                return width < 50 ? Optional.of(new Band(yes + "/" + n, yes, yes)) : equal(yes, n);
            }
        }
        return Optional.empty();
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
        };
    }
}
