package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * The rate each group would have with the same mix of strata.
 *
 * <p><b>Formula:</b> Σ w r / Σ w with the stratum rates r of the group and the weights w of the standard; standard error √Σ
 * (w/Σw)² r(1 - r)/n. <b>Unit:</b> a share in [0, 1]. <b>How to read it:</b> standardised rates of several groups can be
 * compared with each other; one alone says little, and another standard gives another number, so it stands beside. <b>When
 * it applies:</b> every group has members in every stratum that has weight, and members are independent. <b>Edge cases:</b>
 * a group that has nobody in such a stratum has no standardised rate; {@link #lacking} lists the strata. <b>Source:</b> J.
 * L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions (2003), chapter 19.
 *
 * @param strata of any number of groups
 * @param standard the mix
 * @param confidence the level of the intervals
 */
public record DirectStandardisation(Strata strata, Standard standard, double confidence) implements Tabular {
    /** Refuses levels outside (0, 1). */
    public DirectStandardisation {
        Objects.requireNonNull(strata, "strata");
        Objects.requireNonNull(standard, "standard");
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** To everybody of all groups together, at 95 %. */
    public static DirectStandardisation of(Strata strata) {
        return new DirectStandardisation(strata, Standard.pooled(), 0.95);
    }

    /** The same with another standard. */
    public DirectStandardisation to(Standard other) {
        return new DirectStandardisation(strata, other, confidence);
    }

    /** The strata that have weight and in which a group has nobody. */
    public List<String> lacking(String group) {
        int at = strata.indexOf(group);
        List<Long> weights = standard.weights(strata);
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0 && !strata.strata().get(i).has(at)) {
                lacking.add(strata.strata().get(i).name());
            }
        }
        return lacking;
    }

    /** Why a group has no standardised rate; empty if it has one. */
    public Optional<Undefined> undefined(String group) {
        if (strata.missing().isPresent()) {
            return strata.missing();
        }
        boolean none = standard.weights(strata).stream().allMatch(weight -> weight == 0);
        return none || !lacking(group).isEmpty() ? Optional.of(Undefined.NO_OBSERVATIONS) : Optional.empty();
    }

    /** A group's standardised rate; empty if it has none. */
    public Optional<Double> rate(String group) {
        return undefined(group).isPresent() ? Optional.empty() : Optional.of(weighted(group, false));
    }

    /** Its standard error. */
    public Optional<Double> standardError(String group) {
        return undefined(group).isPresent() ? Optional.empty() : Optional.of(Math.sqrt(weighted(group, true)));
    }

    private double weighted(String group, boolean variance) {
        int at = strata.indexOf(group);
        List<Long> weights = standard.weights(strata);
        double total = weights.stream().mapToDouble(Long::doubleValue).sum();
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                Share share = strata.strata().get(i).shares().get(at);
                double weight = weights.get(i) / total;
                double rate = share.value();
                sum += variance ? weight * weight * rate * (1 - rate) / share.n() : weight * rate;
            }
        }
        return sum;
    }

    /** Its limits as the formula gives them, which may leave [0, 1]; empty where there is no variation. */
    public Optional<Interval> rawInterval(String group) {
        double z = Quantiles.normal(confidence);
        return standardError(group)
                .filter(error -> error > 0)
                .flatMap(error ->
                        rate(group).map(rate -> new Interval(rate - z * error, rate + z * error, confidence, "z")));
    }

    /** Its limits in [0, 1]. */
    public Optional<Interval> interval(String group) {
        return rawInterval(group).map(limits -> limits.clippedTo(0, 1));
    }

    /** The first group's standardised rate minus the second's: the gap with the same mix. */
    public Optional<Double> gap(String first, String second) {
        return rate(first).flatMap(one -> rate(second).map(two -> one - two));
    }

    /** The crude and the standardised rate of each group, with the standard in the notes. */
    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        for (String group : strata.groups()) {
            Share crude = strata.total(group);
            Figure.Builder figure = rate(group)
                    .map(rate -> Figure.of("Standardised rate", rate))
                    .orElseGet(() -> Figure.undefined(
                            "Standardised rate", undefined(group).orElse(Undefined.NO_OBSERVATIONS)));
            figure.of(group).count("yes", crude.yes()).count("n", crude.n()).method("standard " + standard.name());
            standardError(group).ifPresent(figure::standardError);
            interval(group).ifPresent(figure::interval);
            if (standardError(group).isPresent() && interval(group).isEmpty()) {
                figure.withoutLimits(Undefined.ZERO_VARIANCE);
            }
            figures.add(figure.build());
        }
        return Figure.table("Standardised rates", figures);
    }

    /** The standard, weight by weight, and which groups lack what. */
    public String explain() {
        List<Long> weights = standard.weights(strata);
        double total =
                Math.max(1, weights.stream().mapToDouble(Long::doubleValue).sum());
        List<String> mix = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            mix.add(String.format(
                    Locale.ROOT, "%s %.1f %%", strata.strata().get(i).name(), 100 * weights.get(i) / total));
        }
        StringBuilder words = new StringBuilder("Standard: " + standard.name() + " (" + String.join(", ", mix) + "). ");
        for (String group : strata.groups()) {
            if (!lacking(group).isEmpty()) {
                words.append(group + " has nobody in " + String.join(", ", lacking(group)) + ". ");
            }
        }
        return words + Words.COMPOSITION;
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
