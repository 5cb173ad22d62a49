package org.waymark.metrics.decomposition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * A line through rows of which only the exact sums of products are known. The equations are solved in whole numbers, so
 * that nothing is lost to rounding, and whether variables repeat each other is decided exactly.
 */
final class LeastSquares {
    /** Enough digits for any double. */
    private static final MathContext DIGITS = new MathContext(40);

    private final double[] coefficients;
    private final double[][] inverse;
    private final double residuals;
    private final long n;

    private LeastSquares(double[] coefficients, double[][] inverse, double residuals, long n) {
        this.coefficients = coefficients;
        this.inverse = inverse;
        this.residuals = residuals;
        this.n = n;
    }

    /**
     * The line; empty if variables repeat each other, or there are not more rows than variables.
     *
     * @param products of the variables with each other, and in the last row and column with the outcome, each number times
     *     {@code unit}
     */
    static Optional<LeastSquares> fit(BigInteger[][] products, BigInteger unit, long n) {
        int size = products.length - 1;
        BigInteger[][] rows = new BigInteger[size][2 * size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = products[i][j];
                rows[i][size + j] = i == j ? BigInteger.ONE : BigInteger.ZERO;
            }
            rows[i][2 * size] = products[i][size];
        }
        BigInteger determinant = eliminate(rows);
        if (determinant.signum() == 0 || n <= size) {
            return Optional.empty();
        }
        double[] coefficients = new double[size];
        double[][] inverse = new double[size][size];
        BigInteger explained = BigInteger.ZERO;
        for (int i = 0; i < size; i++) {
            coefficients[i] = ratio(rows[i][2 * size], determinant);
            explained = explained.add(rows[i][2 * size].multiply(products[i][size]));
            for (int j = 0; j < size; j++) {
                inverse[i][j] = ratio(rows[i][size + j].multiply(unit).multiply(unit), determinant);
            }
        }
        BigInteger left = products[size][size].multiply(determinant).subtract(explained);
        double residuals = ratio(left, determinant.multiply(unit).multiply(unit));
        return Optional.of(new LeastSquares(coefficients, inverse, residuals, n));
    }

    /** Makes the left square a multiple of one, dividing without remainder (Bareiss); the factor is the determinant, or 0. */
    private static BigInteger eliminate(BigInteger[][] rows) {
        BigInteger before = BigInteger.ONE;
        for (int pivot = 0; pivot < rows.length; pivot++) {
            BigInteger factor = rows[pivot][pivot];
            if (factor.signum() == 0) {
                return BigInteger.ZERO;
            }
            for (int i = 0; i < rows.length; i++) {
                if (i == pivot) {
                    continue;
                }
                BigInteger own = rows[i][pivot];
                for (int j = 0; j < rows[i].length; j++) {
                    BigInteger rest = own.multiply(rows[pivot][j]);
                    rows[i][j] = rows[i][j].multiply(factor).subtract(rest).divide(before);
                }
            }
            before = factor;
        }
        return before;
    }

    static double ratio(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DIGITS)
                .doubleValue();
    }

    /** One coefficient per variable. */
    double[] coefficients() {
        return coefficients;
    }

    /** How many rows there are. */
    long n() {
        return n;
    }

    /** How many rows there are beyond the variables. */
    long degreesOfFreedom() {
        return n - coefficients.length;
    }

    /** The covariance of the coefficients where all rows vary alike. */
    double[][] classicalCovariance() {
        double variance = residuals / degreesOfFreedom();
        double[][] covariance = new double[inverse.length][inverse.length];
        for (int i = 0; i < inverse.length; i++) {
            for (int j = 0; j < inverse.length; j++) {
                covariance[i][j] = variance * inverse[i][j];
            }
        }
        return covariance;
    }

    /** The inverse times a vector. */
    double[] solved(double[] vector) {
        return Vectors.times(inverse, vector);
    }
}
