package org.waymark.metrics.survey;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.rate.RateInterval;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;

/**
 * So many of so many, each row counted with its weight.
 *
 * <p><b>Formula:</b> rate Σ w of those who succeeded / Σ w. Of sampling weights the effective number of members is (Σ w)² / Σ w²
 * (Kish), and the interval is Wilson's for that number; of frequency weights it is Σ w itself. <b>Unit:</b> a share in [0, 1].
 * <b>How to read it:</b> a hundred rows of uneven weights may be worth fifty. <b>When it applies:</b> rows are independent; a
 * survey with strata and clusters has its own variance, which replicate weights carry: {@link ReplicateWeights}. <b>Edge
 * cases:</b> no weight at all has no rate; sums are exact decimals, so their order does not matter; only frequency weights
 * give whole numbers and with them {@link #exact()}. <b>Source:</b> L. Kish, Survey Sampling (1965), section 11.7.
 *
 * @param kind what the weights mean
 * @param yes the sum of the weights of those who succeeded
 * @param n the sum of all weights
 * @param squares the sum of all squared weights
 * @param rows how many rows there are with a weight above 0
 */
public record WeightedShare(WeightKind kind, BigDecimal yes, BigDecimal n, BigDecimal squares, long rows) {
    /** Refuses sums that cannot be. */
    public WeightedShare {
        Objects.requireNonNull(kind, "kind");
        if (yes.signum() < 0 || yes.compareTo(n) > 0) {
            throw new IllegalArgumentException("yes: must lie in 0 to n = " + n + ", was " + yes);
        }
        if (squares.signum() < 0 || rows < 0) {
            throw new IllegalArgumentException("squares, rows: must be 0 or more");
        }
    }

    /** Of nobody yet. */
    public static WeightedShare none(WeightKind kind) {
        return new WeightedShare(kind, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    /** With one row more. Weights are 0 or more, and those that are frequencies are whole. */
    public WeightedShare plus(boolean success, BigDecimal weight) {
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("weight: must be 0 or more");
        }
        if (kind == WeightKind.FREQUENCY && weight.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("weight: must be whole where it is a frequency");
        }
        return new WeightedShare(
                kind,
                success ? yes.add(weight) : yes,
                n.add(weight),
                squares.add(weight.multiply(weight)),
                weight.signum() == 0 ? rows : rows + 1);
    }

    /** Both together; their weights must mean the same. */
    public WeightedShare plus(WeightedShare other) {
        if (other.kind != kind) {
            throw new IllegalArgumentException("other: must have " + kind + " weights, had " + other.kind);
        }
        return new WeightedShare(
                kind, yes.add(other.yes), n.add(other.n), squares.add(other.squares), rows + other.rows);
    }

    /** The rate; empty without any weight. */
    public Optional<Double> value() {
        return n.signum() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(yes).over(Fraction.of(n)).doubleValue());
    }

    /** How many independent members of even weight would tell as much; empty without any weight. */
    public Optional<Double> effectiveN() {
        if (n.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                kind == WeightKind.FREQUENCY
                        ? n.doubleValue()
                        : Fraction.of(n.multiply(n)).over(Fraction.of(squares)).doubleValue());
    }

    /** By how much uneven weights widen the variance: rows over the effective number; 1 for frequencies. */
    public Optional<Double> designEffect() {
        return effectiveN().map(effective -> kind == WeightKind.FREQUENCY ? 1 : rows / effective);
    }

    /** The counts as whole numbers, on which verdicts are decided; empty of sampling weights, which have none. */
    public Optional<Share> exact() {
        return kind == WeightKind.FREQUENCY
                ? Optional.of(new Share(yes.longValueExact(), n.longValueExact()))
                : Optional.empty();
    }

    /** The limits of the rate; empty without any weight. */
    public Optional<Interval> interval(double confidence) {
        if (exact().filter(share -> share.n() > 0).isPresent()) {
            return exact().map(share -> RateInterval.WILSON.of(share, confidence));
        }
        return value().map(rate -> WilsonScore.ofEffective(rate, effectiveN().orElseThrow(), confidence));
    }

    /** Written as {@code 0.371 of 1998 weighted by 12 rows, worth 9.8}. */
    @Override
    public String toString() {
        return value().map(rate -> String.format(
                        Locale.ROOT,
                        "%.3f of %s weighted by %d rows, worth %.1f",
                        rate,
                        n.toPlainString(),
                        rows,
                        effectiveN().orElseThrow()))
                .orElse("(no weight)");
    }
}
