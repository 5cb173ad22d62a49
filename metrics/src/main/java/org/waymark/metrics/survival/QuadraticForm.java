package org.waymark.metrics.survival;

import java.util.List;
import java.util.Optional;

/** The quadratic form d' V⁻¹ d of differences and their covariances. */
final class QuadraticForm {
    /** Of a pivot this small, compared with the largest variance, nothing is left but rounding. */
    private static final double SINGULAR = 1e-12;

    private QuadraticForm() {}

    /** Over some places of both; empty if the covariances have no inverse. */
    static Optional<Double> of(List<Integer> places, double[] differences, double[][] covariances) {
        int size = places.size();
        double[][] matrix = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            matrix[i][size] = differences[places.get(i)];
            for (int j = 0; j < size; j++) {
                matrix[i][j] = covariances[places.get(i)][places.get(j)];
            }
        }
        return solve(matrix).map(solution -> {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += differences[places.get(i)] * solution[i];
            }
            return sum;
        });
    }

    /** Gauss's elimination; empty if the matrix has no inverse. */
    private static Optional<double[]> solve(double[][] matrix) {
        int size = matrix.length;
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            double[] swapped = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = swapped;
            if (!(Math.abs(swapped[column]) > SINGULAR * largest)) {
                return Optional.empty();
            }
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : matrix[row][column] / swapped[column];
                for (int c = column; c <= size; c++) {
                    matrix[row][c] -= factor * swapped[c];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = matrix[i][size] / matrix[i][i];
        }
        return Optional.of(solution);
    }
}
