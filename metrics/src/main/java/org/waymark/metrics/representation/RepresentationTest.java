package org.waymark.metrics.representation;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.waymark.metrics.rate.Share;

/**
 * The exact test of whether a programme's members could have been drawn from its region at random.
 *
 * <p><b>Formula:</b> x of N under the binomial with the region's share, or, where the programme's N are among the region's R, under
 * the hypergeometric; two-sided the sum of the probabilities of counts that are no more likely than x, by R's rule with a factor
 * of 1 + 10⁻⁷ for rounding. <b>Unit:</b> p-values in [0, 1]. <b>How to read it:</b> how often chance would give a count as far
 * from the region's share. <b>When it applies:</b> members join independently of each other. <b>Edge cases:</b> a programme of
 * nobody is refused; so is one that is no part of the region where it must be. <b>Source:</b> A. Agresti, Categorical Data
 * Analysis (2013), chapters 1 and 3.
 *
 * @param kind how programme and region belong together
 * @param programme how many of the programme's members are of the group
 * @param region how many of the region's people are of the group
 */
public record RepresentationTest(Kind kind, Share programme, Share region) {
    private static final double AS_LIKELY = 1 + 1e-7;

    /** How a programme and a region belong together. */
    public enum Kind {
        /** The programme's members are counted in the region: the usual case. */
        PART_OF_REGION,
        /** The region is a reference outside, of which the programme's members are no part. */
        OUTSIDE_REFERENCE
    }

    /** Refuses nobody, and a part that is larger than the region. */
    public RepresentationTest {
        if (programme.n() == 0 || region.n() == 0) {
            throw new IllegalArgumentException("programme, region: must have members");
        }
        boolean inside = programme.yes() <= region.yes() && programme.no() <= region.no();
        if (kind == Kind.PART_OF_REGION && !inside) {
            throw new IllegalArgumentException(
                    "programme: must be part of the region " + region + ", was " + programme);
        }
    }

    /** How often chance would give so few of the group or fewer. */
    public double less() {
        int x = Math.toIntExact(programme.yes());
        return kind == Kind.PART_OF_REGION
                ? inside().cumulativeProbability(x)
                : outside().cumulativeProbability(x);
    }

    /** How often chance would give so many of the group or more. */
    public double greater() {
        int x = Math.toIntExact(programme.yes());
        return kind == Kind.PART_OF_REGION
                ? inside().survivalProbability(x - 1)
                : outside().survivalProbability(x - 1);
    }

    /** How often chance would give a count that is no more likely. */
    public double twoSided() {
        boolean part = kind == Kind.PART_OF_REGION;
        HypergeometricDistribution inside = inside();
        BinomialDistribution outside = outside();
        int first = part ? inside.getSupportLowerBound() : 0;
        int last = part ? inside.getSupportUpperBound() : outside.getNumberOfTrials();
        int seen = Math.toIntExact(programme.yes());
        double threshold = (part ? inside.probability(seen) : outside.probability(seen)) * AS_LIKELY;
        double sum = 0;
        for (int x = first; x <= last; x++) {
            double probability = part ? inside.probability(x) : outside.probability(x);
            sum += probability <= threshold ? probability : 0;
        }
        return Math.min(1, sum);
    }

    private HypergeometricDistribution inside() {
        int size = Math.toIntExact(region.n());
        // An outside reference may be smaller than the programme: the distribution is then not asked.
        int sample = Math.toIntExact(Math.min(programme.n(), region.n()));
        return HypergeometricDistribution.of(size, Math.toIntExact(region.yes()), sample);
    }

    private BinomialDistribution outside() {
        return BinomialDistribution.of(Math.toIntExact(programme.n()), region.value());
    }
}
