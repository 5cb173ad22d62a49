package org.waymark.metrics.rate;

import org.waymark.metrics.measure.Interval;

/**
 * Newcombe's hybrid score interval of the difference of two rates of different people.
 *
 * <p><b>Formula:</b> with d = p₁ - p₂ and Wilson limits (l, u) of each: d - √((p₁ - l₁)² + (u₂ - p₂)²) to
 * d + √((u₁ - p₁)² + (p₂ - l₂)²).
 *
 * <p><b>Unit:</b> a difference of shares in [-1, 1].
 *
 * <p><b>How to read it:</b> 0 within the limits means that the two rates may well be the same.
 *
 * <p><b>When it applies:</b> nobody stands in both groups, members are independent.
 *
 * <p><b>Edge cases:</b> rates of 0 and 1 keep a width; a group of nobody is refused.
 *
 * <p><b>Source:</b> R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17 (1998) 873, method 10.
 */
public final class Newcombe {
    private Newcombe() {}

    /** The interval of the first share minus the second. */
    public static Interval of(Share first, Share second, double confidence) {
        Interval one = WilsonScore.of(first, confidence);
        Interval two = WilsonScore.of(second, confidence);
        return combined(first, second, one, two, "Newcombe");
    }

    /** The interval of a difference from those of the two rates. */
    static Interval combined(Share first, Share second, Interval one, Interval two, String method) {
        double p1 = first.value();
        double p2 = second.value();
        double difference = p1 - p2;
        return new Interval(
                difference - Math.hypot(p1 - one.lower(), two.upper() - p2),
                difference + Math.hypot(one.upper() - p1, p2 - two.lower()),
                one.confidence(),
                method);
    }
}
