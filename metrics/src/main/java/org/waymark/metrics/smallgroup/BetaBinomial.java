package org.waymark.metrics.smallgroup;

import java.util.List;
import java.util.Optional;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * The beta-binomial model of units: a unit's true rate is drawn from a beta distribution with mean μ and size M, its count
 * from a binomial with that rate.
 *
 * <p><b>Formula:</b> by moments, with p̄ pooled, N members in all and sums over units: S = Σ n(p - p̄)², b = Σ n(1 - n/N), c = Σ
 * (1 - n/N), ρ = (S/(p̄q̄) - c)/(b - c), M = 1/ρ - 1. By likelihood, Newton steps on (logit μ, ln M) from there.
 *
 * <p><b>Unit:</b> M in members; ρ, the correlation of two members of a unit, is 1/(M + 1). <b>How to read it:</b> small M is
 * much real spread. <b>When it applies:</b> to units of one group, which differ for reasons not known. <b>Edge cases:</b> ρ of
 * 0 or less: no evidence of real differences, M infinite; fewer than two units, or units of one member each: not identified;
 * everybody or nobody succeeded: no variation; where the likelihood has no maximum, moments. <b>Source:</b> J. C. Kleinman,
 * Proportions with extraneous variance, Journal of the American Statistical Association 68 (1973) 46; C. N. Morris, same
 * journal 78 (1983) 47.
 */
final class BetaBinomial {
    private BetaBinomial() {}

    static Prior byMoments(Units units) {
        return byMoments(units, Prior.Method.MOMENTS);
    }

    private static Prior byMoments(Units units, Prior.Method asked) {
        List<Share> shares = units.shares();
        Share pooled = units.pooled();
        if (shares.isEmpty()) {
            return Prior.none(asked, Optional.empty(), 0, Undefined.NO_OBSERVATIONS);
        }
        double mean = pooled.value();
        double n = pooled.n();
        double members =
                shares.stream().mapToDouble(s -> s.n() * (1 - s.n() / n)).sum();
        double units1 = shares.stream().mapToDouble(s -> 1 - s.n() / n).sum();
        boolean single = shares.stream().allMatch(share -> share.n() == 1);
        if (shares.size() < 2 || single) {
            return Prior.none(asked, Optional.of(mean), shares.size(), Undefined.NOT_IDENTIFIED);
        }
        if (pooled.yes() == 0 || pooled.no() == 0) {
            return Prior.none(asked, Optional.of(mean), shares.size(), Undefined.ZERO_VARIANCE);
        }
        double squares = shares.stream()
                .mapToDouble(s -> s.n() * (s.value() - mean) * (s.value() - mean))
                .sum();
        double correlation = (squares / (mean * (1 - mean)) - units1) / (members - units1);
        double size = correlation <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, 1 / correlation - 1);
        return new Prior(
                Prior.Method.MOMENTS,
                Optional.of(mean),
                Optional.of(size),
                Optional.of(correlation),
                Optional.empty(),
                shares.size(),
                Optional.empty());
    }

    static Prior byLikelihood(Units units) {
        Prior start = byMoments(units, Prior.Method.LIKELIHOOD);
        if (!start.isSpread()) {
            return start;
        }
        BetaBinomialLikelihood likelihood = new BetaBinomialLikelihood(units.shares());
        return likelihood
                .maximum(start.mean().orElseThrow(), Math.max(0.1, start.size().orElseThrow()))
                .map(found -> new Prior(
                        Prior.Method.LIKELIHOOD,
                        Optional.of(found.mean()),
                        Optional.of(found.size()),
                        Optional.of(1 / (found.size() + 1)),
                        Optional.of(likelihood.at(found)),
                        start.units(),
                        Optional.empty()))
                .orElse(start);
    }
}
