package org.waymark.core.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The exact sums, over some rows, of the products of their numbers: all that a regression needs to know of them. Sums of
 * parts add up to those of the whole, in any order, without rounding.
 */
public final class Moments {
    /** Products of two numbers at most: for coefficients, and for standard errors by clusters. */
    static final int SECOND = 2;

    /** Products of four numbers at most: for robust standard errors of independent rows as well. */
    static final int FOURTH = 4;

    private final int variables;
    private final int order;
    private final int places;
    private final BigInteger[] sums;

    Moments(int variables, int order, int places, BigInteger[] sums) {
        this.variables = variables;
        this.order = order;
        this.places = places;
        this.sums = sums;
    }

    /** How many sums there are: products of so many factors out of the variables and 1. */
    static int size(int variables, int order) {
        return order == SECOND
                ? index(variables, variables) + 1
                : index(variables, variables, variables, variables) + 1;
    }

    private static int index(int a, int b) {
        return a + b * (b + 1) / 2;
    }

    /** Where the product of factors in rising order stands: those of smaller last factors come first. */
    private static int index(int a, int b, int c, int d) {
        return index(a, b) + c * (c + 1) * (c + 2) / 6 + d * (d + 1) * (d + 2) * (d + 3) / 24;
    }

    /** How many numbers a product has at most, 2 or 4. */
    public int order() {
        return order;
    }

    /** How many rows there are. */
    public long n() {
        return sums[0].longValueExact();
    }

    /**
     * The exact sum over the rows of the product of these variables, by position from 1; position 0 is the constant 1. With
     * none it is the number of rows.
     */
    public BigDecimal sum(int... factors) {
        if (factors.length > order) {
            throw new IllegalArgumentException("factors: must be at most " + order + ", were " + factors.length);
        }
        int[] sorted = new int[order];
        int decimals = 0;
        for (int i = 0; i < factors.length; i++) {
            if (factors[i] < 0 || factors[i] > variables) {
                throw new IllegalArgumentException("factors: must lie in 0 to " + variables + ", was " + factors[i]);
            }
            sorted[i] = factors[i];
            decimals += factors[i] == 0 ? 0 : places;
        }
        Arrays.sort(sorted);
        int at = order == SECOND ? index(sorted[0], sorted[1]) : index(sorted[0], sorted[1], sorted[2], sorted[3]);
        return new BigDecimal(sums[at], decimals);
    }

    /** The sums over the rows of both. */
    public Moments plus(Moments other) {
        if (variables != other.variables || order != other.order || places != other.places) {
            throw new IllegalArgumentException("other: must be of the same variables, products and places");
        }
        BigInteger[] both = new BigInteger[sums.length];
        Arrays.setAll(both, i -> sums[i].add(other.sums[i]));
        return new Moments(variables, order, places, both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moments that
                && variables == that.variables
                && order == that.order
                && places == that.places
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    /** How many rows and variables there are. */
    @Override
    public String toString() {
        return n() + " rows of " + variables + " variables";
    }
}
