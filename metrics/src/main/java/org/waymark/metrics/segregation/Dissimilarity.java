package org.waymark.metrics.segregation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * How unevenly two groups are spread over units, and how much of that chance alone would make.
 *
 * <p><b>Formula:</b> with x of X members of the first group and y of Y of the second in a unit of t: dissimilarity D = ½ Σ
 * |x/X - y/Y|; isolation Σ (x/X)(x/t); exposure Σ (x/X)(y/t); V = (isolation - P) / (1 - P) with P = X / (X + Y); Gini Σ Σ t
 * t' |p - p'| / (2 T² P (1 - P)). At random each unit's x is hypergeometric, and E = ½ Σ E|x/X - y/Y|; corrected D is (D -
 * E) / (1 - E), or (D - E) / E below E.
 *
 * <p><b>Unit:</b> shares in [0, 1]; corrected D in [-1, 1].
 *
 * <p><b>How to read it:</b> D is what part of either group would have to change units for even mixes; isolation is what part
 * of the unit of a typical member of the group is of that group. A corrected D of 0 is no more uneven than chance.
 *
 * <p><b>When it applies:</b> every member stands in one unit and one of the two groups; others are left out before. Tell D
 * and its corrected value together where units have fewer than about 30 members.
 *
 * <p><b>Edge cases:</b> one group alone has no index; one unit has D = 0; units of one member each always have D = 1, which
 * cannot be corrected.
 *
 * <p><b>Source:</b> D. S. Massey and N. A. Denton, The dimensions of residential segregation, Social Forces 67 (1988) 281;
 * W. J. Carrington and K. R. Troske, Journal of Business and Economic Statistics 15 (1997) 402.
 *
 * @param distribution of two groups, as {@link Distribution#between} and {@link Distribution#againstRest} give it
 */
public record Dissimilarity(Distribution distribution) implements Tabular {
    /** Refuses more than two groups. */
    public Dissimilarity {
        if (distribution.groups().size() > 2) {
            throw new IllegalArgumentException("distribution: must be of two groups, was of " + distribution.groups());
        }
    }

    /** Why there is no index; empty if there is one. */
    public Optional<Undefined> undefined() {
        return distribution.undefined();
    }

    private double first() {
        return distribution.total(0);
    }

    private double second() {
        return distribution.total(1);
    }

    /** The index of dissimilarity. */
    public Optional<Double> index() {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        double ofFirst = first();
        double ofSecond = second();
        double sum = 0;
        for (List<Long> unit : distribution.counts()) {
            sum += Math.abs(unit.get(0) / ofFirst - unit.get(1) / ofSecond) / 2;
        }
        return Optional.of(sum);
    }

    /** What part of the unit of a typical member of the first group is of that group. */
    public Optional<Double> isolation() {
        return met(0, 0);
    }

    /** What part of the unit of a typical member of the first group is of the second. */
    public Optional<Double> exposure() {
        return met(0, 1);
    }

    /** What part of the unit of a typical member of the second group is of that group. */
    public Optional<Double> isolationOfSecond() {
        return met(1, 1);
    }

    /** What part of the unit of a typical member of the second group is of the first. */
    public Optional<Double> exposureOfSecond() {
        return met(1, 0);
    }

    private Optional<Double> met(int who, int whom) {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        double all = distribution.total(who);
        double sum = 0;
        for (List<Long> unit : distribution.counts()) {
            double size = (double) unit.get(0) + unit.get(1);
            sum += unit.get(who) / all * (unit.get(whom) / size);
        }
        return Optional.of(sum);
    }

    /** Isolation beyond the group's share of all: V, also written η². */
    public Optional<Double> correlationRatio() {
        double share = first() / Math.max(1, distribution.total());
        return isolation().map(isolation -> (isolation - share) / (1 - share));
    }

    /** The Gini index of segregation. */
    public Optional<Double> gini() {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        List<Inequality.Value> shares = new ArrayList<>();
        for (List<Long> unit : distribution.counts()) {
            long size = Math.addExact(unit.get(0), unit.get(1));
            shares.add(new Inequality.Value((double) unit.get(0) / size, size));
        }
        // The Gini coefficient of the units' shares has the mean in its denominator, the index of segregation P(1 - P).
        double notFirst = second() / distribution.total();
        return new Inequality(shares).gini().map(gini -> gini / notFirst);
    }

    /** The dissimilarity to be expected if members were spread at random over units of these sizes. */
    public Optional<Double> expectedAtRandom() {
        if (undefined().isPresent()) {
            return Optional.empty();
        }
        long total = distribution.total();
        long ofFirst = distribution.total(0);
        double sum = 0;
        for (int u = 0; u < distribution.units().size(); u++) {
            sum += meanDeviation(total, ofFirst, distribution.size(u));
        }
        // x/X - y/Y is the deviation of x from its mean times T / (X Y).
        return Optional.of(sum / 2 * (total / (first() * second())));
    }

    /**
     * The mean of |k - E k| for k of a hypergeometric distribution. The sum of (k - E k) P(k) over k of m and more is m (Y - t
     * + m) P(m) / T, since the terms telescope, and half of the mean deviation lies above the mean.
     */
    private static double meanDeviation(long total, long first, long size) {
        BigInteger product = BigInteger.valueOf(first).multiply(BigInteger.valueOf(size));
        long above = product.divide(BigInteger.valueOf(total)).longValueExact() + 1;
        long most = Math.min(first, size);
        if (above > most) {
            return 0;
        }
        double probability = HypergeometricDistribution.of(
                        Math.toIntExact(total), Math.toIntExact(first), Math.toIntExact(size))
                .probability(Math.toIntExact(above));
        return 2.0 * above * (total - first - size + above) / total * probability;
    }

    /** Dissimilarity beyond chance, or below it; empty where chance alone makes the units as uneven as can be. */
    public Optional<Double> corrected() {
        return index().flatMap(d -> expectedAtRandom().flatMap(e -> corrected(d, e)));
    }

    private static Optional<Double> corrected(double d, double e) {
        double range = d >= e ? 1 - e : e;
        return range > 0 ? Optional.of((d - e) / range) : Optional.empty();
    }

    /** Every index. */
    @Override
    public Table toTable() {
        Map<String, Optional<Double>> indices = new LinkedHashMap<>();
        indices.put("Dissimilarity D", index());
        indices.put("D expected at random", expectedAtRandom());
        indices.put("D corrected for chance", corrected());
        indices.put("Isolation", isolation());
        indices.put("Exposure", exposure());
        indices.put("Correlation ratio V", correlationRatio());
        indices.put("Gini index of segregation", gini());
        List<Figure> figures = new ArrayList<>();
        indices.forEach((name, value) -> figures.add(Segregation.figure(name, value, undefined(), distribution)));
        return Figure.table("Segregation of two groups", figures);
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
