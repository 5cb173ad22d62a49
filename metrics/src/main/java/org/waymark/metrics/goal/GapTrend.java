package org.waymark.metrics.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * When two groups will be level, if the trend of the gap between them continues.
 *
 * <p><b>Formula:</b> the least-squares line of p₁ - p₂, or of logit p₁ - logit p₂, on the year; from the last year on, -gap /
 * slope of the line. <b>Unit:</b> years. <b>How to read it:</b> infinite is never: the gap stays or widens; 0 is now: the line
 * has crossed within the years seen. The two scales can differ in kind: groups that rise side by side in points come closer in
 * log-odds, so always name the scale. <b>When it applies:</b> to years that are comparable, at least two of them. <b>Edge
 * cases:</b> a slope below 10⁻¹² of the gap is none; there are no log-odds of 0 and 1. <b>Source:</b> arithmetic on a line of
 * least squares.
 *
 * @param first the name of the first group
 * @param second the name of the second
 * @param years the years, each once, brought into order
 */
public record GapTrend(String first, String second, List<Year> years) implements Tabular {
    private static final double NO_SLOPE = 1e-12;

    /** Brings the years into order. */
    public GapTrend {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        years = years.stream().sorted(Comparator.comparingInt(Year::year)).toList();
    }

    /**
     * The rates of both groups in one year.
     *
     * @param year the year
     * @param first the rate of the first group, in [0, 1]
     * @param second that of the second
     */
    public record Year(int year, double first, double second) {
        /** Refuses rates outside [0, 1]. */
        public Year {
            if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1)) {
                throw new IllegalArgumentException("first, second: must lie in [0, 1], were " + first + ", " + second);
            }
        }

        private double gap(PaceScale scale) {
            return scale.stretched(first) - scale.stretched(second);
        }
    }

    /** Of two series: the years that are comparable in both. */
    public static GapTrend between(RateSeries first, RateSeries second) {
        List<Year> years = new ArrayList<>();
        for (RateSeries.Year one : first.comparable()) {
            for (RateSeries.Year two : second.comparable()) {
                if (one.year() == two.year()) {
                    years.add(new Year(
                            one.year(), one.share().value(), two.share().value()));
                }
            }
        }
        return new GapTrend(first.of(), second.of(), years);
    }

    /** The line of the gap on a scale. */
    private Optional<double[]> line(PaceScale scale) {
        boolean finite = years.stream().allMatch(year -> Double.isFinite(year.gap(scale)));
        if (years.size() < 2 || !finite) {
            return Optional.empty();
        }
        double mean = years.stream().mapToInt(Year::year).average().orElseThrow();
        double level =
                years.stream().mapToDouble(year -> year.gap(scale)).average().orElseThrow();
        double spread = 0;
        double slope = 0;
        for (Year year : years) {
            spread += (year.year() - mean) * (year.year() - mean);
            slope += (year.year() - mean) * (year.gap(scale) - level);
        }
        slope /= spread;
        double first = level + slope * (years.get(0).year() - mean);
        double last = level + slope * (lastYear() - mean);
        return Optional.of(new double[] {first, last, slope});
    }

    private int lastYear() {
        return years.get(years.size() - 1).year();
    }

    /** The gap in the last year by the line; empty for fewer than two years. */
    public Optional<Double> gap(PaceScale scale) {
        return line(scale).map(line -> line[1]);
    }

    /** Its change a year by the line. */
    public Optional<Double> slope(PaceScale scale) {
        return line(scale).map(line -> line[2]);
    }

    /** The gap that was seen in the last year, in points; empty where there is no year. */
    public Optional<Double> lastGap() {
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(years.get(years.size() - 1).gap(PaceScale.LINEAR));
    }

    /** Years from the last one on until both are level; infinite for never, 0 if the line crossed already; empty without a line. */
    public Optional<Double> yearsToParity(PaceScale scale) {
        return line(scale).map(line -> {
            double first = line[0];
            double last = line[1];
            double slope = line[2];
            if (last == 0 || first * last < 0) {
                return 0.0;
            }
            boolean still = Math.abs(slope) < NO_SLOPE * Math.max(1, Math.abs(last));
            return still || last * slope > 0 ? Double.POSITIVE_INFINITY : -last / slope;
        });
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        for (PaceScale scale : List.of(PaceScale.LINEAR, PaceScale.LOG_ODDS)) {
            String of = scale == PaceScale.LINEAR ? "in points" : "in log-odds";
            figures.add(figure("Fitted gap", of, gap(scale)));
            figures.add(figure("Change a year", of, slope(scale)));
            Optional<Double> until = yearsToParity(scale);
            figures.add(
                    until.filter(years -> years.isInfinite()).isPresent()
                            ? Figure.undefined("Years to parity", Undefined.NOT_IDENTIFIED)
                                    .of(of)
                                    .verdict("never")
                                    .inference(Inference.DESCRIPTIVE)
                                    .build()
                            : figure("Years to parity", of, until));
        }
        return Figure.table("Trend of the gap, " + first + " less " + second, figures);
    }

    private static Figure figure(String name, String of, Optional<Double> value) {
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, Undefined.NOT_IDENTIFIED))
                .of(of)
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** The trend in words, on both scales. */
    public String explain() {
        return first + " and " + second + ": in points of the rate, " + words(PaceScale.LINEAR) + "; in log-odds, "
                + words(PaceScale.LOG_ODDS) + ". This holds if the trend of " + years.size() + " years continues.";
    }

    private String words(PaceScale scale) {
        Optional<Double> until = yearsToParity(scale);
        if (until.isEmpty()) {
            return "there is no trend";
        }
        double number = until.get();
        if (Double.isInfinite(number)) {
            return "the groups never become level";
        }
        return number == 0
                ? "the groups have crossed already"
                : String.format(Locale.ROOT, "the groups are level %.0f years after %d", number, lastYear());
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
