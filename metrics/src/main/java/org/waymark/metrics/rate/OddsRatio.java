package org.waymark.metrics.rate;

import java.util.Optional;
import java.util.function.DoublePredicate;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;

/**
 * The odds of success in one group divided by those in another.
 *
 * <p><b>Formula:</b> x₁(n₂ - x₂) / ((n₁ - x₁) x₂). The conditional estimate is the ratio ψ under which, all margins given, as
 * many successes of the first group as were seen are to be expected; the exact limits are those ψ under which so many or
 * more, and so few or less, have half the error probability each. Woolf's limits are exp(ln ratio ± z √Σ 1/count).
 *
 * <p><b>Unit:</b> a ratio of 0 or more, possibly infinite.
 *
 * <p><b>How to read it:</b> 1 is no difference. It is not a ratio of rates: with rates of 0.9 and 0.8 the odds ratio is 2.25.
 *
 * <p><b>When it applies:</b> nobody stands in both groups, members are independent; as a headline a difference of rates is
 * easier to understand.
 *
 * <p><b>Edge cases:</b> where everybody or nobody succeeded there is no ratio; where one count is 0 it is 0 or infinite and
 * Woolf's limits do not exist; a group of nobody is refused.
 *
 * <p><b>Source:</b> R. A. Fisher, Journal of the Royal Statistical Society 98 (1935) 39; J. Cornfield (1956); B. Woolf,
 * Annals of Human Genetics 19 (1955) 251; the half of {@link #woolfHalf} is J. B. S. Haldane's and F. J. Anscombe's (1956).
 *
 * @param first the group in question
 * @param second the group it is compared with
 */
public record OddsRatio(Share first, Share second) {
    /** The logarithm of a ratio beyond any of whole numbers. */
    private static final double WIDEST = 200;

    /** Refuses groups of nobody. */
    public OddsRatio {
        if (first.n() == 0 || second.n() == 0) {
            throw new IllegalArgumentException("first, second: nobody has no odds");
        }
    }

    /** Whether everybody or nobody succeeded, so that there is nothing to compare. */
    private boolean isWithoutVariation() {
        Share all = first.plus(second);
        return all.yes() == 0 || all.no() == 0;
    }

    /** The ratio of the odds seen, possibly infinite; empty where everybody or nobody succeeded. */
    public Optional<Double> sample() {
        return isWithoutVariation()
                ? Optional.empty()
                : Optional.of((double) first.yes() * second.no() / ((double) first.no() * second.yes()));
    }

    /** The most likely ratio when all margins are given, possibly infinite; empty where everybody or nobody succeeded. */
    public Optional<Double> conditional() {
        if (isWithoutVariation()) {
            return Optional.empty();
        }
        ConditionalTables tables = new ConditionalTables(first, second);
        if (first.yes() == tables.least()) {
            return Optional.of(0.0);
        }
        if (first.yes() == tables.most()) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        return Optional.of(Math.exp(last(log -> tables.mean(log) <= first.yes())));
    }

    /** The exact limits around the conditional estimate; from 0 to infinity where everybody or nobody succeeded. */
    public Interval exact(double confidence) {
        double tail = (1 - confidence) / 2;
        ConditionalTables tables = new ConditionalTables(first, second);
        double lower =
                first.yes() == tables.least() ? 0 : Math.exp(last(log -> tables.atLeast(first.yes(), log) <= tail));
        double upper = first.yes() == tables.most()
                ? Double.POSITIVE_INFINITY
                : Math.exp(last(log -> tables.atMost(first.yes(), log) >= tail));
        return new Interval(lower, upper, confidence, "exact conditional");
    }

    /** Woolf's limits; empty if a count is 0. */
    public Optional<Interval> woolf(double confidence) {
        boolean none = first.yes() == 0 || first.no() == 0 || second.yes() == 0 || second.no() == 0;
        return none ? Optional.empty() : Optional.of(woolf(0, confidence, "Woolf"));
    }

    /** Woolf's limits after a half was added to every count. */
    public Interval woolfHalf(double confidence) {
        return woolf(0.5, confidence, "Woolf, half added");
    }

    private Interval woolf(double added, double confidence, String method) {
        double a = first.yes() + added;
        double b = first.no() + added;
        double c = second.yes() + added;
        double d = second.no() + added;
        double reach = Quantiles.normal(confidence) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double ratio = a / b * (d / c);
        return new Interval(ratio * Math.exp(-reach), ratio * Math.exp(reach), confidence, method);
    }

    /** Halves until nothing lies between: the last logarithm that holds, where small ones do and large ones do not. */
    private static double last(DoublePredicate holds) {
        double in = -WIDEST;
        double out = WIDEST;
        while (true) {
            double middle = (in + out) / 2;
            if (middle == in || middle == out) {
                return in;
            }
            if (holds.test(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
    }
}
