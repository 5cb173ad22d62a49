package org.waymark.metrics.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * How a goal stands by what was observed.
 *
 * <p><b>Formula:</b> by kind, yes / (yes + no); yes; yes / yes of the baseline; (yes of the group / yes of all) /
 * (population share); rate of the reference minus rate of the group. <b>Unit:</b> a share, a number, a multiple, an index, a
 * difference of shares. <b>How to read it:</b> {@link GoalStatus}.
 * <b>When it applies:</b> observed values only; projected ones never mix in. <b>Edge cases:</b> a baseline of 0 has no
 * multiple; counts that are masked give bounds and are MET only if the lower end meets. <b>Source:</b> exact comparison
 * by multiplying out.
 *
 * @param goal the goal
 * @param group whose goal it is
 * @param observed what was observed, for printing; empty if there is nothing
 * @param status how it stands
 * @param needed how many more would have had to succeed to meet the goal as counts stand; of parity, how many more of the group would
 *     have to join those who succeeded, with the region's share at the upper end of its margin; empty where it cannot be said
 */
public record GoalCheck(Goal goal, String group, Optional<Double> observed, GoalStatus status, OptionalLong needed) {
    /** Whose a goal is that every one of several groups is held to. */
    static final String EVERY_GROUP = "every group";

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
        return count(goal, cell.name(), cell.yes().plus(cell.early()), asOf);
    }

    /** A goal on a number that may be known between bounds only, such as people in several lists without names. */
    public static GoalCheck count(Goal goal, String group, Count reached, LocalDate asOf) {
        boolean least = goal.isMetBy(whole(reached.low()), BigDecimal.ONE);
        boolean most = goal.isMetBy(whole(reached.high()), BigDecimal.ONE);
        Optional<Double> observed = reached.isExact() ? Optional.of((double) reached.exact()) : Optional.empty();
        return new GoalCheck(
                goal, group, observed, status(goal, least, most, asOf), neededOf(goal, reached, Count.of(1)));
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
        return parity(goal, group, everybody, List.of(populationShare, populationShare), BigDecimal.ONE, asOf);
    }

    /**
     * A goal on the group's share among those who succeeded, against its share of a region. Where that is an estimate, its
     * margin counts at its own level: the goal is met only if it is met at both ends.
     */
    public static GoalCheck parity(Goal goal, Cell group, Cell everybody, Benchmark region, LocalDate asOf) {
        SurveyEstimate share = region.share();
        if (share.isExact()) {
            BigDecimal exact = new BigDecimal(share.value().numerator());
            BigDecimal of = new BigDecimal(share.value().denominator());
            return parity(goal, group, everybody, List.of(exact, exact), of, asOf);
        }
        Interval limits = share.interval(share.level()).clippedTo(0, 1);
        List<BigDecimal> ends = List.of(BigDecimal.valueOf(limits.lower()), BigDecimal.valueOf(limits.upper()));
        return parity(goal, group, everybody, ends, BigDecimal.ONE, asOf);
    }

    /** The region's share lies between two numbers, each divided by {@code of}. */
    private static GoalCheck parity(
            Goal goal, Cell group, Cell everybody, List<BigDecimal> between, BigDecimal of, LocalDate asOf) {
        Count own = group.yes().plus(group.early());
        Count all = everybody.yes().plus(everybody.early());
        if (all.low() == 0 || between.get(1).signum() == 0) {
            return new GoalCheck(goal, group.name(), Optional.empty(), GoalStatus.UNKNOWN, OptionalLong.empty());
        }
        boolean least =
                goal.isMetBy(whole(own.low()).multiply(of), between.get(1).multiply(whole(all.high())));
        boolean most =
                goal.isMetBy(whole(own.high()).multiply(of), between.get(0).multiply(whole(all.low())));
        double middle = between.get(0).add(between.get(1)).doubleValue() / 2 / of.doubleValue();
        Optional<Double> observed = own.isExact() && all.isExact()
                ? Optional.of((double) own.exact() / all.exact() / middle)
                : Optional.empty();
        OptionalLong needed = own.isExact() && all.isExact()
                ? joining(goal, own.exact(), all.exact(), between.get(1), of)
                : OptionalLong.empty();
        return new GoalCheck(goal, group.name(), observed, status(goal, least, most, asOf), needed);
    }

    /**
     * The fewest more of the group who would have to join those who succeeded: (own + x) / (all + x) must reach the target times
     * the region's share. Empty where not even everybody would do.
     */
    private static OptionalLong joining(Goal goal, long own, long all, BigDecimal share, BigDecimal of) {
        if (goal.isMetBy(whole(own).multiply(of), share.multiply(whole(all)))) {
            return OptionalLong.of(0);
        }
        BigDecimal asked = goal.target().multiply(share);
        BigDecimal gained = of.subtract(asked);
        if (gained.signum() <= 0) {
            return OptionalLong.empty();
        }
        BigDecimal lacking = asked.multiply(whole(all)).subtract(whole(own).multiply(of));
        long least = lacking.divide(gained, 0, RoundingMode.CEILING).longValueExact();
        boolean met = goal.isMetBy(whole(own + least).multiply(of), share.multiply(whole(all + least)));
        return OptionalLong.of(met ? least : least + 1);
    }

    /**
     * A goal on how far a group's rate may lie behind that of its reference. Unknown outcomes count against the group and in
     * favour of the reference, and then the other way round. A group that is ahead has no gap.
     */
    public static GoalCheck gap(Goal goal, Cell group, Cell reference, LocalDate asOf) {
        if (group.known().high() == 0 || reference.known().high() == 0) {
            return new GoalCheck(goal, group.name(), Optional.empty(), GoalStatus.UNKNOWN, OptionalLong.empty());
        }
        boolean least = closes(goal, lowest(group), highest(reference));
        boolean most = closes(goal, highest(group), lowest(reference));
        Optional<Share> own = Share.of(group).filter(share -> share.n() > 0);
        Optional<Share> other = Share.of(reference).filter(share -> share.n() > 0);
        Optional<Double> observed = own.flatMap(a -> other.map(b -> b.value() - a.value()));
        OptionalLong needed =
                own.isPresent() && other.isPresent() ? neededOf(goal, own.get(), other.get()) : OptionalLong.empty();
        return new GoalCheck(goal, group.name(), observed, status(goal, least, most, asOf), needed);
    }

    private static Share lowest(Cell cell) {
        return share(cell.yes().low(), cell.no().high());
    }

    private static Share highest(Cell cell) {
        return share(cell.yes().high(), cell.no().low());
    }

    /** What was found by taking a hidden part away is bounded loosely, but nobody is fewer than nobody. */
    private static Share share(long yes, long no) {
        long some = Math.max(0, yes);
        return new Share(some, some + Math.max(0, no));
    }

    private static boolean closes(Goal goal, Share group, Share reference) {
        if (group.n() == 0 || reference.n() == 0) {
            return false;
        }
        BigDecimal behind = whole(reference.yes())
                .multiply(whole(group.n()))
                .subtract(whole(group.yes()).multiply(whole(reference.n())));
        BigDecimal allowed =
                goal.target().add(goal.tolerance()).multiply(whole(group.n())).multiply(whole(reference.n()));
        int order = behind.compareTo(allowed);
        return goal.strict() ? order < 0 : order <= 0;
    }

    /** The fewest more successes of the group with which the gap is closed, the reference staying as it is. */
    private static OptionalLong neededOf(Goal goal, Share group, Share reference) {
        BigDecimal rate = whole(group.n()).multiply(whole(reference.yes()));
        BigDecimal allowed =
                goal.target().add(goal.tolerance()).multiply(whole(group.n())).multiply(whole(reference.n()));
        BigDecimal[] parts = rate.subtract(allowed).divideAndRemainder(whole(reference.n()));
        long floor = parts[0].longValueExact() - group.yes();
        for (long more = Math.max(0, floor); more <= Math.max(0, floor + 2); more++) {
            if (group.yes() + more <= group.n() && closes(goal, new Share(group.yes() + more, group.n()), reference)) {
                return OptionalLong.of(more);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * A goal that is to be met for every one of several groups: it is missed if one misses it, met if all meet it. Students who
     * stand in several groups are needed once only, so there is no number of them.
     */
    public static GoalCheck every(Goal goal, List<GoalCheck> groups) {
        GoalStatus status = groups.isEmpty() ? GoalStatus.UNKNOWN : GoalStatus.MET;
        for (GoalStatus worst :
                List.of(GoalStatus.MISSED, GoalStatus.NOT_YET, GoalStatus.CANNOT_TELL, GoalStatus.UNKNOWN)) {
            if (groups.stream().anyMatch(check -> check.status() == worst)) {
                status = worst;
                break;
            }
        }
        return new GoalCheck(goal, EVERY_GROUP, Optional.empty(), status, OptionalLong.empty());
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
