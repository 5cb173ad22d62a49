package org.waymark.metrics.decomposition;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Share;

/**
 * Where a pipeline leaks: the gap between two groups in what part comes through all stages, split among the stages.
 *
 * <p><b>Formula:</b> what comes through is R = Π p over the stages. Shapley's value of a stage is the mean, over all orders
 * in which the second group's stage rates could be replaced by the first's, of what replacing this one changes. The
 * logarithmic mean Divisia index gives a stage L(R₁, R₂) ln(p₁ / p₂) with L(a, b) = (a - b) / (ln a - ln b). Both add up to R₁ -
 * R₂ and do not depend on the order of the stages.
 *
 * <p><b>Unit:</b> a difference of shares in [-1, 1].
 *
 * <p><b>How to read it:</b> a positive part is a stage at which the second group loses more. The largest part in the gap's
 * direction is where the pipeline leaks most for the group behind. A stage late in the pipeline weighs less, because few are
 * left there: that is meant.
 *
 * <p><b>When it applies:</b> each stage counts those who went on from the one before; {@link #isNested} says whether the
 * counts do. The two ways answer nearly the same unless a rate is 0: then Shapley's values stand and the other has none, or,
 * as a limit, gives the whole gap to the one stage where nobody passed.
 *
 * <p><b>Edge cases:</b> once nobody went on, nobody comes through and R is 0, but later stages have no rates and the gap is
 * not split; {@link #upTo} looks at the stages before. Parts in percent do not exist at a gap of 0.
 *
 * <p><b>Source:</b> L. S. Shapley, A value for n-person games (1953); for three stages it is P. Das Gupta, U.S. Bureau of
 * the Census P23-186 (1993); B. W. Ang, Energy Policy 32 (2004) 1131; zeros: B. W. Ang and N. Liu, Energy Policy 35 (2007) 1426.
 *
 * @param first the first group's name
 * @param second the second group's name
 * @param stages in their order
 * @param overlapping whether members may stand in both groups; there are no limits then
 * @param missing why counts are not there; empty if they are
 */
public record Pipeline(
        String first, String second, List<PipelineStage> stages, boolean overlapping, Optional<Undefined> missing)
        implements Tabular {
    /** Below this relative difference a logarithmic mean is the ordinary one. */
    private static final double CLOSE = 1e-8;

    /** Copies the stages; refuses a pipeline of none. */
    public Pipeline {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages: must be one at least");
        }
    }

    /** A pipeline of groups of different people whose counts are all there. */
    public static Pipeline of(String first, String second, List<PipelineStage> stages) {
        return new Pipeline(first, second, stages, false, Optional.empty());
    }

    /** The pipeline up to a stage, that included. */
    public Pipeline upTo(String stage) {
        List<String> names = stages.stream().map(PipelineStage::name).toList();
        if (!names.contains(stage)) {
            throw new IllegalArgumentException("stage: must be one of " + names + ", was " + stage);
        }
        return new Pipeline(first, second, stages.subList(0, names.indexOf(stage) + 1), overlapping, missing);
    }

    /** Whether at each stage those counted are those who went on from the one before, so that nobody joined or was lost. */
    public boolean isNested() {
        return IntStream.range(1, stages.size())
                .allMatch(i ->
                        stages.get(i).first().n() == stages.get(i - 1).first().yes()
                                && stages.get(i).second().n()
                                        == stages.get(i - 1).second().yes());
    }

    /** What part of the first group comes through; empty if nobody began. */
    public Optional<Double> firstRate() {
        return through(PipelineStage::first);
    }

    /** What part of the second group comes through; empty if nobody began. */
    public Optional<Double> secondRate() {
        return through(PipelineStage::second);
    }

    private Optional<Double> through(Function<PipelineStage, Share> group) {
        double product = 1;
        for (PipelineStage stage : stages) {
            Share share = group.apply(stage);
            if (missing.isPresent() || share.n() == 0) {
                return Optional.empty();
            }
            product *= share.value();
            if (share.yes() == 0) {
                return Optional.of(0.0);
            }
        }
        return Optional.of(product);
    }

    /**
     * What share of those who began is left after each stage, by group: the table of a picture of the pipeline. What nobody
     * began is left empty.
     */
    public Table remaining() {
        return new PipelineReport(this).remaining();
    }

    /** The first group's rate minus the second's. */
    public Optional<Double> gap() {
        return firstRate().flatMap(one -> secondRate().map(two -> one - two));
    }

    /** The first group's rate divided by the second's; empty if that is 0. */
    public Optional<Double> ratio() {
        return secondRate().filter(two -> two > 0).flatMap(two -> firstRate().map(one -> one / two));
    }

    /** The standard error of the logarithm of the first group's rate, √Σ (1 - p)/x; empty if it is 0. */
    public Optional<Double> firstLogError() {
        return logError(PipelineStage::first);
    }

    /** The standard error of the logarithm of the second group's rate; empty if it is 0. */
    public Optional<Double> secondLogError() {
        return logError(PipelineStage::second);
    }

    private Optional<Double> logError(Function<PipelineStage, Share> group) {
        List<Share> shares = stages.stream().map(group).toList();
        if (missing.isPresent() || shares.stream().anyMatch(share -> share.yes() == 0)) {
            return Optional.empty();
        }
        return Optional.of(Math.sqrt(shares.stream()
                .mapToDouble(share -> (1 - share.value()) / share.yes())
                .sum()));
    }

    /** The standard error of the gap by the delta method, groups being independent; empty if a rate is 0, or members may stand in both. */
    public Optional<Double> gapError() {
        Optional<Double> one = firstRate().flatMap(rate -> firstLogError().map(error -> rate * error));
        Optional<Double> two = secondRate().flatMap(rate -> secondLogError().map(error -> rate * error));
        return one.flatMap(a -> two.map(b -> Math.hypot(a, b))).filter(error -> !overlapping);
    }

    /** Whether both groups have rates at every stage, so that the gap can be split. */
    public boolean isSplit() {
        return missing.isEmpty()
                && stages.stream()
                        .allMatch(
                                stage -> stage.first().n() > 0 && stage.second().n() > 0);
    }

    /** What each stage adds to the gap by Shapley's value, in the order of the stages; empty if it cannot be split. */
    public List<Double> shapley() {
        return isSplit() ? ShapleyValue.of(stages) : List.of();
    }

    /** L(R₁, R₂), the logarithmic mean of what comes through; empty if it is 0 in a group. */
    public Optional<Double> logMean() {
        return firstRate()
                .filter(one -> one > 0)
                .flatMap(one -> secondRate().filter(two -> two > 0).map(two -> logMean(one, two)));
    }

    private static double logMean(double a, double b) {
        return Math.abs(a - b) < CLOSE * a ? (a + b) / 2 : (a - b) / Math.log(a / b);
    }

    /** What each stage adds by the logarithmic mean Divisia index; empty if somewhere nobody went on. */
    public List<Double> logMeanDivisia() {
        return logMean()
                .map(mean -> stages.stream()
                        .map(stage -> mean * stage.logRatio().orElseThrow())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The same, and where just one stage of one group has a rate of 0 its limit as that rate goes to 0: that stage has the
     * whole gap. Empty if there is no limit either.
     */
    public List<Double> logMeanDivisiaLimit() {
        long zeros = stages.stream()
                .flatMap(stage -> Stream.of(stage.first(), stage.second()))
                .filter(share -> share.yes() == 0)
                .count();
        if (!isSplit() || zeros > 1) {
            return List.of();
        }
        double gap = gap().orElseThrow();
        return zeros == 0
                ? logMeanDivisia()
                : stages.stream()
                        .map(stage -> stage.logRatio().isEmpty() ? gap : 0.0)
                        .toList();
    }

    /** Parts of the gap in relation to it; empty if it is 0, which is decided on whole numbers. */
    public List<Double> shares(List<Double> parts) {
        boolean none = product(PipelineStage::first, PipelineStage::second)
                .equals(product(PipelineStage::second, PipelineStage::first));
        return none || parts.isEmpty()
                ? List.of()
                : parts.stream().map(part -> part / gap().orElseThrow()).toList();
    }

    private BigInteger product(Function<PipelineStage, Share> yes, Function<PipelineStage, Share> n) {
        BigInteger product = BigInteger.ONE;
        for (PipelineStage stage : stages) {
            product = product.multiply(BigInteger.valueOf(yes.apply(stage).yes()))
                    .multiply(BigInteger.valueOf(n.apply(stage).n()));
        }
        return product;
    }

    /** The stage at which the group behind loses most against the other; empty if nobody is behind or nothing can be said. */
    public Optional<PipelineStage> largestLeak() {
        List<Double> shares = shares(shapley());
        return IntStream.range(0, shares.size())
                .boxed()
                .filter(stage -> shares.get(stage) > 0)
                .max(Comparator.comparing(shares::get))
                .map(stages::get);
    }

    /** The gap with its limits, and what each stage adds. */
    @Override
    public Table toTable() {
        return new PipelineReport(this).table();
    }

    /** Where the pipeline leaks, in words. */
    public String explain() {
        return new PipelineReport(this).explain();
    }

    /** The explanation and the table. */
    @Override
    public String toString() {
        return explain() + "\n" + toTable();
    }
}
