package org.waymark.metrics.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * Whether a goal is on pace: one rate beside the way from a baseline to a target.
 *
 * <p><b>Formula:</b> with baseline B, target T over Y years and the current rate C after y: yearly change on the path
 * (T - B)/Y, achieved (C - B)/y, required from now (T - C)/(Y - y), or the same in log-odds or as growth. Status: MET if C
 * reaches T; MISSED if it does not and T is due; ON_TRACK if C reaches B + (T - B) y/Y; OFF_TRACK if it has not moved towards
 * T; else BEHIND.
 *
 * <p><b>Unit:</b> shares, and shares a year.
 *
 * <p><b>How to read it:</b> the status is arithmetic on one straight line. What is to be expected of the due year is said by a
 * {@link Projection}, and that is the headline.
 *
 * <p><b>When it applies:</b> baseline and current rate are made in the same way.
 *
 * <p><b>Edge cases:</b> the status is decided on exact fractions; there are no log-odds of 0 and 1, so from or to them the
 * linear path alone is told; in the baseline's own year nothing has been achieved yet, and once the target is due nothing is
 * required; towards fewer everything is mirrored.
 *
 * <p><b>Source:</b> arithmetic; log-odds as in A. Agresti, Categorical Data Analysis (2013), chapter 5.
 *
 * @param path the way to the target
 * @param year the year of the current rate, not before the baseline's
 * @param current the current rate, in [0, 1]
 */
public record Pace(GoalPath path, int year, Fraction current) implements Tabular {
    /** Refuses rates outside [0, 1] and years before the baseline. */
    public Pace {
        Objects.requireNonNull(path, "path");
        if (current.signum() < 0 || current.compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("current: must lie in [0, 1], was " + current);
        }
        if (year < path.baseYear()) {
            throw new IllegalArgumentException(
                    "year: must not be before the baseline's " + path.baseYear() + ", was " + year);
        }
    }

    /** How it stands: MET, MISSED, ON_TRACK, BEHIND or OFF_TRACK, decided exactly. */
    public GoalStatus status() {
        if (path.compare(current, path.target()) >= 0) {
            return GoalStatus.MET;
        }
        if (year >= path.targetYear()) {
            return GoalStatus.MISSED;
        }
        if (path.compare(current, path.expected(year)) >= 0) {
            return GoalStatus.ON_TRACK;
        }
        return path.compare(current, path.base()) <= 0 ? GoalStatus.OFF_TRACK : GoalStatus.BEHIND;
    }

    /** The current rate less what the path has for the year; empty where the scale has no path. */
    public Optional<Double> aheadOfPath(PaceScale scale) {
        return path.expected(scale, year).map(expected -> current.doubleValue() - expected);
    }

    /** What part of the way is gone, negative if it went the other way; empty if baseline and target are the same. */
    public Optional<Double> progress() {
        Fraction way = path.target().minus(path.base());
        return way.signum() == 0
                ? Optional.empty()
                : Optional.of(current.minus(path.base()).over(way).doubleValue());
    }

    /** What part of the time is gone; above 1 once the target was due. */
    public double timeGone() {
        return (double) (year - path.baseYear()) / path.years();
    }

    /** The yearly change since the baseline; empty in the baseline's year and where the scale has none. */
    public Optional<Double> achievedPerYear(PaceScale scale) {
        return year == path.baseYear()
                ? Optional.empty()
                : scale.perYear(path.base().doubleValue(), current.doubleValue(), year - path.baseYear());
    }

    /** The rate in the due year if the yearly change stays as it was since the baseline. */
    public Optional<Double> atTargetYear(PaceScale scale) {
        return year == path.baseYear()
                ? Optional.empty()
                : scale.moved(path.base().doubleValue(), current.doubleValue(), 1 / timeGone());
    }

    /** The yearly change with which the target is met from now on; empty once it was due and where the scale has none. */
    public Optional<Double> requiredPerYear(PaceScale scale) {
        return year >= path.targetYear()
                ? Optional.empty()
                : scale.perYear(current.doubleValue(), path.target().doubleValue(), path.targetYear() - year);
    }

    /**
     * The year, with its fraction, in which the target is met if the yearly change in points stays as it was since the
     * baseline; this year if it is met already, empty if it would never be.
     */
    public Optional<Double> yearReached() {
        if (status() == GoalStatus.MET) {
            return Optional.of((double) year);
        }
        if (year == path.baseYear() || path.compare(current, path.base()) <= 0) {
            return Optional.empty();
        }
        double way = path.target().minus(path.base()).doubleValue();
        return Optional.of(
                path.baseYear() + way / achievedPerYear(PaceScale.LINEAR).orElseThrow());
    }

    List<Figure> figures(String of) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("Rate in " + year, current.doubleValue())
                .of(of)
                .inference(Inference.DESCRIPTIVE)
                .verdict(status().name())
                .build());
        add(figures, of, "On the path in " + year, PaceScale.LINEAR, path.expected(PaceScale.LINEAR, year));
        add(figures, of, "On the path in " + year, PaceScale.LOG_ODDS, path.expected(PaceScale.LOG_ODDS, year));
        add(figures, of, "Achieved a year", PaceScale.LINEAR, achievedPerYear(PaceScale.LINEAR));
        add(figures, of, "Required a year from now", PaceScale.LINEAR, requiredPerYear(PaceScale.LINEAR));
        return figures;
    }

    private static void add(List<Figure> figures, String of, String name, PaceScale scale, Optional<Double> value) {
        figures.add(value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, Undefined.NOT_IDENTIFIED))
                .of(of)
                .method(scale == PaceScale.LINEAR ? "straight line" : "straight line of log-odds")
                .inference(Inference.DESCRIPTIVE)
                .build());
    }

    @Override
    public Table toTable() {
        return Figure.table("Pace, " + path, figures(""));
    }

    /** The pace in words. */
    public String explain() {
        double ahead = aheadOfPath(PaceScale.LINEAR).orElseThrow();
        StringBuilder words = new StringBuilder();
        words.append(Percent.of(current.doubleValue())).append(" in ").append(year);
        words.append("; the straight path from ").append(path).append(" stands at ");
        words.append(Percent.of(path.expected(PaceScale.LINEAR, year).orElseThrow()));
        words.append(", so the rate is ").append(Percent.points(Math.abs(ahead)));
        words.append(ahead < 0 ? " below it" : " above it")
                .append(": ")
                .append(status())
                .append(".");
        achievedPerYear(PaceScale.LINEAR)
                .ifPresent(points -> words.append(" It changed by ")
                        .append(Percent.points(points))
                        .append(" a year"));
        requiredPerYear(PaceScale.LINEAR)
                .filter(points -> status() != GoalStatus.MET)
                .ifPresent(points -> words.append("; from now on it must change by ")
                        .append(Percent.points(points))
                        .append(" a year"));
        if (words.charAt(words.length() - 1) != '.') {
            words.append(".");
        }
        if (path.perYear(PaceScale.LOG_ODDS).isEmpty()) {
            words.append(" There are no log-odds of 0 and 1, so the path is told in points alone.");
        }
        return words.toString();
    }

    /** Written as {@code 49.0 % in 2024, of 40.0 % in 2015 to 70.0 % in 2030: BEHIND}. */
    @Override
    public String toString() {
        return Percent.of(current.doubleValue()) + " in " + year + ", of " + path + ": " + status();
    }
}
