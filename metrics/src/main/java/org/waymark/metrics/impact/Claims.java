package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.Multiplicity;

/**
 * Judges many gaps at once.
 *
 * <p><b>Formula:</b> p of a gap is the smallest α whose interval at 1 - α no longer holds the margin. They are adjusted for
 * the m of a family, and each gap is judged by its interval at the level that the adjustment leaves to it: 1 - α/(m - i +
 * 1) for the i-th smallest p while Holm goes on, 1 - αR/m for Benjamini-Hochberg with R claims. <b>Unit:</b> verdicts.
 * <b>How to read it:</b> by Holm, none of the claims of a family is wrong, at the level; by Benjamini-Hochberg a small
 * share of them is, which is for screening. <b>When it applies:</b> to every way in which intervals are found, by clusters
 * too. <b>Edge cases:</b> gaps without an interval are no members of the family; of a complete count there is nothing to
 * adjust. <b>Source:</b> S. Holm, Scandinavian Journal of Statistics 6 (1979) 65; Y. Benjamini and D. Yekutieli, Journal of
 * the American Statistical Association 100 (2005) 71, for the intervals after selection.
 *
 * @param family what is looked at together
 * @param correction how many are allowed for
 */
public record Claims(Family family, Multiplicity correction) {
    /** Holm's adjustment over the groups of one outcome, dimension and cohort. */
    public static final Claims HOLM_BY_DIMENSION = new Claims(Family.DIMENSION, Multiplicity.HOLM);

    private static final double LEAST = 1e-12;
    private static final int STEPS = 60;
    private static final double NEAR = 1e-9;

    /** Refuses null. */
    public Claims {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(correction, "correction");
    }

    /** Judges the gaps of one family; of those that are no members, with what is known alone. */
    List<Claim> judge(List<GapEstimate> gaps) {
        List<Optional<Double>> p = gaps.stream().map(Claims::p).toList();
        List<Optional<Double>> adjusted = correction.adjust(p);
        int size = (int) p.stream().filter(Optional::isPresent).count();
        List<Optional<Double>> levels = correction.levels(p, gaps.isEmpty() ? 0 : alpha(gaps.get(0)));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            GapEstimate gap = gaps.get(i);
            GapEstimate judged =
                    levels.get(i).map(part -> gap.confidence(1 - part)).orElse(gap);
            claims.add(claim(judged, adjusted.get(i), p.get(i).isPresent() ? size : 0));
        }
        return claims;
    }

    /** The verdict on a gap that stands alone. */
    Claim alone(GapEstimate gap) {
        return claim(gap, Optional.empty(), 0);
    }

    /** Says why nothing is claimed. */
    Claim nothing(String reason) {
        return new Claim(
                ImpactVerdict.CANNOT_TELL,
                reason,
                Optional.empty(),
                Optional.empty(),
                family,
                0,
                correction,
                Optional.empty());
    }

    private Claim claim(GapEstimate gap, Optional<Double> adjusted, int size) {
        ImpactVerdict verdict = ImpactVerdict.of(gap.verdict());
        return new Claim(
                verdict,
                gap.verdictReason(),
                gap.in(Scale.POINTS).interval(),
                adjusted,
                family,
                size,
                correction,
                verdict == ImpactVerdict.CANNOT_TELL ? gap.detectable() : Optional.empty());
    }

    private static double alpha(GapEstimate gap) {
        return 1 - gap.group().confidence();
    }

    /** The smallest α at which the interval decides; empty if it has none, or if there is nothing to decide. */
    private static Optional<Double> p(GapEstimate gap) {
        if (gap.isItself() || gap.in(Scale.POINTS).interval().isEmpty()) {
            return Optional.empty();
        }
        double low = Math.log(LEAST);
        double high = 0;
        if (decides(gap, LEAST)) {
            return Optional.of(LEAST);
        }
        for (int step = 0; step < STEPS && high - low > NEAR; step++) {
            double middle = (low + high) / 2;
            if (decides(gap, Math.exp(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(Math.exp(high));
    }

    private static boolean decides(GapEstimate gap, double alpha) {
        Interval limits = gap.confidence(1 - alpha).in(Scale.POINTS).interval().orElseThrow();
        double margin = gap.margin().doubleValue();
        boolean adverse = gap.group().indicator().direction() == Direction.ADVERSE;
        return adverse
                ? limits.lower() > margin || limits.upper() <= margin
                : limits.upper() < -margin || limits.lower() >= -margin;
    }
}
