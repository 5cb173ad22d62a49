package org.waymark.metrics.decomposition;

import java.util.Arrays;

/** Sums of products of small vectors. */
final class Vectors {
    private Vectors() {}

    static double product(double[] one, double[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }

    static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> product(row, vector)).toArray();
    }

    /** The variance of a weighted sum, given the covariance of what is summed. */
    static double variance(double[][] covariance, double[] weights) {
        return product(weights, times(covariance, weights));
    }

    /** The sum of both, each times its factor. */
    static double[] sum(double factor, double[] one, double otherFactor, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> factor * one[i] + otherFactor * other[i]);
        return sum;
    }

    static double[] minus(double[] one, double[] two) {
        return sum(1, one, -1, two);
    }

    static double[] scaled(double factor, double[] vector) {
        return sum(factor, vector, 0, vector);
    }
}
