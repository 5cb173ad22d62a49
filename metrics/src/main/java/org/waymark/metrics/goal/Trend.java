package org.waymark.metrics.goal;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.waymark.metrics.rate.Share;

/**
 * A line through the rates of years.
 *
 * <p><b>Formula:</b> weighted least squares of y on the year, centred at the weighted mean year; y, weights w and the
 * weight of the projected year are those of the {@link TrendMethod}. With residuals e of m years: residual variance s² = Σ w
 * e² / (m - 2). The sampling variance that counts alone would give is s₀ = the mean of w v, with v = p̂(1 - p̂)/n of a year, or
 * 1/(n p̂(1 - p̂)) of log-odds; dispersion s²/s₀; floored variance max(s², s₀). The binomial trend is fitted by iterated
 * weighted least squares, with s² = Pearson's chi-square / (m - 2) and s₀ = 1.
 *
 * <p><b>Unit:</b> rates, or log-odds, a year. <b>How to read it:</b> a dispersion above 1 says that years differ by more than
 * chance, one far below 1 that few years happen to lie on a line: such a line must not be believed more than its counts.
 * <b>When it applies:</b> to years that are comparable. <b>Edge cases:</b> one year has no line; two have one without
 * variance; where everybody or nobody succeeded in all years there is no binomial trend. <b>Source:</b> N. R. Draper and H.
 * Smith, Applied Regression Analysis (1998); P. McCullagh and J. A. Nelder, Generalized Linear Models (1989), chapter 4.
 *
 * @param method how the line was found
 * @param years how many years it was put through
 * @param centre the weighted mean year
 * @param level the line at the centre
 * @param slope its change a year
 * @param weight the sum of the weights
 * @param spread the weighted sum of squares of the years around the centre
 * @param residuals the weighted sum of squares of the residuals
 * @param samplingVariance the variance that counts alone would give to a year of weight 1
 * @param pearson Σ e² / v
 * @param lastSize how many members the last year has
 */
public record Trend(
        TrendMethod method,
        int years,
        double centre,
        double level,
        double slope,
        double weight,
        double spread,
        double residuals,
        double samplingVariance,
        double pearson,
        long lastSize) {
    private static final int MOST_STEPS = 100;

    /** The line through the comparable years of a series; empty for fewer than two, and where there is none. */
    public static Optional<Trend> of(TrendMethod method, RateSeries series) {
        List<RateSeries.Year> years = series.comparable();
        if (years.size() < 2) {
            return Optional.empty();
        }
        return method == TrendMethod.BINOMIAL ? binomial(years) : Optional.of(leastSquares(method, years));
    }

    private static Trend leastSquares(TrendMethod method, List<RateSeries.Year> years) {
        boolean odds = method.isOfLogOdds();
        boolean weighted = method == TrendMethod.WEIGHTED_LEAST_SQUARES;
        Line line = Line.through(
                years,
                year -> odds ? LogOdds.empirical(year.share()) : year.share().value(),
                year -> weighted ? year.share().n() : 1);
        double residuals = 0;
        double variances = 0;
        double pearson = 0;
        for (RateSeries.Year year : years) {
            Share share = year.share();
            double fitted = line.at(year.year());
            double y = odds ? LogOdds.empirical(share) : share.value();
            double w = weighted ? share.n() : 1;
            double v = sampling(odds, fitted, share);
            residuals += w * (y - fitted) * (y - fitted);
            variances += w * v;
            pearson += (y - fitted) * (y - fitted) / v;
        }
        return line.trend(method, years, residuals, variances / years.size(), pearson);
    }

    /** The variance of a year's y by its counts alone, if the line were true. */
    private static double sampling(boolean odds, double fitted, Share share) {
        double rate = odds ? LogOdds.rate(fitted) : fitted;
        double inside = rate > 0 && rate < 1 ? rate : (share.yes() + 0.5) / (share.n() + 1.0);
        double spread = inside * (1 - inside);
        return odds ? 1 / (share.n() * spread) : spread / share.n();
    }

    private static Optional<Trend> binomial(List<RateSeries.Year> years) {
        boolean all = years.stream().allMatch(year -> year.share().no() == 0);
        boolean none = years.stream().allMatch(year -> year.share().yes() == 0);
        if (all || none) {
            return Optional.empty();
        }
        Line line = Line.through(
                years,
                year -> LogOdds.empirical(year.share()),
                year -> year.share().n());
        for (int step = 0; step < MOST_STEPS; step++) {
            Line now = line;
            Line next = Line.through(years, year -> working(now, year), year -> information(now, year));
            if (!Double.isFinite(next.level()) || !Double.isFinite(next.slope())) {
                return Optional.empty();
            }
            boolean settled =
                    Math.abs(next.at(years.get(0).year()) - line.at(years.get(0).year())) < 1e-12
                            && Math.abs(next.slope() - line.slope()) < 1e-13;
            line = next;
            if (settled) {
                double chiSquare = 0;
                for (RateSeries.Year year : years) {
                    double rate = LogOdds.rate(line.at(year.year()));
                    double miss = year.share().yes() - year.share().n() * rate;
                    chiSquare += miss * miss / (year.share().n() * rate * (1 - rate));
                }
                return Optional.of(line.trend(TrendMethod.BINOMIAL, years, chiSquare, 1, chiSquare));
            }
        }
        return Optional.empty();
    }

    private static double working(Line line, RateSeries.Year year) {
        double logOdds = line.at(year.year());
        double rate = LogOdds.rate(logOdds);
        return logOdds + (year.share().value() - rate) / (rate * (1 - rate));
    }

    private static double information(Line line, RateSeries.Year year) {
        double rate = LogOdds.rate(line.at(year.year()));
        return year.share().n() * rate * (1 - rate);
    }

    /** A line around its centre. */
    private record Line(double centre, double level, double slope, double weight, double spread) {
        static Line through(
                List<RateSeries.Year> years, ToDoubleFunction<RateSeries.Year> y, ToDoubleFunction<RateSeries.Year> w) {
            // Years around 2020 have four digits in common: they are counted from the first one.
            int first = years.get(0).year();
            double weight = 0;
            double sumYears = 0;
            double sumLevels = 0;
            for (RateSeries.Year year : years) {
                double own = w.applyAsDouble(year);
                weight += own;
                sumYears += own * (year.year() - first);
                sumLevels += own * y.applyAsDouble(year);
            }
            double mean = sumYears / weight;
            double level = sumLevels / weight;
            double spread = 0;
            double slope = 0;
            for (RateSeries.Year year : years) {
                double own = w.applyAsDouble(year);
                double off = year.year() - first - mean;
                spread += own * off * off;
                slope += own * off * (y.applyAsDouble(year) - level);
            }
            return new Line(first + mean, level, slope / spread, weight, spread);
        }

        double at(int year) {
            return level + slope * (year - centre);
        }

        Trend trend(
                TrendMethod method, List<RateSeries.Year> years, double residuals, double sampling, double pearson) {
            return new Trend(
                    method,
                    years.size(),
                    centre,
                    level,
                    slope,
                    weight,
                    spread,
                    residuals,
                    sampling,
                    pearson,
                    years.get(years.size() - 1).share().n());
        }
    }

    /** How many years there are beyond the two that make a line. */
    public int degreesOfFreedom() {
        return years - 2;
    }

    /** The line in a year, in the method's own scale. */
    public double at(int year) {
        return level + slope * (year - centre);
    }

    /** The rate of the line in a year; a line of rates can leave [0, 1]. */
    public double rate(int year) {
        return back(at(year));
    }

    /** A value of the method's own scale as a rate. */
    double back(double value) {
        return method.isOfLogOdds() ? LogOdds.rate(value) : value;
    }

    /** The variance of the line in a year, as a multiple of the variance of a year of weight 1. */
    public double leverage(int year) {
        return 1 / weight + (year - centre) * (year - centre) / spread;
    }

    /** What a new year of the last one's size adds to the leverage. */
    double ownVariance(int year) {
        return switch (method) {
            case LOG_ODDS, LEAST_SQUARES -> 1;
            case WEIGHTED_LEAST_SQUARES -> 1.0 / lastSize;
            case BINOMIAL -> {
                double rate = rate(year);
                yield 1 / (lastSize * rate * (1 - rate));
            }
        };
    }

    /** s²; empty for two years. */
    public Optional<Double> residualVariance() {
        return degreesOfFreedom() == 0 ? Optional.empty() : Optional.of(residuals / degreesOfFreedom());
    }

    /** By how much years differ more than their counts alone would make them; empty for two years. */
    public Optional<Double> dispersion() {
        return residualVariance().map(variance -> variance / samplingVariance);
    }

    /** The residual variance, but never less than the counts alone would give; empty for two years. */
    public Optional<Double> flooredVariance() {
        return residualVariance().map(variance -> Math.max(variance, samplingVariance));
    }

    /** The standard error of the slope by the residuals; empty for two years. */
    public Optional<Double> slopeError() {
        return residualVariance().map(variance -> Math.sqrt(variance / spread));
    }
}
