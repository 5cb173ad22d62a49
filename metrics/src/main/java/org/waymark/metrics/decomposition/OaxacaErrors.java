package org.waymark.metrics.decomposition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.tally.MomentTally;

/**
 * Standard errors of the parts of a gap. Every part is a smooth function of the groups' means and coefficients; what a row
 * adds to its error is a sum of products of the row's numbers, so that squares of it can be summed without the rows.
 */
final class OaxacaErrors {
    private static final Optional<Double> NONE = Optional.empty();

    private final OaxacaFit fit;
    private final StandardErrors kind;
    private final MomentTally tally;
    private final Set<String> clusters;
    private final double[] moreMeans;
    private final double[] moreWorth;
    private final double[] secondMeans;

    OaxacaErrors(OaxacaFit fit, StandardErrors kind, MomentTally tally, Set<String> clusters) {
        this.fit = fit;
        this.kind = kind;
        this.tally = tally;
        this.clusters = clusters;
        this.secondMeans = OaxacaFit.means(fit.second());
        this.moreMeans = Vectors.minus(OaxacaFit.means(fit.first()), secondMeans);
        this.moreWorth =
                Vectors.minus(fit.firstLine().coefficients(), fit.secondLine().coefficients());
    }

    private int size() {
        return moreMeans.length;
    }

    private double[] nothing() {
        return new double[size()];
    }

    private double[] second() {
        return fit.secondLine().coefficients();
    }

    Optional<Double> gap() {
        if (kind == StandardErrors.CLASSICAL) {
            int outcome = size();
            return root(fit.first().covarianceOfMeans()[outcome][outcome]
                    + fit.second().covarianceOfMeans()[outcome][outcome]);
        }
        return error(new Gradient().outcomes(1));
    }

    Optional<Double> endowments() {
        return error(new Gradient().means(second()).coefficients(nothing(), moreMeans));
    }

    Optional<Double> coefficients() {
        // Of the means, the second group's alone play a part.
        Gradient gradient = new Gradient().coefficients(secondMeans, Vectors.scaled(-1, secondMeans));
        gradient.secondMeans = moreWorth;
        return error(gradient);
    }

    Optional<Double> interaction() {
        return error(new Gradient().means(moreWorth).coefficients(moreMeans, Vectors.scaled(-1, moreMeans)));
    }

    Optional<Double> explained() {
        Gradient gradient = new Gradient().means(fit.reference());
        if (fit.pooledLine().isPresent()) {
            return error(gradient.pooled(moreMeans));
        }
        double weight = fit.weightOfFirst();
        return error(gradient.coefficients(Vectors.scaled(weight, moreMeans), Vectors.scaled(1 - weight, moreMeans)));
    }

    Optional<Double> unexplained() {
        if (fit.pooledLine().isPresent()) {
            return kind == StandardErrors.CLASSICAL
                    ? NONE
                    : error(new Gradient()
                            .outcomes(1)
                            .means(Vectors.scaled(-1, fit.reference()))
                            .pooled(Vectors.scaled(-1, moreMeans)));
        }
        double weight = fit.weightOfFirst();
        double[] means = Vectors.sum(1 - weight, OaxacaFit.means(fit.first()), weight, secondMeans);
        Gradient gradient = new Gradient().coefficients(means, Vectors.scaled(-1, means));
        gradient.firstMeans = Vectors.scaled(1 - weight, moreWorth);
        gradient.secondMeans = Vectors.scaled(weight, moreWorth);
        return error(gradient);
    }

    /** The standard error of one of the first group's coefficients. */
    Optional<Double> ofFirst(int coefficient) {
        return error(new Gradient().coefficients(unit(coefficient), nothing()));
    }

    /** The standard error of one of the second group's coefficients. */
    Optional<Double> ofSecond(int coefficient) {
        return error(new Gradient().coefficients(nothing(), unit(coefficient)));
    }

    private double[] unit(int at) {
        double[] unit = nothing();
        unit[at] = 1;
        return unit;
    }

    private static Optional<Double> root(double variance) {
        return Optional.of(Math.sqrt(Math.max(0, variance)));
    }

    private Optional<Double> error(Gradient gradient) {
        return switch (kind) {
            case CLASSICAL -> classical(gradient);
            case ROBUST -> {
                BigDecimal squares = fit.first()
                        .sumOfSquares(gradient.form(true, true))
                        .add(fit.second().sumOfSquares(gradient.form(false, true)));
                yield root(squares.doubleValue());
            }
            case CLUSTERED -> clustered(gradient);
        };
    }

    private Optional<Double> classical(Gradient gradient) {
        double variance = ofMeans(fit.first(), gradient.firstMeans)
                + ofMeans(fit.second(), gradient.secondMeans)
                + Vectors.variance(fit.firstLine().classicalCovariance(), gradient.firstCoefficients)
                + Vectors.variance(fit.secondLine().classicalCovariance(), gradient.secondCoefficients);
        if (fit.pooledLine().isPresent()) {
            LeastSquares line = fit.pooledLine().get();
            double[] weights = Arrays.copyOf(gradient.pooledCoefficients, line.coefficients().length);
            variance += Vectors.variance(line.classicalCovariance(), weights);
        }
        return root(variance);
    }

    private static double ofMeans(Side side, double[] weights) {
        double[] all = Arrays.copyOf(weights, weights.length + 1);
        return Vectors.variance(side.covarianceOfMeans(), all);
    }

    /** Sums by cluster of what both groups' rows add; empty where a group stands in fewer than two clusters. */
    private Optional<Double> clustered(Gradient gradient) {
        String one = fit.asked().first();
        String two = fit.asked().second();
        if (tally.clusters(one).size() < 2 || tally.clusters(two).size() < 2) {
            return NONE;
        }
        RowForm ofFirst = gradient.form(true, false);
        RowForm ofSecond = gradient.form(false, false);
        int[] positions = Side.positions(tally, fit.asked());
        double sum = 0;
        for (String cluster : clusters) {
            Side first = new Side(tally.moments(one, cluster), tally.places(), positions);
            Side second = new Side(tally.moments(two, cluster), tally.places(), positions);
            double influence = first.sum(ofFirst).add(second.sum(ofSecond)).doubleValue();
            sum += influence * influence;
        }
        return root(sum * clusters.size() / (clusters.size() - 1.0));
    }

    /** How a part changes with the groups' means, their coefficients, those of all rows, and their mean outcomes. */
    private final class Gradient {
        private double[] firstMeans = nothing();
        private double[] secondMeans = nothing();
        private double[] firstCoefficients = nothing();
        private double[] secondCoefficients = nothing();
        private double[] pooledCoefficients = nothing();
        private double outcomes;

        /** Changes by so much with the first group's means, and the other way with the second's. */
        Gradient means(double[] ofFirst) {
            firstMeans = ofFirst;
            secondMeans = Vectors.scaled(-1, ofFirst);
            return this;
        }

        Gradient coefficients(double[] ofFirst, double[] ofSecond) {
            firstCoefficients = ofFirst;
            secondCoefficients = ofSecond;
            return this;
        }

        Gradient pooled(double[] ofAll) {
            pooledCoefficients = ofAll;
            return this;
        }

        Gradient outcomes(double ofFirst) {
            outcomes = ofFirst;
            return this;
        }

        /** What a row of a group adds; widened for the degrees of freedom if rows are independent. */
        RowForm form(boolean ofFirst, boolean widened) {
            Side side = ofFirst ? fit.first() : fit.second();
            LeastSquares line = ofFirst ? fit.firstLine() : fit.secondLine();
            double n = side.n();
            double forMeans = widened ? Math.sqrt(n / (n - 1)) : 1;
            RowForm form = new RowForm(size() + 1);
            double[] weights = Arrays.copyOf(ofFirst ? firstMeans : secondMeans, size() + 1);
            weights[size()] = ofFirst ? outcomes : -outcomes;
            form.addMeans(Vectors.scaled(forMeans, weights), side.means(), n);
            addLine(form, line, ofFirst ? firstCoefficients : secondCoefficients, false, widened);
            fit.pooledLine().ifPresent(all -> addLine(form, all, pooledCoefficients, !ofFirst, widened));
            return form;
        }

        /** The line of all rows may have a variable for the second group, which joins the constant in its rows. */
        private void addLine(RowForm form, LeastSquares line, double[] of, boolean inSecond, boolean widened) {
            double factor = widened ? Math.sqrt((double) line.n() / line.degreesOfFreedom()) : 1;
            double[] weights = line.solved(Arrays.copyOf(of, line.coefficients().length));
            form.addResiduals(Vectors.scaled(factor, joined(weights, inSecond)), joined(line.coefficients(), inSecond));
        }

        private double[] joined(double[] ofLine, boolean inSecond) {
            double[] joined = Arrays.copyOf(ofLine, size());
            if (inSecond && ofLine.length > size()) {
                joined[0] += ofLine[size()];
            }
            return joined;
        }
    }
}
