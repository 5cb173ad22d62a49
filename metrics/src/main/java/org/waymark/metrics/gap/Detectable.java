package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.metrics.rate.DetectableDifference;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;

/** The smallest difference that a comparison would show. */
final class Detectable {
    private static final double POWER = 0.8;

    /** A rate that is given is known as if from so many members that their number no longer matters. */
    private static final long ENDLESSLY_MANY = 1_000_000_000_000_000L;

    private Detectable() {}

    static Optional<Double> of(GapEstimate gap) {
        if (gap.value().isEmpty() || gap.isItself()) {
            return Optional.empty();
        }
        Share here = gap.group().share().orElseThrow();
        if (gap.given().isPresent()) {
            return smallest(gap, here.n(), ENDLESSLY_MANY, gap.given().get());
        }
        Share there = gap.other().flatMap(Estimate::share).orElseThrow();
        if (gap.both().n() == 0) {
            return smallest(gap, here.n(), there.n(), BigDecimal.valueOf(there.value()));
        }
        if (!gap.both().equals(here)) {
            return Optional.empty();
        }
        // The gap to everybody is that to the rest, times the share of the rest.
        Share rest = there.minus(here);
        return rest.n() == 0
                ? Optional.empty()
                : smallest(gap, here.n(), rest.n(), BigDecimal.valueOf(rest.value()))
                        .map(toRest -> toRest * rest.n() / there.n());
    }

    private static Optional<Double> smallest(GapEstimate gap, long n1, long n2, BigDecimal base) {
        double widening = gap.in(Scale.POINTS).designEffect().orElse(1.0);
        double alpha = 1 - gap.group().confidence();
        DetectableDifference difference =
                DetectableDifference.of(effective(n1, widening), effective(n2, widening), base, POWER, alpha);
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        return adverse ? difference.above() : difference.below();
    }

    private static long effective(long n, double widening) {
        return Math.max(1, Math.round(n / widening));
    }
}
