package org.waymark.metrics.decomposition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.waymark.core.tally.MomentTally;
import org.waymark.metrics.decomposition.ExplainedGap.Component;
import org.waymark.metrics.decomposition.ExplainedGap.Parts;
import org.waymark.metrics.measure.Undefined;

/** The lines of both groups and of all rows, and the parts of the gap between them. */
final class OaxacaFit {
    private final OaxacaBlinder asked;
    private final Side first;
    private final Side second;
    private final LeastSquares firstLine;
    private final LeastSquares secondLine;
    private final Optional<LeastSquares> pooled;

    private OaxacaFit(
            OaxacaBlinder asked,
            Side first,
            Side second,
            LeastSquares firstLine,
            LeastSquares secondLine,
            Optional<LeastSquares> pooled) {
        this.asked = asked;
        this.first = first;
        this.second = second;
        this.firstLine = firstLine;
        this.secondLine = secondLine;
        this.pooled = pooled;
    }

    static ExplainedGap of(OaxacaBlinder asked, MomentTally tally) {
        StandardErrors errors =
                asked.errors().orElse(tally.isClustered() ? StandardErrors.CLUSTERED : StandardErrors.ROBUST);
        boolean clustered = errors == StandardErrors.CLUSTERED;
        if (clustered != tally.isClustered() && errors != StandardErrors.CLASSICAL) {
            throw new IllegalArgumentException("errors: " + errors + " need sums that are "
                    + (clustered ? "kept by cluster" : "not kept by cluster"));
        }
        int[] positions = Side.positions(tally, asked);
        Side first = new Side(tally.moments(asked.first()), tally.places(), positions);
        Side second = new Side(tally.moments(asked.second()), tally.places(), positions);
        Optional<LeastSquares> firstLine = LeastSquares.fit(first.products(), first.unit(), first.n());
        Optional<LeastSquares> secondLine = LeastSquares.fit(second.products(), second.unit(), second.n());
        TreeSet<String> clusters = new TreeSet<>(tally.clusters(asked.first()));
        clusters.addAll(tally.clusters(asked.second()));
        Optional<Parts> parts = Optional.empty();
        if (firstLine.isPresent() && secondLine.isPresent()) {
            OaxacaFit fit = new OaxacaFit(
                    asked, first, second, firstLine.get(), secondLine.get(), pooled(asked, first, second));
            parts = Optional.of(fit.parts(new OaxacaErrors(fit, errors, tally, clusters)));
        }
        boolean nobody = first.n() == 0 || second.n() == 0;
        Undefined why = nobody ? Undefined.NO_OBSERVATIONS : Undefined.NOT_OF_FULL_RANK;
        return new ExplainedGap(
                asked,
                first.n(),
                second.n(),
                tally.leftOut(asked.first()) + tally.leftOut(asked.second()),
                errors,
                clustered ? clusters.size() : 0,
                parts,
                parts.isPresent() ? Optional.empty() : Optional.of(why));
    }

    /** The line of all rows, with a variable before the outcome that is 1 in the second group if asked. */
    private static Optional<LeastSquares> pooled(OaxacaBlinder asked, Side first, Side second) {
        ReferenceCoefficients reference = asked.reference();
        if (reference != ReferenceCoefficients.POOLED && reference != ReferenceCoefficients.POOLED_WITH_GROUP) {
            return Optional.empty();
        }
        BigInteger[][] one = first.products();
        BigInteger[][] two = second.products();
        int group = reference == ReferenceCoefficients.POOLED ? -1 : one.length - 1;
        int size = one.length + (group < 0 ? 0 : 1);
        BigInteger[][] all = new BigInteger[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int from = i == group ? 0 : group >= 0 && i > group ? i - 1 : i;
                int to = j == group ? 0 : group >= 0 && j > group ? j - 1 : j;
                BigInteger ofFirst = i == group || j == group ? BigInteger.ZERO : one[from][to];
                all[i][j] = ofFirst.add(two[from][to]);
            }
        }
        return LeastSquares.fit(all, first.unit(), first.n() + second.n());
    }

    OaxacaBlinder asked() {
        return asked;
    }

    Side first() {
        return first;
    }

    Side second() {
        return second;
    }

    LeastSquares firstLine() {
        return firstLine;
    }

    LeastSquares secondLine() {
        return secondLine;
    }

    Optional<LeastSquares> pooledLine() {
        return pooled;
    }

    /** How much of the first group's coefficients the reference takes, the rest being the second's; not for pooled ones. */
    double weightOfFirst() {
        return switch (asked.reference()) {
            case FIRST_GROUP -> 1;
            case SECOND_GROUP -> 0;
            case HALF -> 0.5;
            case BY_SIZE -> (double) first.n() / (first.n() + second.n());
            case POOLED, POOLED_WITH_GROUP -> throw new IllegalStateException("reference: is pooled");
        };
    }

    double[] reference() {
        int size = firstLine.coefficients().length;
        return pooled.map(line -> Arrays.copyOf(line.coefficients(), size))
                .orElseGet(() -> Vectors.sum(
                        weightOfFirst(), firstLine.coefficients(), 1 - weightOfFirst(), secondLine.coefficients()));
    }

    /** The means of the constant and the variables. */
    static double[] means(Side side) {
        double[] all = side.means();
        return Arrays.copyOf(all, all.length - 1);
    }

    private Parts parts(OaxacaErrors errors) {
        double[] more = Vectors.minus(means(first), means(second));
        double[] worth = Vectors.minus(firstLine.coefficients(), secondLine.coefficients());
        double[] reference = reference();
        double ofFirst = Vectors.product(means(first), Vectors.minus(firstLine.coefficients(), reference));
        double ofSecond = Vectors.product(means(second), Vectors.minus(reference, secondLine.coefficients()));
        double[] outcomes = {first.means()[more.length], second.means()[more.length]};
        return new Parts(
                new Component(outcomes[0] - outcomes[1], errors.gap()),
                new Component(Vectors.product(more, secondLine.coefficients()), errors.endowments()),
                new Component(Vectors.product(means(second), worth), errors.coefficients()),
                new Component(Vectors.product(more, worth), errors.interaction()),
                new Component(Vectors.product(more, reference), errors.explained()),
                new Component(ofFirst + ofSecond, errors.unexplained()),
                ofFirst,
                ofSecond,
                terms(errors, reference));
    }

    private List<ExplainedGap.Term> terms(OaxacaErrors errors, double[] reference) {
        FactorTerms one = new FactorTerms(asked, firstLine.coefficients(), means(first));
        FactorTerms two = new FactorTerms(asked, secondLine.coefficients(), means(second));
        FactorTerms three = new FactorTerms(asked, reference, means(first));
        List<ExplainedGap.Term> terms = new ArrayList<>();
        for (int i = 0; i < one.names().size(); i++) {
            boolean plain =
                    asked.factors().isEmpty() || i > 0 && one.factors().get(i).isEmpty();
            terms.add(new ExplainedGap.Term(
                    one.names().get(i),
                    one.factors().get(i),
                    one.coefficients().get(i),
                    two.coefficients().get(i),
                    three.coefficients().get(i),
                    one.means().get(i),
                    two.means().get(i),
                    plain ? errors.ofFirst(i) : Optional.empty(),
                    plain ? errors.ofSecond(i) : Optional.empty()));
        }
        return terms;
    }
}
