package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.waymark.metrics.measure.Interval;

/**
 * The ranks of rates, from the lowest, and which ranks chance leaves open.
 *
 * <p><b>Formula:</b> the rank is 1 and the number of lower rates. By pairs: every difference at the level 1 - α / (m(m - 1)/2); the
 * lower limit is 1 and the number of rates that lie surely below, the upper is m less the number that lie surely above. By joint
 * intervals: the same of Wilson's intervals at the level (1 - α)^(1/m) of which one lies wholly below the other. <b>Unit:</b>
 * ranks, 1 to m. <b>How to read it:</b> all limits hold at once, at the level; who may be the lowest is everyone whose lower limit is
 * 1. <b>When it applies:</b> to groups of which nobody stands in two. <b>Edge cases:</b> equal rates share a rank; a group of
 * nobody is refused; one group has rank 1. <b>Source:</b> M. Mogstad and others, Review of Economic Studies 91 (2024) 476; M. Klein,
 * T. Wright and J. Wieczorek, Journal of the Royal Statistical Society A 183 (2020) 589.
 *
 * @param rates the groups
 * @param confidence the level, in (0, 1)
 */
public record RankIntervals(List<Share> rates, double confidence) {
    /** Copies the groups; refuses nobody. */
    public RankIntervals {
        rates = List.copyOf(rates);
        if (rates.stream().anyMatch(rate -> rate.n() == 0)) {
            throw new IllegalArgumentException("rates: nobody has no rate");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /**
     * A rank.
     *
     * @param rank as the rates were seen
     * @param lower the lowest that chance leaves open
     * @param upper the highest
     */
    public record Rank(int rank, int lower, int upper) {}

    /** At what level so many groups are compared pair by pair. */
    public static double pairLevel(int groups, double confidence) {
        return groups < 2 ? confidence : 1 - (1 - confidence) / (groups * (groups - 1) / 2.0);
    }

    /** At what level each interval stands so that all hold at once. */
    public double jointLevel() {
        return rates.isEmpty() ? confidence : Math.pow(confidence, 1.0 / rates.size());
    }

    /** By Newcombe's intervals of all differences. */
    public List<Rank> byPairs() {
        double level = pairLevel(rates.size(), confidence);
        return of(rates.size(), this::seen, (i, j) -> {
            Interval difference = Newcombe.of(rates.get(i), rates.get(j), level);
            return difference.upper() < 0 ? -1 : difference.lower() > 0 ? 1 : 0;
        });
    }

    /** By Wilson's intervals of all rates. */
    public List<Rank> byJointIntervals() {
        List<Interval> limits =
                rates.stream().map(rate -> WilsonScore.of(rate, jointLevel())).toList();
        return of(rates.size(), this::seen, (i, j) -> {
            Interval one = limits.get(i);
            Interval other = limits.get(j);
            return one.upper() < other.lower() ? -1 : one.lower() > other.upper() ? 1 : 0;
        });
    }

    private int seen(int i, int j) {
        return rates.get(i).compareRate(rates.get(j));
    }

    /**
     * The ranks of so many groups from how two of them compare: as seen, and surely, below 0 where the first is lower.
     *
     * @param groups how many
     * @param seen how two compare as they were seen
     * @param surely the same where chance is excluded, 0 where it is not
     */
    public static List<Rank> of(int groups, IntBinaryOperator seen, IntBinaryOperator surely) {
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            int below = 0;
            int surelyBelow = 0;
            int surelyAbove = 0;
            for (int j = 0; j < groups; j++) {
                if (i != j) {
                    below += seen.applyAsInt(j, i) < 0 ? 1 : 0;
                    int sure = surely.applyAsInt(j, i);
                    surelyBelow += sure < 0 ? 1 : 0;
                    surelyAbove += sure > 0 ? 1 : 0;
                }
            }
            ranks.add(new Rank(1 + below, 1 + surelyBelow, groups - surelyAbove));
        }
        return ranks;
    }
}
