package org.waymark.metrics.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;

/**
 * Goals on one indicator, held against its counts: for everybody, and by group where an axis is given.
 *
 * <p><b>Formula, unit and edge cases:</b> those of {@link GoalCheck}. A goal on a gap compares each group with everybody else
 * and asks nothing of everybody. <b>When it applies:</b> to goals on a level, a number or a gap; a multiple and parity need
 * counts of another period or of a region, and are checked one by one. Run by a release it knows protected counts only: what
 * is kept back is masked, and its status is said only where every number that fits gives the same.
 *
 * @param indicator what the goals watch
 * @param goals what was promised
 * @param axis whose groups are held to them too; empty for everybody alone
 */
public record GoalReport(Indicator indicator, List<Goal> goals, Optional<Axis> axis)
        implements Measure<Tally, GoalChecks> {
    /** Copies the goals; refuses kinds that one tally cannot answer. */
    public GoalReport {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(axis, "axis");
        goals = List.copyOf(goals);
        for (Goal goal : goals) {
            if (goal.kind() == Goal.Kind.MULTIPLE || goal.kind() == Goal.Kind.PARITY) {
                throw new IllegalArgumentException(
                        "goals: must be on a level, a number or a gap, one was on " + goal.kind());
            }
        }
    }

    /** Goals held against everybody. */
    public static GoalReport of(Indicator indicator, Goal... goals) {
        return new GoalReport(indicator, List.of(goals), Optional.empty());
    }

    /** The same for each group too. */
    public GoalReport by(Axis groups) {
        return new GoalReport(indicator, goals, Optional.of(groups));
    }

    @Override
    public GoalChecks over(Tally tally) {
        LocalDate asOf = tally.question().asOf();
        Cell everybody = tally.total(indicator);
        List<Cell> groups = axis.map(groupsOf -> tally.by(indicator, groupsOf)).orElse(List.of()).stream()
                .filter(cell -> cell.labels().get(0).isGroup())
                .toList();
        List<GoalCheck> checks = new ArrayList<>();
        for (Goal goal : goals) {
            boolean gap = goal.kind() == Goal.Kind.GAP;
            if (!gap) {
                checks.add(check(goal, everybody, asOf));
            }
            groups.forEach(group -> checks.add(
                    gap ? GoalCheck.gap(goal, group, everybody.minus(group), asOf) : check(goal, group, asOf)));
        }
        return new GoalChecks(checks);
    }

    private static GoalCheck check(Goal goal, Cell cell, LocalDate asOf) {
        return goal.kind() == Goal.Kind.COUNT ? GoalCheck.count(goal, cell, asOf) : GoalCheck.level(goal, cell, asOf);
    }
}
