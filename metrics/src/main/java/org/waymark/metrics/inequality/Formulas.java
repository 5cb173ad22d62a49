package org.waymark.metrics.inequality;

import java.util.Optional;

/** Which formula stands behind which measure. */
final class Formulas {
    private Formulas() {}

    static Optional<Double> value(InequalityMeasure measure, Compared c) {
        return switch (measure) {
            case DIFFERENCE -> Extremes.difference(c);
            case RATIO -> Extremes.ratio(c);
            case BETWEEN_GROUP_VARIANCE -> Spread.variance(c);
            case BETWEEN_GROUP_STANDARD_DEVIATION -> Spread.deviation(c);
            case COEFFICIENT_OF_VARIATION -> Spread.variation(c);
            case THEIL -> Spread.theil(c);
            case MEAN_LOG_DEVIATION -> Spread.logarithmicDeviation(c);
            case INDEX_OF_DISPARITY -> Deviations.disparity(c);
            case WEIGHTED_INDEX_OF_DISPARITY -> Deviations.disparityWeighted(c);
            case MEAN_DIFFERENCE_FROM_MEAN -> Deviations.fromMean(c);
            case WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN -> Deviations.fromMeanWeighted(c);
            case MEAN_DIFFERENCE_FROM_BEST -> Deviations.fromBest(c);
            case WEIGHTED_MEAN_DIFFERENCE_FROM_BEST -> Deviations.fromBestWeighted(c);
            case MEAN_DIFFERENCE_FROM_REFERENCE -> Deviations.fromReference(c);
            case WEIGHTED_MEAN_DIFFERENCE_FROM_REFERENCE -> Deviations.fromReferenceWeighted(c);
            case POPULATION_ATTRIBUTABLE_RISK -> Attributable.risk(c);
            case POPULATION_ATTRIBUTABLE_FRACTION -> Attributable.fraction(c);
            case ABSOLUTE_CONCENTRATION_INDEX -> Ranked.absolute(c);
            case RELATIVE_CONCENTRATION_INDEX -> Ranked.relative(c);
            case SLOPE_INDEX -> Slope.absolute(c);
            case RELATIVE_INDEX -> Slope.relative(c);
        };
    }

    /** The error of the value, of a ratio that of its logarithm; empty where there is no formula for it, or no errors. */
    static Optional<Double> error(InequalityMeasure measure, Compared c) {
        return switch (measure) {
            case DIFFERENCE -> Extremes.differenceError(c);
            case RATIO -> Extremes.ratioError(c);
            case BETWEEN_GROUP_VARIANCE -> Spread.varianceError(c);
            case BETWEEN_GROUP_STANDARD_DEVIATION -> Spread.deviationError(c);
            case COEFFICIENT_OF_VARIATION -> Spread.variationError(c);
            case THEIL -> Spread.theilError(c);
            case MEAN_LOG_DEVIATION -> Spread.logarithmicDeviationError(c);
            case POPULATION_ATTRIBUTABLE_RISK -> Attributable.riskError(c);
            case POPULATION_ATTRIBUTABLE_FRACTION -> Attributable.fractionError(c);
            case ABSOLUTE_CONCENTRATION_INDEX -> Ranked.absoluteError(c);
            case RELATIVE_CONCENTRATION_INDEX -> Ranked.relativeError(c);
            case SLOPE_INDEX -> Slope.absoluteError(c);
            case RELATIVE_INDEX -> Slope.relativeError(c);
            case INDEX_OF_DISPARITY,
                    WEIGHTED_INDEX_OF_DISPARITY,
                    MEAN_DIFFERENCE_FROM_MEAN,
                    WEIGHTED_MEAN_DIFFERENCE_FROM_MEAN,
                    MEAN_DIFFERENCE_FROM_BEST,
                    WEIGHTED_MEAN_DIFFERENCE_FROM_BEST,
                    MEAN_DIFFERENCE_FROM_REFERENCE,
                    WEIGHTED_MEAN_DIFFERENCE_FROM_REFERENCE -> Optional.empty();
        };
    }
}
