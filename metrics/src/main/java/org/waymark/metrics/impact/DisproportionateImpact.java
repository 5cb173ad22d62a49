package org.waymark.metrics.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.Faces;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.gap.Scale;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.RateInterval;

/**
 * Disproportionate impact of every outcome on every group, along every dimension and crossing, in every cohort and
 * scenario, in one run over one tally.
 *
 * <p><b>Formula:</b> {@link PercentagePointGap}, {@link ProportionalityIndex}, {@link EightyPercentIndex}; intervals as in
 * {@link Gap}; verdicts as in {@link Claims}. <b>Unit:</b> differences of shares, and ratios. <b>How to read it:</b> the
 * verdict answers whether a group is behind by more than the margin; a flag only says what a method says. <b>When it
 * applies:</b> to tallies that were asked along {@link #faces}; with a cluster axis in the question the intervals know that
 * students of one school are not independent. <b>Edge cases:</b> a group of nobody has no figures and changes nobody
 * else's; members whose group is unknown stand in everybody and in the rest, but are never the best group; masked counts
 * give bounds and no flag. <b>Source:</b> {@link ImpactRules}.
 *
 * @param outcomes what is asked, by which cohorts
 * @param groupings along what the groups stand
 * @param scenarios in which parts of everybody it is looked at once more
 * @param rules by which groups are flagged, and by which margin they are judged
 * @param claims how many are looked at together
 * @param inference what the intervals speak about
 * @param confidence their level
 */
public record DisproportionateImpact(
        List<Outcome> outcomes,
        List<Grouping> groupings,
        Scenarios scenarios,
        ImpactRules rules,
        Claims claims,
        Inference inference,
        double confidence)
        implements Measure<Tally, Impacts> {
    /** Copies the lists; refuses no outcome. */
    public DisproportionateImpact {
        outcomes = List.copyOf(outcomes);
        groupings = List.copyOf(groupings);
        Objects.requireNonNull(scenarios, "scenarios");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(inference, "inference");
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("outcomes: must hold one at least");
        }
    }

    /** Of outcomes by the rules of {@link ImpactRules#CCCCO_2022}, for a process at 95 %, with Holm's adjustment. */
    public static DisproportionateImpact of(Outcome... outcomes) {
        return new DisproportionateImpact(
                List.of(outcomes),
                List.of(),
                Scenarios.NONE,
                ImpactRules.CCCCO_2022,
                Claims.HOLM_BY_DIMENSION,
                Inference.PROCESS,
                0.95);
    }

    /** The same along these groupings. */
    public DisproportionateImpact by(Grouping... along) {
        return new DisproportionateImpact(outcomes, List.of(along), scenarios, rules, claims, inference, confidence);
    }

    /** The same along each of these axes alone. */
    public DisproportionateImpact by(Axis... axes) {
        return by(Arrays.stream(axes).map(Grouping::of).toArray(Grouping[]::new));
    }

    /** The same in these parts of everybody once more. */
    public DisproportionateImpact in(Scenarios others) {
        return new DisproportionateImpact(outcomes, groupings, others, rules, claims, inference, confidence);
    }

    /** The same by other rules. */
    public DisproportionateImpact rules(ImpactRules others) {
        return new DisproportionateImpact(outcomes, groupings, scenarios, others, claims, inference, confidence);
    }

    /** The same with another allowance for how many are looked at. */
    public DisproportionateImpact claims(Claims others) {
        return new DisproportionateImpact(outcomes, groupings, scenarios, rules, others, inference, confidence);
    }

    /** The same with another aim of the intervals. */
    public DisproportionateImpact inference(Inference aim) {
        return new DisproportionateImpact(outcomes, groupings, scenarios, rules, claims, aim, confidence);
    }

    /** The same at another level. */
    public DisproportionateImpact confidence(double level) {
        return new DisproportionateImpact(outcomes, groupings, scenarios, rules, claims, inference, level);
    }

    /** The crossings that a question must ask for. */
    public Faces faces() {
        List<List<Axis>> crossings = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<Axis> before = new ArrayList<>(scenarios.axes());
            outcome.cohort().ifPresent(before::add);
            crossings.add(before);
            for (Grouping grouping : groupings) {
                List<Axis> all = new ArrayList<>(before);
                all.addAll(grouping.axes());
                crossings.add(all);
            }
        }
        return new Faces(crossings);
    }

    @Override
    public Impacts over(Tally tally) {
        checkNames(tally);
        List<Impact> impacts = new ArrayList<>();
        inScenario(tally, new LinkedHashMap<>(), 0, impacts);
        return new Impacts(rules, claims, confidence, judged(impacts));
    }

    /** A reference that no group of the axes bears is a slip of the pen. That one cohort lacks it is not. */
    private void checkNames(Tally tally) {
        for (Outcome outcome : outcomes) {
            for (Grouping grouping : groupings) {
                for (References references : List.of(points(grouping), ratios(grouping))) {
                    List<Reference> all = new ArrayList<>(references.byCohort().values());
                    all.add(references.usual());
                    for (Reference reference : all) {
                        if (reference instanceof Reference.Named named
                                && cells(tally, outcome, grouping).stream().noneMatch(named::is)) {
                            throw new IllegalArgumentException(
                                    "reference: must be a group of " + grouping + ", was " + named);
                        }
                    }
                }
            }
        }
    }

    private static List<Cell> cells(Tally tally, Outcome outcome, Grouping grouping) {
        return tally.by(outcome.indicator(), grouping.axes().toArray(new Axis[0]));
    }

    private References points(Grouping grouping) {
        return grouping.pointReference().orElse(rules.pointReference());
    }

    private References ratios(Grouping grouping) {
        return grouping.ratioReference().orElse(rules.ratioReference());
    }

    private void inScenario(Tally tally, Map<Axis, Label> chosen, int next, List<Impact> impacts) {
        if (next == scenarios.axes().size()) {
            if (!scenarios.leftOut().contains(chosen)) {
                outcomes.forEach(outcome -> ofOutcome(tally, chosen, outcome, impacts));
            }
            return;
        }
        inScenario(tally, chosen, next + 1, impacts);
        Axis axis = scenarios.axes().get(next);
        for (Label label : occupied(tally, outcomes.get(0), axis)) {
            Map<Axis, Label> more = new LinkedHashMap<>(chosen);
            more.put(axis, label);
            inScenario(tally.within(axis, label), more, next + 1, impacts);
        }
    }

    /** The labels under which anybody stands. */
    private static List<Label> occupied(Tally tally, Outcome outcome, Axis axis) {
        return tally.by(outcome.indicator(), axis).stream()
                .filter(cell -> cell.members().high() > 0)
                .map(cell -> cell.labels().get(0))
                .toList();
    }

    private void ofOutcome(Tally tally, Map<Axis, Label> scenario, Outcome outcome, List<Impact> impacts) {
        if (outcome.cohort().isEmpty()) {
            ofCohort(tally, new Setting(scenario, Optional.empty()), outcome, impacts);
            return;
        }
        Axis axis = outcome.cohort().get();
        for (Label label : occupied(tally, outcome, axis)) {
            Tally cohort = tally.within(axis, label);
            // Members of no cohort are looked at only if their outcome is known: others never began.
            if (label.isGroup() || cohort.total(outcome.indicator()).known().high() > 0) {
                ofCohort(cohort, new Setting(scenario, Optional.of(label)), outcome, impacts);
            }
        }
    }

    private void ofCohort(Tally tally, Setting setting, Outcome outcome, List<Impact> impacts) {
        Rate rate = new Rate(outcome.indicator(), inference, confidence, RateInterval.WILSON);
        Gap toEverybody = new Gap(rate, Reference.overall(), Scale.RATIO, rules.material());
        Reference usual = rules.pointReference().in(setting.cohort());
        Reference forAll =
                usual instanceof Reference.Named || usual instanceof Reference.Best ? Reference.overall() : usual;
        GapEstimate everybody =
                toEverybody.to(forAll).in(Scale.POINTS).overall().over(tally);
        GapEstimate itself = toEverybody.overall().over(tally);
        impacts.add(new Impact(setting, everybody, itself, itself, rules, claims.alone(everybody)));
        for (Grouping grouping : groupings) {
            Axis[] axes = grouping.axes().toArray(new Axis[0]);
            Reference points = points(grouping).in(setting.cohort());
            Reference ratios = ratios(grouping).in(setting.cohort());
            List<GapEstimate> gaps =
                    toEverybody.to(points).in(Scale.POINTS).by(axes).over(tally).groups();
            List<GapEstimate> indexes = toEverybody.by(axes).over(tally).groups();
            List<GapEstimate> toBest =
                    toEverybody.to(ratios).by(axes).over(tally).groups();
            for (int i = 0; i < gaps.size(); i++) {
                impacts.add(new Impact(
                        setting, gaps.get(i), indexes.get(i), toBest.get(i), rules, claims.alone(gaps.get(i))));
            }
        }
    }

    private List<Impact> judged(List<Impact> impacts) {
        Map<Object, List<Integer>> families = new LinkedHashMap<>();
        List<Impact> judged = new ArrayList<>(impacts);
        for (int i = 0; i < impacts.size(); i++) {
            Impact impact = impacts.get(i);
            if (impact.isInsufficient()) {
                String few = rules.insufficientUpTo() + " members or fewer";
                judged.set(i, with(impact, claims.nothing(few)));
            } else if (impact.isGroup()) {
                families.computeIfAbsent(family(impact), key -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> members : families.values()) {
            List<Claim> made =
                    claims.judge(members.stream().map(i -> impacts.get(i).gap()).toList());
            for (int m = 0; m < members.size(); m++) {
                judged.set(members.get(m), with(impacts.get(members.get(m)), made.get(m)));
            }
        }
        return judged;
    }

    private List<Object> family(Impact impact) {
        String outcome = impact.rate().indicator().id();
        return switch (claims.family()) {
            case DIMENSION -> List.of(impact.setting(), outcome, impact.axes());
            case OUTCOME -> List.of(impact.setting(), outcome);
            case REPORT -> List.of();
        };
    }

    private static Impact with(Impact impact, Claim claim) {
        return new Impact(
                impact.setting(), impact.gap(), impact.proportionality(), impact.ratio(), impact.rules(), claim);
    }
}
