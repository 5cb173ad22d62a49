package org.waymark.metrics.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.ContingencyTable;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Jackknife;
import org.waymark.metrics.rate.Share;

/**
 * How far an outcome can be predicted from the group a member stands in.
 *
 * <p><b>Formula:</b> Cramér's V of groups by outcome, plain and with Bergsma's correction for what chance alone gives; its square,
 * the share of the outcome's variance that lies between groups, Σ n(p - p̄)² / (N p̄ (1 - p̄)); the largest gap and the mean distance
 * from the mean, by {@link InequalityMeasure}. Limits of V and of the share are those of the between-group variance over p̄(1 - p̄);
 * where the question asked for clusters, of V by leaving out one at a time. <b>Unit:</b> V and the share in [0, 1]; gaps are shares.
 * <b>How to read it:</b> 0 is an outcome that the group says nothing about, 1 one that it decides. V of 0.1 is a share of 1 %: groups
 * may lie far apart although members' outcomes are hardly predicted. <b>When it applies:</b> every member stands in one group.
 * <b>Edge cases:</b> one group, or an outcome that all or none have, has none; a masked group
 * leaves no number but, of all but the corrected V, bounds; so do unknown outcomes beside the number. <b>Source:</b> H.
 * Cramér, Mathematical Methods of Statistics (1946), chapter 21; W. Bergsma, Journal of the Korean Statistical Society 42 (2013)
 * 323.
 *
 * @param inequality over which groups, and how rates are found
 */
public record Predictability(GroupInequality inequality) implements Measure<Tally, InequalityProfile> {
    private static final List<InequalityMeasure> NEEDED = List.of(
            InequalityMeasure.DIFFERENCE,
            InequalityMeasure.BETWEEN_GROUP_VARIANCE,
            InequalityMeasure.WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN);
    private static final String V = "Cramér's V";
    private static final String CORRECTED = "Cramér's V, corrected";
    private static final String BETWEEN = "Share of variance between groups";

    /** Refuses null. */
    public Predictability {
        Objects.requireNonNull(inequality, "inequality");
    }

    /** Of an indicator from the groups of an axis, for a process at 95 %. */
    public static Predictability of(Indicator indicator, Axis axis) {
        return new Predictability(GroupInequality.of(indicator, axis));
    }

    @Override
    public InequalityProfile over(Tally tally) {
        InequalityProfile profile = inequality.over(tally, NEEDED);
        List<Estimate> groups = inequality.rate().by(inequality.axis()).over(tally).groups().stream()
                .filter(group -> group.cell().labels().stream().allMatch(Label::isGroup))
                .filter(GroupInequality::mayHaveMembers)
                .toList();
        boolean masked = groups.stream().anyMatch(group -> group.share().isEmpty());
        List<Share> shares =
                groups.stream().flatMap(group -> group.share().stream()).toList();
        Optional<Bounds> between = InequalityBounds.ofBetweenShare(
                GroupInequality.unsettled(groups), profile.groups(), inequality.rules());
        List<Figure> figures = new ArrayList<>();
        if (masked) {
            figures.add(bounded(Figure.undefined(V, Undefined.MASKED), between.map(Predictability::root)));
            figures.add(bounded(Figure.undefined(BETWEEN, Undefined.MASKED), between));
        } else {
            ContingencyTable table = table(shares);
            Optional<Interval> limits = limits(profile, shares);
            Figure.Builder v = association(table, V, table.cramersV())
                    .map(figure -> withLimits(figure, groups, table, limits))
                    .orElseGet(() -> undefined(table, V));
            figures.add(bounded(v, between.map(Predictability::root)));
            figures.add(association(table, CORRECTED, table.correctedCramersV())
                    .orElseGet(() -> undefined(table, CORRECTED))
                    .build());
            Optional<Figure.Builder> share =
                    association(table, BETWEEN, table.cramersV().map(value -> value * value));
            share.ifPresent(figure -> limits.ifPresent(figure::interval));
            figures.add(bounded(share.orElseGet(() -> undefined(table, BETWEEN)), between));
        }
        profile.figure(InequalityMeasure.DIFFERENCE).ifPresent(figures::add);
        profile.figure(InequalityMeasure.WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN).ifPresent(figures::add);
        return new InequalityProfile(profile.of(), profile.groups(), figures);
    }

    private static Figure bounded(Figure.Builder figure, Optional<Bounds> between) {
        between.ifPresent(figure::bounds);
        return figure.build();
    }

    private static Bounds root(Bounds share) {
        return new Bounds(Math.sqrt(share.least()), Math.sqrt(share.most()));
    }

    private static ContingencyTable table(List<Share> shares) {
        return new ContingencyTable(
                shares.stream().map(share -> List.of(share.yes(), share.no())).toList());
    }

    private Optional<Figure.Builder> association(ContingencyTable table, String name, Optional<Double> value) {
        return value.map(number -> {
            Figure.Builder figure = Figure.of(name, number)
                    .count("groups", table.rows())
                    .count("n", table.n())
                    .inference(inequality.rate().inference());
            table.p(table.chiSquare())
                    .filter(p -> !isComplete())
                    .ifPresent(p -> figure.method(String.format(Locale.ROOT, "p of no association %.4f", p)));
            return figure;
        });
    }

    private static Figure.Builder undefined(ContingencyTable table, String name) {
        return Figure.undefined(name, table.undefined().orElse(Undefined.ZERO_DENOMINATOR));
    }

    private boolean isComplete() {
        return inequality.rate().inference() == Inference.DESCRIPTIVE;
    }

    /** By clusters where the question asked for them, else from the limits of the share of variance. */
    private Figure.Builder withLimits(
            Figure.Builder figure, List<Estimate> groups, ContingencyTable table, Optional<Interval> limits) {
        List<Clusters> clusters =
                groups.stream().flatMap(group -> group.clusters().stream()).toList();
        if (isComplete()) {
            return figure;
        }
        if (clusters.size() < groups.size()) {
            limits.ifPresent(between -> figure.interval(new Interval(
                    Math.sqrt(between.lower()), Math.sqrt(between.upper()), between.confidence(), between.method())));
            return figure;
        }
        Function<List<Share>, Optional<Double>> v = shares -> table(shares).cramersV();
        Optional<Jackknife> error = Jackknife.of(clusters, v);
        error.map(Jackknife::standardError)
                .ifPresentOrElse(
                        found -> figure.standardError(found.value())
                                .method("jackknife")
                                .interval(found.interval(
                                                table.cramersV().orElseThrow(),
                                                inequality.rate().confidence())
                                        .clippedTo(0, 1)),
                        () -> figure.withoutLimits(Jackknife.undefined(clusters).orElse(Undefined.ZERO_VARIANCE)));
        return figure;
    }

    /** Those of the between-group variance, over that of the outcome. */
    private static Optional<Interval> limits(InequalityProfile profile, List<Share> shares) {
        Share all = shares.stream().reduce(new Share(0, 0), Share::plus);
        if (all.yes() == 0 || all.no() == 0) {
            return Optional.empty();
        }
        double variance = all.value() * (1 - all.value());
        return profile.figure(InequalityMeasure.BETWEEN_GROUP_VARIANCE)
                .flatMap(Figure::interval)
                .map(between -> new Interval(
                                between.lower() / variance,
                                between.upper() / variance,
                                between.confidence(),
                                between.method())
                        .clippedTo(0, 1));
    }
}
