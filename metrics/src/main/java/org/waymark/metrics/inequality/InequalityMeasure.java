package org.waymark.metrics.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.metrics.measure.Bounds;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;

/**
 * One number for how unequal an outcome is over many groups, of whom every member stands in one.
 *
 * <p><b>Formula:</b> as each constant says, with y the value of a group, p its share of the population, μ = Σ p y or the average
 * that is given, J the number of groups, z the normal quantile. Of ordered groups the first is the most disadvantaged, and R is
 * the share of the population below the middle of a group. <b>Unit:</b> that of the values, unless a constant says otherwise.
 * <b>How to read it:</b> 0 (of ratios 1) is all alike; measures that weight by p tell of members, those that do not tell of
 * groups. <b>When it applies:</b> to rates and to quantities of 0 or more. <b>Edge cases:</b> no group, or one, has no figure,
 * with the reason; a group of nobody is no group; two are enough, though a curve through two has no error. Groups whose value is
 * missing are left out, and bounds of all groups stand beside the figure ({@link #bounds}); of ordered groups none may be, of
 * others no larger a share than the {@link InequalityRules} say (the difference and the ratio leave out any). Unlike the tools they come from, the standard errors are on the scale of the figure,
 * and intervals follow the level. A measure that cannot be negative has no limit below 0. Where an error has no formula, because
 * the measure has a kink (all alike, a value of 0, a distance of 0), values are drawn around the estimates, from a seed: the upper
 * limit is the quantile of what was drawn, the lower one lies as far below the estimate, and is 0 where the groups do not differ
 * more than chance lets them (Cochran's Q). <b>Source:</b> World Health Organization,
 * Handbook on Health Inequality Monitoring (2013); A. Schlotheuber and A. R. Hosseinpoor, Summary measures of health inequality,
 * International Journal of Environmental Research and Public Health 19 (2022) 3697.
 */
public enum InequalityMeasure {
    /**
     * The highest value minus the lowest; with a reference, that minus the lowest of the others (of an adverse outcome, the
     * highest of the others minus it); of ordered groups the most advantaged minus the most disadvantaged (adverse: the reverse).
     * Error √(se₁² + se₂²). The ends are selected by looking at the data, so that chance widens it.
     */
    DIFFERENCE("Difference", Needs.NOTHING, Shape.ANY),

    /** The same two groups divided; the error, √((se₁/y₁)² + (se₂/y₂)²), is on the logarithm. No ratio to 0. */
    RATIO("Ratio", Needs.NOTHING, Shape.RATIO),

    /** Σ p (y - μ)², in the square of the unit. The error is exact for normal errors of the groups. */
    BETWEEN_GROUP_VARIANCE("Between-group variance", Needs.POPULATION, Shape.SPREAD),

    /** The square root of that variance; the error by its derivative. */
    BETWEEN_GROUP_STANDARD_DEVIATION("Between-group standard deviation", Needs.POPULATION, Shape.SPREAD),

    /** 100 times that deviation over μ, in percent; the error by its derivatives, μ among them. */
    COEFFICIENT_OF_VARIATION("Coefficient of variation", Needs.POPULATION, Shape.SPREAD),

    /** 1000 Σ p (y/μ) ln(y/μ); a value of 0 adds nothing. */
    THEIL("Theil index", Needs.POPULATION, Shape.SPREAD),

    /** 1000 Σ p ln(μ/y); none where a value is 0. */
    MEAN_LOG_DEVIATION("Mean log deviation", Needs.POPULATION, Shape.SPREAD),

    /** 100 (1/J) Σ |y - μ| / μ, in percent. The error is drawn. */
    INDEX_OF_DISPARITY("Index of disparity", Needs.AVERAGE, Shape.DRAWN),

    /** 100 Σ p |y - μ| / μ, in percent. The error is drawn. */
    WEIGHTED_INDEX_OF_DISPARITY("Index of disparity, weighted", Needs.POPULATION, Shape.DRAWN),

    /** (1/J) Σ |y - μ|. The error is drawn. */
    MEAN_DIFFERENCE_FROM_MEAN("Mean difference from the mean", Needs.AVERAGE, Shape.DRAWN),

    /** Σ p |y - μ|. The error is drawn. */
    WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN("Mean difference from the mean, weighted", Needs.POPULATION, Shape.DRAWN),

    /** (1/J) Σ |y - best|, the best group among the J. The error is drawn. */
    MEAN_DIFFERENCE_FROM_BEST("Mean difference from the best group", Needs.NOTHING, Shape.DRAWN),

    /** Σ p |y - best|. The error is drawn. */
    WEIGHTED_MEAN_DIFFERENCE_FROM_BEST("Mean difference from the best group, weighted", Needs.POPULATION, Shape.DRAWN),

    /** (1/J) Σ |y - reference|, the reference among the J. The error is drawn. */
    MEAN_DIFFERENCE_FROM_REFERENCE("Mean difference from a reference", Needs.REFERENCE, Shape.DRAWN),

    /** Σ p |y - reference|. The error is drawn. */
    WEIGHTED_MEAN_DIFFERENCE_FROM_REFERENCE(
            "Mean difference from a reference, weighted", Needs.REFERENCE_AND_POPULATION, Shape.DRAWN),

    /**
     * The value of the most advantaged group (of groups without order, of the best) minus μ, or 0 where that is of the wrong
     * sign: what everybody would gain. The error as of the fraction.
     */
    POPULATION_ATTRIBUTABLE_RISK("Population attributable risk", Needs.AVERAGE, Shape.ANY),

    /**
     * 100 times that over μ, in percent. The error by the counts that rates and populations stand for (S. D. Walter, American
     * Journal of Epidemiology 104 (1976) 10): populations must be the numbers of members who were observed.
     */
    POPULATION_ATTRIBUTABLE_FRACTION("Population attributable fraction", Needs.AVERAGE, Shape.ANY),

    /**
     * Σ p (2R - 1) y: above 0 the outcome is concentrated among the advantaged. The error by those of the groups; where they
     * are not known, of the least squares line over R with J - 2 degrees of freedom, which says how far groups lie from a line.
     */
    ABSOLUTE_CONCENTRATION_INDEX("Absolute concentration index", Needs.ORDER, Shape.ANY),

    /** That over μ, in [-1, 1], or as {@link InequalityRules.Concentration} says. */
    RELATIVE_CONCENTRATION_INDEX("Relative concentration index", Needs.ORDER, Shape.ANY),

    /**
     * What a curve over R says at 1 minus what it says at 0: the most advantaged member against the least, over everybody. The
     * curve is logistic unless the rules say a line, weighted by population; its error is robust (HC1) and on the unit of the
     * values. It takes the groups as they are and does not know their own errors.
     */
    SLOPE_INDEX("Slope index of inequality", Needs.ORDER, Shape.ANY),

    /** The same two divided; the error is on the logarithm. */
    RELATIVE_INDEX("Relative index of inequality", Needs.ORDER, Shape.RATIO);

    private enum Needs {
        NOTHING,
        POPULATION,
        AVERAGE,
        REFERENCE,
        REFERENCE_AND_POPULATION,
        ORDER
    }

    private enum Shape {
        ANY,
        SPREAD,
        DRAWN,
        RATIO
    }

    private final String title;
    private final Needs needs;
    private final Shape shape;

    InequalityMeasure(String title, Needs needs, Shape shape) {
        this.title = title;
        this.needs = needs;
        this.shape = shape;
    }

    /** The measures that these groups have what it takes for, in the order of the constants. */
    public static List<InequalityMeasure> thatApplyTo(Subgroups groups) {
        return Arrays.stream(values())
                .filter(measure -> measure.lacks(groups).isEmpty())
                .toList();
    }

    /** The figure by the standard rules. */
    public Figure of(Subgroups groups) {
        return of(groups, InequalityRules.STANDARD);
    }

    /**
     * The figure.
     *
     * @throws IllegalArgumentException if the groups lack what the measure needs, or too many values are missing
     */
    public Figure of(Subgroups groups, InequalityRules rules) {
        refuseWhatLacks(groups);
        checkMissing(groups, rules);
        Compared compared = Compared.of(groups, rules);
        Optional<Double> estimate = value(compared);
        Figure.Builder figure = estimate.map(number -> figure(number, compared))
                .orElseGet(() -> Figure.undefined(title, undefined(compared)))
                .count("groups", compared.size());
        bounds(groups, rules).ifPresent(figure::bounds);
        return figure.build();
    }

    /**
     * Between what the measure of all groups must lie, whatever values are missing: anything that the scale allows. Empty where
     * none is missing, where nothing follows, and of a quantity that is no rate.
     *
     * @throws IllegalArgumentException if the groups lack what the measure needs
     */
    public Optional<Bounds> bounds(Subgroups groups, InequalityRules rules) {
        refuseWhatLacks(groups);
        return Double.isInfinite(groups.scale())
                ? Optional.empty()
                : InequalityBounds.of(
                        this,
                        groups.groups().stream()
                                .map(group -> Unsettled.of(group, groups.scale()))
                                .toList(),
                        groups,
                        rules);
    }

    private Figure.Builder figure(double number, Compared compared) {
        Figure.Builder figure = Figure.of(title, number);
        Optional<Double> spread = Formulas.error(this, compared).filter(e -> e > 0);
        if (shape == Shape.DRAWN || shape == Shape.SPREAD && spread.isEmpty()) {
            Draws.of(compared, drawn -> Formulas.value(this, drawn))
                    .ifPresent(
                            draws -> figure.standardError(draws.standardError()).interval(draws.interval(number)));
            return figure;
        }
        double level = compared.rules.confidence();
        spread.ifPresent(e -> figure.standardError(e)
                .method(shape == Shape.RATIO ? "error of ln" : "")
                .interval(interval(number, Quantiles.normal(level) * e, level, "z")));
        if (spread.isEmpty() && compared.errors().isPresent()) {
            figure.withoutLimits(Undefined.ZERO_VARIANCE);
        }
        return figure;
    }

    /** The limits so far from the estimate, within what the measure can be. */
    Interval interval(double number, double reach, double level, String method) {
        return switch (shape) {
            case RATIO -> new Interval(number * Math.exp(-reach), number * Math.exp(reach), level, method);
            case SPREAD, DRAWN -> new Interval(Math.max(0, number - reach), number + reach, level, method);
            case ANY -> new Interval(number - reach, number + reach, level, method);
        };
    }

    /** Whether errors are those of the logarithm. */
    boolean isRatio() {
        return shape == Shape.RATIO;
    }

    Optional<Double> value(Compared compared) {
        boolean referenceIsMissing =
                compared.named.isEmpty() && (needs == Needs.REFERENCE || needs == Needs.REFERENCE_AND_POPULATION);
        return compared.size() < 2 || referenceIsMissing ? Optional.empty() : Formulas.value(this, compared);
    }

    private Undefined undefined(Compared compared) {
        if (compared.size() < 2) {
            return compared.size() == 0 ? Undefined.NO_OBSERVATIONS : Undefined.SINGLE_GROUP;
        }
        if (compared.named.isEmpty() && compared.all.reference().isPresent() && needs != Needs.ORDER) {
            return Undefined.NO_REFERENCE;
        }
        return switch (this) {
            case MEAN_LOG_DEVIATION -> compared.average() == 0 ? Undefined.ZERO_DENOMINATOR : Undefined.ZERO_NUMERATOR;
            case SLOPE_INDEX, RELATIVE_INDEX -> Undefined.NOT_IDENTIFIED;
            default -> Undefined.ZERO_DENOMINATOR;
        };
    }

    private void refuseWhatLacks(Subgroups groups) {
        lacks(groups).ifPresent(what -> {
            throw new IllegalArgumentException("groups: must have " + what + " for the " + title);
        });
    }

    /** What the groups lack, in words. */
    private Optional<String> lacks(Subgroups groups) {
        boolean populations =
                groups.groups().stream().allMatch(group -> group.population().isPresent());
        boolean reference = groups.reference().isPresent();
        return switch (needs) {
            case NOTHING -> Optional.empty();
            case POPULATION -> words(populations, "populations");
            case AVERAGE -> words(populations || groups.average().isPresent(), "populations or an average");
            case REFERENCE -> words(reference, "a reference");
            case REFERENCE_AND_POPULATION -> words(reference && populations, "a reference and populations");
            case ORDER -> words(groups.ordered(), "an order");
        };
    }

    private static Optional<String> words(boolean has, String what) {
        return has ? Optional.empty() : Optional.of(what);
    }

    private void checkMissing(Subgroups groups, InequalityRules rules) {
        if (this == DIFFERENCE || this == RATIO) {
            return;
        }
        List<Subgroup> counted =
                groups.groups().stream().filter(Compared::counts).toList();
        long missing =
                counted.stream().filter(group -> group.estimate().isEmpty()).count();
        double allowed = groups.ordered() ? 0 : rules.missing();
        if (missing > allowed * counted.size()) {
            throw new IllegalArgumentException("groups: the value of " + missing + " of " + counted.size()
                    + " is missing, which is more than is allowed for the " + title);
        }
    }

    /** The ordinary name. */
    @Override
    public String toString() {
        return title;
    }
}
