package org.waymark.metrics.rate;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tests of whether the rates of two groups of different people differ.
 *
 * <p><b>Formula:</b> pooled z = (p₁ - p₂) / √(p̄q̄(1/n₁ + 1/n₂)); its square is Pearson's chi-square. Fisher's exact test
 * sums the hypergeometric probabilities of tables that are no more likely than the one seen. <b>Unit:</b> p-values in
 * [0, 1]. <b>How to read it:</b> how often a difference so large would be seen if there were none. <b>When it applies:</b>
 * nobody stands in both groups, members are independent; Fisher's where an expected count is below 5. <b>Edge cases:</b>
 * where everybody or nobody succeeded there is no z and no chi-square; a group of nobody is refused. An interval says
 * more: see {@link DifferenceInterval}. <b>Source:</b> A. Agresti, Categorical Data Analysis (2013), chapter 3; the
 * two-sided Fisher rule is that of R.
 *
 * @param first the first group
 * @param second the second group
 */
public record TwoRatesTest(Share first, Share second) {
    /** How much less likely than the table seen another must not be, to be summed: rounding only, as in R. */
    private static final double AS_LIKELY = 1 + 1e-7;

    /** Refuses groups of nobody. */
    public TwoRatesTest {
        if (first.n() == 0 || second.n() == 0) {
            throw new IllegalArgumentException("first, second: nobody has no rate");
        }
    }

    /** The score statistic; empty if everybody or nobody succeeded. */
    public Optional<Double> pooledZ() {
        Share all = first.plus(second);
        double variance = all.value() * (1 - all.value()) * (1.0 / first.n() + 1.0 / second.n());
        return ratio(first.value() - second.value(), variance);
    }

    /** The Wald statistic; empty if neither group has any variation. */
    public Optional<Double> unpooledZ() {
        return ratio(first.value() - second.value(), variance(first) + variance(second));
    }

    /** Pearson's chi-square with Yates's correction; empty if everybody or nobody succeeded. */
    public Optional<Double> yatesChiSquare() {
        Share all = first.plus(second);
        if (all.yes() == 0 || all.no() == 0) {
            return Optional.empty();
        }
        double n = all.n();
        double cross = Math.abs((double) first.yes() * second.no() - (double) second.yes() * first.no());
        double corrected = Math.max(0, cross - n / 2);
        double margins = (double) first.n() * second.n() * ((double) all.yes() * all.no());
        return Optional.of(n * corrected * corrected / margins);
    }

    /** The p-value of Yates's chi-square. */
    public Optional<Double> yatesP() {
        return yatesChiSquare().map(chi -> ChiSquaredDistribution.of(1).survivalProbability(chi));
    }

    /** The two-sided p-value of a z. */
    public static double twoSided(double z) {
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    /** Fisher's exact p-value, two-sided. */
    public double fisher() {
        HypergeometricDistribution tables = tables();
        double seen = tables.probability((int) first.yes());
        double sum = 0;
        for (int yes = tables.getSupportLowerBound(); yes <= tables.getSupportUpperBound(); yes++) {
            double probability = tables.probability(yes);
            sum += probability <= seen * AS_LIKELY ? probability : 0;
        }
        return Math.min(1, sum);
    }

    /** Fisher's exact p-value against a first rate that is not higher. */
    public double fisherGreater() {
        return tables().survivalProbability((int) first.yes() - 1);
    }

    /** Fisher's exact p-value against a first rate that is not lower. */
    public double fisherLess() {
        return tables().cumulativeProbability((int) first.yes());
    }

    private HypergeometricDistribution tables() {
        Share all = first.plus(second);
        return HypergeometricDistribution.of(
                Math.toIntExact(all.n()), Math.toIntExact(all.yes()), Math.toIntExact(first.n()));
    }

    private static double variance(Share share) {
        return share.value() * (1 - share.value()) / share.n();
    }

    private static Optional<Double> ratio(double difference, double variance) {
        return variance > 0 ? Optional.of(difference / Math.sqrt(variance)) : Optional.empty();
    }
}
