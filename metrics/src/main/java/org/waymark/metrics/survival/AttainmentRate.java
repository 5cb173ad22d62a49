package org.waymark.metrics.survival;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeTally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.ByGroup;

/**
 * The share of a group that has reached it by a horizon, over a tally of times: what {@link Attainment} is, by group. Time
 * is in years.
 *
 * @param horizon by when, since the origin; empty for the horizon that the question itself has
 * @param confidence the level of limits
 * @param type how they are found
 */
public record AttainmentRate(Optional<Period> horizon, double confidence, SurvivalInterval type)
        implements Measure<TimeTally, Attainment> {
    /** Refuses levels outside (0, 1), and horizons that are not after the origin. */
    public AttainmentRate {
        Objects.requireNonNull(type, "type");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
        if (horizon.isPresent() && TimeToEvent.daysOf(horizon.get()) < 1) {
            throw new IllegalArgumentException("horizon: must be a day at least, was " + horizon.get());
        }
    }

    /** By the horizon of the question, with log-log limits at 95 %. */
    public static AttainmentRate byHorizon() {
        return new AttainmentRate(Optional.empty(), 0.95, SurvivalInterval.LOG_LOG);
    }

    /** By so long after the origin, with log-log limits at 95 %. */
    public static AttainmentRate within(Period length) {
        return new AttainmentRate(Optional.of(length), 0.95, SurvivalInterval.LOG_LOG);
    }

    /** The same at another level. */
    public AttainmentRate confidence(double level) {
        return new AttainmentRate(horizon, level, type);
    }

    /** The same with other limits. */
    public AttainmentRate interval(SurvivalInterval other) {
        return new AttainmentRate(horizon, confidence, other);
    }

    /** The same by group. */
    public Measure<TimeTally, ByGroup<Attainment>> by(Axis... axes) {
        List<Axis> along = List.of(axes);
        return tally -> new ByGroup<>(
                along,
                over(tally),
                groups(tally, axes),
                Attainment::group,
                groups -> Figure.table(
                        "Attainment",
                        groups.stream()
                                .flatMap(group -> group.figures().stream())
                                .toList()));
    }

    /**
     * The curve of each group until the horizon: the share that has reached it by each time at which somebody did, with
     * limits, and how many were in sight just before. Beyond the last time anybody of a group was seen it has no rows; a group
     * of which nobody reached it has none at all. Time is in years: the table of an attainment curve.
     */
    public Measure<TimeTally, Table> curves(Axis... axes) {
        return tally -> AttainmentCurves.table(
                "Attainment by time, " + tally.question().of().name(),
                axes.length == 0 ? List.of(over(tally)) : groups(tally, axes));
    }

    /** The share of each group minus a goal. */
    public Measure<TimeTally, ByGroup<Figure>> toGoal(BigDecimal goal, Axis... axes) {
        List<Axis> along = List.of(axes);
        return tally -> new ByGroup<>(
                along,
                toGoal(over(tally), goal),
                groups(tally, axes).stream().map(group -> toGoal(group, goal)).toList(),
                Figure::of,
                figures -> Figure.table("Attainment against the goal of " + goal.toPlainString(), figures));
    }

    private static Figure toGoal(Attainment group, BigDecimal goal) {
        return group.figure(
                "Attainment by " + group.byWhen() + " minus " + goal.toPlainString(),
                group.toGoal(goal).clippedTo(-goal.doubleValue(), 1 - goal.doubleValue()),
                "Kaplan-Meier");
    }

    @Override
    public Attainment over(TimeTally tally) {
        return of(tally, tally.total());
    }

    private List<Attainment> groups(TimeTally tally, Axis... axes) {
        List<Attainment> groups = new ArrayList<>();
        for (TimeCell cell : tally.by(axes)) {
            if (cell.labels().stream().allMatch(Label::isGroup) || cell.counts().members() > 0) {
                groups.add(of(tally, cell));
            }
        }
        return groups;
    }

    Attainment of(TimeTally tally, TimeCell cell) {
        Period length = horizon.or(() -> tally.question().time().horizon())
                .orElseThrow(() -> new IllegalArgumentException(
                        "horizon: must be given, since the question has none; ask AttainmentRate.within(Period)"));
        double years = RiskTable.years(TimeToEvent.daysOf(length));
        return new Attainment(cell.name(), RiskTable.of(cell), years, confidence, type);
    }
}
