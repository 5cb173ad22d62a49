package org.waymark.metrics.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.rate.NeededStudents;

/**
 * Are we on pace? The years of a rate beside the path to its target: how it stands, what the trend leads to, how many are
 * missing.
 *
 * <p><b>Formula:</b> {@link Pace} for the latest year, {@link Projection} for the due year, {@link NeededStudents} for the
 * number missing. <b>Unit:</b> shares; students. <b>How to read it:</b> start with {@link #headline()}; the status on the path
 * is arithmetic on a straight line. <b>When it applies:</b> the series and the baseline are made in the same way. <b>Edge
 * cases:</b> without any year there is UNKNOWN; with fewer than five comparable years the headline is UNCERTAIN; unknown outcomes are taken as failures and as
 * successes, and what they change is not told as settled. <b>Source:</b>
 * those of its parts.
 *
 * @param path the way from the baseline to the target
 * @param series the years
 * @param projection how the due year is projected
 */
public record GoalOutlook(GoalPath path, RateSeries series, Projection projection) implements Tabular {
    /** Refuses null. */
    public GoalOutlook {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(projection, "projection");
    }

    /** With the standard projection. */
    public static GoalOutlook of(GoalPath path, RateSeries series) {
        return new GoalOutlook(path, series, Projection.standard());
    }

    /** The pace in the latest year; empty without one, or if it lies before the baseline. */
    public Optional<Pace> pace() {
        return series.latest()
                .filter(latest -> latest.year() >= path.baseYear())
                .map(latest -> path.at(latest.year(), latest.share()));
    }

    /** The rate of the due year if the trend continues. */
    public ProjectedRate projected() {
        return projection.of(series, path.targetYear());
    }

    /**
     * MET or MISSED where that is settled; else LIKELY_MET, LIKELY_MISSED or UNCERTAIN by the projection; UNKNOWN without
     * any year. Where unknown outcomes could change it, CANNOT_TELL of what would be settled and else UNCERTAIN.
     */
    public GoalStatus headline() {
        GoalStatus known = headlineOfKnown();
        GoalStatus least = with(series.ifUnknowns(false)).headlineOfKnown();
        GoalStatus most = with(series.ifUnknowns(true)).headlineOfKnown();
        if (known == least && known == most) {
            return known;
        }
        boolean settled = Stream.of(known, least, most)
                .anyMatch(status -> status == GoalStatus.MET || status == GoalStatus.MISSED);
        return settled ? GoalStatus.CANNOT_TELL : GoalStatus.UNCERTAIN;
    }

    private GoalOutlook with(RateSeries other) {
        return new GoalOutlook(path, other, projection);
    }

    private GoalStatus headlineOfKnown() {
        return pace().map(Pace::status)
                .map(status -> status == GoalStatus.MET || status == GoalStatus.MISSED
                        ? status
                        : projected().verdict(path.target(), path.direction()))
                .orElse(GoalStatus.UNKNOWN);
    }

    /** How many more of the latest year's members would have met the target; empty without a year, and towards fewer. */
    public OptionalLong needed() {
        Optional<RateSeries.Year> latest = series.latest();
        return latest.isEmpty() || path.direction() == Indicator.Direction.ADVERSE
                ? OptionalLong.empty()
                : OptionalLong.of(NeededStudents.toReach(latest.get().share(), path.target()));
    }

    /** How many would have to join, all of them succeeding; empty as well if nobody could ever suffice. */
    public OptionalLong neededToJoin() {
        Optional<RateSeries.Year> latest = series.latest();
        return latest.isEmpty() || path.direction() == Indicator.Direction.ADVERSE
                ? OptionalLong.empty()
                : NeededStudents.toReachByJoining(latest.get().share(), path.target());
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        pace().ifPresent(pace -> figures.addAll(pace.figures(series.of())));
        figures.add(projected().figure(Optional.of(headline())));
        needed().ifPresent(students -> figures.add(Figure.of("Students missing now", students)
                .of(series.of())
                .inference(Inference.DESCRIPTIVE)
                .build()));
        return Figure.table("Outlook, " + path, figures);
    }

    /**
     * The years one by one: what was observed, with Wilson limits at 95 %; the straight path to the target; and what the trend
     * gives for the years to come, with the limits of the projection. A row for each year and basis ({@code observed},
     * {@code target}, {@code projected}), which are never mixed: the table of a trend chart.
     */
    public Table years() {
        return OutlookYears.table(List.of(this));
    }

    /** The same of several groups. */
    public static Table years(List<GoalOutlook> groups) {
        return OutlookYears.table(groups);
    }

    /** The outlook in words, the headline first. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add(series.of() + ": " + headline() + ".");
        lines.add(projected().explain());
        pace().ifPresent(pace -> lines.add(pace.explain()));
        series.latest().filter(latest -> latest.unknown() > 0).ifPresent(latest -> lines.add(unknowns(latest)));
        if (!series.masked().isEmpty()) {
            lines.add("Left out, for their counts are kept back: " + series.masked() + ".");
        }
        needed().ifPresent(students -> lines.add(
                students == 0 ? "Nobody is missing now." : students + " more students would have met the target now."));
        return String.join("\n", lines);
    }

    private String unknowns(RateSeries.Year latest) {
        return latest.unknown() + " outcomes of " + latest.year() + " are unknown: the rate would be "
                + rate(series.ifUnknowns(false)) + " if none of them had succeeded and " + rate(series.ifUnknowns(true))
                + " if all had.";
    }

    private static String rate(RateSeries known) {
        return Percent.of(known.latest().orElseThrow().share().value());
    }

    /** Written as {@code all: UNCERTAIN; 49.0 % in 2024, of 40.0 % in 2015 to 70.0 % in 2030: BEHIND}. */
    @Override
    public String toString() {
        return series.of() + ": " + headline() + pace().map(pace -> "; " + pace).orElse("");
    }
}
