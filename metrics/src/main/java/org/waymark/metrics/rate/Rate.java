package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;

/**
 * The rate of an indicator, for everybody or by group.
 *
 * <p><b>Formula:</b> yes / (yes + no). <b>Unit:</b> a share in [0, 1]. <b>How to read it:</b> 0 is nobody, 1 everybody of
 * those whose window has closed and whose outcome is known. <b>When it applies:</b> to every indicator. <b>Edge
 * cases:</b> where nobody can be counted there is no number, with the reason; unknown outcomes of closed windows are
 * shown as the rate if all were no and if all were yes; masked counts give bounds; members who succeeded while their
 * window is open never enter. <b>Source:</b> of the interval, {@link WilsonScore}; by clusters, {@link Clusters}.
 *
 * @param indicator which
 * @param inference what the interval speaks about
 * @param confidence its level
 * @param method how it is found where members are independent of each other
 */
public record Rate(Indicator indicator, Inference inference, double confidence, RateInterval method)
        implements Measure<Tally, Estimate> {
    /** Refuses levels outside (0, 1). */
    public Rate {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(inference, "inference");
        Objects.requireNonNull(method, "method");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** The rate with the interval of a process, at 95 %. */
    public static Rate of(Indicator indicator) {
        return new Rate(indicator, Inference.PROCESS, 0.95, RateInterval.WILSON);
    }

    /** The same with another aim of the interval. */
    public Rate inference(Inference aim) {
        return new Rate(indicator, aim, confidence, method);
    }

    /** The same at another level. */
    public Rate confidence(double level) {
        return new Rate(indicator, inference, level, method);
    }

    /** The same with another interval for members that are independent of each other. */
    public Rate interval(RateInterval other) {
        return new Rate(indicator, inference, confidence, other);
    }

    /** The same by group. */
    public Measure<Tally, ByGroup<Estimate>> by(Axis... axes) {
        List<Axis> along = List.of(axes);
        return tally -> new ByGroup<>(along, over(tally), groups(tally, along), Estimate::group, EstimateTable::of);
    }

    @Override
    public Estimate over(Tally tally) {
        return groups(tally, List.of()).get(0);
    }

    private List<Estimate> groups(Tally tally, List<Axis> axes) {
        Axis[] along = axes.toArray(new Axis[0]);
        List<Cell> cells = tally.by(indicator, along);
        Map<Label, List<Cell>> byCluster = tally.byCluster(indicator, along);
        // A school that none of the members attends is no cluster of theirs: it would lend them degrees of freedom.
        tally.byCluster(indicator).forEach((cluster, everybody) -> {
            if (everybody.get(0).known().high() == 0) {
                byCluster.remove(cluster);
            }
        });
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (!cell.labels().stream().allMatch(Label::isGroup)
                    && cell.members().high() == 0) {
                continue;
            }
            estimates.add(new Estimate(
                    indicator, tally.question(), axes, cell, inference, confidence, method, clusters(byCluster, i)));
        }
        return estimates;
    }

    /** The cell's members cluster by cluster, if there are clusters and counts are exact. */
    private static Optional<Clusters> clusters(Map<Label, List<Cell>> byCluster, int cell) {
        List<Share> shares = new ArrayList<>();
        for (List<Cell> cells : byCluster.values()) {
            Cell one = cells.get(cell);
            if (!one.yes().isExact() || !one.no().isExact()) {
                return Optional.empty();
            }
            shares.add(new Share(one.yes().exact(), one.known().exact()));
        }
        return shares.isEmpty() ? Optional.empty() : Optional.of(new Clusters(shares));
    }
}
