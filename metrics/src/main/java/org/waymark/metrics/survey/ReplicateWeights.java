package org.waymark.metrics.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.metrics.measure.Fraction;

/**
 * The weights of a survey with those of its replicates, from which any statistic gets its standard error.
 *
 * <p><b>Formula:</b> with the statistic θ₀ under the full weights and θᵣ under replicate r of k: se = √(4/k Σ (θᵣ - θ₀)²), the
 * rule of successive differences, 4/80 in the American Community Survey. <b>Unit:</b> that of the statistic. <b>How to read
 * it:</b> the survey's own variance, with strata, clusters and calibration in it. <b>When it applies:</b> to microdata that
 * carry replicate weights of this design, such as the Public Use Microdata Sample. <b>Edge cases:</b> a statistic that some
 * replicate does not have has no standard error; a replicate's weights may be negative, as the Census Bureau's can. <b>Source:</b>
 * U.S. Census Bureau, Accuracy of the PUMS; R. E. Fay and G. F. Train, Proceedings of the Survey Research Methods Section, ASA
 * (1995).
 */
public final class ReplicateWeights {
    private final double[] full;
    private final List<double[]> replicates;

    private ReplicateWeights(double[] full, List<double[]> replicates) {
        this.full = full;
        this.replicates = replicates;
    }

    /** The full weights person by person, and the same of each replicate; at least two replicates. */
    public static ReplicateWeights of(double[] full, List<double[]> replicates) {
        if (replicates.size() < 2) {
            throw new IllegalArgumentException("replicates: must be two or more, were " + replicates.size());
        }
        List<double[]> copies = new ArrayList<>();
        for (double[] replicate : replicates) {
            if (replicate.length != full.length) {
                throw new IllegalArgumentException(
                        "replicates: must have " + full.length + " weights each, one had " + replicate.length);
            }
            copies.add(replicate.clone());
        }
        return new ReplicateWeights(full.clone(), copies);
    }

    /** How many replicates there are. */
    public int size() {
        return replicates.size();
    }

    /**
     * A statistic with its margin of error at 90 %.
     *
     * @param statistic what is made of weights person by person; empty where it is undefined, as a rate of nobody
     * @return the estimate; empty if the full weights or a replicate have none
     */
    public Optional<SurveyEstimate> estimate(Function<double[], Optional<Double>> statistic) {
        Optional<Double> whole = statistic.apply(full.clone()).filter(Double::isFinite);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (double[] replicate : replicates) {
            Optional<Double> one = statistic.apply(replicate.clone()).filter(Double::isFinite);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sum += (one.get() - whole.get()) * (one.get() - whole.get());
        }
        double error = Math.sqrt(4.0 / replicates.size() * sum);
        return Optional.of(SurveyEstimate.withError(Fraction.of(new BigDecimal(whole.get())), error));
    }
}
