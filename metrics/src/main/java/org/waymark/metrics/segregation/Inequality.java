package org.waymark.metrics.segregation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * How unequal the values of units are, such as the rates of schools weighted by their students.
 *
 * <p><b>Formula:</b> with weights w of W in all and mean μ: Gini Σ Σ w w' |v - v'| / (2 W² μ); Theil's T Σ w (v/μ) ln(v/μ) / W;
 * Theil's L, the mean logarithmic deviation, Σ w ln(μ/v) / W; coefficient of variation √(Σ w (v - μ)² / W) / μ.
 *
 * <p><b>Unit:</b> Gini in [0, 1); T in nats, at most ln of the number of units; L in nats, infinite where a value is 0.
 *
 * <p><b>How to read it:</b> 0 is all alike. Gini is half the mean difference of two units in relation to the mean.
 *
 * <p><b>When it applies:</b> values of 0 or more on a scale where twice as much means something. For rates, the inequality of
 * successes is not that of failures: say which.
 *
 * <p><b>Edge cases:</b> no units, or a mean of 0, have no index; negative values are refused; values of 0 add nothing to T
 * and leave no finite L; one unit has 0, and no unbiased Gini.
 *
 * <p><b>Source:</b> C. Gini (1912); H. Theil, Economics and Information Theory (1967); F. Cowell, Measuring Inequality (2011).
 *
 * @param values the units
 */
public record Inequality(List<Value> values) implements Tabular {
    /** Leaves out units without weight. */
    public Inequality {
        values = values.stream().filter(value -> value.weight() > 0).toList();
    }

    /**
     * The value of a unit.
     *
     * @param value 0 or more
     * @param weight how many members it stands for, 0 or more
     */
    public record Value(double value, long weight) {
        /** Refuses negative values and weights, and what is no finite number. */
        public Value {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("value: must be finite and 0 or more, was " + value);
            }
            if (weight < 0) {
                throw new IllegalArgumentException("weight: must be 0 or more, was " + weight);
            }
        }
    }

    /** Units that count the same. */
    public static Inequality of(List<Double> values) {
        return new Inequality(values.stream().map(value -> new Value(value, 1)).toList());
    }

    /** Why there is no index; empty if there is one. */
    public Optional<Undefined> undefined() {
        if (values.isEmpty()) {
            return Optional.of(Undefined.NO_OBSERVATIONS);
        }
        return sum(value -> value) == 0 ? Optional.of(Undefined.ZERO_DENOMINATOR) : Optional.empty();
    }

    private double sum(DoubleUnaryOperator of) {
        return values.stream()
                .mapToDouble(value -> value.weight() * of.applyAsDouble(value.value()))
                .sum();
    }

    private double weight() {
        return sum(value -> 1);
    }

    /** The mean; empty where there are no units. */
    public Optional<Double> mean() {
        return values.isEmpty() ? Optional.empty() : Optional.of(sum(value -> value) / weight());
    }

    private Optional<Double> relative(DoubleUnaryOperator ofRelative) {
        return mean().filter(mean -> mean > 0)
                .map(mean -> sum(value -> ofRelative.applyAsDouble(value / mean)) / weight());
    }

    /** The Gini coefficient. */
    public Optional<Double> gini() {
        List<Value> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparingDouble(Value::value));
        double weight = weight();
        double below = 0;
        double sum = 0;
        for (Value value : sorted) {
            // Each value exceeds those below it and falls short of those above.
            sum += value.weight() * value.value() * (2 * below + value.weight() - weight);
            below += value.weight();
        }
        double differences = Math.max(0, sum);
        return mean().filter(mean -> mean > 0).map(mean -> differences / (weight * weight * mean));
    }

    /** The Gini coefficient times n / (n - 1), as of a sample of n units; empty where they do not count the same, and for one. */
    public Optional<Double> unbiasedGini() {
        double n = values.size();
        boolean alike = values.stream().allMatch(value -> value.weight() == 1);
        return alike && n > 1 ? gini().map(gini -> gini * n / (n - 1)) : Optional.empty();
    }

    /** Theil's T. */
    public Optional<Double> theilT() {
        return relative(share -> share == 0 ? 0 : share * Math.log(share)).map(t -> Math.max(0, t));
    }

    /** Theil's L, the mean logarithmic deviation; infinite where a value is 0. */
    public Optional<Double> theilL() {
        return relative(share -> -Math.log(share)).map(l -> Math.max(0, l));
    }

    /** The coefficient of variation, of all units rather than a sample. */
    public Optional<Double> coefficientOfVariation() {
        return relative(share -> (share - 1) * (share - 1)).map(Math::sqrt);
    }

    /** Every index. */
    @Override
    public Table toTable() {
        Map<String, Optional<Double>> indices = new LinkedHashMap<>();
        indices.put("Mean", mean());
        indices.put("Gini coefficient", gini());
        indices.put("Theil T", theilT());
        indices.put("Theil L", theilL().filter(Double::isFinite));
        indices.put("Coefficient of variation", coefficientOfVariation());
        List<Figure> figures = new ArrayList<>();
        indices.forEach((name, value) -> figures.add(value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, undefined().orElse(Undefined.ZERO_NUMERATOR)))
                .count("units", values.size())
                .inference(Inference.DESCRIPTIVE)
                .build()));
        return Figure.table("Inequality of units", figures);
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
