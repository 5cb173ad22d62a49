package org.waymark.metrics.goal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * The rate of a year to come, if the trend continues. See {@link Projection}.
 *
 * @param projection how it was found
 * @param series the years behind it
 * @param trend the line through those that are comparable; empty if there is none
 * @param year the year it speaks of
 */
public record ProjectedRate(Projection projection, RateSeries series, Optional<Trend> trend, int year)
        implements Tabular {
    /** The rate, kept in [0, 1]; empty without a line. */
    public Optional<Double> value() {
        return rawValue().map(rate -> Math.min(1, Math.max(0, rate)));
    }

    /** The rate as the line gives it. */
    public Optional<Double> rawValue() {
        return trend.map(line -> line.rate(year));
    }

    /** Why there is no rate, or, beside one, no limits, or none to be believed; empty if all is there. */
    public Optional<Undefined> undefined() {
        if (trend.isEmpty() || variance().isEmpty()) {
            return Optional.of(Undefined.NOT_IDENTIFIED);
        }
        return tooFew() ? Optional.of(Undefined.FEWER_THAN_FIVE_POINTS) : Optional.empty();
    }

    private boolean tooFew() {
        return projection.floored()
                && trend.filter(line -> line.years() < Projection.FEWEST_YEARS).isPresent();
    }

    private Optional<Double> variance() {
        return trend.flatMap(line -> projection.floored() ? line.flooredVariance() : line.residualVariance());
    }

    /** The limits of the year's own rate, kept in [0, 1]. */
    public Optional<Interval> interval() {
        return rawInterval().map(limits -> limits.clippedTo(0, 1));
    }

    /** The limits of the year's own rate as the formula gives them. */
    public Optional<Interval> rawInterval() {
        return trend.flatMap(line -> around(line, line.leverage(year) + line.ownVariance(year), "prediction, "));
    }

    /** The limits of the line alone as the formula gives them: where the mean of many such years would lie. */
    public Optional<Interval> rawLineInterval() {
        return trend.flatMap(line -> around(line, line.leverage(year), "confidence, "));
    }

    private Optional<Interval> around(Trend line, double leverage, String kind) {
        return variance().map(variance -> {
            double reach = Quantiles.student(projection.confidence(), line.degreesOfFreedom())
                    * Math.sqrt(variance * leverage);
            double middle = line.at(year);
            return new Interval(
                    line.back(middle - reach),
                    line.back(middle + reach),
                    projection.confidence(),
                    kind + projection.method());
        });
    }

    /** Whether a target is likely to be met by what is not below it. */
    public GoalStatus verdict(Fraction target) {
        return verdict(target, Indicator.Direction.FAVOURABLE);
    }

    /** LIKELY_MET if the whole prediction interval meets a target, LIKELY_MISSED if all of it misses, else UNCERTAIN. */
    public GoalStatus verdict(Fraction target, Indicator.Direction direction) {
        Optional<Interval> limits = rawInterval();
        if (limits.isEmpty() || tooFew()) {
            return GoalStatus.UNCERTAIN;
        }
        double goal = target.doubleValue();
        boolean fewer = direction == Indicator.Direction.ADVERSE;
        if (fewer ? limits.get().upper() <= goal : limits.get().lower() >= goal) {
            return GoalStatus.LIKELY_MET;
        }
        boolean missed = fewer ? limits.get().lower() > goal : limits.get().upper() < goal;
        return missed ? GoalStatus.LIKELY_MISSED : GoalStatus.UNCERTAIN;
    }

    Figure figure(Optional<GoalStatus> verdict) {
        String name = "Rate in " + year + ", if the trend continues";
        Figure.Builder figure = value().map(rate -> Figure.of(name, rate))
                .orElseGet(() -> Figure.undefined(name, undefined().orElse(Undefined.NOT_IDENTIFIED)))
                .of(series.of())
                .count("years", trend.map(Trend::years).orElse(0));
        interval().ifPresent(figure::interval);
        undefined().filter(why -> value().isPresent()).ifPresent(figure::withoutLimits);
        verdict.ifPresent(status -> figure.verdict(status.name()));
        return figure.build();
    }

    @Override
    public Table toTable() {
        return Figure.table("Projection", List.of(figure(Optional.empty())));
    }

    /** The projection in words. */
    public String explain() {
        if (value().isEmpty()) {
            return "There are too few comparable years for a trend.";
        }
        Trend line = trend.orElseThrow();
        StringBuilder words = new StringBuilder("If the trend of the last ")
                .append(line.years())
                .append(" comparable years continues, ")
                .append(year)
                .append(" will see ")
                .append(Percent.of(value().orElseThrow()));
        interval()
                .ifPresent(limits -> words.append(", between ")
                        .append(Percent.of(limits.lower()))
                        .append(" and ")
                        .append(Percent.of(limits.upper())));
        words.append(". Nothing in the past vouches for that condition.");
        if (tooFew()) {
            words.append(" Fewer than five years are too few to rely on.");
        }
        series.breaks().stream()
                .max(Comparator.comparingInt(TrendBreak::firstAfter))
                .ifPresent(gap -> words.append(" Years before ")
                        .append(gap.firstAfter())
                        .append(" are left out: ")
                        .append(gap.why())
                        .append("."));
        return words.toString();
    }

    /** Written as {@code 0.558 [0.526, 0.589] prediction, trend of log-odds 95 %}. */
    @Override
    public String toString() {
        return value().map(rate -> String.format(Locale.ROOT, "%.3f", rate))
                        .orElse("(" + Undefined.NOT_IDENTIFIED + ")")
                + interval().map(limits -> " " + limits).orElse("");
    }
}
