package org.waymark.metrics.impact;

import java.math.BigDecimal;
import java.util.Objects;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.Reference;

/**
 * The rules by which disproportionate impact is flagged, and the margin by which it is judged.
 *
 * @param name what the rules are called in print
 * @param citation where they come from; empty if they are the user's own
 * @param pointReference with what the percentage point gap compares
 * @param margin its margin of error
 * @param proportionalityCutoff below which the proportionality index is flagged
 * @param ratioReference with what the 80 % index compares
 * @param ratioCutoff below which it is flagged
 * @param insufficientUpTo groups of at most so many members with known outcome are not flagged and not judged
 * @param material how far behind is worth telling: the verdict's own margin, an exact difference of shares
 */
public record ImpactRules(
        String name,
        String citation,
        References pointReference,
        MarginOfError margin,
        BigDecimal proportionalityCutoff,
        References ratioReference,
        BigDecimal ratioCutoff,
        long insufficientUpTo,
        BigDecimal material) {
    private static final BigDecimal FOUR_FIFTHS_EXACTLY = new BigDecimal("0.8");

    /**
     * Percentage point gap minus one: all but the group itself, margin of error from the observed rate and of 2 percentage
     * points at least; 10 members or fewer are insufficient.
     */
    public static final ImpactRules CCCCO_2022 = new ImpactRules(
            "CCCCO 2022",
            "California Community Colleges Chancellor's Office, Percentage Point Gap Minus One (PPG-1), 2022",
            References.of(Reference.rest()),
            MarginOfError.OBSERVED_OR_2_POINTS,
            FOUR_FIFTHS_EXACTLY,
            References.of(Reference.best(11)),
            FOUR_FIFTHS_EXACTLY,
            10,
            Gap.DEFAULT_MARGIN);

    /** Percentage point gap: everybody, margin of error at a rate of ½ and of 3 percentage points at least. */
    public static final ImpactRules CCCCO_2017 = new ImpactRules(
            "CCCCO 2017",
            "California Community Colleges Chancellor's Office, Percentage Point Gap Method, 2017",
            References.of(Reference.overall()),
            MarginOfError.HALF_OR_3_POINTS,
            FOUR_FIFTHS_EXACTLY,
            References.of(Reference.best()),
            FOUR_FIFTHS_EXACTLY,
            0,
            Gap.DEFAULT_MARGIN);

    /** The four-fifths rule: every ratio to the highest rate of a group of one member at least. */
    public static final ImpactRules FOUR_FIFTHS = new ImpactRules(
            "Four-fifths rule",
            "Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D, 1978",
            References.of(Reference.best(1)),
            MarginOfError.HALF_OR_3_POINTS,
            FOUR_FIFTHS_EXACTLY,
            References.of(Reference.best(1)),
            FOUR_FIFTHS_EXACTLY,
            0,
            Gap.DEFAULT_MARGIN);

    /** Refuses cutoffs outside (0, 1] and negative margins. */
    public ImpactRules {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(pointReference, "pointReference");
        Objects.requireNonNull(margin, "margin");
        Objects.requireNonNull(ratioReference, "ratioReference");
        Cutoffs.check("proportionalityCutoff", proportionalityCutoff);
        Cutoffs.check("ratioCutoff", ratioCutoff);
        if (insufficientUpTo < 0 || material.signum() < 0) {
            throw new IllegalArgumentException(
                    "insufficientUpTo, material: must be 0 or more, were " + insufficientUpTo + " and " + material);
        }
    }

    private ImpactRules changed(References points, MarginOfError otherMargin, References ratios) {
        return new ImpactRules(
                ownName(),
                "",
                points,
                otherMargin,
                proportionalityCutoff,
                ratios,
                ratioCutoff,
                insufficientUpTo,
                material);
    }

    /** Rules that were changed are no longer those of the source. */
    private String ownName() {
        return name.endsWith(", changed") ? name : name + ", changed";
    }

    /** The same with another reference of the percentage point gap. */
    public ImpactRules pointsTo(References other) {
        return changed(other, margin, ratioReference);
    }

    /** The same with another reference of the percentage point gap. */
    public ImpactRules pointsTo(Reference other) {
        return pointsTo(References.of(other));
    }

    /** The same with another margin of error. */
    public ImpactRules margin(MarginOfError other) {
        return changed(pointReference, other, ratioReference);
    }

    /** The same with another reference of the 80 % index. */
    public ImpactRules ratioTo(References other) {
        return changed(pointReference, margin, other);
    }

    /** The same with another reference of the 80 % index. */
    public ImpactRules ratioTo(Reference other) {
        return ratioTo(References.of(other));
    }

    /** The same with other cutoffs, exact, of the proportionality index and of the 80 % index. */
    public ImpactRules cutoffs(String proportionality, String ratio) {
        return new ImpactRules(
                ownName(),
                "",
                pointReference,
                margin,
                new BigDecimal(proportionality),
                ratioReference,
                new BigDecimal(ratio),
                insufficientUpTo,
                material);
    }

    /** The same with another size up to which a group is insufficient. */
    public ImpactRules insufficientUpTo(long members) {
        return new ImpactRules(
                ownName(),
                "",
                pointReference,
                margin,
                proportionalityCutoff,
                ratioReference,
                ratioCutoff,
                members,
                material);
    }

    /** The same, judged by another margin, which is ours and no part of the source's rules. */
    public ImpactRules judgedBy(String exactShare) {
        return new ImpactRules(
                name,
                citation,
                pointReference,
                margin,
                proportionalityCutoff,
                ratioReference,
                ratioCutoff,
                insufficientUpTo,
                new BigDecimal(exactShare));
    }

    @Override
    public String toString() {
        return citation.isEmpty() ? name : name + " (" + citation + ")";
    }
}
