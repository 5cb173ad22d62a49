package org.waymark.metrics.smallgroup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.waymark.metrics.rate.Share;

/**
 * Whether units differ by more than chance, and by how much.
 *
 * <p><b>Formula:</b> with p̄ pooled and v = p̄q̄/n of a unit: Q = Σ (p - p̄)²/v, which is chi-square with k - 1 degrees of freedom
 * if all k units have the same true rate; I² = max(0, (Q - (k - 1))/Q); τ² = max(0, (Q - (k - 1))/(Σ w - Σ w²/Σ w)) with w = 1/v;
 * reliability of a unit τ²/(τ² + v); overdispersion φ = Q/k.
 *
 * <p><b>Unit:</b> τ² in squared shares, the others are numbers. <b>How to read it:</b> φ above 1 + 2√(2/k) says that limits of
 * chance alone flag too many units: use {@link FunnelPlot#overdispersedLimits}. <b>When it applies:</b> to units of one group.
 * <b>Edge cases:</b> fewer than two units with members, or no variation at all, have no Q. <b>Source:</b> R. DerSimonian and N.
 * Laird, Meta-analysis in clinical trials, Controlled Clinical Trials 7 (1986) 177; D. J. Spiegelhalter, Statistics in Medicine
 * 24 (2005) 1185.
 *
 * @param units the units
 */
public record Heterogeneity(Units units) {
    /** Refuses null. */
    public Heterogeneity {
        Objects.requireNonNull(units, "units");
    }

    /** Q, the chi-square statistic; empty for fewer than two units and without any variation. */
    public Optional<Double> chiSquare() {
        List<Share> shares = units.shares();
        Share pooled = units.pooled();
        if (shares.size() < 2 || pooled.yes() == 0 || pooled.no() == 0) {
            return Optional.empty();
        }
        double mean = pooled.value();
        double squares = shares.stream()
                .mapToDouble(share -> share.n() * (share.value() - mean) * (share.value() - mean))
                .sum();
        return Optional.of(squares / (mean * (1 - mean)));
    }

    /** One less than there are units with members; 0 for none. */
    public int degreesOfFreedom() {
        return Math.max(0, units.shares().size() - 1);
    }

    /** How often units that do not differ would differ as much. */
    public Optional<Double> p() {
        return chiSquare()
                .map(chi -> ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(chi));
    }

    /** What part of the variation is more than chance, in [0, 1). */
    public Optional<Double> iSquared() {
        return chiSquare().map(chi -> chi == 0 ? 0 : Math.max(0, (chi - degreesOfFreedom()) / chi));
    }

    /** τ², the variance of the true rates. */
    public Optional<Double> betweenVariance() {
        return chiSquare().map(chi -> {
            double mean = units.pooled().value();
            double weight = 1 / (mean * (1 - mean));
            double sum = 0;
            double squares = 0;
            for (Share share : units.shares()) {
                sum += weight * share.n();
                squares += weight * share.n() * (weight * share.n());
            }
            return Math.max(0, (chi - degreesOfFreedom()) / (sum - squares / sum));
        });
    }

    /** The standard error of a unit's rate, if its true rate were the pooled one; empty for nobody. */
    public Optional<Double> pooledError(Share share) {
        Share pooled = units.pooled();
        return share.n() == 0
                ? Optional.empty()
                : Optional.of(Math.sqrt(pooled.value() * (1 - pooled.value()) / share.n()));
    }

    /** What part of the variance of a unit's rate is real; empty for nobody and where there is no τ². */
    public Optional<Double> reliability(Share share) {
        return betweenVariance().flatMap(spread -> pooledError(share).map(error -> spread / (spread + error * error)));
    }

    /** φ, the mean squared z of the units. */
    public Optional<Double> overdispersion() {
        return chiSquare().map(chi -> chi / units.shares().size());
    }

    /** Whether φ is so large that limits of chance alone flag too many units. */
    public boolean isOverdispersed() {
        double threshold = 1 + 2 * Math.sqrt(2.0 / Math.max(1, units.shares().size()));
        return overdispersion().filter(phi -> phi > threshold).isPresent();
    }

    /** Written as {@code Q 104.870 on 39, I² 0.628}. */
    @Override
    public String toString() {
        return chiSquare()
                .map(chi -> String.format(
                        Locale.ROOT,
                        "Q %.3f on %d, I² %.3f",
                        chi,
                        degreesOfFreedom(),
                        iSquared().orElseThrow()))
                .orElse("(no variation)");
    }
}
