package org.waymark.metrics.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.indicator.Question;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Interval;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;

/**
 * How the gap of one group changed between two dates.
 *
 * <p><b>Formula:</b> the gap after minus the gap before; the ratio after divided by the ratio before. Limits are recovered from
 * those of the parts (MOVER): with the gaps D and their limits l, u, change - √((D_a - l_a)² + (u_b - D_b)²) to change + √((u_a -
 * D_a)² + (D_b - l_b)²); of the ratio the same on logarithms, with Wilson's limits of the four rates, or where members are shared
 * or clustered with the limits of the two ratios. <b>Unit:</b> a difference of shares; a ratio of ratios. <b>How to read it:</b>
 * above 0 (or 1) the group gained on its reference; {@link #movement()} says whether the gap narrowed, and whether points and ratio
 * agree on it, {@link #verdict()} whether chance leaves that open; {@link #groupChange()} and {@link #referenceChange()} say which side moved: a gap that narrows because the
 * reference fell is no progress. <b>When it applies:</b> to the same indicator, group and reference at two dates, of other members
 * or of the same ones as if they were others: dates count as independent of each other. <b>Edge cases:</b> where a gap is not
 * defined there is no change, with the reason; a rate of 0 leaves no ratio; a best group may be another one after. <b>Source:</b>
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693.
 *
 * @param before the gap at the first date
 * @param after the gap at the second
 */
public record GapChange(GapEstimate before, GapEstimate after) {
    /** Refuses gaps of different indicators, groups or references. */
    public GapChange {
        if (!before.group().indicator().equals(after.group().indicator())) {
            throw new IllegalArgumentException(
                    "after: must be of the indicator " + before.group().indicator()
                            + " as it was defined before; a change of definition is no change of a gap");
        }
        if (!before.group().group().equals(after.group().group())
                || !before.reference().equals(after.reference())) {
            throw new IllegalArgumentException(
                    "after: must be of the group " + before.group().group() + " compared with " + before.reference());
        }
        before = before.in(Scale.POINTS);
        after = after.in(Scale.POINTS);
    }

    /** The group's name. */
    public String group() {
        return before.group().group();
    }

    /** Why there is no change; empty if there is one. */
    public Optional<Undefined> undefined() {
        return before.undefined().or(after::undefined);
    }

    /** The gap after minus the gap before, in [-2, 2]. */
    public Optional<Double> change() {
        return undefined().isPresent()
                ? Optional.empty()
                : Optional.of(after.value().orElseThrow() - before.value().orElseThrow());
    }

    /** The limits of the change; empty where a gap has none. */
    public Optional<Interval> interval() {
        return change().flatMap(change -> before.interval()
                .flatMap(b -> after.interval()
                        .map(a -> recovered(
                                change,
                                Math.hypot(
                                        after.value().orElseThrow() - a.lower(),
                                        b.upper() - before.value().orElseThrow()),
                                Math.hypot(
                                        a.upper() - after.value().orElseThrow(),
                                        before.value().orElseThrow() - b.lower()),
                                a.confidence()))));
    }

    private static Interval recovered(double estimate, double down, double up, double confidence) {
        return new Interval(estimate - down, estimate + up, confidence, "MOVER");
    }

    /** The standard error of the change; empty where a gap has none. */
    public Optional<Double> standardError() {
        return hypot(before.standardError(), after.standardError());
    }

    private static Optional<Double> hypot(Optional<Double> one, Optional<Double> other) {
        return one.flatMap(a -> other.map(b -> Math.hypot(a, b)));
    }

    /** Why there is no ratio of ratios; empty if there is one. */
    public Optional<Undefined> ratioUndefined() {
        if (undefined().isPresent()) {
            return undefined();
        }
        boolean divided = before.group().value().orElseThrow() > 0
                && before.referenceRate().orElseThrow() > 0
                && after.referenceRate().orElseThrow() > 0;
        if (!divided) {
            return Optional.of(Undefined.ZERO_DENOMINATOR);
        }
        return after.group().value().orElseThrow() > 0 ? Optional.empty() : Optional.of(Undefined.ZERO_NUMERATOR);
    }

    /** The ratio after divided by the ratio before; empty where a rate is 0. */
    public Optional<Double> ratioOfRatios() {
        return ratioUndefined().isPresent() ? Optional.empty() : Optional.of(ratio(after) / ratio(before));
    }

    private static double ratio(GapEstimate gap) {
        return gap.in(Scale.RATIO).value().orElseThrow();
    }

    /** The standard error of the logarithm of the ratio of ratios. */
    public Optional<Double> logRatioError() {
        return ratioOfRatios()
                .flatMap(ratio -> hypot(
                        before.in(Scale.RATIO).standardError(),
                        after.in(Scale.RATIO).standardError()));
    }

    /** The limits of the ratio of ratios; empty where there are none. */
    public Optional<Interval> ratioInterval() {
        if (ratioOfRatios().isEmpty() || interval().isEmpty()) {
            return Optional.empty();
        }
        Optional<Reaches> a = Reaches.of(after);
        Optional<Reaches> b = Reaches.of(before);
        return a.flatMap(now -> b.map(then -> {
            double log = Math.log(ratioOfRatios().orElseThrow());
            Interval limits = recovered(
                    log,
                    Math.hypot(now.down, then.up),
                    Math.hypot(now.up, then.down),
                    after.group().confidence());
            return new Interval(
                    Math.exp(limits.lower()), Math.exp(limits.upper()), limits.confidence(), limits.method());
        }));
    }

    /** How far the logarithm of a ratio reaches below and above its estimate. */
    private record Reaches(double down, double up) {
        static Optional<Reaches> of(GapEstimate gap) {
            boolean independent = gap.both().n() == 0 && gap.group().clusters().isEmpty();
            Optional<Share> there = gap.other().flatMap(Estimate::share).filter(share -> independent);
            if (there.isPresent()) {
                Reaches own = ofRate(gap.group(), gap.group().share().orElseThrow());
                Reaches other = ofRate(gap.group(), there.get());
                return Optional.of(new Reaches(Math.hypot(own.down, other.up), Math.hypot(own.up, other.down)));
            }
            return gap.in(Scale.RATIO)
                    .interval()
                    .filter(limits -> limits.lower() > 0)
                    .map(limits -> {
                        double log = Math.log(ratio(gap));
                        return new Reaches(log - Math.log(limits.lower()), Math.log(limits.upper()) - log);
                    });
        }

        private static Reaches ofRate(Estimate how, Share share) {
            Interval limits = how.method().of(share, how.confidence());
            double log = Math.log(share.value());
            return new Reaches(log - Math.log(limits.lower()), Math.log(limits.upper()) - log);
        }
    }

    /** By how much the group's own rate moved. */
    public Optional<Double> groupChange() {
        return change().map(c ->
                after.group().value().orElseThrow() - before.group().value().orElseThrow());
    }

    /** By how much the rate of the reference moved. */
    public Optional<Double> referenceChange() {
        return change().map(c ->
                after.referenceRate().orElseThrow() - before.referenceRate().orElseThrow());
    }

    /** How the gap moved in points, by exact fractions. */
    public Optional<Movement> pointsMovement() {
        return change().map(c -> {
            Fraction then = difference(before);
            Fraction now = difference(after);
            return Movement.of(then, now, absolute(now).compareTo(absolute(then)));
        });
    }

    /** How it moved as a ratio, by exact fractions: twice as much is as far from equal as half as much. */
    public Optional<Movement> ratioMovement() {
        return ratioOfRatios()
                .map(r -> Movement.of(
                        difference(before), difference(after), fromEqual(after).compareTo(fromEqual(before))));
    }

    /** How it moved, if points and ratio agree on that. */
    public Optional<Movement> movement() {
        return pointsMovement()
                .map(points -> ratioMovement()
                        .map(ratio -> ratio == points ? points : Movement.SCALE_DEPENDENT)
                        .orElse(Movement.POINTS_ONLY));
    }

    private static Fraction absolute(Fraction value) {
        return value.signum() < 0 ? Fraction.of(0).minus(value) : value;
    }

    private static Fraction rate(GapEstimate gap) {
        Share share = gap.group().share().orElseThrow();
        return Fraction.of(share.yes(), share.n());
    }

    private static Fraction referenceOf(GapEstimate gap) {
        return gap.given().map(Fraction::of).orElseGet(() -> {
            Share share = gap.other().flatMap(Estimate::share).orElseThrow();
            return Fraction.of(share.yes(), share.n());
        });
    }

    private static Fraction difference(GapEstimate gap) {
        return rate(gap).minus(referenceOf(gap));
    }

    private static Fraction fromEqual(GapEstimate gap) {
        Fraction ratio = rate(gap).over(referenceOf(gap));
        return ratio.max(Fraction.ONE.over(ratio));
    }

    /** Whether the gap narrows or widens: decided by the limits of the change, of a complete count by exact fractions. */
    public ChangeVerdict verdict() {
        if (undefined().isPresent()) {
            return ChangeVerdict.CANNOT_TELL;
        }
        boolean adverse = before.group().indicator().direction() == Direction.ADVERSE;
        int ahead = difference(before).signum() * (adverse ? -1 : 1);
        if (ahead >= 0) {
            return ChangeVerdict.NO_GAP;
        }
        boolean complete = before.group().inference() == Inference.DESCRIPTIVE;
        int gained = complete
                ? difference(after).compareTo(difference(before))
                : interval()
                        .map(limits -> limits.lower() > 0 ? 1 : limits.upper() < 0 ? -1 : 0)
                        .orElse(0);
        if (gained == 0) {
            return complete ? ChangeVerdict.STEADY : ChangeVerdict.CANNOT_TELL;
        }
        return gained > 0 == adverse ? ChangeVerdict.WIDENING : ChangeVerdict.NARROWING;
    }

    /** The change in points, and as a ratio of ratios, as rows that all families of measures share. */
    public List<Figure> toFigures() {
        Figure.Builder points = change().map(value -> Figure.of("Change of the gap", value))
                .orElseGet(
                        () -> Figure.undefined("Change of the gap", undefined().orElseThrow()));
        standardError().ifPresent(points::standardError);
        interval().ifPresent(points::interval);
        Figure.Builder ratio = ratioOfRatios()
                .map(value -> Figure.of("Ratio of ratios", value))
                .orElseGet(() ->
                        Figure.undefined("Ratio of ratios", ratioUndefined().orElseThrow()));
        logRatioError().ifPresent(error -> ratio.standardError(error).method("error of ln"));
        ratioInterval().ifPresent(ratio::interval);
        return List.of(
                row(points, verdict().name()),
                row(ratio, ratioMovement().map(Enum::name).orElse("")));
    }

    private Figure row(Figure.Builder figure, String verdict) {
        before.group()
                .share()
                .ifPresent(share -> figure.count("yes_before", share.yes()).count("n_before", share.n()));
        after.group()
                .share()
                .ifPresent(share -> figure.count("yes_after", share.yes()).count("n_after", share.n()));
        return figure.of(group() + " to " + before.referenceName())
                .verdict(verdict)
                .inference(before.group().inference())
                .build();
    }

    /** In words: the change, whether the counts are compatible with none, which side moved, and whether the ratio agrees. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add(group() + " compared with " + before.referenceName() + ", " + of(before) + " and then " + of(after)
                + ".");
        if (undefined().isPresent()) {
            lines.add("There is no change to tell: " + undefined().get() + ".");
            return String.join("\n", lines);
        }
        lines.add("Gap: " + points(before.value()) + " before, " + points(after.value()) + " after: " + this + ".");
        lines.add("The group's rate moved by " + points(groupChange()) + ", that of the reference by "
                + points(referenceChange()) + ".");
        interval()
                .ifPresent(limits -> lines.add("The " + limits.level() + " confidence interval of the change "
                        + (limits.contains(0)
                                ? "holds 0: the counts are compatible with no change."
                                : "does not hold 0: the counts are hardly compatible with no change.")));
        if (movement().equals(Optional.of(Movement.SCALE_DEPENDENT))) {
            lines.add("In points it " + words(pointsMovement()) + ", as a ratio it " + words(ratioMovement()) + ".");
        }
        if (!before.referenceName().equals(after.referenceName())) {
            lines.add("The reference is another one after: " + after.referenceName() + ".");
        }
        return String.join("\n", lines);
    }

    private static String of(GapEstimate gap) {
        Question question = gap.group().question();
        return question.of().name() + question.period().map(year -> ", " + year).orElse("") + ", as of "
                + question.asOf();
    }

    private static String words(Optional<Movement> movement) {
        return movement.map(m -> m.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static String points(Optional<Double> difference) {
        return String.format(Locale.ROOT, "%+.1f points", 100 * difference.orElseThrow());
    }

    /** Written as {@code +10.0 points [1.0, 18.9], NARROWED}. */
    @Override
    public String toString() {
        if (undefined().isPresent()) {
            return "(" + undefined().get() + ")";
        }
        return points(change())
                + interval()
                        .map(limits ->
                                String.format(Locale.ROOT, " [%.1f, %.1f]", 100 * limits.lower(), 100 * limits.upper()))
                        .orElse("")
                + ", " + movement().orElseThrow();
    }
}
