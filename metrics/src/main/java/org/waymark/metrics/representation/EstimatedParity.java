package org.waymark.metrics.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;

/**
 * A group's share of a programme beside an estimate of its share of the region, whose margin of error counts.
 *
 * <p><b>Formula:</b> with s = x/N and its Wilson limits (l, u), and the benchmark p with standard error e: difference d = s - p,
 * from d - √((s - l)² + (z e)²) to d + √((u - s)² + (z e)²); index s/p with logarithmic standard error √((1 - s)/x + (e/p)²).
 *
 * <p><b>Unit:</b> differences of shares; an index, 1 being parity. <b>How to read it:</b> {@link #parity()}; a wide margin of the
 * region can make CANNOT_TELL of what looks like a gap. <b>When it applies:</b> the programme's members are few among the
 * region's people, so that both are independent.
 *
 * <p><b>Edge cases:</b> nobody in the programme has no share; a benchmark of 0 has no index; a group without members in the
 * programme, or an index whose error is 0, has no limits of the index. <b>Source:</b> R. G. Newcombe, Statistics in Medicine 17
 * (1998) 873; G. Y. Zou and A. Donner, same journal 27 (2008) 1693; margins: U.S. Census Bureau (2020).
 *
 * @param programme how many of the programme's members are of the group
 * @param benchmark what the region is known to be like
 * @param confidence the level of the limits
 */
public record EstimatedParity(Share programme, Benchmark benchmark, double confidence) implements Tabular {
    /** Refuses levels outside (0, 1). */
    public EstimatedParity {
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(benchmark, "benchmark");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** At 95 %. */
    public static EstimatedParity of(Share programme, Benchmark benchmark) {
        return new EstimatedParity(programme, benchmark, 0.95);
    }

    private double expected() {
        return benchmark.share().value().doubleValue();
    }

    private double error() {
        return benchmark.share().standardError();
    }

    /** Why there is no index; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (programme.n() == 0) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        return benchmark.share().value().signum() == 0 ? Optional.of(Undefined.ZERO_DENOMINATOR) : Optional.empty();
    }

    /** The group's share of the programme; empty for nobody. */
    public Optional<Double> share() {
        return programme.n() == 0 ? Optional.empty() : Optional.of(programme.value());
    }

    /** The share of the programme less the benchmark. */
    public Optional<Double> difference() {
        return share().map(share -> share - expected());
    }

    /** The standard error of the difference. */
    public Optional<Double> differenceError() {
        return share().map(share -> Math.hypot(Math.sqrt(share * (1 - share) / programme.n()), error()));
    }

    /** The limits of the difference, not symmetric where shares are small. */
    public Optional<Interval> differenceInterval() {
        return share().map(share -> {
            Interval own = WilsonScore.of(programme, confidence);
            double reach = Quantiles.normal(confidence) * error();
            double difference = share - expected();
            return new Interval(
                    difference - Math.hypot(share - own.lower(), reach),
                    difference + Math.hypot(own.upper() - share, reach),
                    confidence,
                    "Wilson and margin of error");
        });
    }

    /** The share of the programme over the benchmark. */
    public Optional<Double> index() {
        return undefined().isPresent() ? Optional.empty() : Optional.of(programme.value() / expected());
    }

    /** The standard error of the logarithm of the index; empty where nobody of the group is in the programme. */
    public Optional<Double> indexLogError() {
        return index().filter(index -> index > 0)
                .map(index -> Math.hypot(Math.sqrt((1 - programme.value()) / programme.yes()), error() / expected()));
    }

    /** The limits of the index. */
    public Optional<Interval> indexInterval() {
        return indexLogError().map(error -> {
            double reach = Math.exp(Quantiles.normal(confidence) * error);
            double index = index().orElseThrow();
            return new Interval(index / reach, index * reach, confidence, "log");
        });
    }

    /** The limits of the index if the benchmark had no margin. */
    public Optional<Interval> indexIntervalAsIfExact() {
        return index().map(index -> {
            Interval own = WilsonScore.of(programme, confidence);
            return new Interval(own.lower() / expected(), own.upper() / expected(), confidence, "Wilson");
        });
    }

    /** Whether the group has more or less than its share of the region, decided by the limits of the difference. */
    public Parity parity() {
        return differenceInterval().map(limits -> beside(limits, 0)).orElse(Parity.CANNOT_TELL);
    }

    /** What the verdict would be if the benchmark had no margin. */
    public Parity parityAsIfExact() {
        return share().map(share -> beside(WilsonScore.of(programme, confidence), expected()))
                .orElse(Parity.CANNOT_TELL);
    }

    static Parity beside(Interval limits, double expected) {
        if (limits.lower() > expected) {
            return Parity.ABOVE;
        }
        return limits.upper() < expected ? Parity.BELOW : Parity.CANNOT_TELL;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Figure.Builder difference = difference()
                .map(value -> Figure.of("Difference from the region", value))
                .orElseGet(() -> Figure.undefined("Difference from the region", Undefined.NO_OBSERVATIONS));
        differenceInterval().ifPresent(difference::interval);
        differenceError().ifPresent(difference::standardError);
        figures.add(difference
                .of(benchmark.group())
                .count("yes", programme.yes())
                .count("n", programme.n())
                .verdict(parity().name())
                .inference(Inference.SAMPLE)
                .build());
        Figure.Builder index = index().map(value -> Figure.of("Representation index", value))
                .orElseGet(() ->
                        Figure.undefined("Representation index", undefined().orElseThrow()));
        indexInterval()
                .ifPresentOrElse(
                        index::interval,
                        () -> index().ifPresent(value -> index.withoutLimits(Undefined.ZERO_NUMERATOR)));
        figures.add(index.of(benchmark.group()).inference(Inference.SAMPLE).build());
        return figures;
    }

    @Override
    public Table toTable() {
        return Figure.table("Representation, " + benchmark, figures());
    }

    /** Written as {@code Latinx: 0.258 of the programme, 0.2829 ± 0.0122 (90 %) of the region: CANNOT_TELL}. */
    @Override
    public String toString() {
        return benchmark.group() + ": "
                + share().map(share -> String.format(Locale.ROOT, "%.3f of the programme", share))
                        .orElse("nobody in the programme")
                + ", " + benchmark.share() + " of the region: " + parity();
    }
}
