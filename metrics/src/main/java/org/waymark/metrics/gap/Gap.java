package org.waymark.metrics.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.ByGroup;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/**
 * The gap between each group and a reference.
 *
 * <p><b>Formula:</b> the group's rate minus that of the reference, or divided by it. <b>Unit:</b> a difference of shares
 * in [-1, 1], printed in percentage points; or a ratio. <b>How to read it:</b> negative, or below 1, is a group with the
 * lower rate; the verdict says whether it is behind by more than the margin, which for an adverse indicator is the higher
 * rate. <b>When it applies:</b> to every indicator; groups that overlap, and references of which the group is a part, have
 * the covariance in their intervals. <b>Edge cases:</b> a group or a reference of nobody has no gap, with the reason; a
 * ratio to 0 neither. <b>Source:</b> {@link TwoShares}; by clusters, {@link Clusters}.
 *
 * @param rate how rates are found
 * @param reference with what groups are compared
 * @param scale in what gaps are told
 * @param margin how far behind is worth telling, an exact difference of shares of 0 or more
 */
public record Gap(Rate rate, Reference reference, Scale scale, BigDecimal margin) {
    /** Two percentage points. */
    public static final BigDecimal DEFAULT_MARGIN = new BigDecimal("0.02");

    /** Refuses negative margins. */
    public Gap {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(scale, "scale");
        if (margin.signum() < 0) {
            throw new IllegalArgumentException("margin: must be 0 or more, was " + margin);
        }
    }

    /** Gaps to everybody, in points, with a margin of two percentage points and intervals at 95 %. */
    public static Gap of(Indicator indicator) {
        return new Gap(Rate.of(indicator), Reference.overall(), Scale.POINTS, DEFAULT_MARGIN);
    }

    /** The same compared with something else. */
    public Gap to(Reference other) {
        return new Gap(rate, other, scale, margin);
    }

    /** The same told otherwise. */
    public Gap in(Scale other) {
        return new Gap(rate, reference, other, margin);
    }

    /** The same with another margin. */
    public Gap margin(String exactShare) {
        return new Gap(rate, reference, scale, new BigDecimal(exactShare));
    }

    /** The same with rates found otherwise. */
    public Gap rates(Rate other) {
        return new Gap(other, reference, scale, margin);
    }

    /** The gap of everybody to a rate that is given. */
    public Measure<Tally, GapEstimate> overall() {
        return tally -> {
            Estimate everybody = rate.over(tally);
            return gap(tally, List.of(), everybody, everybody, List.of());
        };
    }

    /** The gap of each group along the axes. */
    public Measure<Tally, ByGroup<GapEstimate>> by(Axis... axes) {
        List<Axis> along = List.of(axes);
        return tally -> {
            ByGroup<Estimate> rates = rate.by(axes).over(tally);
            List<GapEstimate> gaps = new ArrayList<>();
            for (Estimate group : rates.groups()) {
                gaps.add(gap(tally, along, group, rates.overall(), rates.groups()));
            }
            GapEstimate everybody = gap(tally, List.of(), rates.overall(), rates.overall(), List.of());
            return new ByGroup<>(along, everybody, gaps, gap -> gap.group().group(), GapTable::of);
        };
    }

    private GapEstimate gap(Tally tally, List<Axis> axes, Estimate group, Estimate everybody, List<Estimate> groups) {
        Share nobody = new Share(0, 0);
        if (reference instanceof Reference.Given given) {
            double rate = given.rate().doubleValue();
            return result(group, Optional.empty(), Optional.of(new Bounds(rate, rate)), nobody);
        } else if (reference instanceof Reference.Overall) {
            return to(everybody, group, group.share().orElse(nobody));
        } else if (reference instanceof Reference.Rest) {
            return to(rest(everybody, group), group, nobody);
        }
        if (reference instanceof Reference.Best rule) {
            BestGroup best = new BestGroup(rule, rate.indicator().direction());
            Optional<Estimate> other = best.among(groups);
            return result(group, other, best.bounds(groups), both(tally, axes, group, other));
        }
        Optional<Estimate> other = groups.stream()
                .filter(g -> ((Reference.Named) reference).is(g.cell()))
                .findFirst();
        return result(group, other, other.flatMap(Extremes::ofRate), both(tally, axes, group, other));
    }

    private GapEstimate to(Estimate other, Estimate group, Share both) {
        return result(group, Optional.of(other), Extremes.ofRate(other), both);
    }

    private GapEstimate result(Estimate group, Optional<Estimate> other, Optional<Bounds> bounds, Share both) {
        return new GapEstimate(group, reference, other, bounds, both, scale, margin);
    }

    private Share both(Tally tally, List<Axis> axes, Estimate group, Optional<Estimate> other) {
        return other.map(there -> both(tally, axes, group, there)).orElse(new Share(0, 0));
    }

    private static Estimate rest(Estimate everybody, Estimate group) {
        Map<State, Count> counts = new LinkedHashMap<>();
        everybody
                .cell()
                .minus(group.cell())
                .counts()
                .forEach((state, count) ->
                        counts.put(state, Count.between(Math.max(0, count.low()), Math.max(0, count.high()))));
        Cell cell = new Cell(List.of(Label.of("the rest")), counts);
        Optional<Clusters> clusters = everybody
                .clusters()
                .flatMap(all -> group.clusters().map(own -> {
                    List<Share> shares = new ArrayList<>();
                    for (int i = 0; i < own.shares().size(); i++) {
                        shares.add(all.shares().get(i).minus(own.shares().get(i)));
                    }
                    return new Clusters(shares);
                }));
        return new Estimate(
                group.indicator(),
                group.question(),
                List.of(),
                cell,
                group.inference(),
                group.confidence(),
                group.method(),
                clusters);
    }

    private static boolean isGroup(Estimate group) {
        return group.cell().labels().stream().allMatch(Label::isGroup);
    }

    private Share both(Tally tally, List<Axis> axes, Estimate group, Estimate other) {
        if (group.cell().labels().equals(other.cell().labels())) {
            return group.share().orElse(new Share(0, 0));
        }
        boolean overlapping = axes.stream().anyMatch(axis -> tally.overlap(axis) || !tally.overlapIsKnown(axis));
        if (!overlapping || !isGroup(group)) {
            return new Share(0, 0);
        }
        if (axes.size() > 1) {
            throw new IllegalArgumentException(
                    "axes: groups of a crossing that overlap can be compared with overall, the rest or a given rate");
        }
        Cell shared = tally.shared(rate.indicator(), axes.get(0), group.group(), other.group());
        return shared.known().isExact() && shared.yes().isExact()
                ? new Share(shared.yes().exact(), shared.known().exact())
                : new Share(0, 0);
    }
}
