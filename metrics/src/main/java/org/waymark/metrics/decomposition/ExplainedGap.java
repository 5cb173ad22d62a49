package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Quantiles;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;

/**
 * The gap between two groups' mean outcomes, split by {@link OaxacaBlinder}.
 *
 * @param asked what was asked
 * @param firstRows how many rows the first group has
 * @param secondRows how many rows the second group has
 * @param leftOut how many rows of both lacked a number
 * @param errors how standard errors were found
 * @param clusters how many clusters there are; 0 if rows were taken for independent
 * @param parts the parts; empty if there is no decomposition
 * @param undefined why there is none; empty if there is
 */
public record ExplainedGap(
        OaxacaBlinder asked,
        long firstRows,
        long secondRows,
        long leftOut,
        StandardErrors errors,
        int clusters,
        Optional<Parts> parts,
        Optional<Undefined> undefined)
        implements Tabular {
    /**
     * A number with its standard error.
     *
     * @param value the number
     * @param standardError its standard error; empty if there is none
     */
    public record Component(double value, Optional<Double> standardError) {}

    /**
     * The parts of a gap.
     *
     * @param gap the first group's mean outcome minus the second's
     * @param endowments what different means of variables do at the second group's coefficients
     * @param coefficients what different coefficients do at the second group's means
     * @param interaction what both do together
     * @param explained what different means of variables do at the reference coefficients
     * @param unexplained what is left
     * @param unexplainedOfFirst what of it is the first group's distance from the reference coefficients
     * @param unexplainedOfSecond what of it is the second group's
     * @param terms what each variable adds, the constant first
     */
    public record Parts(
            Component gap,
            Component endowments,
            Component coefficients,
            Component interaction,
            Component explained,
            Component unexplained,
            double unexplainedOfFirst,
            double unexplainedOfSecond,
            List<Term> terms) {
        /** Copies the terms. */
        public Parts {
            terms = List.copyOf(terms);
        }

        /** The explained part divided by the gap; empty if the gap is 0. */
        public Optional<Double> explainedShare() {
            return gap.value() == 0 ? Optional.empty() : Optional.of(explained.value() / gap.value());
        }

        /** What the variables of one factor explain together, whatever category was left out. */
        public double explainedBy(String factor) {
            return terms.stream()
                    .filter(term -> term.factor().equals(Optional.of(factor)))
                    .mapToDouble(Term::explained)
                    .sum();
        }
    }

    /**
     * What one variable adds.
     *
     * @param name the variable
     * @param factor of which it is a category; empty if of none
     * @param firstCoefficient its worth in the first group
     * @param secondCoefficient its worth in the second group
     * @param referenceCoefficient its worth in the twofold split
     * @param firstMean its mean in the first group
     * @param secondMean its mean in the second group
     * @param firstError the standard error of its worth in the first group; empty if there is none
     * @param secondError the standard error of its worth in the second group; empty if there is none
     */
    public record Term(
            String name,
            Optional<String> factor,
            double firstCoefficient,
            double secondCoefficient,
            double referenceCoefficient,
            double firstMean,
            double secondMean,
            Optional<Double> firstError,
            Optional<Double> secondError) {
        /** What its different mean does at the second group's coefficient. */
        public double endowments() {
            return (firstMean - secondMean) * secondCoefficient;
        }

        /** What its different coefficient does at the second group's mean. */
        public double coefficients() {
            return secondMean * (firstCoefficient - secondCoefficient);
        }

        /** What both do together. */
        public double interaction() {
            return (firstMean - secondMean) * (firstCoefficient - secondCoefficient);
        }

        /** What its different mean does at the reference coefficient. */
        public double explained() {
            return (firstMean - secondMean) * referenceCoefficient;
        }

        /** The first group's distance from the reference coefficient. */
        public double unexplainedOfFirst() {
            return firstMean * (firstCoefficient - referenceCoefficient);
        }

        /** The second group's distance from the reference coefficient. */
        public double unexplainedOfSecond() {
            return secondMean * (referenceCoefficient - secondCoefficient);
        }
    }

    /** The limits of a part; empty if it has no standard error or does not vary. */
    public Optional<Interval> interval(Component part) {
        double reach = clusters > 0
                ? Quantiles.student(asked.confidence(), clusters - 1.0)
                : Quantiles.normal(asked.confidence());
        String method = clusters > 0 ? errors + " t(" + (clusters - 1) + ")" : errors + " z";
        return part.standardError()
                .filter(error -> error > 0)
                .map(error -> new Interval(
                        part.value() - reach * error, part.value() + reach * error, asked.confidence(), method));
    }

    /** The gap, its twofold and its threefold parts, and what each variable explains. */
    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        String twofold = "reference " + asked.reference();
        figures.add(figure("Gap", parts.map(Parts::gap), "mean outcomes"));
        figures.add(figure("Explained", parts.map(Parts::explained), twofold));
        figures.add(figure("Unexplained", parts.map(Parts::unexplained), twofold));
        figures.add(figure("Endowments", parts.map(Parts::endowments), "threefold"));
        figures.add(figure("Coefficients", parts.map(Parts::coefficients), "threefold"));
        figures.add(figure("Interaction", parts.map(Parts::interaction), "threefold"));
        parts.ifPresent(found -> found.terms().stream().skip(1).forEach(term -> {
            Component part = new Component(term.explained(), Optional.empty());
            figures.add(figure("Explained by " + term.name(), Optional.of(part), twofold));
        }));
        return Figure.table("Gap explained by variables", figures);
    }

    private Figure figure(String name, Optional<Component> part, String method) {
        Figure.Builder figure = part.map(found -> Figure.of(name, found.value()))
                .orElseGet(() -> Figure.undefined(name, undefined.orElse(Undefined.NO_OBSERVATIONS)))
                .of(asked.first() + " - " + asked.second())
                .count("first_n", firstRows)
                .count("second_n", secondRows)
                .count("left_out", leftOut)
                .method(method);
        part.flatMap(Component::standardError).ifPresent(figure::standardError);
        part.flatMap(this::interval).ifPresent(figure::interval);
        return figure.build();
    }

    /** What was found, in words. */
    public String explain() {
        return parts.map(found -> String.format(
                                Locale.ROOT,
                                "The mean %s of %s is %+.3f from that of %s. %+.3f goes with different means of %s, %+.3f does"
                                        + " not. What is unexplained also holds every variable that was left out. ",
                                asked.outcome(),
                                asked.first(),
                                found.gap().value(),
                                asked.second(),
                                found.explained().value(),
                                String.join(", ", asked.variables()),
                                found.unexplained().value())
                        + Words.COMPOSITION)
                .orElseGet(() -> "There is no decomposition: " + undefined.orElse(Undefined.NO_OBSERVATIONS) + ".");
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
