package org.waymark.metrics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Undefined;

/**
 * The same set of members, or two of them, counted cluster by cluster, for standard errors that know that students of
 * one school are not independent.
 *
 * <p><b>Formula:</b> cluster j has influence u = (y_j - p n_j) / n on a rate, the difference of influences on a
 * difference; the variance is G/(G - 1) Σ u², with G - 1 degrees of freedom.
 *
 * <p><b>Unit:</b> that of the figure.
 *
 * <p><b>How to read it:</b> the design effect says by how much the variance exceeds that of independent members.
 *
 * <p><b>When it applies:</b> clusters are independent of each other; with fewer than {@value #FEW} of them the interval
 * is doubtful, and says so.
 *
 * <p><b>Edge cases:</b> one cluster, or a group in fewer than two, gives no error rather than 0.
 *
 * <p><b>Source:</b> linearisation with replacement, as in T. Lumley, Complex Surveys (2010), chapter 2; equal to the
 * cluster-robust variance of a regression of the 0/1 outcome.
 *
 * @param shares one per cluster, in an order that all sets of one tally share
 */
public record Clusters(List<Share> shares) {
    /** With fewer clusters than this the interval is doubtful. */
    public static final int FEW = 20;

    /** Copies the shares. */
    public Clusters {
        shares = List.copyOf(shares);
    }

    /**
     * A standard error.
     *
     * @param value the standard error
     * @param clusters how many clusters there are
     */
    public record StandardError(double value, int clusters) {
        /** The interval around an estimate, by Student's t with one degree of freedom less than clusters. */
        public Interval interval(double estimate, double confidence) {
            double reach = Quantiles.student(confidence, clusters - 1.0) * value;
            String method = String.format(Locale.ROOT, "clustered t(%d)", clusters - 1);
            return new Interval(estimate - reach, estimate + reach, confidence, method);
        }

        /** Whether there are so few clusters that the interval is doubtful. */
        public boolean isDoubtful() {
            return clusters < FEW;
        }
    }

    /** All clusters together. */
    public Share total() {
        return shares.stream().reduce(new Share(0, 0), Share::plus);
    }

    /** Why there is no standard error; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (shares.size() < 2) {
            return Optional.of(Undefined.ONE_CLUSTER);
        }
        boolean few = shares.stream().filter(share -> share.n() > 0).count() < 2;
        return few ? Optional.of(Undefined.TOO_FEW_CLUSTERS) : Optional.empty();
    }

    /** The standard error of the rate; empty if there is none. */
    public Optional<StandardError> rateError() {
        return undefined().isPresent() ? Optional.empty() : error(influences(1));
    }

    /** The standard error of the rate minus that of another set of the same tally; empty if there is none. */
    public Optional<StandardError> differenceError(Clusters other) {
        return combinedError(other, 1, 1);
    }

    /** The standard error of the logarithm of the rate divided by that of another set; empty if there is none. */
    public Optional<StandardError> logRatioError(Clusters other) {
        Share one = total();
        Share two = other.total();
        return one.yes() == 0 || two.yes() == 0
                ? Optional.empty()
                : combinedError(other, 1 / one.value(), 1 / two.value());
    }

    private Optional<StandardError> combinedError(Clusters other, double weight, double otherWeight) {
        if (undefined().isPresent() || other.undefined().isPresent()) {
            return Optional.empty();
        }
        List<Double> mine = influences(weight);
        List<Double> theirs = other.influences(otherWeight);
        List<Double> difference = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            difference.add(mine.get(i) - theirs.get(i));
        }
        return error(difference);
    }

    private List<Double> influences(double weight) {
        Share total = total();
        double rate = total.value();
        List<Double> influences = new ArrayList<>();
        for (Share share : shares) {
            influences.add(weight * (share.yes() - rate * share.n()) / total.n());
        }
        return influences;
    }

    private Optional<StandardError> error(List<Double> influences) {
        double sum = 0;
        for (double influence : influences) {
            sum += influence * influence;
        }
        int clusters = influences.size();
        double error = Math.sqrt(sum * clusters / (clusters - 1.0));
        return error > 0 ? Optional.of(new StandardError(error, clusters)) : Optional.empty();
    }
}
