package org.waymark.metrics.inequality;

import java.util.Objects;

/**
 * How measures of inequality are computed where there is a choice.
 *
 * @param confidence the level of the intervals
 * @param missing the largest share of groups whose value may be missing; those groups are left out
 * @param concentration on what scale concentration indices are told
 * @param curve what curve the slope and relative indices fit
 * @param draws how often values are drawn where an interval needs it
 * @param seed from where the draws start: the same seed gives the same interval
 */
public record InequalityRules(
        double confidence, double missing, Concentration concentration, Curve curve, int draws, long seed) {
    /** At 95 %, no more than 15 % missing, plain concentration indices, the logistic curve, 2,000 draws. */
    public static final InequalityRules STANDARD =
            new InequalityRules(0.95, 0.15, Concentration.PLAIN, Curve.LOGISTIC, 2_000, 20_190_607);

    /** Refuses levels outside (0, 1), shares outside [0, 1] and fewer than 100 draws. */
    public InequalityRules {
        Objects.requireNonNull(concentration, "concentration");
        Objects.requireNonNull(curve, "curve");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
        if (!(missing >= 0 && missing <= 1)) {
            throw new IllegalArgumentException("missing: must lie in [0, 1], was " + missing);
        }
        if (draws < 100) {
            throw new IllegalArgumentException("draws: must be 100 or more, was " + draws);
        }
    }

    /** On what scale a concentration index is told. An outcome that has a highest value makes the plain one depend on its mean. */
    public enum Concentration {
        /** The values as they are: ACI = Σ p (2R - 1) y, RCI = ACI/μ. */
        PLAIN,
        /** Values on [0, 1] first, and divided by μ as the plain one. */
        BOUNDED,
        /** Values on [0, 1] first, the relative index divided by μ(1 - μ) (Wagstaff, 2005). */
        WAGSTAFF,
        /** Values on [0, 1] first, the relative index four times the absolute one (Erreygers, 2009). */
        ERREYGERS
    }

    /** The curve of values over the rank of groups. */
    public enum Curve {
        /** A logistic curve, which stays between 0 and the scale. */
        LOGISTIC,
        /** A straight line. */
        LINE
    }

    /** The same at another level. */
    public InequalityRules confidence(double level) {
        return new InequalityRules(level, missing, concentration, curve, draws, seed);
    }

    /** The same with so many missing allowed, as a share of the groups. */
    public InequalityRules missing(double share) {
        return new InequalityRules(confidence, share, concentration, curve, draws, seed);
    }

    /** The same with concentration indices told otherwise. */
    public InequalityRules concentration(Concentration other) {
        return new InequalityRules(confidence, missing, other, curve, draws, seed);
    }

    /** The same with another curve. */
    public InequalityRules curve(Curve other) {
        return new InequalityRules(confidence, missing, concentration, other, draws, seed);
    }

    /** The same with another number of draws, and start. */
    public InequalityRules draws(int number, long from) {
        return new InequalityRules(confidence, missing, concentration, curve, number, from);
    }
}
