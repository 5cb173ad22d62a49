package org.waymark.metrics.rate;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Cochran-Armitage test of a trend of rates over ordered groups, such as years.
 *
 * <p><b>Formula:</b> z = Σ s(x - n p̄) / √(p̄q̄(Σ n s² - (Σ n s)²/N)) with scores s; what is left of the chi-square of all
 * groups is the departure from a straight line. <b>Unit:</b> z, chi-squares, p-values. <b>How to read it:</b> a positive z
 * is a rate that rises with the score. <b>When it applies:</b> groups of different, independent people. <b>Edge cases:</b>
 * where everybody or nobody succeeded, or all scores are the same, there is no z. <b>Source:</b> P. Armitage, Biometrics
 * 11 (1955) 375.
 *
 * @param scores one per group; the year, unless there is a reason for another
 * @param shares one per group, each with members
 */
public record TrendTest(List<Double> scores, List<Share> shares) {
    /** Copies the lists; refuses lists of different length and groups of nobody. */
    public TrendTest {
        scores = List.copyOf(scores);
        shares = List.copyOf(shares);
        if (scores.size() != shares.size() || shares.isEmpty()) {
            throw new IllegalArgumentException("scores: must be one per group, one at least");
        }
        if (shares.stream().anyMatch(share -> share.n() == 0)) {
            throw new IllegalArgumentException("shares: nobody has no rate");
        }
    }

    /** The statistic of the trend; empty where there is none. */
    public Optional<Double> z() {
        Share all = total();
        double p = all.value();
        double sum = 0;
        double squares = 0;
        double linear = 0;
        for (int i = 0; i < shares.size(); i++) {
            double s = scores.get(i);
            double n = shares.get(i).n();
            sum += s * (shares.get(i).yes() - n * p);
            squares += n * s * s;
            linear += n * s;
        }
        double variance = p * (1 - p) * (squares - linear * linear / all.n());
        return variance > 0 ? Optional.of(sum / Math.sqrt(variance)) : Optional.empty();
    }

    /** Pearson's chi-square of all groups; empty if everybody or nobody succeeded. */
    public Optional<Double> overallChiSquare() {
        Share all = total();
        double p = all.value();
        if (all.yes() == 0 || all.no() == 0) {
            return Optional.empty();
        }
        double chi = 0;
        for (Share share : shares) {
            double difference = share.yes() - share.n() * p;
            chi += difference * difference / (share.n() * p * (1 - p));
        }
        return Optional.of(chi);
    }

    /** What of the chi-square a straight line does not explain, with one degree of freedom less. */
    public Optional<Double> departureChiSquare() {
        return overallChiSquare().flatMap(chi -> z().map(z -> Math.max(0, chi - z * z)));
    }

    /** The p-value of a chi-square. */
    public static double p(double chiSquare, int degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare);
    }

    private Share total() {
        return shares.stream().reduce(new Share(0, 0), Share::plus);
    }
}
