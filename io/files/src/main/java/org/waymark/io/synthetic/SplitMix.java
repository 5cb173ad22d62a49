package org.waymark.io.synthetic;

/**
 * SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine and Java version for the same seed.
 */
final class SplitMix {
    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** Where the sequence stands, to start another one from it. */
    long state() {
        return state;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number in [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Yes with odds whose logarithm is given. */
    boolean logit(double logOdds) {
        return chance(1 / (1 + StrictMath.exp(-logOdds)));
    }

    /** About normal with mean 0 and standard deviation 1: a sum of twelve. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return sum;
    }

    /** One of the numbers from 0 on, with these weights. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = below(total);
        int at = 0;
        while (left >= weights[at]) {
            left -= weights[at++];
        }
        return at;
    }
}
