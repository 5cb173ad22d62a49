package org.waymark.metrics.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Jackknife;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/**
 * Every measure of inequality of an indicator's rates over the groups of an axis, off a tally.
 *
 * <p><b>Formula:</b> {@link InequalityMeasure}, of rates in [0, 1] and the numbers of members whose outcome is known. A rate's
 * error is √(p(1 - p)/n); of a group in which nobody or everybody succeeded, that of two more successes and two more failures.
 * Where the question asked for clusters, errors are found by leaving out one cluster at a time, and intervals by Student's t.
 * <b>Unit:</b> shares, and as each measure says. <b>How to read it:</b> as each measure says. <b>When it applies:</b> every member
 * must stand in one group; members whose group is unknown are left out. <b>Edge cases:</b> groups of nobody are no groups; a
 * masked group leaves every figure without a number, but with bounds; unknown outcomes, where the indicator asks to show them, leave
 * bounds beside the number, whether they turn out as success or failure or stay unknown; a complete count has no intervals. <b>Source:</b> as of the measures.
 *
 * @param rate how rates are found
 * @param axis along what the groups stand
 * @param ordered whether the axis's order goes from the most disadvantaged to the most advantaged
 * @param reference the group to compare with; empty for none
 * @param rules of the measures
 */
public record GroupInequality(Rate rate, Axis axis, boolean ordered, Optional<String> reference, InequalityRules rules)
        implements Measure<Tally, InequalityProfile> {
    /** Refuses null. */
    public GroupInequality {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(axis, "axis");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(rules, "rules");
    }

    /** Over groups without an order, by the standard rules, for a process at 95 %. */
    public static GroupInequality of(Indicator indicator, Axis axis) {
        return new GroupInequality(Rate.of(indicator), axis, false, Optional.empty(), InequalityRules.STANDARD);
    }

    /** The same with rates found otherwise; their level is that of the intervals. */
    public GroupInequality rates(Rate other) {
        return new GroupInequality(other, axis, ordered, reference, rules);
    }

    /** The same over groups that the axis shows from the most disadvantaged to the most advantaged. */
    public GroupInequality inOrder() {
        return new GroupInequality(rate, axis, true, reference, rules);
    }

    /** The same with a group to compare with. */
    public GroupInequality comparedWith(String group) {
        return new GroupInequality(rate, axis, ordered, Optional.of(group), rules);
    }

    /** The same by other rules; the level is that of the rates. */
    public GroupInequality rules(InequalityRules others) {
        return new GroupInequality(rate, axis, ordered, reference, others);
    }

    @Override
    public InequalityProfile over(Tally tally) {
        return over(tally, List.of(InequalityMeasure.values()));
    }

    /** These measures alone, as far as they apply. */
    InequalityProfile over(Tally tally, List<InequalityMeasure> measures) {
        if (tally.overlap(axis) || !tally.overlapIsKnown(axis)) {
            throw new IllegalArgumentException("axis: every member must stand in one group, those of " + axis.title()
                    + " overlap; use a scheme that is disjoint, such as RaceSchemes.FEDERAL_7, or single gaps");
        }
        List<Estimate> named = rate.by(axis).over(tally).groups().stream()
                .filter(group -> group.cell().labels().stream().allMatch(Label::isGroup))
                .toList();
        reference
                .filter(name -> named.stream().noneMatch(group -> group.group().equals(name)))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "reference: must be a group of " + axis.title() + ", was " + name);
                });
        List<Estimate> groups =
                named.stream().filter(GroupInequality::mayHaveMembers).toList();
        boolean masked = groups.stream().anyMatch(group -> group.share().isEmpty());
        List<Subgroup> values = new ArrayList<>();
        groups.forEach(group -> values.add(
                group.share().map(share -> subgroup(group.group(), share)).orElse(Subgroup.missing(group.group()))));
        Subgroups all = subgroups(values);
        List<Figure> figures = new ArrayList<>();
        List<Unsettled> open = unsettled(groups);
        for (InequalityMeasure measure : InequalityMeasure.thatApplyTo(all)) {
            if (!measures.contains(measure)) {
                continue;
            }
            Figure figure = masked
                    ? Figure.undefined(measure.toString(), Undefined.MASKED)
                            .count("groups", values.size())
                            .inference(rate.inference())
                            .build()
                    : figure(measure, all, groups);
            figures.add(InequalityBounds.of(measure, open, all, rules)
                    .map(figure::bounded)
                    .orElse(figure));
        }
        return new InequalityProfile(rate.indicator() + " by " + axis.title(), all, figures);
    }

    /** Groups of members of known outcome, and of members whose outcome may turn out. */
    static boolean mayHaveMembers(Estimate group) {
        return group.cell().known().high() > 0 || group.unknownsMatter();
    }

    /** What is known of groups of which not everything is. */
    static List<Unsettled> unsettled(List<Estimate> groups) {
        return groups.stream().map(Unsettled::of).toList();
    }

    private Subgroups subgroups(List<Subgroup> values) {
        Optional<String> named = reference.filter(
                name -> values.stream().anyMatch(value -> value.name().equals(name)));
        return new Subgroups(masked(values), ordered, rate.indicator().direction(), 1, named, Optional.empty());
    }

    /** Populations are known of all groups or of none. */
    private static List<Subgroup> masked(List<Subgroup> values) {
        boolean known = values.stream().allMatch(value -> value.population().isPresent());
        return known
                ? values
                : values.stream().map(value -> value.population(1)).toList();
    }

    private static Subgroup subgroup(String name, Share share) {
        if (share.n() == 0) {
            return Subgroup.missing(name).population(0);
        }
        boolean certain = share.yes() == 0 || share.no() == 0;
        Share known = certain ? share.plus(new Share(2, 4)) : share;
        double p = known.value();
        return Subgroup.of(name, share.value())
                .standardError(Math.sqrt(p * (1 - p) / known.n()))
                .population((double) share.n());
    }

    private Figure figure(InequalityMeasure measure, Subgroups all, List<Estimate> groups) {
        Figure figure = measure.of(all, rules.confidence(rate.confidence()));
        if (rate.inference() == Inference.DESCRIPTIVE) {
            return without(figure, Optional.empty()).build();
        }
        List<Clusters> clusters =
                groups.stream().flatMap(group -> group.clusters().stream()).toList();
        return figure.estimate().isEmpty() || clusters.isEmpty() || clusters.size() < groups.size()
                ? figure
                : clustered(measure, figure, all, clusters);
    }

    private Figure clustered(InequalityMeasure measure, Figure figure, Subgroups all, List<Clusters> clusters) {
        Optional<Jackknife> jackknife = Jackknife.of(clusters, shares -> valueOf(measure, all, shares));
        Optional<Undefined> why = Jackknife.undefined(clusters).or(() -> Optional.of(Undefined.ZERO_VARIANCE));
        Figure.Builder found = without(figure, jackknife.isPresent() ? Optional.empty() : why);
        double estimate = figure.estimate().orElseThrow();
        double level = rate.confidence();
        jackknife.map(Jackknife::standardError).ifPresent(error -> {
            Clusters.StandardError at = error;
            String method = at.interval(0, level).method();
            found.standardError(at.value())
                    .method(measure.isRatio() ? "jackknife, error of ln" : "jackknife")
                    .interval(measure.interval(estimate, at.interval(0, level).upper(), level, method));
        });
        return found.build();
    }

    /** The figure of other counts of the same groups, of a ratio its logarithm. */
    private Optional<Double> valueOf(InequalityMeasure measure, Subgroups all, List<Share> shares) {
        List<Subgroup> values = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String name = all.groups().get(i).name();
            values.add(subgroup(name, shares.get(i)));
        }
        Optional<Double> value = measure.value(Compared.of(subgroups(values), rules));
        return measure.isRatio() ? value.filter(v -> v > 0).map(Math::log) : value;
    }

    private Figure.Builder without(Figure figure, Optional<Undefined> limits) {
        Figure.Builder bare = figure.estimate()
                .map(number -> Figure.of(figure.measure(), number))
                .orElseGet(() ->
                        Figure.undefined(figure.measure(), figure.undefined().orElseThrow()));
        figure.counts().forEach(bare::count);
        limits.ifPresent(bare::withoutLimits);
        return bare.inference(rate.inference());
    }
}
