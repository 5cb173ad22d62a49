package org.waymark.metrics.smallgroup;

import java.util.Locale;
import java.util.Optional;
import org.waymark.metrics.measure.Undefined;

/**
 * How the true rates of units are spread, as far as their counts tell: a beta distribution around a mean.
 *
 * @param method how it was found
 * @param mean μ, the mean of the true rates, in [0, 1]; the pooled rate where nothing else is known, empty for nobody
 * @param size M, the number of members whose counts say as much as the spread does; infinite if there is no evidence that
 *     true rates differ, empty if it cannot be told
 * @param correlation ρ as it was found; below 0 if units differ less than chance would make them, empty if it cannot be told
 * @param logLikelihood of the counts under it; empty unless it was found by likelihood
 * @param units how many units have members
 * @param undefined why there is no spread; empty if there is one
 */
public record Prior(
        Method method,
        Optional<Double> mean,
        Optional<Double> size,
        Optional<Double> correlation,
        Optional<Double> logLikelihood,
        int units,
        Optional<Undefined> undefined) {
    /** How a prior is found. */
    public enum Method {
        /** By maximum likelihood; by moments where that has no maximum. */
        LIKELIHOOD,
        /** By moments, each unit counting by its members. */
        MOMENTS
    }

    /** Whether there is evidence that true rates differ. */
    public boolean isSpread() {
        return size.filter(Double::isFinite).isPresent();
    }

    /** α of the beta distribution; empty without one. */
    public Optional<Double> alpha() {
        return size.filter(Double::isFinite).map(members -> mean.orElseThrow() * members);
    }

    /** β of the beta distribution; empty without one. */
    public Optional<Double> beta() {
        return size.filter(Double::isFinite).map(members -> (1 - mean.orElseThrow()) * members);
    }

    /** What part of the variance of a unit's rate of so many members is real, n / (n + M); empty if it cannot be told. */
    public Optional<Double> reliability(long n) {
        return size.map(members -> n == 0 || members.isInfinite() ? 0 : n / (n + members));
    }

    static Prior none(Method method, Optional<Double> pooled, int units, Undefined why) {
        return new Prior(method, pooled, Optional.empty(), Optional.empty(), Optional.empty(), units, Optional.of(why));
    }

    /** Written as {@code around 0.600, worth 29.2 members}. */
    @Override
    public String toString() {
        if (undefined.isPresent()) {
            return "(" + undefined.get() + ")";
        }
        String around = String.format(Locale.ROOT, "around %.3f, ", mean.orElseThrow());
        return isSpread()
                ? around + String.format(Locale.ROOT, "worth %.1f members", size.orElseThrow())
                : around + "no evidence of real differences";
    }
}
