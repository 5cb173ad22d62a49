package org.waymark.metrics.disclosure;

import java.util.Comparator;
import java.util.List;

/**
 * When a sum of what single members contribute, such as hours or credits, tells too much of one of them. Sums of heads never do,
 * for every head contributes one.
 *
 * <p>A {@link Release} prints counts of members and what follows from them, never a sum or mean of amounts, because a tally keeps
 * no amounts; so no release needs this rule. Sums of hours or credits are protected one table at a time, by {@link
 * TableProtection#overSums}, which is given what each member contributes and tells which cells to hide; of what other releases
 * tell of the same members it knows nothing.
 */
public sealed interface Dominance {
    /** Whether a sum of these contributions, each 0 or more, may not be printed. Nobody's sum may. */
    default boolean unsafe(List<Long> contributions) {
        return margin(contributions) > 0;
    }

    /** By how much more, at least, the sum must be able to be: 0 if it may be printed. */
    long margin(List<Long> contributions);

    /**
     * The largest few make up more than so many percent of the sum.
     *
     * <p>The sum must be able to be so large that they would not. <b>Source:</b> A. Hundepool et al. (2012), Statistical
     * Disclosure Control, section 4.2.1.
     *
     * @param largest how many
     * @param percent more than this is too much, from 1 to 99
     */
    record LargestFew(int largest, int percent) implements Dominance {
        /** Refuses nobody, and percents outside 1 to 99. */
        public LargestFew {
            check("largest", largest, 1, Integer.MAX_VALUE);
            check("percent", percent, 1, 99);
        }

        @Override
        public long margin(List<Long> contributions) {
            List<Long> sorted = sorted(contributions);
            long sum = sum(sorted);
            long top = sum(sorted.subList(0, Math.min(largest, sorted.size())));
            long needed = -Math.floorDiv(-Math.multiplyExact(100L, top), percent);
            return Math.max(0, Math.subtractExact(needed, sum));
        }
    }

    /**
     * The second largest can tell the largest within so many percent, by taking its own from the sum.
     *
     * <p>All others must come to so many percent of the largest, or the sum must be able to be that much more. <b>Source:</b>
     * A. Hundepool et al. (2012), Statistical Disclosure Control, section 4.2.2.
     *
     * @param percent within so many percent is too near, 1 or more
     */
    record WithinPercent(int percent) implements Dominance {
        /** Refuses less than one percent. */
        public WithinPercent {
            check("percent", percent, 1, Integer.MAX_VALUE);
        }

        @Override
        public long margin(List<Long> contributions) {
            List<Long> sorted = sorted(contributions);
            if (sorted.isEmpty() || sorted.get(0) == 0) {
                return 0;
            }
            long others = sum(sorted.subList(Math.min(2, sorted.size()), sorted.size()));
            long needed = -Math.floorDiv(-Math.multiplyExact(sorted.get(0), (long) percent), 100);
            return Math.max(0, Math.subtractExact(needed, others));
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": must lie in " + least + " to " + most + ", was " + value);
        }
    }

    private static List<Long> sorted(List<Long> contributions) {
        if (contributions.stream().anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException("contributions: must be 0 or more");
        }
        return contributions.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static long sum(List<Long> of) {
        return of.stream().reduce(0L, Math::addExact);
    }
}
