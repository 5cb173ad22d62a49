package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * The rate of one group: yes / (yes + no), members whose window has closed and whose outcome is known.
 *
 * @param indicator what was asked
 * @param question of whom, as of when
 * @param axes along what the group stands; empty for everybody
 * @param cell the group and its counts
 * @param inference what the interval speaks about
 * @param confidence the level of the interval
 * @param method how the interval is found where members are independent of each other
 * @param clusters the group cluster by cluster, if the question asked for clusters and counts are exact
 */
public record Estimate(
        Indicator indicator,
        Question question,
        List<Axis> axes,
        Cell cell,
        Inference inference,
        double confidence,
        RateInterval method,
        Optional<Clusters> clusters)
        implements Tabular {
    /** Copies the axes. */
    public Estimate {
        axes = List.copyOf(axes);
    }

    /** The group's name; {@code all} for everybody. */
    public String group() {
        return cell.name();
    }

    /** The exact fraction; empty if the source keeps counts back. */
    public Optional<Share> share() {
        return Share.of(cell);
    }

    /** Why there is no number; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (share().isEmpty()) {
            return Optional.of(Undefined.MASKED);
        }
        if (cell.known().high() > 0) {
            return Optional.empty();
        }
        boolean open = cell.open().high() > 0 || cell.early().high() > 0;
        return Optional.of(open ? Undefined.NOT_YET_OBSERVABLE : Undefined.NO_OBSERVATIONS);
    }

    /** The rate, in [0, 1]; empty if there is no number. */
    public Optional<Double> value() {
        return undefined().isPresent() ? Optional.empty() : share().map(Share::value);
    }

    /**
     * The interval to read: by clusters where there are any, else that of independent members. Empty for a complete count and where there is
     * no number.
     */
    public Optional<Interval> interval() {
        Optional<Interval> clustered = clusteredInterval();
        return clustered.isPresent() ? clustered : independentInterval();
    }

    /** The interval as if members were independent of each other. */
    public Optional<Interval> independentInterval() {
        return value().isEmpty() || inference == Inference.DESCRIPTIVE
                ? Optional.empty()
                : share().map(share -> method.of(share, confidence));
    }

    /** The interval that knows that members of one cluster are not independent, in [0, 1]. */
    public Optional<Interval> clusteredInterval() {
        return value().isEmpty() || inference == Inference.DESCRIPTIVE
                ? Optional.empty()
                : clusterError()
                        .map(error -> error.interval(value().orElseThrow(), confidence)
                                .clippedTo(0, 1));
    }

    /** The standard error by clusters. */
    public Optional<Clusters.StandardError> clusterError() {
        return clusters.flatMap(Clusters::rateError);
    }

    /** By how much clustering widens the variance; 1 if it does not. Empty without clusters or variation. */
    public Optional<Double> designEffect() {
        return clusters.flatMap(Clusters::designEffect);
    }

    /** The same at another level. */
    public Estimate confidence(double level) {
        return new Estimate(indicator, question, axes, cell, inference, level, method, clusters);
    }

    /** The lowest the rate can be, given that counts are masked. In [0, 1]; empty if nobody can be counted. */
    public Optional<Double> least() {
        return ratio(cell.yes().low(), cell.no().high());
    }

    /** The highest the rate can be, given that counts are masked. */
    public Optional<Double> most() {
        return ratio(cell.yes().high(), cell.no().low());
    }

    /** The rate if every unknown outcome of a closed window were no. */
    public Optional<Double> ifUnknownsNo() {
        return ratio(cell.yes().low(), cell.no().high() + unknownClosed().high());
    }

    /** The rate if every unknown outcome of a closed window were yes. */
    public Optional<Double> ifUnknownsYes() {
        return ratio(cell.yes().high() + unknownClosed().high(), cell.no().low());
    }

    /** Members whose window has closed and whose outcome is unknown. */
    public Count unknownClosed() {
        Count all = cell.unknown();
        Count open = cell.open();
        return Count.between(Math.max(0, all.low() - open.high()), Math.max(0, all.high() - open.low()));
    }

    /** Whether unknown outcomes could change the rate and the indicator asks to show it. */
    public boolean unknownsMatter() {
        return indicator.unknowns() == UnknownRule.BOUNDS && unknownClosed().high() > 0;
    }

    private static Optional<Double> ratio(long yes, long no) {
        return yes + no == 0 ? Optional.empty() : Optional.of((double) yes / (yes + no));
    }

    /** What is measured, of whom and when: {@code Credential by age 26, class of 2019}. The heading of tables. */
    public String subject() {
        return indicator.name() + ", " + question.of().name()
                + question.period().map(period -> ", " + period).orElse("");
    }

    /** The figure in words, with its definition and what was left out. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add(indicator + ", " + group() + " of " + question.of().name() + ", as of " + question.asOf() + ".");
        lines.add(indicator.sentence());
        undefined()
                .ifPresentOrElse(
                        reason -> lines.add("There is no rate: " + reason + "."),
                        () -> lines.add(cell.yes() + " of the " + cell.known()
                                + " whose window has closed and whose outcome is known succeeded: "
                                + percent(value().orElseThrow()) + "."));
        interval().ifPresent(limits -> lines.add(inWords(limits)));
        clusterError().filter(Clusters.StandardError::isDoubtful).ifPresent(error -> lines.add(error.warning()));
        if (unknownsMatter()) {
            lines.add(unknownClosed() + " outcomes are unknown: the rate would be "
                    + percent(ifUnknownsNo().orElse(0.0)) + " if all of them were no and "
                    + percent(ifUnknownsYes().orElse(1.0)) + " if all were yes.");
        }
        if (cell.early().high() > 0 || cell.open().high() > 0) {
            lines.add(cell.early() + " have succeeded and " + cell.open()
                    + " have not while their window is still open; they enter no rate.");
        }
        cell.excludedByReason().forEach((reason, count) -> lines.add(count + " left out: " + reason + "."));
        if (!indicator.citation().isEmpty()) {
            lines.add("Source: " + indicator.citation() + ".");
        }
        return String.join("\n", lines);
    }

    /** The level is that of the method: it says how often such intervals hold the rate, not how likely this one does. */
    private String inWords(Interval limits) {
        String level = limits.level();
        return level + " confidence interval of the underlying rate: " + percent(limits.lower()) + " to "
                + percent(limits.upper()) + " (" + limits.method() + "). Of intervals found this way about " + level
                + " hold the rate that underlies the counts.";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Override
    public Table toTable() {
        return EstimateTable.of(List.of(this));
    }

    /** Written as {@code 336/549 = 0.612 [0.571, 0.652] Wilson 95 %}. */
    @Override
    public String toString() {
        if (undefined().isPresent()) {
            String range = undefined().get() == Undefined.MASKED && least().isPresent()
                    ? String.format(Locale.ROOT, ", %.3f to %.3f", least().orElse(0.0), most().orElse(1.0))
                    : "";
            return "(" + undefined().get() + range + ")";
        }
        return share().orElseThrow()
                + String.format(Locale.ROOT, " = %.3f", value().orElseThrow())
                + interval().map(limits -> " " + limits).orElse("");
    }
}
