package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
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
        boolean itself = gap.both().n() > 0
                && gap.other()
                        .flatMap(Estimate::share)
                        .filter(gap.both()::equals)
                        .isPresent();
        if (itself && gap.group().share().filter(gap.both()::equals).isPresent()) {
            return new Judgement(Verdict.NOT_BEHIND, "the group is the reference");
        }
        Optional<Interval> limits = gap.differenceInterval();
        if (limits.isEmpty()) {
            return new Judgement(Verdict.CANNOT_TELL, "no interval");
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
                || gap.other().map(Estimate::unknownsMatter).orElse(false);
        if (!matter || verdict == Verdict.CANNOT_TELL) {
            return false;
        }
        double margin = gap.margin().doubleValue();
        double hereLow = gap.group().ifUnknownsNo().orElse(0.0);
        double hereHigh = gap.group().ifUnknownsYes().orElse(1.0);
        double thereLow = gap.other()
                .flatMap(Estimate::ifUnknownsNo)
                .or(gap::referenceRate)
                .orElse(0.0);
        double thereHigh = gap.other()
                .flatMap(Estimate::ifUnknownsYes)
                .or(gap::referenceRate)
                .orElse(1.0);
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        double worst = adverse ? thereLow - hereHigh : hereLow - thereHigh;
        double best = adverse ? thereHigh - hereLow : hereHigh - thereLow;
        return verdict == Verdict.BEHIND ? best >= -margin : worst < -margin;
    }

    private static BigDecimal sign(GapEstimate gap) {
        boolean adverse = gap.group().indicator().direction() == Indicator.Direction.ADVERSE;
        return adverse ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    }
}
