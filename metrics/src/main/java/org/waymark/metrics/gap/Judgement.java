package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;

/**
 * A verdict with its reason.
 *
 * @param verdict which of the three
 * @param reason in a few words
 */
record Judgement(Verdict verdict, String reason) {
    static Judgement of(GapEstimate gap) {
        if (gap.group().undefined().isPresent()) {
            return new Judgement(
                    Verdict.CANNOT_TELL, gap.group().undefined().get().toString());
        }
        if (gap.referenceRate().isEmpty()) {
            return new Judgement(Verdict.CANNOT_TELL, "the reference has no rate");
        }
        Judgement byChance = gap.group().inference() == Inference.DESCRIPTIVE ? exact(gap) : byInterval(gap);
        return unknownsCouldChange(gap, byChance.verdict)
                ? new Judgement(Verdict.CANNOT_TELL, "unknown outcomes could change it")
                : byChance;
    }

    /** A complete count is compared by exact fractions. */
    private static Judgement exact(GapEstimate gap) {
        Share here = gap.group().share().orElseThrow();
        BigDecimal sign = sign(gap);
        // yes/n - r < -margin, multiplied out so that only whole numbers and exact decimals meet.
        BigDecimal n = BigDecimal.valueOf(here.n());
        BigDecimal yes = BigDecimal.valueOf(here.yes());
        boolean behind = gap.given()
                .map(target -> sign.multiply(yes.subtract(target.multiply(n)))
                                .compareTo(gap.margin().negate().multiply(n))
                        < 0)
                .orElseGet(() -> {
                    Share there = gap.other().flatMap(Estimate::share).orElseThrow();
                    BigDecimal m = BigDecimal.valueOf(there.n());
                    BigDecimal difference = yes.multiply(m)
                            .subtract(BigDecimal.valueOf(there.yes()).multiply(n));
                    return sign.multiply(difference)
                                    .compareTo(gap.margin().negate().multiply(n).multiply(m))
                            < 0;
                });
        return new Judgement(behind ? Verdict.BEHIND : Verdict.NOT_BEHIND, "complete count");
    }

    private static Judgement byInterval(GapEstimate gap) {
        if (gap.isItself()) {
            return new Judgement(Verdict.NOT_BEHIND, "the group is the reference");
        }
        Optional<Interval> limits = gap.in(Scale.POINTS).interval();
        if (limits.isEmpty()) {
            String why = gap.in(Scale.POINTS)
                    .withoutLimits()
                    .map(Undefined::toString)
                    .orElse("no interval");
            return new Judgement(Verdict.CANNOT_TELL, why);
        }
        double margin = gap.margin().doubleValue();
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        double lower = adverse ? -limits.get().upper() : limits.get().lower();
        double upper = adverse ? -limits.get().lower() : limits.get().upper();
        if (upper < -margin) {
            return new Judgement(Verdict.BEHIND, "the whole interval lies beyond the margin");
        }
        return lower >= -margin
                ? new Judgement(Verdict.NOT_BEHIND, "the whole interval lies on this side of the margin")
                : new Judgement(Verdict.CANNOT_TELL, "the interval holds the margin");
    }

    private static boolean unknownsCouldChange(GapEstimate gap, Verdict verdict) {
        boolean matter = gap.group().unknownsMatter()
                || gap.referenceBounds()
                        .filter(there -> there.least() < there.most())
                        .isPresent();
        if (!matter || verdict == Verdict.CANNOT_TELL) {
            return false;
        }
        double margin = gap.margin().doubleValue();
        Bounds bounds = gap.in(Scale.POINTS).bounds().orElse(new Bounds(-1, 1));
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        double worst = adverse ? -bounds.most() : bounds.least();
        double best = adverse ? -bounds.least() : bounds.most();
        return verdict == Verdict.BEHIND ? best >= -margin : worst < -margin;
    }

    private static BigDecimal sign(GapEstimate gap) {
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        return adverse ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }
}
