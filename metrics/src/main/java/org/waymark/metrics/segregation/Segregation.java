package org.waymark.metrics.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * How unevenly any number of groups are spread over units.
 *
 * <p><b>Formula:</b> with unit sizes t of T in all, shares p of the groups in a unit and P in all, E = Σ P ln(1/P) and I = Σ
 * P(1 - P): dissimilarity D = Σ Σ t |p - P| / (2 T I); Theil's information index H = Σ t (E - E_u) / (T E); mutual
 * information M = H E; normalised exposure P = Σ Σ t (p - P)² / (T (1 - P)); relative diversity R = Σ Σ t (p - P)² / (T I).
 * 0 ln 0 is 0.
 *
 * <p><b>Unit:</b> D, H, P and R in [0, 1]; M and E in nats.
 *
 * <p><b>How to read it:</b> 0 is every unit with the mix of all, 1 every unit with one group alone. H is the one to start
 * with; M has no such upper end, but splits exactly into between and within larger units.
 *
 * <p><b>When it applies:</b> every member stands in one unit and one group. In small units chance alone makes the indices
 * positive; see {@link Dissimilarity#expectedAtRandom}.
 *
 * <p><b>Edge cases:</b> units and groups of nobody are left out; one group left has no index; one unit left has 0.
 *
 * <p><b>Source:</b> S. F. Reardon and G. Firebaugh, Measures of multigroup segregation, Sociological Methodology 32 (2002)
 * 33; H. Theil (1972); between and within: R. Mora and J. Ruiz-Castillo, Sociological Methodology 41 (2011) 159.
 *
 * @param distribution the counts
 */
public record Segregation(Distribution distribution) implements Tabular {
    /** Refuses null. */
    public Segregation {
        Objects.requireNonNull(distribution, "distribution");
    }

    /**
     * How far one unit is from the mix of all.
     *
     * @param unit its name
     * @param share what part of all members it has
     * @param local its own segregation, Σ p ln(p / P)
     */
    public record Local(String unit, double share, double local) {
        /** What it adds to mutual information. */
        public double contribution() {
            return share * local;
        }
    }

    /** Why there is no index; empty if there is one. */
    public Optional<Undefined> undefined() {
        return distribution.undefined();
    }

    private double[] shares() {
        double total = distribution.total();
        return IntStream.range(0, distribution.groups().size())
                .mapToDouble(g -> distribution.total(g) / total)
                .toArray();
    }

    /** Σ P(1 - P). */
    private double interaction() {
        return Arrays.stream(shares()).map(share -> share * (1 - share)).sum();
    }

    /** The sum over units and groups of a term of the share in the unit and the share in all, weighted by unit sizes. */
    private double sum(DoubleBinaryOperator term) {
        double[] all = shares();
        double total = distribution.total();
        double sum = 0;
        for (int u = 0; u < distribution.units().size(); u++) {
            double size = distribution.size(u);
            for (int g = 0; g < all.length; g++) {
                sum += size
                        / total
                        * term.applyAsDouble(distribution.counts().get(u).get(g) / size, all[g]);
            }
        }
        return sum;
    }

    private Optional<Double> ifDefined(double value) {
        return undefined().isPresent() ? Optional.empty() : Optional.of(value);
    }

    /** The diversity of all members, Σ P ln(1/P); 0 where there is one group, empty where there is nobody. */
    public Optional<Double> entropy() {
        return distribution.missing().isPresent() || distribution.units().isEmpty()
                ? Optional.empty()
                : Optional.of(entropyOfAll());
    }

    private double entropyOfAll() {
        return Arrays.stream(shares()).map(share -> -share * Math.log(share)).sum();
    }

    /** The multigroup index of dissimilarity. */
    public Optional<Double> dissimilarity() {
        return ifDefined(sum((in, all) -> Math.abs(in - all)) / (2 * interaction()));
    }

    /** Mutual information, in nats. */
    public Optional<Double> mutualInformation() {
        return ifDefined(Math.max(0, sum(Segregation::information)));
    }

    private static double information(double in, double all) {
        return in == 0 ? 0 : in * Math.log(in / all);
    }

    /** Theil's information index: mutual information in relation to the diversity of all. */
    public Optional<Double> theil() {
        return mutualInformation().map(information -> Math.min(1, information / entropyOfAll()));
    }

    /** Normalised exposure: how little members meet others. */
    public Optional<Double> normalisedExposure() {
        return ifDefined(sum((in, all) -> (in - all) * (in - all) / (1 - all)));
    }

    /** Relative diversity: by how much units are less diverse than all. */
    public Optional<Double> relativeDiversity() {
        return ifDefined(sum((in, all) -> (in - all) * (in - all)) / interaction());
    }

    /** How far each unit is from the mix of all; what they add sums to mutual information. */
    public List<Local> locals() {
        List<Local> locals = new ArrayList<>();
        if (undefined().isPresent()) {
            return locals;
        }
        double[] all = shares();
        double total = distribution.total();
        for (int u = 0; u < distribution.units().size(); u++) {
            double size = distribution.size(u);
            double local = 0;
            for (int g = 0; g < all.length; g++) {
                local += information(distribution.counts().get(u).get(g) / size, all[g]);
            }
            locals.add(new Local(distribution.units().get(u), size / total, Math.max(0, local)));
        }
        return locals;
    }

    /**
     * The part of mutual information that lies between larger units; what is left lies within them.
     *
     * @param larger by unit the name of the larger one in which it lies
     */
    public Optional<Double> between(Map<String, String> larger) {
        return undefined().isPresent()
                ? Optional.empty()
                : new Segregation(distribution.within(larger)).mutualInformation();
    }

    /** The part of mutual information that lies within larger units. */
    public Optional<Double> within(Map<String, String> larger) {
        return mutualInformation().flatMap(all -> between(larger).map(between -> all - between));
    }

    /** Every index. */
    @Override
    public Table toTable() {
        Map<String, Optional<Double>> indices = new LinkedHashMap<>();
        indices.put("Theil information index H", theil());
        indices.put("Multigroup dissimilarity D", dissimilarity());
        indices.put("Normalised exposure P", normalisedExposure());
        indices.put("Relative diversity R", relativeDiversity());
        indices.put("Mutual information M", mutualInformation());
        indices.put("Diversity E", entropy());
        List<Figure> figures = new ArrayList<>();
        indices.forEach((name, value) -> figures.add(figure(name, value, undefined(), distribution)));
        return Figure.table("Segregation", figures);
    }

    static Figure figure(String name, Optional<Double> value, Optional<Undefined> why, Distribution counted) {
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, why.orElse(Undefined.ZERO_DENOMINATOR)))
                .of(String.join(", ", counted.groups()))
                .count("units", counted.units().size())
                .count("groups", counted.groups().size())
                .count("n", counted.total())
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
