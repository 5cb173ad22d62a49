package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.NeededStudents;
import org.waymark.metrics.rate.Share;

/**
 * The gap of one group: its rate against that of a reference, never the other way round. A negative difference, or a ratio
 * below 1, is a group with the lower rate.
 *
 * @param group the group's rate
 * @param reference with what it is compared
 * @param other the rate of the reference; empty for a rate that is given, or if no group can be the reference
 * @param referenceBounds between which rates that of the reference must lie, whatever masked counts and unknown outcomes turn
 *     out to be; of the best group, whichever it is
 * @param both the members of the group who stand in the reference as well
 * @param scale in what the gap is told
 * @param margin how far behind is worth telling, an exact difference of shares
 */
public record GapEstimate(
        Estimate group,
        Reference reference,
        Optional<Estimate> other,
        Optional<Bounds> referenceBounds,
        Share both,
        Scale scale,
        BigDecimal margin)
        implements Tabular {

    /** The reference's name: of the best group, which one it is. */
    public String referenceName() {
        boolean selected = reference instanceof Reference.Best;
        return other.filter(estimate -> selected && estimate.share().isPresent())
                .map(estimate -> reference + ": " + estimate.group())
                .orElse(reference.toString());
    }

    /** The exact rate that is given; empty if the reference is a set of members. */
    public Optional<BigDecimal> given() {
        return reference instanceof Reference.Given target ? Optional.of(target.rate()) : Optional.empty();
    }

    /** The rate of the reference; empty if there is none. */
    public Optional<Double> referenceRate() {
        return given().map(BigDecimal::doubleValue).or(() -> other.flatMap(Estimate::value));
    }

    /** Why there is no gap to tell; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (group.undefined().isPresent()) {
            return group.undefined();
        }
        if (given().isEmpty() && other.isEmpty()) {
            return Optional.of(Undefined.NO_REFERENCE);
        }
        Optional<Undefined> there = other.flatMap(Estimate::undefined);
        if (there.isPresent()) {
            return there;
        }
        boolean nothing = scale == Scale.RATIO && referenceRate().orElse(0.0) == 0;
        return nothing ? Optional.of(Undefined.ZERO_DENOMINATOR) : Optional.empty();
    }

    /** The gap: a difference in [-1, 1] or a ratio, as the scale says. */
    public Optional<Double> value() {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        double here = group.value().orElseThrow();
        double there = referenceRate().orElseThrow();
        return Optional.of(scale == Scale.POINTS ? here - there : here / there);
    }

    /**
     * The interval to read: by clusters where the question asked for them, else of independent members. Empty where
     * clusters give none, with the reason in {@link #withoutLimits}.
     */
    public Optional<Interval> interval() {
        return uncertainty(scale).interval();
    }

    /** The interval as if members were independent of each other. */
    public Optional<Interval> independentInterval() {
        return uncertainty(scale).independent();
    }

    /** Why a gap has no interval; empty if it has one, or if none was asked for. */
    public Optional<Undefined> withoutLimits() {
        return uncertainty(scale).withoutLimits();
    }

    /** The standard error, by clusters where there are any: of a difference as it is, of a ratio on the logarithm. */
    public Optional<Double> standardError() {
        return uncertainty(scale).error();
    }

    /** The standard error as if members were independent of each other. */
    public Optional<Double> independentError() {
        return uncertainty(scale).independentError();
    }

    /** The standard error by clusters. */
    public Optional<Clusters.StandardError> clusterError() {
        return uncertainty(scale).clusterError();
    }

    /** By how much clustering widens the variance of the gap; 1 if it does not. Empty without clusters. */
    public Optional<Double> designEffect() {
        return clusterError()
                .flatMap(error -> independentError().map(independent -> {
                    double widening = error.value() / independent;
                    return widening * widening;
                }));
    }

    /** Whether there is a gap at all; empty where no test can be made. */
    public Optional<GapTest> test() {
        return uncertainty(scale).test();
    }

    /** Between which values the gap must lie, whatever masked counts and unknown outcomes turn out to be. */
    public Optional<Bounds> bounds() {
        return Extremes.of(this, scale);
    }

    /**
     * The smallest gap to the group's disadvantage, from none, that groups of these sizes would show with a power of 80 %.
     * Clusters count as their effective number of members. Empty where it cannot be said.
     */
    public Optional<Double> detectable() {
        return Detectable.of(this);
    }

    /** The same with limits at another level. */
    public GapEstimate confidence(double level) {
        return new GapEstimate(
                group.confidence(level),
                reference,
                other.map(there -> there.confidence(level)),
                referenceBounds,
                both,
                scale,
                margin);
    }

    /** The same gap told otherwise. */
    public GapEstimate in(Scale otherwise) {
        return new GapEstimate(group, reference, other, referenceBounds, both, otherwise, margin);
    }

    /** Whether the group is its own reference. */
    public boolean isItself() {
        return other.filter(there -> both.n() > 0)
                .flatMap(Estimate::share)
                .filter(there -> there.equals(both) && group.share().equals(Optional.of(both)))
                .isPresent();
    }

    private Uncertainty uncertainty(Scale in) {
        return new Uncertainty(this, in);
    }

    /** How many more of the group would have to succeed to reach the reference as it is. Empty where there is no gap. */
    public OptionalLong needed() {
        if (undefined().isPresent() && undefined().get() != Undefined.ZERO_DENOMINATOR) {
            return OptionalLong.empty();
        }
        if (group.indicator().direction() == Indicator.Direction.ADVERSE) {
            return OptionalLong.empty();
        }
        Share here = group.share().orElseThrow();
        return OptionalLong.of(given().map(target -> NeededStudents.toReach(here, target))
                .orElseGet(() -> NeededStudents.toMatch(
                        here, other.flatMap(Estimate::share).orElseThrow())));
    }

    /**
     * Whether the group is behind by more than the margin, always told on the difference. It is decided by the interval;
     * of a complete count by the exact fractions.
     */
    public Verdict verdict() {
        return judged().verdict();
    }

    /** Why the verdict is as it is, in a few words. */
    public String verdictReason() {
        return judged().reason();
    }

    private Judgement judged() {
        return Judgement.of(this);
    }

    /** The gap in words. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add(group.explain());
        lines.add("Compared with " + referenceName()
                + referenceRate().map(rate -> " at " + percent(rate)).orElse("")
                + (reference instanceof Reference.Best ? " (selected by looking at the data)" : "") + ".");
        undefined()
                .ifPresentOrElse(
                        reason -> lines.add("There is no gap to tell: " + reason + "."),
                        () -> lines.add("Gap: " + this + "."));
        lines.add("Behind by more than "
                + margin.movePointRight(2).stripTrailingZeros().toPlainString() + " percentage points? " + verdict()
                + ": " + verdictReason() + ".");
        clusterError()
                .filter(error -> error.isDoubtful() && group.clusterError().isEmpty())
                .ifPresent(error -> lines.add(error.warning()));
        test().ifPresent(test -> lines.add("No gap at all? " + test + "."));
        if (verdict() == Verdict.CANNOT_TELL) {
            detectable()
                    .ifPresent(smallest -> lines.add("Groups of these sizes would show a gap of "
                            + String.format(Locale.ROOT, "%.1f", 100 * smallest)
                            + " percentage points or more, four times out of five."));
        }
        needed().ifPresent(
                        count -> lines.add(count + " more would have had to succeed to reach the reference as it is."));
        return String.join("\n", lines);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Override
    public Table toTable() {
        return GapTable.of(List.of(this));
    }

    /** The gap as the row that all families of measures share. */
    public Figure toFigure() {
        String measure = scale == Scale.POINTS ? "Percentage point gap" : "Rate ratio";
        Figure.Builder figure = undefined()
                .map(why -> Figure.undefined(measure, why))
                .orElseGet(() -> Figure.of(measure, value().orElseThrow()));
        figure.of(group.group() + " to " + referenceName()).verdict(verdict().name());
        figure.inference(group.inference())
                .method(standardError().isEmpty() || scale == Scale.POINTS ? "" : "error of ln");
        standardError().ifPresent(figure::standardError);
        interval().ifPresent(figure::interval);
        if (undefined().isEmpty()) {
            withoutLimits().ifPresent(figure::withoutLimits);
        }
        bounds().filter(between -> between.least() < between.most()).ifPresent(figure::bounds);
        group.share().ifPresent(share -> figure.count("yes", share.yes()).count("n", share.n()));
        other.flatMap(Estimate::share)
                .ifPresent(there -> figure.count("reference_yes", there.yes()).count("reference_n", there.n()));
        return figure.build();
    }

    /** Written as {@code -8.3 points [-12.1, -4.5] Newcombe 95 % vs the rest: BEHIND}. */
    @Override
    public String toString() {
        if (undefined().isPresent()) {
            return group.group() + ": (" + undefined().get() + ")";
        }
        boolean points = scale == Scale.POINTS;
        double factor = points ? 100 : 1;
        String pattern = points ? "%+.1f" : "%.3f";
        StringBuilder text = new StringBuilder(group.group())
                .append(": ")
                .append(String.format(Locale.ROOT, pattern, factor * value().orElseThrow()))
                .append(points ? " points" : " times");
        interval()
                .ifPresent(limits -> text.append(String.format(
                        Locale.ROOT,
                        " [" + pattern + ", " + pattern + "] %s",
                        factor * limits.lower(),
                        factor * limits.upper(),
                        limits.method())));
        return text.append(" vs ")
                .append(referenceName())
                .append(": ")
                .append(verdict())
                .toString();
    }
}
