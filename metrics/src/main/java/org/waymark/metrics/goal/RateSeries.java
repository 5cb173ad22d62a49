package org.waymark.metrics.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.rate.Share;

/**
 * The counts of one rate year by year, with the breaks that lie between them.
 *
 * @param of whose rate
 * @param years the years in order, each once
 * @param breaks where years stop being comparable
 */
public record RateSeries(String of, List<Year> years, List<TrendBreak> breaks) {
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
    }

    /**
     * One year.
     *
     * @param year a school year goes by the year in which it ends
     * @param share how many of how many
     */
    public record Year(int year, Share share) {}

    /** Without breaks. */
    public static RateSeries of(String of, List<Year> years) {
        return new RateSeries(of, years, List.of());
    }

    /** Everybody of an indicator, from one tally a year; years whose counts are masked are left out. */
    public static RateSeries of(Indicator indicator, Map<Integer, Tally> tallies) {
        List<Year> years = new ArrayList<>();
        tallies.forEach(
                (year, tally) -> Share.of(tally.total(indicator)).ifPresent(share -> years.add(new Year(year, share))));
        return of("all", years);
    }

    /** One group of an indicator, from one tally a year; years in which the group is not there or masked are left out. */
    public static RateSeries of(Indicator indicator, Map<Integer, Tally> tallies, Axis axis, String group) {
        List<Year> years = new ArrayList<>();
        tallies.forEach((year, tally) -> {
            for (Cell cell : tally.by(indicator, axis)) {
                if (cell.name().equals(group)) {
                    Share.of(cell).ifPresent(share -> years.add(new Year(year, share)));
                }
            }
        });
        return of(group, years);
    }

    /** The same with one more break. */
    public RateSeries with(TrendBreak one) {
        List<TrendBreak> more = new ArrayList<>(breaks);
        more.add(one);
        return new RateSeries(of, years, more);
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
