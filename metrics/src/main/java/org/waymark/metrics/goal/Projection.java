package org.waymark.metrics.goal;

import java.util.Objects;

/**
 * What a rate will be if its trend continues.
 *
 * <p><b>Formula:</b> the {@link Trend} in the year, ± t(m - 2) √(variance · (h + 1/w)) for a new year of the last one's size,
 * and ± t √(variance · h) for the line itself; h is the trend's leverage. The variance is the floored one: never less than the
 * counts alone would give.
 *
 * <p><b>Unit:</b> shares. <b>How to read it:</b> the prediction interval holds the new year's rate so many times in a hundred,
 * on condition that the trend continues; nothing in the past can vouch for that. <b>When it applies:</b> to three comparable
 * years or more, and to be believed to five or more. <b>Edge cases:</b> two years give a line without limits, one gives
 * nothing; with fewer than five years the verdict is UNCERTAIN whatever the limits; breaks are never fitted across.
 * <b>Source:</b> N. R. Draper and H. Smith, Applied Regression Analysis (1998), chapter 3; the floor is the quasi-likelihood
 * scale max(1, dispersion) of McCullagh and Nelder (1989), carried over to least squares.
 *
 * @param method how the line is found
 * @param confidence the level of the limits
 * @param floored whether the variance has its floor, and fewer than five years are UNCERTAIN
 */
public record Projection(TrendMethod method, double confidence, boolean floored) {
    /** With fewer comparable years no verdict is given. */
    public static final int FEWEST_YEARS = 5;

    /** Refuses levels outside (0, 1). */
    public Projection {
        Objects.requireNonNull(method, "method");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** Log-odds, 95 %, with the floor. */
    public static Projection standard() {
        return new Projection(TrendMethod.LOG_ODDS, 0.95, true);
    }

    /** The same by another method. */
    public Projection by(TrendMethod other) {
        return new Projection(other, confidence, floored);
    }

    /** The same at another level. */
    public Projection confidence(double level) {
        return new Projection(method, level, floored);
    }

    /** The same without floor, as textbooks have it: for comparison with other programs. */
    public Projection plain() {
        return new Projection(method, confidence, false);
    }

    /** What a series leads to in a year. */
    public ProjectedRate of(RateSeries series, int year) {
        return new ProjectedRate(this, series, Trend.of(method, series), year);
    }
}
