package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.metrics.measure.Undefined;

/**
 * The standard error of any figure that is made of the rates of groups, by leaving out one cluster at a time.
 *
 * <p><b>Formula:</b> with θ_j the figure without cluster j of G, (G - 1)/G Σ (θ_j - θ̄)² is the variance; the other error
 * has the figure of all clusters in place of the mean. <b>Unit:</b> that of the figure. <b>How to read it:</b> as any
 * standard error, with G - 1 degrees of freedom. <b>When it applies:</b> clusters are independent of each other; for rates,
 * differences and ratios the linearised error of {@link Clusters} is the first choice, this one is for figures that have
 * none, such as an index of inequality. <b>Edge cases:</b> one cluster, a group in fewer than two, no variation, or a
 * figure that is not defined without one of the clusters give no error. <b>Source:</b> B. Efron, The Jackknife, the
 * Bootstrap and Other Resampling Plans (1982); delete-one-cluster form as in T. Lumley, Complex Surveys (2010).
 *
 * @param error the standard error about the mean of the G figures
 * @param errorAboutEstimate the standard error about the figure of all clusters, never the smaller one
 * @param clusters how many clusters there are
 */
public record Jackknife(double error, double errorAboutEstimate, int clusters) {
    /** Why there is no error; empty if it can be tried. */
    public static Optional<Undefined> undefined(List<Clusters> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups: must hold one at least");
        }
        return groups.stream()
                .map(Clusters::undefined)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The error of a figure.
     *
     * @param groups of whom the figure is made, cluster by cluster in the same order
     * @param figure the figure of the groups' counts; empty where it is not defined
     */
    public static Optional<Jackknife> of(List<Clusters> groups, Function<List<Share>, Optional<Double>> figure) {
        List<Share> totals = groups.stream().map(Clusters::total).toList();
        Optional<Double> estimate = undefined(groups).isPresent() ? Optional.empty() : figure.apply(totals);
        if (estimate.isEmpty()) {
            return Optional.empty();
        }
        int clusters = groups.get(0).shares().size();
        List<Double> without = new ArrayList<>();
        for (int j = 0; j < clusters; j++) {
            int left = j;
            List<Share> others = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                others.add(totals.get(g).minus(groups.get(g).shares().get(left)));
            }
            Optional<Double> value = figure.apply(others);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            without.add(value.get());
        }
        double mean = without.stream().mapToDouble(v -> v).sum() / clusters;
        double error = around(without, mean);
        return error > 0
                ? Optional.of(new Jackknife(error, around(without, estimate.get()), clusters))
                : Optional.empty();
    }

    private static double around(List<Double> values, double centre) {
        double sum = values.stream()
                .mapToDouble(value -> (value - centre) * (value - centre))
                .sum();
        return Math.sqrt((values.size() - 1.0) / values.size() * sum);
    }

    /** As a standard error from which an interval can be made. */
    public Clusters.StandardError standardError() {
        return new Clusters.StandardError(error, clusters);
    }
}
