package org.waymark.metrics.smallgroup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * The rates of one group's units, drawn towards their mean by as much as their small numbers make them unreliable.
 *
 * <p><b>Formula:</b> with a {@link Prior} of mean μ and size M: w p + (1 - w) μ with the reliability w = n / (n + M); limits
 * from the beta distribution with α + x and β + n - x.
 *
 * <p><b>Unit:</b> shares in [0, 1]. <b>How to read it:</b> the best guess of a unit's own rate, given what the others show;
 * rank units by these and not by raw rates, whose extremes are the smallest units. <b>When it applies:</b> within one group,
 * across its units; never to compare groups, and never to say whether a goal is met: what happened is the raw rate.
 *
 * <p><b>Edge cases:</b> a unit of nobody gets the mean of the others and the limits of the prior; without evidence of real
 * differences everybody gets the pooled rate and no limits; without a prior there is no guess. The limits take the prior as
 * known, so with fewer than about ten units they are too short, and {@link #explain()} says so. <b>Source:</b> C. N. Morris,
 * Parametric empirical Bayes inference, Journal of the American Statistical Association 78 (1983) 47; reliability: J. L.
 * Adams, The Reliability of Provider Profiling (RAND, 2009).
 *
 * @param units the units
 * @param prior how their true rates are spread
 * @param confidence the level of the limits
 */
public record ShrunkenRates(Units units, Prior prior, double confidence) implements Tabular {
    private static final int FEW_UNITS = 10;

    /** Refuses levels outside (0, 1). */
    public ShrunkenRates {
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(prior, "prior");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** Of a group's units, the prior by likelihood, 95 %. */
    public static ShrunkenRates of(Units units) {
        return of(units, Prior.Method.LIKELIHOOD);
    }

    /** Of a group's units, 95 %. */
    public static ShrunkenRates of(Units units, Prior.Method method) {
        Prior prior = method == Prior.Method.MOMENTS ? BetaBinomial.byMoments(units) : BetaBinomial.byLikelihood(units);
        return new ShrunkenRates(units, prior, 0.95);
    }

    /** Of everybody, unit by unit. */
    public static Measure<Tally, ShrunkenRates> of(Indicator indicator, Axis units) {
        return RatesAcrossUnits.of(indicator, units).then(ShrunkenRates::of);
    }

    /** Unit by unit, in their order. */
    public List<ShrunkenRate> rates() {
        return units.units().stream()
                .map(unit -> new ShrunkenRate(unit, prior, confidence))
                .toList();
    }

    /** The units from the lowest shrunken rate to the highest; empty without a prior. */
    public List<ShrunkenRate> ranked() {
        return rates().stream()
                .filter(rate -> rate.mean().isPresent())
                .sorted(Comparator.comparingDouble(rate -> rate.mean().orElseThrow()))
                .toList();
    }

    /** Whether there are so few units that the limits are too short. */
    public boolean isOfFewUnits() {
        return prior.units() < FEW_UNITS;
    }

    @Override
    public Table toTable() {
        Table.Builder table = Table.builder("Shrunken rates, " + units.of())
                .column(Column.text("unit", "unit"))
                .column(Column.count("yes", "how many succeeded"))
                .column(Column.count("n", "of how many"))
                .column(Column.share("raw", "rate as it was"))
                .column(Column.number("reliability", "what part of its difference from the mean is real"))
                .column(Column.share("shrunken", "best guess of the unit's own rate"))
                .column(Column.share("lower", "lower limit"))
                .column(Column.share("upper", "upper limit"));
        for (ShrunkenRate rate : rates()) {
            table.row(row(rate));
        }
        return table.build();
    }

    private List<Datum> row(ShrunkenRate rate) {
        String why = prior.undefined().map(Undefined::toString).orElse("no evidence of real differences");
        List<Datum> row = new ArrayList<>();
        row.add(Datum.text(rate.unit().name()));
        row.add(Datum.whole(rate.unit().share().yes()));
        row.add(Datum.whole(rate.unit().share().n()));
        row.add(Datum.realOr(rate.raw(), Undefined.NO_OBSERVATIONS.toString()));
        row.add(Datum.realOr(rate.reliability(), why));
        row.add(Datum.realOr(rate.mean(), why));
        row.add(Datum.realOr(rate.interval().map(limits -> limits.lower()), why));
        row.add(Datum.realOr(rate.interval().map(limits -> limits.upper()), why));
        return row;
    }

    /** What was found, in words. */
    public String explain() {
        return units.masked() == 0
                ? explainKnown()
                : explainKnown() + " Units whose counts are kept back: " + units.masked() + ".";
    }

    private String explainKnown() {
        if (prior.undefined().isPresent()) {
            return "How far units really differ cannot be told: "
                    + prior.undefined().get() + ".";
        }
        if (!prior.isSpread()) {
            return "There is no evidence that the " + prior.units()
                    + " units really differ: chance alone spreads their rates as much, so each is worth the pooled rate.";
        }
        String words = String.format(
                Locale.ROOT,
                "The true rates of the %d units lie around %.1f %%. A unit's own count is worth as much as that knowledge once it"
                        + " has %.0f members; smaller ones are drawn closer to the mean.",
                prior.units(),
                100 * prior.mean().orElseThrow(),
                prior.size().orElseThrow());
        return isOfFewUnits()
                ? words + " So few units tell little about how they are spread, and the limits are too short."
                : words;
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
