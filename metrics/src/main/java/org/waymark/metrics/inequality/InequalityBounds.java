package org.waymark.metrics.inequality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.metrics.inequality.FittingCurves.Curves;
import org.waymark.metrics.inequality.InequalityRules.Curve;
import org.waymark.metrics.measure.Bounds;

/**
 * Between what a measure must lie, whatever masked counts, unknown outcomes and missing values turn out to be. They are found by
 * parting what is possible; the bounds hold the measure always, and come close to the least and the most that it can be.
 */
final class InequalityBounds {
    private static final int PATIENCE = 150;
    private static final int PATIENCE_OF_CURVES = 1_000;

    private InequalityBounds() {}

    /** Empty where nothing is left open, or there is no figure whatever it turns out to be. */
    static Optional<Bounds> of(
            InequalityMeasure measure, List<Unsettled> groups, Subgroups told, InequalityRules rules) {
        boolean curve = measure == InequalityMeasure.SLOPE_INDEX || measure == InequalityMeasure.RELATIVE_INDEX;
        return curve && rules.curve() == Curve.LOGISTIC
                ? ofCurve(measure, groups, told)
                : of(groups, told, rules, ranges -> ranges.of(measure));
    }

    /** Of the share of the outcome's variance that lies between groups. */
    static Optional<Bounds> ofBetweenShare(List<Unsettled> groups, Subgroups told, InequalityRules rules) {
        return of(groups, told, rules, Ranges::betweenShare);
    }

    private static Optional<Bounds> of(
            List<Unsettled> groups, Subgroups told, InequalityRules rules, Function<Ranges, Range> figure) {
        if (groups.stream().allMatch(Unsettled::isSettled)) {
            return Optional.empty();
        }
        return new Narrowing<List<Unsettled>>(
                        part -> Optional.of(new Ranges(part, told, rules))
                                .filter(Ranges::mayBeDefined)
                                .map(figure)
                                .filter(range -> range.low() < Double.POSITIVE_INFINITY),
                        InequalityBounds::parts,
                        part -> Optional.of(
                                part.stream().map(Unsettled::settled).toList()),
                        PATIENCE)
                .over(groups);
    }

    /** The group of which least is known, in parts. */
    private static List<List<Unsettled>> parts(List<Unsettled> groups) {
        Optional<Unsettled> widest =
                groups.stream().filter(group -> !group.isSettled()).max(Comparator.comparingDouble(Fit::open));
        if (widest.isEmpty()) {
            return List.of(groups);
        }
        int at = groups.indexOf(widest.get());
        List<List<Unsettled>> parts = new ArrayList<>();
        for (Unsettled part : widest.get().parts()) {
            List<Unsettled> with = new ArrayList<>(groups);
            with.set(at, part);
            parts.add(List.copyOf(with));
        }
        return parts;
    }

    private static Optional<Bounds> ofCurve(InequalityMeasure measure, List<Unsettled> groups, Subgroups told) {
        if (groups.stream().allMatch(Unsettled::isSettled) || Double.isInfinite(told.scale())) {
            return Optional.empty();
        }
        Range first = Range.of(0);
        Range last = Range.of(1);
        boolean ratio = measure == InequalityMeasure.RELATIVE_INDEX;
        Function<Curves, Range> figure = curves -> ratio
                ? curves.at(last).over(curves.at(first))
                : curves.at(last).minus(curves.at(first)).times(told.scale());
        return new Narrowing<Fit>(
                        fit -> Optional.of(fit.curves)
                                .filter(fit.to::canBeFittedBy)
                                .map(figure),
                        fit -> fit.parts(told.scale()),
                        fit -> Optional.empty(),
                        PATIENCE_OF_CURVES)
                .over(new Fit(groups, new FittingCurves(groups, told.scale()), Curves.ANY));
    }

    /** Curves that may fit one of the ways in which groups can turn out. */
    private record Fit(List<Unsettled> groups, FittingCurves to, Curves curves) {
        private static final double OF_LOGITS = 0.25;

        List<Fit> parts(double scale) {
            boolean byCurve = curves.width() * OF_LOGITS
                    > groups.stream().mapToDouble(Fit::open).max().orElse(0);
            if (byCurve) {
                return curves.parts().stream()
                        .map(part -> new Fit(groups, to, part))
                        .toList();
            }
            return InequalityBounds.parts(groups).stream()
                    .map(part -> new Fit(part, new FittingCurves(part, scale), curves))
                    .toList();
        }

        static double open(Unsettled group) {
            return group.isSettled()
                    ? 0
                    : group.value().width()
                            + group.members().width() / group.members().high();
        }
    }
}
