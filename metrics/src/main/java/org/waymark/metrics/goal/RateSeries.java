package org.waymark.metrics.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/**
 * The counts of one rate year by year, with the breaks that lie between them.
 *
 * @param of whose rate
 * @param years the years in order, each once
 * @param breaks where years stop being comparable
 * @param masked the years that are left out because the source keeps their counts back
 */
public record RateSeries(String of, List<Year> years, List<TrendBreak> breaks, List<Integer> masked) {
    /** Brings the years into order; refuses a year that is there twice. */
    public RateSeries {
        Objects.requireNonNull(of, "of");
        List<Year> sorted =
                years.stream().sorted(Comparator.comparingInt(Year::year)).toList();
        IntStream.range(1, sorted.size())
                .filter(i -> sorted.get(i).year() == sorted.get(i - 1).year())
                .findFirst()
                .ifPresent(i -> {
                    throw new IllegalArgumentException("years: each must be there once, was twice "
                            + sorted.get(i).year());
                });
        years = sorted;
        breaks = List.copyOf(breaks);
        masked = List.copyOf(masked);
    }

    /**
     * One year.
     *
     * @param year a school year goes by the year in which it ends
     * @param share how many of how many
     * @param unknown of how many more, not among them, the outcome is unknown though their window has closed, where that
     *     matters
     */
    public record Year(int year, Share share, long unknown) {
        /** Refuses negative numbers. */
        public Year {
            Objects.requireNonNull(share, "share");
            if (unknown < 0) {
                throw new IllegalArgumentException("unknown: must be 0 or more, was " + unknown);
            }
        }

        /** A year without unknown outcomes. */
        public Year(int year, Share share) {
            this(year, share, 0);
        }

        private Year ifUnknowns(boolean succeeded) {
            return new Year(year, share.plus(new Share(succeeded ? unknown : 0, unknown)));
        }
    }

    /** Without breaks. */
    public static RateSeries of(String of, List<Year> years) {
        return new RateSeries(of, years, List.of(), List.of());
    }

    /** Everybody of an indicator, from one tally a year. */
    public static RateSeries of(Indicator indicator, Map<Integer, Tally> tallies) {
        Map<Integer, Estimate> rates = new LinkedHashMap<>();
        tallies.forEach((year, tally) -> rates.put(year, Rate.of(indicator).over(tally)));
        return ofRates("all", rates);
    }

    /** One group of an indicator, from one tally a year; years without the group are left out, and one at least must have it. */
    public static RateSeries of(Indicator indicator, Map<Integer, Tally> tallies, Axis axis, String group) {
        Map<Integer, Estimate> rates = new LinkedHashMap<>();
        tallies.forEach((year, tally) ->
                Rate.of(indicator).by(axis).over(tally).group(group).ifPresent(rate -> rates.put(year, rate)));
        if (rates.isEmpty() && !tallies.isEmpty()) {
            throw new IllegalArgumentException(
                    "group: must stand along " + axis.title() + " in some year, was " + group);
        }
        return ofRates(group, rates);
    }

    private static RateSeries ofRates(String name, Map<Integer, Estimate> rates) {
        List<Year> years = new ArrayList<>();
        List<Integer> masked = new ArrayList<>();
        rates.forEach((year, rate) -> rate.share()
                .ifPresentOrElse(
                        share -> years.add(new Year(
                                year,
                                share,
                                rate.unknownsMatter() ? rate.unknownClosed().high() : 0)),
                        () -> masked.add(year)));
        return new RateSeries(name, years, List.of(), masked);
    }

    /** The same if every unknown outcome were a success, or none. */
    public RateSeries ifUnknowns(boolean succeeded) {
        return new RateSeries(
                of, years.stream().map(year -> year.ifUnknowns(succeeded)).toList(), breaks, masked);
    }

    /** The same with one more break. */
    public RateSeries with(TrendBreak one) {
        List<TrendBreak> more = new ArrayList<>(breaks);
        more.add(one);
        return new RateSeries(of, years, more, masked);
    }

    /** The years a trend may be fitted to: those after the latest break in which there was somebody. */
    public List<Year> comparable() {
        return years.stream()
                .filter(year ->
                        year.share().n() > 0 && breaks.stream().allMatch(gap -> year.year() >= gap.firstAfter()))
                .toList();
    }

    /** The latest year in which there was somebody. */
    public Optional<Year> latest() {
        List<Year> some = years.stream().filter(year -> year.share().n() > 0).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }
}
