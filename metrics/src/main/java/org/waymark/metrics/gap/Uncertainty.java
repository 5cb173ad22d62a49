package org.waymark.metrics.gap;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Clusters;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;
import org.waymark.metrics.rate.TwoRatesTest;

/**
 * The errors, intervals and tests of one gap on one scale. Where members stand in clusters and these give no error, there
 * is none: that of independent members would be too small.
 */
final class Uncertainty {
    private final GapEstimate gap;
    private final Scale scale;

    Uncertainty(GapEstimate gap, Scale scale) {
        this.gap = gap;
        this.scale = scale;
    }

    private boolean isAsked() {
        return gap.value().isPresent() && gap.group().inference() != Inference.DESCRIPTIVE;
    }

    private Optional<TwoShares> two() {
        return gap.other()
                .flatMap(Estimate::share)
                .map(there -> new TwoShares(gap.group().share().orElseThrow(), there, gap.both()));
    }

    private double there() {
        return gap.referenceRate().orElseThrow();
    }

    private double estimate() {
        double here = gap.group().value().orElseThrow();
        return scale == Scale.POINTS ? here - there() : here / there();
    }

    /** The clusters of both; empty if the question asked for none. */
    private Optional<Clusters> clusters() {
        Optional<Clusters> here = gap.group().clusters();
        boolean there = gap.given().isPresent()
                || gap.other().flatMap(Estimate::clusters).isPresent();
        return there ? here : Optional.empty();
    }

    Optional<Interval> interval() {
        return clusters().isPresent() ? clustered() : independent();
    }

    Optional<Interval> independent() {
        if (!isAsked()) {
            return Optional.empty();
        }
        double level = gap.group().confidence();
        if (gap.given().isPresent()) {
            return toGiven(gap.group().method().of(gap.group().share().orElseThrow(), level));
        }
        TwoShares two = two().orElseThrow();
        return scale == Scale.POINTS
                ? two.differenceInterval(level).map(limits -> limits.clippedTo(-1, 1))
                : two.ratioInterval(level);
    }

    private Optional<Interval> clustered() {
        if (!isAsked()) {
            return Optional.empty();
        }
        double level = gap.group().confidence();
        if (gap.given().isPresent()) {
            return gap.group().clusteredInterval().flatMap(this::toGiven);
        }
        return clusterError()
                .map(error -> scale == Scale.POINTS
                        ? error.interval(estimate(), level).clippedTo(-1, 1)
                        : raised(error.interval(Math.log(estimate()), level)));
    }

    private static Interval raised(Interval log) {
        return new Interval(Math.exp(log.lower()), Math.exp(log.upper()), log.confidence(), log.method());
    }

    private Optional<Interval> toGiven(Interval rate) {
        double there = there();
        if (scale == Scale.POINTS) {
            return Optional.of(
                    new Interval(rate.lower() - there, rate.upper() - there, rate.confidence(), rate.method()));
        }
        return there == 0
                ? Optional.empty()
                : Optional.of(
                        new Interval(rate.lower() / there, rate.upper() / there, rate.confidence(), rate.method()));
    }

    /** By clusters: of the difference, or of the logarithm of the ratio. */
    Optional<Clusters.StandardError> clusterError() {
        Optional<Clusters> here = clusters();
        if (here.isEmpty() || gap.value().isEmpty()) {
            return Optional.empty();
        }
        if (gap.given().isPresent()) {
            return here.get()
                    .rateError()
                    .map(error -> scale == Scale.POINTS
                            ? error
                            : new Clusters.StandardError(
                                    error.value() / gap.group().value().orElseThrow(), error.clusters()));
        }
        Clusters there = gap.other().flatMap(Estimate::clusters).orElseThrow();
        return scale == Scale.POINTS
                ? here.get().differenceError(there)
                : here.get().logRatioError(there);
    }

    /** As if members were independent: of the difference, or of the logarithm of the ratio. */
    Optional<Double> independentError() {
        if (gap.value().isEmpty()) {
            return Optional.empty();
        }
        Share here = gap.group().share().orElseThrow();
        boolean points = scale == Scale.POINTS;
        if (gap.given().isPresent()) {
            double error = Math.sqrt(here.value() * (1 - here.value()) / here.n());
            return present(points ? error : error / here.value());
        }
        TwoShares two = two().orElseThrow();
        if (!points && (two.first().yes() == 0 || two.second().yes() == 0) || isItself(two)) {
            return Optional.empty();
        }
        return present(Math.sqrt(Math.max(0, points ? two.differenceVariance() : two.logRatioVariance())));
    }

    private static boolean isItself(TwoShares two) {
        return two.first().equals(two.second()) && two.first().equals(two.both());
    }

    private static Optional<Double> present(double error) {
        return error > 0 && Double.isFinite(error) ? Optional.of(error) : Optional.empty();
    }

    Optional<Double> error() {
        return clusters().isPresent() ? clusterError().map(Clusters.StandardError::value) : independentError();
    }

    /** Why there are no limits beside a gap. */
    Optional<Undefined> withoutLimits() {
        if (!isAsked() || interval().isPresent()) {
            return Optional.empty();
        }
        return clusters()
                .flatMap(Clusters::undefined)
                .or(() -> clusters()
                        .flatMap(own -> gap.other().flatMap(Estimate::clusters).flatMap(Clusters::undefined)))
                .or(() -> scale == Scale.RATIO
                                && gap.group().share().filter(s -> s.yes() == 0).isPresent()
                        ? Optional.of(Undefined.ZERO_NUMERATOR)
                        : Optional.of(Undefined.ZERO_VARIANCE));
    }

    Optional<GapTest> test() {
        if (!isAsked()) {
            return Optional.empty();
        }
        if (clusters().isPresent()) {
            double distance =
                    scale == Scale.POINTS || gap.group().value().orElseThrow() == 0 ? estimate() : Math.log(estimate());
            return clusterError().map(error -> {
                int freedom = error.clusters() - 1;
                double t = distance / error.value();
                double p = Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
                return new GapTest(t, OptionalInt.of(freedom), p, "clustered");
            });
        }
        return z().map(z -> new GapTest(z.value, OptionalInt.empty(), TwoRatesTest.twoSided(z.value), z.method));
    }

    private record Z(double value, String method) {}

    private Optional<Z> z() {
        if (gap.given().isPresent()) {
            double there = there();
            Share here = gap.group().share().orElseThrow();
            return present(Math.sqrt(there * (1 - there) / here.n()))
                    .map(error -> new Z((here.value() - there) / error, "score"));
        }
        TwoShares two = two().orElseThrow();
        if (two.both().n() == 0) {
            return new TwoRatesTest(two.first(), two.second()).pooledZ().map(z -> new Z(z, "pooled"));
        }
        Uncertainty points = new Uncertainty(gap, Scale.POINTS);
        return points.independentError().map(error -> new Z(two.difference() / error, "overlapping"));
    }
}
