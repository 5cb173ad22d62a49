package org.waymark.metrics.disclosure;

import java.util.Arrays;

/**
 * What every safe pattern satisfies: the weights of what it hides add up to so much at least. Weights are never larger than
 * that amount.
 */
final class Cut {
    private final long[] weights;
    private final long amount;

    /** Weights by unit. */
    Cut(long[] weights, long amount) {
        this.weights = weights.clone();
        this.amount = amount;
        for (int u = 0; u < weights.length; u++) {
            this.weights[u] = Math.min(amount, weights[u]);
        }
    }

    /** At least one of these units is hidden. */
    static Cut oneOf(boolean[] units) {
        long[] weights = new long[units.length];
        for (int u = 0; u < units.length; u++) {
            weights[u] = units[u] ? 1 : 0;
        }
        return new Cut(weights, 1);
    }

    long weight(int unit) {
        return weights[unit];
    }

    long amount() {
        return amount;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cut that && amount == that.amount && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
