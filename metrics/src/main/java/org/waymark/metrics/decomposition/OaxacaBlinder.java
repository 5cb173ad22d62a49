package org.waymark.metrics.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.tally.MomentTally;
import org.waymark.metrics.measure.Measure;

/**
 * Splits the gap between two groups' mean outcomes into what comes from different means of variables and what comes from
 * different worth of them, by a straight line for each group; of an outcome of 0 and 1 a linear probability model.
 *
 * <p><b>Formula:</b> with means x̄ and coefficients β of groups A and B: threefold, (x̄_A - x̄_B)'β_B [endowments] + x̄_B'(β_A - β_B)
 * [coefficients] + (x̄_A - x̄_B)'(β_A - β_B) [interaction]; twofold, with reference coefficients β*, (x̄_A - x̄_B)'β* [explained] +
 * x̄_A'(β_A - β*) + x̄_B'(β* - β_B) [unexplained].
 *
 * <p><b>Unit:</b> that of the outcome; for 0 and 1 a difference of shares.
 *
 * <p><b>How to read it:</b> the explained part goes with what the variables say, the unexplained with everything else,
 * variables that were left out as well. Neither is a measure of discrimination, nor of its absence.
 *
 * <p><b>When it applies:</b> rows with several variables; for one classification of counts {@link Kitagawa} needs no model.
 * Standard errors take means for random: clustered (G/(G - 1) Σ u² over the clusters' influences, t with G - 1) where sums are
 * kept by cluster, robust (HC1) where not; classical ones by Jann's formula for conformance, which has none for pooled
 * references.
 *
 * <p><b>Edge cases:</b> a group of nobody, or with no more rows than variables, or variables that repeat each other: no
 * decomposition. What single variables of a {@link Factor} add is measured from the mean of its categories (Yun 2005).
 *
 * <p><b>Source:</b> R. Oaxaca, International Economic Review 14 (1973) 693; A. Blinder, Journal of Human Resources 8 (1973)
 * 436; B. Jann, The Stata Journal 8 (2008) 453; M.-S. Yun, Economic Inquiry 43 (2005) 766.
 *
 * @param outcome the outcome's name
 * @param variables what may explain it, without the constant
 * @param first the first group
 * @param second the second group
 * @param reference what variables are worth in the twofold split
 * @param errors how standard errors are found; empty for clustered where there are clusters, else robust
 * @param factors which variables are categories of one
 * @param confidence the level of the intervals
 */
public record OaxacaBlinder(
        String outcome,
        List<String> variables,
        String first,
        String second,
        ReferenceCoefficients reference,
        Optional<StandardErrors> errors,
        List<Factor> factors,
        double confidence)
        implements Measure<MomentTally, ExplainedGap> {
    /** Copies the lists; refuses factors of other variables, and levels outside (0, 1). */
    public OaxacaBlinder {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(reference, "reference");
        variables = List.copyOf(variables);
        factors = List.copyOf(factors);
        List<String> rest = new ArrayList<>(variables);
        for (Factor factor : factors) {
            for (String variable : factor.variables()) {
                if (!rest.remove(variable)) {
                    throw new IllegalArgumentException("factors: must hold each variable once, " + variable);
                }
            }
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /** Explains the gap of two groups' mean outcomes by variables, with pooled reference coefficients, at 95 %. */
    public static OaxacaBlinder of(String outcome, String first, String second, List<String> variables) {
        return new OaxacaBlinder(
                outcome,
                variables,
                first,
                second,
                ReferenceCoefficients.POOLED_WITH_GROUP,
                Optional.empty(),
                List.of(),
                0.95);
    }

    /** The same with variables worth something else in the twofold split. */
    public OaxacaBlinder reference(ReferenceCoefficients other) {
        return new OaxacaBlinder(outcome, variables, first, second, other, errors, factors, confidence);
    }

    /** The same with standard errors found otherwise. */
    public OaxacaBlinder errors(StandardErrors other) {
        return new OaxacaBlinder(outcome, variables, first, second, reference, Optional.of(other), factors, confidence);
    }

    /** The same with variables that are categories of one. */
    public OaxacaBlinder factor(Factor factor) {
        List<Factor> more = new ArrayList<>(factors);
        more.add(factor);
        return new OaxacaBlinder(outcome, variables, first, second, reference, errors, more, confidence);
    }

    @Override
    public ExplainedGap over(MomentTally tally) {
        return OaxacaFit.of(this, tally);
    }
}
