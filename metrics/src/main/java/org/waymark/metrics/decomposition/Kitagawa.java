package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * The gap between two groups, split into what comes from different rates in the same strata and what comes from a
 * different mix of strata.
 *
 * <p><b>Formula:</b> with shares f of the strata in each group and rates r, p₁ - p₂ = Σ ½(f₁ + f₂)(r₁ - r₂) [rates] + Σ
 * ½(r₁ + r₂)(f₁ - f₂) [mix]. With three parts, the second group being the base: Σ f₂(r₁ - r₂) + Σ r₂(f₁ - f₂) + Σ (f₁ -
 * f₂)(r₁ - r₂). A stratum's part of the mix is told as ((r₁ + r₂)/2 - r̄)(f₁ - f₂) with the mean r̄ = Σ
 * ½(f₁ + f₂)½(r₁ + r₂), so that it does not depend on where zero lies; the sum is the same.
 *
 * <p><b>Unit:</b> a difference of shares in [-1, 1].
 *
 * <p><b>How to read it:</b> the part of the mix is by how much the gap would differ if both groups stood in the same strata;
 * the part of the rates is what would remain. Both add up to the gap exactly.
 *
 * <p><b>When it applies:</b> strata that were there before the outcome. See {@link #explain}.
 *
 * <p><b>Edge cases:</b> in a stratum where one group has nobody, the other's rate is taken for it, so that it adds nothing
 * to the part of the rates, and is marked; a stratum of nobody is left out; a group of nobody has no decomposition. Parts of
 * the gap in percent do not exist at a gap of 0 and mislead where the parts have opposite signs.
 *
 * <p><b>Source:</b> E. M. Kitagawa, Components of a difference between two rates, Journal of the American Statistical
 * Association 50 (1955) 1168.
 *
 * @param strata of two groups
 */
public record Kitagawa(Strata strata) implements Tabular {
    /** Refuses another number of groups than two. */
    public Kitagawa {
        strata.ofTwo();
    }

    /**
     * What one stratum adds.
     *
     * @param stratum which
     * @param firstShare what part of the first group stands in it
     * @param secondShare what part of the second group stands in it
     * @param firstRate the first group's rate in it, or the second's where the first has nobody here
     * @param secondRate the second group's rate in it, or the first's where the second has nobody here
     * @param borrowed whether a group has nobody here
     * @param rateEffect its part of the rates
     * @param compositionEffect its part of the mix, from a rate of zero
     * @param centredCompositionEffect its part of the mix, from the mean rate of all strata
     */
    public record Part(
            Stratum stratum,
            double firstShare,
            double secondShare,
            double firstRate,
            double secondRate,
            boolean borrowed,
            double rateEffect,
            double compositionEffect,
            double centredCompositionEffect) {
        /** What the rates alone would do with the second group's mix. */
        public double rateEffectOnSecond() {
            return secondShare * (firstRate - secondRate);
        }

        /** What the mix alone would do with the second group's rates. */
        public double compositionEffectOnSecond() {
            return secondRate * (firstShare - secondShare);
        }

        /** What both do together beyond what each does alone. */
        public double interaction() {
            return (firstShare - secondShare) * (firstRate - secondRate);
        }
    }

    /** Why there is no decomposition; empty if there is one. */
    public Optional<Undefined> undefined() {
        return strata.undefined();
    }

    private boolean isDefined() {
        return undefined().isEmpty();
    }

    /** The first group's rate minus the second's. */
    public Optional<Double> gap() {
        return isDefined()
                ? Optional.of(strata.total(0).value() - strata.total(1).value())
                : Optional.empty();
    }

    /** What each stratum adds; empty if there is no decomposition. */
    public List<Part> parts() {
        if (!isDefined()) {
            return List.of();
        }
        Share allFirst = strata.total(0);
        Share allSecond = strata.total(1);
        List<Stratum> used =
                strata.strata().stream().filter(s -> s.all().n() > 0).toList();
        double centre = 0;
        for (Stratum stratum : used) {
            double mean = (rate(stratum, 0) + rate(stratum, 1)) / 2;
            centre += (share(stratum, 0, allFirst) + share(stratum, 1, allSecond)) / 2 * mean;
        }
        List<Part> parts = new ArrayList<>();
        for (Stratum stratum : used) {
            double first = rate(stratum, 0);
            double second = rate(stratum, 1);
            double firstShare = share(stratum, 0, allFirst);
            double secondShare = share(stratum, 1, allSecond);
            double mean = (first + second) / 2;
            double more = firstShare - secondShare;
            parts.add(new Part(
                    stratum,
                    firstShare,
                    secondShare,
                    first,
                    second,
                    !stratum.has(0) || !stratum.has(1),
                    (firstShare + secondShare) / 2 * (first - second),
                    mean * more,
                    (mean - centre) * more));
        }
        return parts;
    }

    /** The group's rate in the stratum, or the other's where it has nobody there. */
    private static double rate(Stratum stratum, int group) {
        return stratum.rate(stratum.has(group) ? group : 1 - group);
    }

    private static double share(Stratum stratum, int group, Share all) {
        return (double) stratum.shares().get(group).n() / all.n();
    }

    private Optional<Double> sum(ToDoubleFunction<Part> of) {
        return isDefined() ? Optional.of(parts().stream().mapToDouble(of).sum()) : Optional.empty();
    }

    /** What comes from different rates in the same strata. */
    public Optional<Double> rateEffect() {
        return sum(Part::rateEffect);
    }

    /** What comes from a different mix of strata. */
    public Optional<Double> compositionEffect() {
        return sum(Part::centredCompositionEffect);
    }

    /** What the rates alone would do with the second group's mix. */
    public Optional<Double> rateEffectOnSecond() {
        return sum(Part::rateEffectOnSecond);
    }

    /** What the mix alone would do with the second group's rates. */
    public Optional<Double> compositionEffectOnSecond() {
        return sum(Part::compositionEffectOnSecond);
    }

    /** What both do together beyond what each does alone. */
    public Optional<Double> interaction() {
        return sum(Part::interaction);
    }

    /** The part of the rates divided by the gap; empty if the gap is 0. It lies outside [0, 1] where the parts have opposite signs. */
    public Optional<Double> rateShare() {
        return share(rateEffect());
    }

    /** The part of the mix divided by the gap; empty if the gap is 0. */
    public Optional<Double> compositionShare() {
        return share(compositionEffect());
    }

    private Optional<Double> share(Optional<Double> effect) {
        return effect.flatMap(part -> gap().map(gap -> part / gap))
                .filter(share -> strata.total(0).compareRate(strata.total(1)) != 0);
    }

    /** The gap and its parts, and what each stratum adds. */
    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        String between = strata.groups().get(0) + " - " + strata.groups().get(1);
        figures.add(figure("Gap", between, gap(), strata.total(0), strata.total(1), ""));
        figures.add(figure("Part of the rates", between, rateEffect(), strata.total(0), strata.total(1), "Kitagawa"));
        figures.add(
                figure("Part of the mix", between, compositionEffect(), strata.total(0), strata.total(1), "Kitagawa"));
        for (Part part : parts()) {
            Share first = part.stratum().shares().get(0);
            Share second = part.stratum().shares().get(1);
            String how = part.borrowed() ? "Kitagawa, rate borrowed from the other group" : "Kitagawa";
            String name = part.stratum().name();
            figures.add(figure("Part of the rates", name, Optional.of(part.rateEffect()), first, second, how));
            figures.add(
                    figure("Part of the mix", name, Optional.of(part.centredCompositionEffect()), first, second, how));
        }
        return Figure.table("Gap by rates and mix", figures);
    }

    private Figure figure(String name, String of, Optional<Double> value, Share first, Share second, String method) {
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, undefined().orElse(Undefined.NO_OBSERVATIONS)))
                .of(of)
                .count("first_yes", first.yes())
                .count("first_n", first.n())
                .count("second_yes", second.yes())
                .count("second_n", second.n())
                .method(method)
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** What the parts are, in words. */
    public String explain() {
        if (!isDefined()) {
            return "There is no gap to explain: " + undefined().orElse(Undefined.NO_OBSERVATIONS) + ".";
        }
        return String.format(
                        Locale.ROOT,
                        "The gap of %s to %s is %+.1f points. With the same mix of strata %+.1f would remain; %+.1f go with the"
                                + " different mix. ",
                        strata.groups().get(0),
                        strata.groups().get(1),
                        100 * gap().orElseThrow(),
                        100 * rateEffect().orElseThrow(),
                        100 * compositionEffect().orElseThrow())
                + Words.COMPOSITION;
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
