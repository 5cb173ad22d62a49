package org.waymark.metrics.smallgroup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Which units stand out from a target by more than chance.
 *
 * <p><b>Formula:</b> around a target θ, exact limits of a unit of n members (r - a)/n, with r the binomial quantile of p and a =
 * (F(r) - p)/(F(r) - F(r - 1)); normal limits θ ± z √(θ(1 - θ)/n), with τ² added under the root where units differ by more
 * than chance.
 *
 * <p><b>Unit:</b> shares. <b>How to read it:</b> beyond 95 % of chance is worth a look, beyond 99.8 % an alarm; of forty units
 * two lie beyond 95 % by chance alone. <b>When it applies:</b> to units of one group beside one target, the pooled rate unless
 * another is given. <b>Edge cases:</b> units of nobody have no limits; {@link Heterogeneity#isOverdispersed()} says when limits
 * of chance alone would flag too many. <b>Source:</b> D. J. Spiegelhalter, Funnel plots for comparing institutional
 * performance, Statistics in Medicine 24 (2005) 1185.
 *
 * @param units the units
 * @param given a target; empty for the pooled rate
 */
public record FunnelPlot(Units units, Optional<BigDecimal> given) implements Tabular {
    /** The inner limits. */
    public static final double WARNING = 0.95;

    /** The outer limits. */
    public static final double ALARM = 0.998;

    /** Refuses targets outside [0, 1]. */
    public FunnelPlot {
        Objects.requireNonNull(units, "units");
        given.ifPresent(target -> {
            if (target.signum() < 0 || target.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("given: must lie in [0, 1], was " + target);
            }
        });
    }

    /** Around the pooled rate. */
    public static FunnelPlot of(Units units) {
        return new FunnelPlot(units, Optional.empty());
    }

    /** Around the pooled rate of everybody, unit by unit. */
    public static Measure<Tally, FunnelPlot> of(Indicator indicator, Axis units) {
        return RatesAcrossUnits.of(indicator, units).then(FunnelPlot::of);
    }

    /** Around a target. */
    public FunnelPlot around(BigDecimal target) {
        return new FunnelPlot(units, Optional.of(target));
    }

    /** The target; empty if there is nobody. */
    public Optional<Double> target() {
        Share pooled = units.pooled();
        return given.isPresent()
                ? given.map(BigDecimal::doubleValue)
                : pooled.n() == 0 ? Optional.empty() : Optional.of(pooled.value());
    }

    /** How many standard errors a share lies from the target; empty for nobody, and at a target of 0 or 1. */
    public Optional<Double> z(Share share) {
        return target().filter(rate -> share.n() > 0 && rate > 0 && rate < 1)
                .map(rate -> (share.value() - rate) / Math.sqrt(rate * (1 - rate) / share.n()));
    }

    /** Where a unit lies beside its limits. */
    public enum Standing {
        /** A count so low has less than one chance in a thousand. */
        FAR_BELOW("below 99.8 %"),
        /** A count so low has less than one chance in forty. */
        BELOW("below 95 %"),
        /** The count is compatible with chance about the centre. */
        WITHIN_CHANCE("within chance"),
        /** A count so high has less than one chance in forty. */
        ABOVE("above 95 %"),
        /** A count so high has less than one chance in a thousand. */
        FAR_ABOVE("above 99.8 %");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Where a unit stands, decided by how often chance alone gives its count or one farther out. Interpolated limits are for
     * drawing: of one member of one they would make an exception where nearly everybody succeeds. Empty for nobody.
     */
    public Optional<Standing> standing(Share share) {
        return target().filter(rate -> share.n() > 0).map(rate -> {
            BinomialDistribution counts = BinomialDistribution.of(Math.toIntExact(share.n()), rate);
            double below = counts.cumulativeProbability((int) share.yes());
            double above = counts.survivalProbability((int) share.yes() - 1);
            double rare = (1 - WARNING) / 2;
            double veryRare = (1 - ALARM) / 2;
            if (below <= rare) {
                return below <= veryRare ? Standing.FAR_BELOW : Standing.BELOW;
            }
            if (above <= rare) {
                return above <= veryRare ? Standing.FAR_ABOVE : Standing.ABOVE;
            }
            return Standing.WITHIN_CHANCE;
        });
    }

    /** The exact limits for so many members, kept in [0, 1]; empty for nobody. */
    public Optional<Interval> limits(long n, double level) {
        return rawLimits(n, level).map(limits -> limits.clippedTo(0, 1));
    }

    /** The exact limits as the formula gives them, which may leave [0, 1] a little. */
    public Optional<Interval> rawLimits(long n, double level) {
        return target().filter(rate -> n > 0).map(rate -> {
            BinomialDistribution counts = BinomialDistribution.of(Math.toIntExact(n), rate);
            double tail = (1 - level) / 2;
            return new Interval(
                    interpolated(counts, tail) / n, interpolated(counts, 1 - tail) / n, level, "exact, interpolated");
        });
    }

    private static double interpolated(BinomialDistribution counts, double p) {
        int r = counts.inverseCumulativeProbability(p);
        double step = counts.probability(r);
        return step == 0 ? r : r - (counts.cumulativeProbability(r) - p) / step;
    }

    /** The normal limits for so many members, as the formula gives them; empty for nobody. */
    public Optional<Interval> normalLimits(long n, double level) {
        return normal(n, level, 0, "normal");
    }

    /** The normal limits if true rates are spread by chance around the target as well, as {@link Heterogeneity} finds. */
    public Optional<Interval> overdispersedLimits(long n, double level) {
        double spread = new Heterogeneity(units).betweenVariance().orElse(0.0);
        return normal(n, level, spread, "normal, random effects");
    }

    private Optional<Interval> normal(long n, double level, double spread, String method) {
        return target().filter(rate -> n > 0).map(rate -> {
            double reach = Quantiles.normal(level) * Math.sqrt(rate * (1 - rate) / n + spread);
            return new Interval(rate - reach, rate + reach, level, method);
        });
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Funnel plot, " + units.of())
                .column(Column.text("unit", "unit"))
                .column(Column.count("yes", "how many succeeded"))
                .column(Column.count("n", "of how many"))
                .column(Column.share("rate", "rate as it was"))
                .column(Column.share("lower_95", "lower limit of chance, 95 %"))
                .column(Column.share("upper_95", "upper limit of chance, 95 %"))
                .column(Column.share("lower_99_8", "lower limit of chance, 99.8 %"))
                .column(Column.share("upper_99_8", "upper limit of chance, 99.8 %"))
                .column(Column.text("verdict", "beside the limits"));
        for (Units.Unit unit : units.units()) {
            table.row(row(unit));
        }
        return table.build();
    }

    private List<Datum> row(Units.Unit unit) {
        Share share = unit.share();
        Optional<Double> rate = share.n() == 0 ? Optional.empty() : Optional.of(share.value());
        String why = Undefined.NO_OBSERVATIONS.toString();
        List<Datum> row = new ArrayList<>();
        row.add(Datum.text(unit.name()));
        row.add(Datum.whole(share.yes()));
        row.add(Datum.whole(share.n()));
        row.add(Datum.realOr(rate, why));
        for (double level : new double[] {WARNING, ALARM}) {
            row.add(Datum.realOr(limits(share.n(), level).map(Interval::lower), why));
            row.add(Datum.realOr(limits(share.n(), level).map(Interval::upper), why));
        }
        row.add(Datum.text(standing(share).map(Standing::toString).orElse("")));
        return row;
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
