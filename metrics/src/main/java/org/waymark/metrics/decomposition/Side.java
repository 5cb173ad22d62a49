package org.waymark.metrics.decomposition;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.waymark.core.tally.MomentTally;
import org.waymark.core.tally.Moments;

/** One group of a regression: its sums of products, of which the constant, the variables and the outcome are asked. */
final class Side {
    private final Moments moments;
    private final int places;
    private final int[] positions;

    /** The positions are those of the constant, the variables, and last the outcome. */
    Side(Moments moments, int places, int[] positions) {
        this.moments = moments;
        this.places = places;
        this.positions = positions.clone();
    }

    static int[] positions(MomentTally tally, OaxacaBlinder asked) {
        int[] positions = new int[asked.variables().size() + 2];
        for (int i = 0; i < asked.variables().size(); i++) {
            positions[i + 1] = tally.position(asked.variables().get(i));
        }
        positions[positions.length - 1] = tally.position(asked.outcome());
        return positions;
    }

    long n() {
        return moments.n();
    }

    /** The factor that makes every number of the rows a whole one. */
    BigInteger unit() {
        return BigInteger.TEN.pow(places);
    }

    /** The products of constant, variables and outcome with each other, all times the unit. */
    BigInteger[][] products() {
        int size = positions.length;
        BigInteger[][] products = new BigInteger[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                BigDecimal sum = moments.sum(positions[i], positions[j]);
                products[i][j] = sum.movePointRight(2 * places).toBigIntegerExact();
            }
        }
        return products;
    }

    /** The means of the constant, which is 1, of the variables, and last of the outcome. */
    double[] means() {
        BigInteger[] first = products()[0];
        double[] means = new double[first.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = LeastSquares.ratio(first[i], first[0]);
        }
        return means;
    }

    /** The covariance of these means, rows being independent: that of the rows divided by how many they are. */
    double[][] covarianceOfMeans() {
        BigInteger[][] products = products();
        BigInteger n = BigInteger.valueOf(n());
        BigInteger divisor = n.multiply(n).multiply(n.subtract(BigInteger.ONE)).multiply(unit().pow(2));
        double[][] covariance = new double[products.length][products.length];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products.length; j++) {
                // The constant's column holds sums times the unit twice, the others' products as well.
                BigInteger squared = products[0][i].multiply(products[0][j]).divide(unit().pow(2));
                covariance[i][j] = LeastSquares.ratio(products[i][j].multiply(n).subtract(squared), divisor);
            }
        }
        return covariance;
    }

    /** The sum over the rows of a form's values. */
    BigDecimal sum(RowForm form) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < positions.length; i++) {
            for (int j = i; j < positions.length; j++) {
                sum = sum.add(form.weight(i, j).multiply(moments.sum(positions[i], positions[j])));
            }
        }
        return sum;
    }

    /** The sum over the rows of the square of a form's values. */
    BigDecimal sumOfSquares(RowForm form) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < positions.length; i++) {
            for (int j = i; j < positions.length; j++) {
                BigDecimal weight = form.weight(i, j);
                for (int k = 0; weight.signum() != 0 && k < positions.length; k++) {
                    for (int l = k; l < positions.length; l++) {
                        BigDecimal product = moments.sum(positions[i], positions[j], positions[k], positions[l]);
                        sum = sum.add(weight.multiply(form.weight(k, l)).multiply(product));
                    }
                }
            }
        }
        return sum;
    }
}
