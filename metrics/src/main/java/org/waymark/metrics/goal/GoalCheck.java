package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Share;

/**
 * How a goal stands by what was observed.
 *
 * <p><b>Formula:</b> by kind, yes / (yes + no); yes; yes / yes of the baseline; (yes of the group / yes of all) /
 * (population share). <b>Unit:</b> a share, a number, a multiple, an index. <b>How to read it:</b> {@link GoalStatus}.
 * <b>When it applies:</b> observed values only; projected ones never mix in. <b>Edge cases:</b> a baseline of 0 has no
 * multiple; counts that are masked give bounds and are MET only if the lower end meets. <b>Source:</b> exact comparison
 * by multiplying out.
 *
 * @param goal the goal
 * @param group whose goal it is
 * @param observed what was observed, for printing; empty if there is nothing
 * @param status how it stands
 * @param needed how many more would have had to succeed to meet the goal as counts stand; empty where it cannot be said
 */
public record GoalCheck(Goal goal, String group, Optional<Double> observed, GoalStatus status, OptionalLong needed) {
    /** A goal on a rate. Unknown outcomes of closed windows count against it, and then in favour. */
    public static GoalCheck level(Goal goal, Cell cell, LocalDate asOf) {
        Count yes = cell.yes();
        Count no = cell.no();
        if (cell.known().high() == 0) {
            return new GoalCheck(goal, cell.name(), Optional.empty(), GoalStatus.UNKNOWN, OptionalLong.empty());
        }
        boolean least = goal.isMetBy(whole(yes.low()), whole(yes.low() + no.high()));
        boolean most = goal.isMetBy(whole(yes.high()), whole(yes.high() + no.low()));
        Optional<Double> observed = yes.isExact() && no.isExact()
                ? Optional.of((double) yes.exact() / cell.known().exact())
                : Optional.empty();
        return new GoalCheck(goal, cell.name(), observed, status(goal, least, most, asOf), neededOf(goal, cell));
    }

    /** The fewest more successes with which the rate meets the goal, members staying as they are. */
    private static OptionalLong neededOf(Goal goal, Cell cell) {
        if (!cell.yes().isExact() || !cell.no().isExact()) {
            return OptionalLong.empty();
        }
        Share share = new Share(cell.yes().exact(), cell.known().exact());
        long needed = NeededStudents.toReach(share, goal.target());
        boolean met = goal.isMetBy(whole(share.yes() + needed), whole(share.n()));
        long more = met ? needed : needed + 1;
        return share.yes() + more <= share.n() ? OptionalLong.of(more) : OptionalLong.empty();
    }

    /** The fewest more with which a number meets the target. */
    private static OptionalLong neededOf(Goal goal, Count reached, Count unit) {
        if (!reached.isExact() || !unit.isExact()) {
            return OptionalLong.empty();
        }
        BigDecimal target = goal.target().multiply(whole(unit.exact()));
        long least = target.setScale(0, RoundingMode.CEILING).longValueExact();
        boolean exactly = goal.isMetBy(whole(least), whole(unit.exact()));
        return OptionalLong.of(Math.max(0, (exactly ? least : least + 1) - reached.exact()));
    }

    /** A goal on how many succeeded; those who did so early count. */
    public static GoalCheck count(Goal goal, Cell cell, LocalDate asOf) {
        Count reached = cell.yes().plus(cell.early());
        boolean least = goal.isMetBy(whole(reached.low()), BigDecimal.ONE);
        boolean most = goal.isMetBy(whole(reached.high()), BigDecimal.ONE);
        Optional<Double> observed = reached.isExact() ? Optional.of((double) reached.exact()) : Optional.empty();
        return new GoalCheck(
                goal, cell.name(), observed, status(goal, least, most, asOf), neededOf(goal, reached, Count.of(1)));
    }

    /** A goal on a multiple of a baseline. */
    public static GoalCheck multiple(Goal goal, Cell cell, Cell baseline, LocalDate asOf) {
        Count now = cell.yes().plus(cell.early());
        Count then = baseline.yes().plus(baseline.early());
        if (then.low() == 0) {
            return new GoalCheck(goal, cell.name(), Optional.empty(), GoalStatus.UNKNOWN, OptionalLong.empty());
        }
        boolean least = goal.isMetBy(whole(now.low()), whole(then.high()));
        boolean most = goal.isMetBy(whole(now.high()), whole(then.low()));
        Optional<Double> observed =
                now.isExact() && then.isExact() ? Optional.of((double) now.exact() / then.exact()) : Optional.empty();
        return new GoalCheck(goal, cell.name(), observed, status(goal, least, most, asOf), neededOf(goal, now, then));
    }

    /** A goal on the group's share among those who succeeded, against its share of the population. */
    public static GoalCheck parity(Goal goal, Cell group, Cell everybody, BigDecimal populationShare, LocalDate asOf) {
        Count own = group.yes().plus(group.early());
        Count all = everybody.yes().plus(everybody.early());
        if (all.low() == 0 || populationShare.signum() == 0) {
            return new GoalCheck(goal, group.name(), Optional.empty(), GoalStatus.UNKNOWN, OptionalLong.empty());
        }
        boolean least = goal.isMetBy(whole(own.low()), populationShare.multiply(whole(all.high())));
        boolean most = goal.isMetBy(whole(own.high()), populationShare.multiply(whole(all.low())));
        Optional<Double> observed = own.isExact() && all.isExact()
                ? Optional.of((double) own.exact() / all.exact() / populationShare.doubleValue())
                : Optional.empty();
        return new GoalCheck(goal, group.name(), observed, status(goal, least, most, asOf), OptionalLong.empty());
    }

    private static GoalStatus status(Goal goal, boolean least, boolean most, LocalDate asOf) {
        if (least != most) {
            return GoalStatus.CANNOT_TELL;
        }
        if (least) {
            return GoalStatus.MET;
        }
        return asOf.isBefore(goal.due().endExclusive().minusDays(1)) ? GoalStatus.NOT_YET : GoalStatus.MISSED;
    }

    private static BigDecimal whole(long count) {
        return BigDecimal.valueOf(count);
    }
}
