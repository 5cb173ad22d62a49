package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * How many of a group succeeded, beside how many would have if each stratum had the rate of all groups together.
 *
 * <p><b>Formula:</b> observed O = Σ x; expected E = Σ n r with the pooled rate r of each stratum; ratio O / E; indirectly
 * standardised rate = O / E · the crude rate of everybody; excess (O - E) / n. <b>Unit:</b> members, a ratio, shares.
 * <b>How to read it:</b> a ratio above 1, or an excess above 0, is a group that does better than its mix of strata would
 * suggest. <b>When it applies:</b> groups too small in some strata for direct standardisation. Ratios of two groups must not
 * be compared with each other where their mixes are far apart: each is weighted by its own. <b>Edge cases:</b> a group of
 * nobody has none; an expected number of 0 has no ratio. The indirectly standardised rate may exceed 1. <b>Source:</b> J. L.
 * Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions (2003), chapter 19.
 *
 * @param strata of any number of groups
 */
public record IndirectStandardisation(Strata strata) implements Tabular {
    /** Refuses null. */
    public IndirectStandardisation {
        Objects.requireNonNull(strata, "strata");
    }

    /** Why a group has no figures; empty if it has. */
    public Optional<Undefined> undefined(String group) {
        if (strata.missing().isPresent()) {
            return strata.missing();
        }
        return strata.total(group).n() == 0 ? Optional.of(Undefined.NO_OBSERVATIONS) : Optional.empty();
    }

    /** How many of a group succeeded. */
    public long observed(String group) {
        return strata.total(group).yes();
    }

    /** How many would have with the rates of everybody. */
    public Optional<Double> expected(String group) {
        if (undefined(group).isPresent()) {
            return Optional.empty();
        }
        int at = strata.indexOf(group);
        double sum = 0;
        for (Stratum stratum : strata.strata()) {
            sum += stratum.has(at)
                    ? stratum.shares().get(at).n() * stratum.all().value()
                    : 0;
        }
        return Optional.of(sum);
    }

    /** Observed divided by expected; empty if nobody was expected to succeed. */
    public Optional<Double> ratio(String group) {
        return expected(group).filter(expected -> expected > 0).map(expected -> observed(group) / expected);
    }

    /** The ratio times the crude rate of everybody. */
    public Optional<Double> rate(String group) {
        Share everybody = strata.strata().stream().map(Stratum::all).reduce(new Share(0, 0), Share::plus);
        return ratio(group).map(ratio -> ratio * everybody.value());
    }

    /** By how much the group's rate exceeds what its mix of strata would suggest. */
    public Optional<Double> excess(String group) {
        return expected(group)
                .map(expected ->
                        (observed(group) - expected) / strata.total(group).n());
    }

    /** Ratio, standardised rate and excess of each group. */
    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        for (String group : strata.groups()) {
            figures.add(figure("Observed / expected", group, ratio(group)));
            figures.add(figure("Indirectly standardised rate", group, rate(group)));
            figures.add(figure("Excess over expected", group, excess(group)));
        }
        return Figure.table("Indirect standardisation", figures);
    }

    private Figure figure(String name, String group, Optional<Double> value) {
        Share crude = strata.total(group);
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, undefined(group).orElse(Undefined.ZERO_DENOMINATOR)))
                .of(group)
                .count("yes", crude.yes())
                .count("n", crude.n())
                .method("rates of all groups together")
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** What the ratios mean, in words. */
    public String explain() {
        return "Each group is compared with what the rates of all groups together would give with its own mix of strata;"
                + " ratios of groups with different mixes are not comparable with each other. " + Words.COMPOSITION;
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
