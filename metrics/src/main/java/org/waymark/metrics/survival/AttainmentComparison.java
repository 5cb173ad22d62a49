package org.waymark.metrics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.TrendTest;

/**
 * The gap in attainment by a horizon between two groups, when not everybody could be followed so far.
 *
 * <p><b>Formula:</b> with F the shares that have reached it, S = 1 - F and g Greenwood's sums: difference F₁ - F₂ with
 * variance S₁²g₁ + S₂²g₂; ratio F₁/F₂, whose logarithm has the variance S₁²g₁/F₁² + S₂²g₂/F₂²; complementary log-log test
 * of ln(-ln S₁) - ln(-ln S₂) with variance g₁/(ln S₁)² + g₂/(ln S₂)²; difference of restricted means; difference of the
 * shares that have reached one kind first.
 *
 * <p><b>Unit:</b> a difference of shares in [-1, 1]; a ratio; a difference of times.
 *
 * <p><b>How to read it:</b> negative, or below 1, is that the first group has the lower attainment; of mean waits positive
 * is that it waits longer.
 *
 * <p><b>When it applies:</b> members are independent of each other and nobody stands in both groups. The test keeps its
 * level in small groups better than the interval of the difference does.
 *
 * <p><b>Edge cases:</b> if either group was not followed to the horizon there is no gap, NOT_IDENTIFIED; if nobody or
 * everybody of a group has reached it the gap has no limits and there is no test; a ratio to nobody is undefined; groups
 * that share members have a gap without limits.
 *
 * <p><b>Source:</b> J. P. Klein, B. Logan, M. Harhoff and P. K. Andersen, Analyzing survival curves at a fixed point in
 * time, Statistics in Medicine 26 (2007) 4505.
 *
 * @param group the group
 * @param reference with whom it is compared
 * @param shareMembers whether somebody stands in both
 */
public record AttainmentComparison(Attainment group, Attainment reference, boolean shareMembers) implements Tabular {
    /** Refuses attainments by different horizons or at different levels. */
    public AttainmentComparison {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(reference, "reference");
        if (group.horizon() != reference.horizon() || group.confidence() != reference.confidence()) {
            throw new IllegalArgumentException("reference: must be by the same horizon and at the same level as the"
                    + " group, was by " + reference.horizon() + " at " + reference.confidence());
        }
    }

    /** The comparison of two groups of different members. */
    public static AttainmentComparison of(Attainment group, Attainment reference) {
        return new AttainmentComparison(group, reference, false);
    }

    /** Why there is no gap; empty if there is one. */
    public Optional<Undefined> undefined() {
        Optional<Undefined> nobody = Optional.of(Undefined.NO_OBSERVATIONS);
        return reference.undefined().equals(nobody) ? nobody : group.undefined().or(reference::undefined);
    }

    /** The group's share minus that of the reference. */
    public CurveReading difference() {
        return difference(group.reached(), reference.reached(), "Greenwood z");
    }

    /** The group's share of a kind minus that of the reference. */
    public CurveReading difference(String kind) {
        return difference(group.reached(kind), reference.reached(kind), "Greenwood z");
    }

    /** The group's mean wait up to the horizon minus that of the reference. */
    public CurveReading restrictedMeanDifference() {
        return difference(group.restrictedMean(), reference.restrictedMean(), "z");
    }

    private CurveReading difference(CurveReading first, CurveReading second, String method) {
        if (undefined().isPresent()) {
            return CurveReading.none(undefined().get());
        }
        double difference = first.value().orElseThrow() - second.value().orElseThrow();
        if (shareMembers) {
            return CurveReading.withoutLimits(difference, Undefined.SHARED_MEMBERS);
        }
        if (first.standardError().isEmpty() || second.standardError().isEmpty()) {
            return CurveReading.withoutLimits(difference, Undefined.ZERO_VARIANCE);
        }
        double error =
                Math.hypot(first.standardError().get(), second.standardError().get());
        return CurveReading.around(difference, error, group.confidence(), method);
    }

    /** The group's share divided by that of the reference; the standard error is that of the logarithm. */
    public CurveReading ratio() {
        return ratio(group.reached(), reference.reached());
    }

    /** The group's share of a kind divided by that of the reference. */
    public CurveReading ratio(String kind) {
        return ratio(group.reached(kind), reference.reached(kind));
    }

    private CurveReading ratio(CurveReading first, CurveReading second) {
        if (undefined().isPresent()) {
            return CurveReading.none(undefined().get());
        }
        double here = first.value().orElseThrow();
        double there = second.value().orElseThrow();
        if (there == 0) {
            return CurveReading.none(Undefined.ZERO_DENOMINATOR);
        }
        double ratio = here / there;
        if (shareMembers) {
            return CurveReading.withoutLimits(ratio, Undefined.SHARED_MEMBERS);
        }
        if (first.standardError().isEmpty() || second.standardError().isEmpty()) {
            return CurveReading.withoutLimits(ratio, Undefined.ZERO_VARIANCE);
        }
        double error = Math.hypot(
                first.standardError().get() / here, second.standardError().get() / there);
        CurveReading log = CurveReading.around(Math.log(ratio), error, group.confidence(), "log Greenwood z");
        return new CurveReading(
                Optional.of(ratio),
                Optional.of(error),
                log.limits()
                        .map(limits -> new Interval(
                                Math.exp(limits.lower()),
                                Math.exp(limits.upper()),
                                limits.confidence(),
                                limits.method())),
                log.undefined());
    }

    /**
     * The complementary log-log test of whether both shares are the same.
     *
     * @param estimate ln(-ln S₁) - ln(-ln S₂); positive is that more of the group have reached it
     * @param standardError its standard error
     * @param chiSquare the square of their ratio, with one degree of freedom
     * @param p how often a χ² so large would be seen if both shares were the same
     */
    public record LogLogTest(double estimate, double standardError, double chiSquare, double p) {}

    /** The test; empty where there is none, see {@link #testUndefined}. */
    public Optional<LogLogTest> test() {
        if (testUndefined().isPresent()) {
            return Optional.empty();
        }
        double here = Math.log(group.atHorizon().survival());
        double there = Math.log(reference.atHorizon().survival());
        double estimate = Math.log(-here) - Math.log(-there);
        double error = Math.hypot(
                Math.sqrt(group.atHorizon().greenwood()) / here,
                Math.sqrt(reference.atHorizon().greenwood()) / there);
        double chiSquare = (estimate / error) * (estimate / error);
        return Optional.of(new LogLogTest(estimate, error, chiSquare, TrendTest.p(chiSquare, 1)));
    }

    /** Why there is no test; empty if there is one. */
    public Optional<Undefined> testUndefined() {
        if (undefined().isPresent()) {
            return undefined();
        }
        if (shareMembers) {
            return Optional.of(Undefined.SHARED_MEMBERS);
        }
        return group.varies() && reference.varies() ? Optional.empty() : Optional.of(Undefined.ZERO_VARIANCE);
    }

    /** Difference, ratio, test, the difference of each kind and that of the mean waits, as rows. */
    public List<Figure> figures() {
        String by = group.byWhen();
        List<Figure> figures = new ArrayList<>();
        boolean stands = standsWithUnknowns(group.reached(), reference.reached(), 1);
        figures.add(figure("Gap by " + by, difference().clippedTo(-1, 1), 0, stands));
        figures.add(figure("Ratio by " + by, ratio(), 1, stands));
        figures.add(testFigure(by));
        TreeSet<String> kinds = new TreeSet<>(group.table().kinds());
        kinds.addAll(reference.table().kinds());
        if (kinds.size() > 1) {
            for (String kind : kinds) {
                figures.add(figure(
                        "Gap by " + by + ": " + kind,
                        difference(kind).clippedTo(-1, 1),
                        0,
                        standsWithUnknowns(group.reached(kind), reference.reached(kind), 1)));
            }
        }
        figures.add(figure(
                "Gap in mean wait to " + by,
                restrictedMeanDifference(),
                0,
                standsWithUnknowns(group.restrictedMean(), reference.restrictedMean(), group.horizon())));
        return figures;
    }

    /** Whether the gap has its sign whatever became of the members of whom it is unknown, each 0 to {@code most}. */
    private boolean standsWithUnknowns(CurveReading here, CurveReading there, double most) {
        if (here.value().isEmpty() || there.value().isEmpty()) {
            return false;
        }
        double one = here.value().get();
        double two = there.value().get();
        return group.withUnknowns(one, 0) > reference.withUnknowns(two, most)
                || group.withUnknowns(one, most) < reference.withUnknowns(two, 0);
    }

    /** A row, with whether the limits exclude the number that no gap would have, and no unknown could change that. */
    private Figure figure(String measure, CurveReading reading, double noGap, boolean stands) {
        Figure.Builder figure = counted(reading.figure(measure, names()));
        reading.limits()
                .map(limits -> stands && (limits.lower() > noGap || limits.upper() < noGap))
                .ifPresent(differs -> figure.verdict(differs ? "DIFFERENT" : "CANNOT_TELL"));
        return figure.build();
    }

    private Figure testFigure(String by) {
        String measure = "Log-log test by " + by;
        Figure.Builder figure = test().map(test -> Figure.of(measure, test.estimate())
                        .standardError(test.standardError())
                        .verdict(String.format(Locale.ROOT, "p %.3g", test.p())))
                .orElseGet(() -> Figure.undefined(measure, testUndefined().orElseThrow()));
        return counted(figure.of(names())).build();
    }

    private Figure.Builder counted(Figure.Builder figure) {
        return figure.count("members", group.table().members())
                .count("reference_members", reference.table().members())
                .count(
                        "unknown",
                        Math.addExact(group.table().unknown(), reference.table().unknown()));
    }

    private String names() {
        return group.group() + " against " + reference.group();
    }

    /** What the gap says and what it rests on. */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "%s against %s, by %s: gap %s.%s%n%s%n%s",
                group.group(),
                reference.group(),
                group.byWhen(),
                difference().clippedTo(-1, 1),
                test().map(test -> String.format(Locale.ROOT, " Complementary log-log test: p %.3g.", test.p()))
                        .orElse(""),
                group.explain(),
                reference.explain());
    }

    @Override
    public Table toTable() {
        return Figure.table("Attainment of " + names() + " by " + group.byWhen(), figures());
    }

    /** Written as {@code rural against the rest: -0.104 [-0.239, 0.030] Greenwood z 95 %}. */
    @Override
    public String toString() {
        return group.group() + " against " + reference.group() + ": "
                + difference().clippedTo(-1, 1);
    }
}
