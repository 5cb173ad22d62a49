package org.waymark.metrics.goal;

/** How a line is put through the rates of years. */
public enum TrendMethod {
    /** Least squares of the empirical log-odds ln((x + 1/2) / (n - x + 1/2)), told back as rates: stays in (0, 1). */
    LOG_ODDS("trend of log-odds"),
    /** Least squares of the rates, each year counting the same. */
    LEAST_SQUARES("trend of rates"),
    /** Least squares of the rates, each year counting by its members; the projected year by those of the last. */
    WEIGHTED_LEAST_SQUARES("trend of rates weighted by members"),
    /** The likelihood of a binomial with a line of log-odds, its variance scaled by Pearson's chi-square. */
    BINOMIAL("binomial trend");

    private final String words;

    TrendMethod(String words) {
        this.words = words;
    }

    /** Whether the line is one of log-odds. */
    boolean isOfLogOdds() {
        return this == LOG_ODDS || this == BINOMIAL;
    }

    /** As it is printed. */
    @Override
    public String toString() {
        return words;
    }
}
