package org.waymark.metrics.rate;

/** The tables of two groups with the margins seen, and how likely each is under an odds ratio: a noncentral hypergeometric distribution. */
final class ConditionalTables {
    private final long least;
    private final double[] logWeights;

    ConditionalTables(Share first, Share second) {
        long successes = Math.addExact(first.yes(), second.yes());
        least = Math.max(0, successes - second.n());
        long most = Math.min(successes, first.n());
        logWeights = new double[Math.toIntExact(most - least + 1)];
        for (int i = 1; i < logWeights.length; i++) {
            double yes = least + i;
            double up = (first.n() - yes + 1) * (successes - yes + 1);
            double down = yes * (second.n() - successes + yes);
            logWeights[i] = logWeights[i - 1] + Math.log(up / down);
        }
    }

    /** The fewest successes that the first group can have. */
    long least() {
        return least;
    }

    /** The most successes that the first group can have. */
    long most() {
        return least + logWeights.length - 1;
    }

    /** How many successes of the first group are to be expected. */
    double mean(double logRatio) {
        double[] weights = weights(logRatio);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (least + i);
            total += weights[i];
        }
        return sum / total;
    }

    /** How likely it is that the first group has so many successes or more. */
    double atLeast(long yes, double logRatio) {
        return part(weights(logRatio), (int) (yes - least), logWeights.length);
    }

    /** How likely it is that the first group has so many successes or fewer. */
    double atMost(long yes, double logRatio) {
        return part(weights(logRatio), 0, (int) (yes - least) + 1);
    }

    private static double part(double[] weights, int from, int to) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += i >= from && i < to ? weights[i] : 0;
            total += weights[i];
        }
        return sum / total;
    }

    /** How likely each number of successes is, but for a factor: the likeliest has 1. */
    private double[] weights(double logRatio) {
        double[] weights = new double[logWeights.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = logWeights[i] + i * logRatio;
            largest = Math.max(largest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - largest);
        }
        return weights;
    }
}
