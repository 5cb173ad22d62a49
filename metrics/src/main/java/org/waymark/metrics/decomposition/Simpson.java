package org.waymark.metrics.decomposition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Whether the gap between two groups points the other way once like is compared with like: Simpson's paradox.
 *
 * <p><b>Formula:</b> the signs of the crude gap and of the gap in each stratum, and two gaps that are adjusted for the
 * strata: both groups standardised to everybody, and Mantel and Haenszel's Σ w d / Σ w with w = n₁n₂ / (n₁ + n₂). Signs are
 * decided on whole numbers. The Cochran-Mantel-Haenszel chi-square, without correction, tests whether the odds are the same
 * in all strata.
 *
 * <p><b>Unit:</b> differences of shares in [-1, 1]; an odds ratio; a chi-square with one degree of freedom.
 *
 * <p><b>How to read it:</b> {@link Reversal}. A reversal says that the crude gap must not be told alone; it does not say
 * which of the two gaps is the right one.
 *
 * <p><b>When it applies:</b> strata that were there before the outcome.
 *
 * <p><b>Edge cases:</b> a stratum where a group has nobody has no sign, counts for nothing with Mantel and Haenszel, and
 * leaves no standardised gap; a crude gap of 0 is no paradox, whatever the strata say.
 *
 * <p><b>Source:</b> E. H. Simpson, Journal of the Royal Statistical Society B 13 (1951) 238; P. J. Bickel, E. A. Hammel and
 * J. W. O'Connell, Science 187 (1975) 398; N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959) 719.
 *
 * @param strata of two groups
 */
public record Simpson(Strata strata) implements Tabular {
    /** Refuses another number of groups than two. */
    public Simpson {
        strata.ofTwo();
    }

    /** What the strata say against the crude gap. */
    public enum Reversal {
        /** The strata do not contradict the crude gap. */
        NONE,
        /** The gap points the other way in every stratum. */
        FULL_REVERSAL,
        /** In no stratum the gap points as the crude one does, and in one at least it points the other way. */
        WEAK_REVERSAL,
        /** Some strata agree, but an adjusted gap points the other way. */
        ADJUSTED_REVERSAL;

        /** The word in small letters. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Why there is nothing to compare; empty if there is. */
    public Optional<Undefined> undefined() {
        return strata.undefined();
    }

    /** The first group's rate minus the second's, strata aside. */
    public Optional<Double> crudeGap() {
        return undefined().isPresent()
                ? Optional.empty()
                : Optional.of(strata.total(0).value() - strata.total(1).value());
    }

    /** The strata in which both groups have members. */
    public List<Stratum> compared() {
        return strata.strata().stream()
                .filter(stratum -> stratum.has(0) && stratum.has(1))
                .toList();
    }

    /** The sign of the crude gap: -1, 0 or 1; 0 too where there is nothing to compare. */
    private int sign() {
        return undefined().isPresent() ? 0 : strata.total(0).compareRate(strata.total(1));
    }

    private static int sign(Stratum stratum) {
        return stratum.shares().get(0).compareRate(stratum.shares().get(1));
    }

    /** In how many strata the gap points the other way than the crude one. */
    public long opposite() {
        int crude = sign();
        return compared().stream().filter(stratum -> sign(stratum) * crude < 0).count();
    }

    /** In how many strata there is no gap. */
    public long level() {
        return compared().stream().filter(stratum -> sign(stratum) == 0).count();
    }

    /** The gap with both groups standardised to everybody; empty if a group has nobody in a stratum. */
    public Optional<Double> pooledStandardGap() {
        return DirectStandardisation.of(strata)
                .gap(strata.groups().get(0), strata.groups().get(1));
    }

    private double sum(ToDoubleBiFunction<Share, Share> term) {
        return compared().stream()
                .mapToDouble(
                        s -> term.applyAsDouble(s.shares().get(0), s.shares().get(1)))
                .sum();
    }

    private static double all(Share one, Share two) {
        return (double) one.n() + two.n();
    }

    /** Mantel and Haenszel's gap; empty if no stratum has members of both groups. */
    public Optional<Double> mantelHaenszelGap() {
        double weights = sum((one, two) -> one.n() * (double) two.n() / all(one, two));
        double gap = sum((one, two) -> (one.yes() * (double) two.n() - two.yes() * (double) one.n()) / all(one, two));
        return undefined().isPresent() || weights == 0 ? Optional.empty() : Optional.of(gap / weights);
    }

    /** Mantel and Haenszel's odds ratio; empty where there is nothing to divide by. */
    public Optional<Double> mantelHaenszelOddsRatio() {
        double with = sum((one, two) -> one.yes() * (double) two.no() / all(one, two));
        double against = sum((one, two) -> one.no() * (double) two.yes() / all(one, two));
        return undefined().isPresent() || against == 0 ? Optional.empty() : Optional.of(with / against);
    }

    /** The Cochran-Mantel-Haenszel chi-square; empty without variation, and for groups that share members. */
    public Optional<Double> chiSquare() {
        if (undefined().isPresent() || strata.overlapping()) {
            return Optional.empty();
        }
        double difference = sum((one, two) -> one.yes() - one.n() * ((double) one.yes() + two.yes()) / all(one, two));
        double variance = sum((one, two) -> {
            Share both = one.plus(two);
            double margins = (double) one.n() * two.n() * both.yes() * both.no();
            return both.n() < 2 ? 0 : margins / ((double) both.n() * both.n() * (both.n() - 1.0));
        });
        return variance > 0 ? Optional.of(difference * difference / variance) : Optional.empty();
    }

    /** The p-value of the chi-square. */
    public Optional<Double> p() {
        return chiSquare().map(chi -> ChiSquaredDistribution.of(1).survivalProbability(chi));
    }

    /** What the strata say against the crude gap. */
    public Reversal reversal() {
        long strataCompared = compared().size();
        if (sign() == 0 || strataCompared == 0) {
            return Reversal.NONE;
        }
        if (opposite() == strataCompared) {
            return Reversal.FULL_REVERSAL;
        }
        if (opposite() > 0 && opposite() + level() == strataCompared) {
            return Reversal.WEAK_REVERSAL;
        }
        boolean adjusted = mantelHaenszelSign() * sign() < 0 || pooledSign() * sign() < 0;
        return adjusted ? Reversal.ADJUSTED_REVERSAL : Reversal.NONE;
    }

    /** The sign of Σ (x₁n₂ - x₂n₁) / (n₁ + n₂), exactly. */
    private int mantelHaenszelSign() {
        List<BigInteger> numerators = new ArrayList<>();
        List<BigInteger> denominators = new ArrayList<>();
        for (Stratum stratum : compared()) {
            numerators.add(cross(stratum));
            denominators.add(BigInteger.valueOf(stratum.all().n()));
        }
        return signOfSum(numerators, denominators);
    }

    /** The sign of Σ (n₁ + n₂) (x₁/n₁ - x₂/n₂), exactly; 0 if it does not exist. */
    private int pooledSign() {
        if (pooledStandardGap().isEmpty()) {
            return 0;
        }
        List<BigInteger> numerators = new ArrayList<>();
        List<BigInteger> denominators = new ArrayList<>();
        for (Stratum stratum : compared()) {
            numerators.add(
                    cross(stratum).multiply(BigInteger.valueOf(stratum.all().n())));
            denominators.add(BigInteger.valueOf(stratum.shares().get(0).n())
                    .multiply(BigInteger.valueOf(stratum.shares().get(1).n())));
        }
        return signOfSum(numerators, denominators);
    }

    private static BigInteger cross(Stratum stratum) {
        Share one = stratum.shares().get(0);
        Share two = stratum.shares().get(1);
        return BigInteger.valueOf(one.yes())
                .multiply(BigInteger.valueOf(two.n()))
                .subtract(BigInteger.valueOf(two.yes()).multiply(BigInteger.valueOf(one.n())));
    }

    private static int signOfSum(List<BigInteger> numerators, List<BigInteger> denominators) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < numerators.size(); i++) {
            BigInteger common = denominator.gcd(denominators.get(i));
            BigInteger widened = denominators.get(i).divide(common);
            numerator = numerator.multiply(widened).add(numerators.get(i).multiply(denominator.divide(common)));
            denominator = denominator.multiply(widened);
        }
        return numerator.signum();
    }

    /** The crude gap, the adjusted ones, and the gap in each stratum. */
    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        String between = strata.groups().get(0) + " - " + strata.groups().get(1);
        Share one = strata.total(0);
        Share two = strata.total(1);
        figures.add(figure("Gap", between, crudeGap(), one, two, "crude, " + reversal()));
        figures.add(figure("Gap", between, pooledStandardGap(), one, two, "both standardised to everybody"));
        figures.add(figure("Gap", between, mantelHaenszelGap(), one, two, "Mantel-Haenszel"));
        for (Stratum stratum : compared()) {
            Share first = stratum.shares().get(0);
            Share second = stratum.shares().get(1);
            figures.add(figure(
                    "Gap", stratum.name(), Optional.of(first.value() - second.value()), first, second, "stratum"));
        }
        return Figure.table("Gap, crude and by stratum", figures);
    }

    private Figure figure(String name, String of, Optional<Double> value, Share one, Share two, String method) {
        return value.map(number -> Figure.of(name, number))
                .orElseGet(() -> Figure.undefined(name, undefined().orElse(Undefined.NO_OBSERVATIONS)))
                .of(of)
                .count("first_yes", one.yes())
                .count("first_n", one.n())
                .count("second_yes", two.yes())
                .count("second_n", two.n())
                .method(method)
                .inference(Inference.DESCRIPTIVE)
                .build();
    }

    /** What was found, in words. */
    public String explain() {
        String found = switch (reversal()) {
            case NONE -> "The strata do not contradict the crude gap.";
            case FULL_REVERSAL -> "The gap points the other way in every stratum.";
            case WEAK_REVERSAL -> "No stratum agrees with the crude gap, and some point the other way.";
            case ADJUSTED_REVERSAL ->
                "Some strata agree with the crude gap, but adjusted for the strata it points the other way.";
        };
        return String.format(
                        Locale.ROOT,
                        "%s In %d of %d strata it points the other way. ",
                        found,
                        opposite(),
                        compared().size())
                + Words.COMPOSITION;
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
