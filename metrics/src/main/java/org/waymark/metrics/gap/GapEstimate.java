package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Inference;
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
 * @param both the members of the group who stand in the reference as well
 * @param scale in what the gap is told
 * @param margin how far behind is worth telling, an exact difference of shares
 */
public record GapEstimate(
        Estimate group, Reference reference, Optional<Estimate> other, Share both, Scale scale, BigDecimal margin)
        implements Tabular {

    /** The reference's name: of the best group, which one it is. */
    public String referenceName() {
        boolean selected = reference instanceof Reference.Best;
        return other.filter(estimate -> selected)
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

    /** The interval to read: by clusters where there are any, else of independent members. */
    public Optional<Interval> interval() {
        Optional<Interval> clustered = clusteredInterval(scale);
        return clustered.isPresent() ? clustered : independentInterval(scale);
    }

    /** The interval as if members were independent of each other. */
    public Optional<Interval> independentInterval() {
        return independentInterval(scale);
    }

    private Optional<Interval> independentInterval(Scale in) {
        if (value().isEmpty() || group.inference() == Inference.DESCRIPTIVE) {
            return Optional.empty();
        }
        Share here = group.share().orElseThrow();
        double level = group.confidence();
        if (given().isPresent()) {
            return toGiven(group.method().of(here, level), in);
        }
        TwoShares two = new TwoShares(here, other.flatMap(Estimate::share).orElseThrow(), both);
        return in == Scale.POINTS
                ? two.differenceInterval(level).map(limits -> limits.clippedTo(-1, 1))
                : two.ratioInterval(level);
    }

    private Optional<Interval> clusteredInterval(Scale in) {
        if (value().isEmpty() || group.inference() == Inference.DESCRIPTIVE) {
            return Optional.empty();
        }
        double level = group.confidence();
        if (given().isPresent()) {
            return group.clusteredInterval().flatMap(limits -> toGiven(limits, in));
        }
        Optional<Clusters> here = group.clusters();
        Optional<Clusters> there = other.flatMap(Estimate::clusters);
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        double difference = group.value().orElseThrow() - referenceRate().orElseThrow();
        return in == Scale.POINTS
                ? here.get()
                        .differenceError(there.get())
                        .map(error -> error.interval(difference, level).clippedTo(-1, 1))
                : here.get().logRatioError(there.get()).map(error -> {
                    Interval log = error.interval(Math.log(value().orElseThrow()), level);
                    return new Interval(Math.exp(log.lower()), Math.exp(log.upper()), level, log.method());
                });
    }

    private Optional<Interval> toGiven(Interval rate, Scale in) {
        double there = referenceRate().orElseThrow();
        if (in == Scale.POINTS) {
            return Optional.of(
                    new Interval(rate.lower() - there, rate.upper() - there, rate.confidence(), rate.method()));
        }
        return there == 0
                ? Optional.empty()
                : Optional.of(
                        new Interval(rate.lower() / there, rate.upper() / there, rate.confidence(), rate.method()));
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

    /** The interval of the difference, whatever the scale. */
    Optional<Interval> differenceInterval() {
        Optional<Interval> clustered = clusteredInterval(Scale.POINTS);
        return clustered.isPresent() ? clustered : independentInterval(Scale.POINTS);
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
