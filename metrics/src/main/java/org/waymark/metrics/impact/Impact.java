package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.waymark.core.indicator.Indicator.Direction;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Label;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Fraction;
import org.waymark.metrics.rate.Estimate;
import org.waymark.metrics.rate.Share;

/**
 * One group, one outcome, one setting: its gap, its two ratios, what the methods flag, how many more are needed, and the
 * verdict.
 *
 * @param setting among whom it is compared
 * @param gap the difference to the reference of the percentage point gap
 * @param proportionality the ratio to everybody, which is the proportionality index
 * @param ratio the ratio to the reference of the 80 % index
 * @param rules by which it is flagged
 * @param claim the verdict
 */
public record Impact(
        Setting setting,
        GapEstimate gap,
        GapEstimate proportionality,
        GapEstimate ratio,
        ImpactRules rules,
        Claim claim) {
    /** The group's rate. */
    public Estimate rate() {
        return gap.group();
    }

    /** The group's name; {@code all} for everybody. */
    public String group() {
        return rate().group();
    }

    /** Along what the group stands; empty for everybody. */
    public List<Axis> axes() {
        return rate().axes();
    }

    /** Whether it is a group of the axes: not everybody, nor members whose group is unknown. */
    public boolean isGroup() {
        return !axes().isEmpty() && rate().cell().labels().stream().allMatch(Label::isGroup);
    }

    /** The percentage point gap by exact counts; empty where counts are masked, or there is nobody or no reference. */
    public Optional<PercentagePointGap> percentagePointGap() {
        return counted(gap)
                .flatMap(group -> referenceOf(gap)
                        .map(reference -> new PercentagePointGap(group, reference, rules.margin(), direction())));
    }

    /** The margin of error of the group's rate, whatever it is compared with; empty for nobody and masked counts. */
    public Optional<Double> marginOfError() {
        return rate().share().flatMap(rules.margin()::of);
    }

    /** The proportionality index by exact counts; empty as above, and where nobody succeeded. */
    public Optional<ProportionalityIndex> proportionalityIndex() {
        return counted(proportionality)
                .flatMap(group -> everybody()
                        .filter(all -> all.yes() > 0)
                        .map(all -> new ProportionalityIndex(group, all, rules.proportionalityCutoff(), direction())));
    }

    /** The group's share of those who succeeded; empty where nobody did, or counts are masked. */
    public Optional<Double> shareOfSuccess() {
        return shareOfEverybody(Share::yes);
    }

    /** The group's share of everybody; empty where there is nobody, or counts are masked. */
    public Optional<Double> shareOfMembers() {
        return shareOfEverybody(Share::n);
    }

    private Optional<Double> shareOfEverybody(ToLongFunction<Share> count) {
        return rate().share()
                .flatMap(group -> everybody()
                        .filter(all -> count.applyAsLong(all) > 0)
                        .map(all -> Fraction.of(count.applyAsLong(group), count.applyAsLong(all))
                                .doubleValue()));
    }

    /** The 80 % index by exact counts; empty as above, and where both rates are 0. */
    public Optional<EightyPercentIndex> eightyPercentIndex() {
        return counted(ratio)
                .flatMap(group -> referenceOf(ratio)
                        .filter(reference -> reference.signum() > 0 || group.yes() > 0)
                        .map(reference -> new EightyPercentIndex(group, reference, rules.ratioCutoff(), direction())));
    }

    private Direction direction() {
        return rate().indicator().direction();
    }

    private static Optional<Share> counted(GapEstimate compared) {
        return compared.group().share().filter(share -> share.n() > 0);
    }

    private static Optional<Fraction> referenceOf(GapEstimate compared) {
        return compared.given()
                .map(Fraction::of)
                .or(() -> compared.other()
                        .flatMap(Estimate::share)
                        .filter(share -> share.n() > 0)
                        .map(share -> Fraction.of(share.yes(), share.n())));
    }

    private Optional<Share> everybody() {
        return proportionality.other().flatMap(Estimate::share);
    }

    /** Whether the group has too few members for the rules. */
    public boolean isInsufficient() {
        return rate().share()
                .filter(share -> share.n() > 0 && share.n() <= rules.insufficientUpTo())
                .isPresent();
    }

    /** The flag of the percentage point gap. */
    public Flag pointsFlag() {
        return flag(percentagePointGap().map(PercentagePointGap::isFlagged));
    }

    /** The flag of the proportionality index. */
    public Flag proportionalityFlag() {
        return flag(proportionalityIndex().map(ProportionalityIndex::isFlagged));
    }

    /** The flag of the 80 % index. */
    public Flag ratioFlag() {
        return flag(eightyPercentIndex().map(EightyPercentIndex::isFlagged));
    }

    private Flag flag(Optional<Boolean> flagged) {
        if (isInsufficient()) {
            return Flag.INSUFFICIENT;
        }
        return flagged.map(is -> is ? Flag.FLAGGED : Flag.NOT_FLAGGED).orElse(Flag.UNDEFINED);
    }

    /** How many would truly end the flag of the percentage point gap, whose reference moves if it is everybody. */
    public Optional<Needed> neededToEndThePointsFlag() {
        return percentagePointGap()
                .map(points -> gap.reference() instanceof Reference.Overall
                        ? everybody().map(points::neededToEndTheFlag).orElseGet(points::neededToEndTheFlag)
                        : points.neededToEndTheFlag());
    }

    /** How many would truly end the flag of the 80 % index, whose reference moves if it is everybody. */
    public Optional<Needed> neededToEndTheRatioFlag() {
        return eightyPercentIndex()
                .map(index -> ratio.reference() instanceof Reference.Overall
                        ? everybody().map(index::neededWith).orElseGet(index::needed)
                        : index.needed());
    }

    /** The three figures as the rows that all families of measures share; the verdict stands beside the gap it is about. */
    public List<Figure> figures() {
        String of = setting + ": " + group();
        return List.of(
                figure("Percentage point gap", of, gap, claim.verdict().name()),
                figure(
                        "Proportionality index",
                        of,
                        proportionality,
                        proportionalityFlag().name()),
                figure("80 % index", of, ratio, ratioFlag().name()));
    }

    private static Figure figure(String measure, String of, GapEstimate compared, String verdict) {
        Figure own = compared.toFigure();
        return new Figure(
                measure,
                of + " to " + compared.referenceName(),
                own.estimate(),
                own.standardError(),
                own.interval(),
                own.counts(),
                Optional.of(verdict),
                own.method(),
                own.inference(),
                own.undefined(),
                own.bounds());
    }

    /** In words: the rate and the gap, the flags, and why the verdict is as it is. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add("Among " + setting + ":");
        lines.add(gap.explain());
        lines.add("By the rules of " + rules + ": percentage point gap " + pointsFlag() + ", proportionality index "
                + proportionalityFlag() + ", 80 % index " + ratioFlag() + ".");
        lines.add("Verdict among the " + claim.size() + " comparisons of its family (" + claim.family() + ", "
                + claim.correction() + "): " + claim.verdict() + ", " + claim.reason() + ".");
        return String.join("\n", lines);
    }

    /** Written as {@code cohort 2017, race B: -8.3 points to the rest, IMPACT; flags FLAGGED, NOT_FLAGGED, FLAGGED}. */
    @Override
    public String toString() {
        String size = gap.value()
                .map(value -> String.format(Locale.ROOT, "%+.1f points", 100 * value))
                .orElse("(no gap)");
        return setting + ": " + group() + " " + size + " to " + gap.referenceName() + ", " + claim.verdict()
                + "; flags " + pointsFlag() + ", " + proportionalityFlag() + ", " + ratioFlag();
    }
}
