package org.waymark.core.tally;

import java.math.BigInteger;
import java.util.Arrays;

/** Adds up products row by row, in 128 bits each and beyond where that does not suffice. */
final class MomentSums {
    /** The largest number whose square is a long. */
    private static final long FACTOR = 3_037_000_499L;

    /** Above this the upper half is put aside, long before it could overflow. */
    private static final long FULL = 1L << 61;

    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final int variables;
    private final int order;
    private final long[] row;
    private final long[] low;
    private final long[] high;
    private final BigInteger[] aside;

    MomentSums(int variables, int order) {
        this.variables = variables;
        this.order = order;
        this.row = new long[variables + 1];
        int size = Moments.size(variables, order);
        this.low = new long[size];
        this.high = new long[size];
        this.aside = new BigInteger[size];
        row[0] = 1;
        Arrays.fill(aside, BigInteger.ZERO);
    }

    /** Adds so many rows of the same whole numbers. */
    void add(long[] values, long times) {
        System.arraycopy(values, 0, row, 1, variables);
        if (times != 1) {
            MomentSums one = new MomentSums(variables, order);
            one.add(values, 1);
            for (int i = 0; i < aside.length; i++) {
                aside[i] = aside[i].add(one.sum(i).multiply(BigInteger.valueOf(times)));
            }
        } else if (order == Moments.SECOND) {
            addPairs();
        } else if (Arrays.stream(values).allMatch(value -> -FACTOR <= value && value <= FACTOR)) {
            addFours();
        } else {
            addLargeFours();
        }
    }

    private void addPairs() {
        int at = 0;
        for (int b = 0; b <= variables; b++) {
            for (int a = 0; a <= b; a++) {
                add(at++, row[a], row[b]);
            }
        }
    }

    private void addFours() {
        int at = 0;
        for (int d = 0; d <= variables; d++) {
            for (int c = 0; c <= d; c++) {
                long upper = row[c] * row[d];
                for (int b = 0; b <= c; b++) {
                    for (int a = 0; a <= b; a++) {
                        add(at++, row[a] * row[b], upper);
                    }
                }
            }
        }
    }

    private void addLargeFours() {
        int at = 0;
        for (int d = 0; d <= variables; d++) {
            for (int c = 0; c <= d; c++) {
                BigInteger upper = BigInteger.valueOf(row[c]).multiply(BigInteger.valueOf(row[d]));
                for (int b = 0; b <= c; b++) {
                    for (int a = 0; a <= b; a++) {
                        BigInteger lower = BigInteger.valueOf(row[a]).multiply(BigInteger.valueOf(row[b]));
                        aside[at] = aside[at].add(lower.multiply(upper));
                        at++;
                    }
                }
            }
        }
    }

    private void add(int at, long one, long two) {
        long product = one * two;
        long sum = low[at] + product;
        long carry = Long.compareUnsigned(sum, product) < 0 ? 1 : 0;
        low[at] = sum;
        high[at] += Math.multiplyHigh(one, two) + carry;
        if (high[at] >= FULL || high[at] <= -FULL) {
            aside[at] = sum(at);
            low[at] = 0;
            high[at] = 0;
        }
    }

    private BigInteger sum(int at) {
        BigInteger lower = BigInteger.valueOf(low[at]);
        BigInteger unsigned = low[at] < 0 ? lower.add(HALF) : lower;
        return aside[at].add(BigInteger.valueOf(high[at]).shiftLeft(Long.SIZE)).add(unsigned);
    }

    Moments moments(int places) {
        BigInteger[] sums = new BigInteger[low.length];
        Arrays.setAll(sums, this::sum);
        return new Moments(variables, order, places, sums);
    }
}
