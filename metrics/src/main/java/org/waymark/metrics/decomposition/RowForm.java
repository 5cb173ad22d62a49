package org.waymark.metrics.decomposition;

import java.math.BigDecimal;

/**
 * What one row adds to the error of an estimate, as a sum of products of two of its numbers: of the constant, the variables
 * and last the outcome. From sums of products over the rows, its sum and its sum of squares follow without the rows.
 */
final class RowForm {
    private final double[][] weights;

    RowForm(int size) {
        weights = new double[size][size];
    }

    /** Adds the deviation of a row's numbers from their means, weighted and divided by the number of rows. */
    void addMeans(double[] byNumber, double[] means, double n) {
        for (int i = 0; i < byNumber.length; i++) {
            weights[0][i] += byNumber[i] / n;
            weights[0][0] -= byNumber[i] * means[i] / n;
        }
    }

    /** Adds the row's residual times a weighted sum of its variables. */
    void addResiduals(double[] byVariable, double[] coefficients) {
        int outcome = weights.length - 1;
        for (int i = 0; i < byVariable.length; i++) {
            weights[i][outcome] += byVariable[i];
            for (int j = 0; j < coefficients.length; j++) {
                weights[Math.min(i, j)][Math.max(i, j)] -= byVariable[i] * coefficients[j];
            }
        }
    }

    /** The weight of the product of two numbers, the first not after the second. */
    BigDecimal weight(int first, int second) {
        return new BigDecimal(weights[first][second]);
    }
}
