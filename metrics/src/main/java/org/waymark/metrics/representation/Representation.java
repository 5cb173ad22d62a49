package org.waymark.metrics.representation;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.WilsonScore;

/**
 * A group's share of a programme beside its share of a region that was counted completely.
 *
 * <p><b>Formula:</b> with x of N in the programme and g of R in the region: s = x/N, π = g/R, index s/π with the Wilson limits
 * of s over π, difference s - π. At parity if x R ≥ g N. Joining, the smallest a with (x + a)/(N + a) ≥ g/R, is ⌈(gN - xR)/(R -
 * g)⌉; swapping, the smallest b with (x + b)/N ≥ g/R, is ⌈(gN - xR)/R⌉.
 *
 * <p><b>Unit:</b> shares; an index, 1 being parity; students. <b>How to read it:</b> an index of 0.8 is four fifths of what the
 * region has. <b>When it applies:</b> programme and region of the same year. Where the programme's students are part of the
 * region, as they usually are, take {@link RepresentationTest.Kind#PART_OF_REGION}. Of an estimated region take {@link EstimatedParity}.
 *
 * <p><b>Edge cases:</b> a group that is not in the region has no index; one that is the whole region cannot be joined towards;
 * nobody in the programme has no share. Everything that is decided is decided on whole numbers. <b>Source:</b> composition
 * index of the Civil Rights Data Collection; tests as in A. Agresti, Categorical Data Analysis (2013), chapters 1 and 3.
 *
 * @param group the name of the group
 * @param programme how many of the programme's members are of the group
 * @param region how many of the region's people are of the group; somebody
 * @param confidence the level of the limits
 */
public record Representation(String group, Share programme, Share region, double confidence) implements Tabular {
    /** Refuses a region of nobody, and levels outside (0, 1). */
    public Representation {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(programme, "programme");
        if (region.n() == 0) {
            throw new IllegalArgumentException("region: must have people");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** At 95 %. */
    public static Representation of(String group, Share programme, Share region) {
        return new Representation(group, programme, region, 0.95);
    }

    /** Why there is no index; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (programme.n() == 0) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        return region.yes() == 0 ? Optional.of(Undefined.ZERO_DENOMINATOR) : Optional.empty();
    }

    /** The group's share of the programme; empty for nobody. */
    public Optional<Double> share() {
        return programme.n() == 0 ? Optional.empty() : Optional.of(programme.value());
    }

    /** The share of the programme over the share of the region. */
    public Optional<Double> index() {
        return undefined().isPresent() ? Optional.empty() : Optional.of(programme.value() / region.value());
    }

    /** The limits of the index, the region taken as known. */
    public Optional<Interval> indexInterval() {
        return index().map(index -> {
            Interval share = WilsonScore.of(programme, confidence);
            double expected = region.value();
            return new Interval(share.lower() / expected, share.upper() / expected, confidence, "Wilson");
        });
    }

    /** The logarithm of the index, as far above 0 for twice as below for half; minus infinity for none in the programme. */
    public Optional<Double> logRatio() {
        return index().map(Math::log);
    }

    /** The share of the programme less the share of the region; empty for nobody. */
    public Optional<Double> difference() {
        return share().map(share -> share - region.value());
    }

    /** Whether the group has at least its share, decided exactly; a programme of nobody has. */
    public boolean isAtParity() {
        return missing().signum() <= 0;
    }

    /** gN - xR: what is missing, in students times people. */
    private BigInteger missing() {
        return product(region.yes(), programme.n()).subtract(product(programme.yes(), region.n()));
    }

    /** How many more of the group would have to join, nobody leaving; empty if no number would do. */
    public OptionalLong joining() {
        if (isAtParity()) {
            return OptionalLong.of(0);
        }
        return region.no() == 0 ? OptionalLong.empty() : OptionalLong.of(ceiling(missing(), region.no()));
    }

    /** How many places would have to go to the group instead of others; empty if the programme has nobody. */
    public OptionalLong swapping() {
        if (programme.n() == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(isAtParity() ? 0 : ceiling(missing(), region.n()));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long ceiling(BigInteger missing, long divisor) {
        return new Fraction(missing, BigInteger.valueOf(divisor)).ceiling().longValueExact();
    }

    /** How many standard errors the share lies from that of the region; empty for nobody, and where the region has no variation. */
    public Optional<Double> z() {
        double expected = region.value();
        return difference()
                .filter(difference -> region.yes() > 0 && region.no() > 0)
                .map(difference -> difference / Math.sqrt(expected * (1 - expected) / programme.n()));
    }

    /** The exact test of whether the programme could have been drawn from the region at random; refuses nobody. */
    public RepresentationTest test(RepresentationTest.Kind kind) {
        return new RepresentationTest(kind, programme, region);
    }

    /** Whether the group has more or less than its share, decided by the limits of the programme's share. */
    public Parity parity() {
        return share().map(share -> EstimatedParity.beside(WilsonScore.of(programme, confidence), region.value()))
                .orElse(Parity.CANNOT_TELL);
    }

    @Override
    public Table toTable() {
        return RepresentationTable.of("Representation, " + group, List.of(this));
    }

    /** Written as {@code Latinx: 0.120 of the programme, 0.250 of the region, index 0.480 [0.280, 0.792] Wilson 95 %}. */
    @Override
    public String toString() {
        String shares = share().map(share -> String.format(Locale.ROOT, "%.3f of the programme", share))
                        .orElse("nobody in the programme")
                + String.format(Locale.ROOT, ", %.3f of the region", region.value());
        return group + ": " + shares
                + index().map(index -> String.format(Locale.ROOT, ", index %.3f", index))
                        .orElse("")
                + indexInterval().map(limits -> " " + limits).orElse("");
    }
}
