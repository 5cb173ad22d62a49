package org.waymark.metrics.attainment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.ContingencyTable;
import org.waymark.metrics.rate.Share;

/**
 * How well an outcome can be told from the group a member stands in; where it cannot, success is not predictable by it.
 *
 * <p><b>Formula:</b> with rates p of groups of n and the rate P of all N of them: largest gap = max p - min p; mean absolute
 * deviation = Σ n |p - P| / N; between-group share of variance = Σ n (p - P)² / (N P (1 - P)); Cramér's V,
 * whose square it is with a yes-or-no outcome, and V corrected for the chance that even unrelated groups differ (Bergsma).
 *
 * <p><b>Unit:</b> the first two are differences of shares, the others lie in [0, 1].
 *
 * <p><b>How to read it:</b> 0 is an outcome that cannot be told from the group; 1 one that can be told without fail.
 *
 * <p><b>When it applies:</b> to families of which a member stands in one group only. Small groups make the largest gap large by
 * chance; the corrected V is made for that.
 *
 * <p><b>Edge cases:</b> fewer than two groups with members, masked counts and groups that share members give no number; an
 * outcome that everybody or nobody reaches has no variance to share.
 *
 * <p><b>Source:</b> H. Cramér (1946), Mathematical Methods of Statistics, 282; W. Bergsma (2013), Journal of the Korean
 * Statistical Society 42:323; Career Connect Southwest, success not predictable by social, cultural, gender, racial or economic
 * factors.
 *
 * @param indicator the outcome
 * @param axis the family of groups
 * @param groups the groups with members of known outcome; empty if they cannot be compared
 * @param undefined why they cannot be compared; empty if they can
 */
public record Predictability(Indicator indicator, Axis axis, List<Share> groups, Optional<Undefined> undefined)
        implements Tabular {
    /** Copies the groups. */
    public Predictability {
        groups = List.copyOf(groups);
    }

    /** The recipe for an outcome and a family of groups. Members of no group and of an unknown one are left aside. */
    public static Measure<Tally, Predictability> of(Indicator indicator, Axis axis) {
        return tally -> {
            List<Share> groups = new ArrayList<>();
            for (Cell cell : tally.by(indicator, axis)) {
                if (!cell.yes().isExact() || !cell.no().isExact()) {
                    return new Predictability(indicator, axis, List.of(), Optional.of(Undefined.MASKED));
                }
                if (cell.labels().stream().allMatch(Label::isGroup)
                        && cell.known().exact() > 0) {
                    groups.add(new Share(cell.yes().exact(), cell.known().exact()));
                }
            }
            long members = groups.stream().mapToLong(Share::n).sum();
            boolean shared = members > tally.total(indicator).known().high();
            Optional<Undefined> why = shared
                    ? Optional.of(Undefined.SHARED_MEMBERS)
                    : groups.isEmpty()
                            ? Optional.of(Undefined.NO_OBSERVATIONS)
                            : groups.size() == 1 ? Optional.of(Undefined.SINGLE_GROUP) : Optional.empty();
            return new Predictability(indicator, axis, why.isEmpty() ? groups : List.of(), why);
        };
    }

    private Share all() {
        return groups.stream().reduce(new Share(0, 0), Share::plus);
    }

    /** The best rate minus the worst. */
    public Optional<Double> largestGap() {
        return undefined.isPresent()
                ? Optional.empty()
                : Optional.of(groups.stream().mapToDouble(Share::value).max().orElseThrow()
                        - groups.stream().mapToDouble(Share::value).min().orElseThrow());
    }

    /** How far a member's group lies from the rate of all, on average. */
    public Optional<Double> meanDeviation() {
        if (undefined.isPresent()) {
            return Optional.empty();
        }
        Share all = all();
        double sum = 0;
        for (Share group : groups) {
            sum += group.n() * Math.abs(group.value() - all.value());
        }
        return Optional.of(sum / all.n());
    }

    /** How much of the outcome's variance lies between groups. */
    public Optional<Double> betweenShare() {
        Share all = all();
        if (undefined.isPresent() || all.yes() == 0 || all.no() == 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (Share group : groups) {
            double away = group.value() - all.value();
            sum += group.n() * away * away;
        }
        return Optional.of(sum / (all.n() * all.value() * (1 - all.value())));
    }

    private ContingencyTable table() {
        return new ContingencyTable(
                groups.stream().map(group -> List.of(group.yes(), group.no())).toList());
    }

    /** Cramér's V. */
    public Optional<Double> cramersV() {
        return undefined.isPresent() ? Optional.empty() : table().cramersV();
    }

    /** Cramér's V without what chance alone gives. */
    public Optional<Double> correctedCramersV() {
        return undefined.isPresent() ? Optional.empty() : table().correctedCramersV();
    }

    @Override
    public Table toTable() {
        List<Figure> figures = List.of(
                figure("Largest gap", largestGap()),
                figure("Mean absolute deviation", meanDeviation()),
                figure("Between-group share of variance", betweenShare()),
                figure("Cramér's V", cramersV()),
                figure("Cramér's V, corrected", correctedCramersV()));
        return Figure.table(indicator.name() + ": how far it can be told from " + axis.title(), figures);
    }

    private Figure figure(String measure, Optional<Double> value) {
        Figure.Builder figure = value.map(number -> Figure.of(measure, number))
                .orElseGet(() -> Figure.undefined(measure, undefined.orElse(Undefined.ZERO_VARIANCE)));
        return figure.of(groups.size() + " groups")
                .count("n", all().n())
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
