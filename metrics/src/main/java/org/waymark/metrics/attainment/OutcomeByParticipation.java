package org.waymark.metrics.attainment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.decomposition.DirectStandardisation;
import org.waymark.metrics.decomposition.Standard;
import org.waymark.metrics.decomposition.StratifiedComparison;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;

/**
 * What became of those who had taken part by a day, and of those who had not: an association, never an effect.
 *
 * <p><b>Formula:</b> members are split by what they had done before the landmark day, whatever they did afterwards, so that
 * nobody counts as a participant for having had the time to become one (no immortal time). The crude gap is the rate of
 * participants minus that of the others; the standardised one gives both groups the same mix of strata, that of everybody.
 * <b>Unit:</b> a difference of shares. <b>How to read it:</b> where the standardised gap is nearer to 0, part of the crude one
 * is who takes part. What is left may be who takes part as well. <b>When it applies:</b> the cohort must be those at risk on
 * the landmark day, and the outcome must lie after it. <b>Edge cases:</b> a stratum without participants, or without others,
 * leaves no standardised gap. <b>Source:</b> J. R. Anderson, K. C. Cain and R. D. Gelber (1983), Journal of Clinical Oncology
 * 1:710, on landmarks; direct standardisation as in {@link DirectStandardisation}.
 *
 * @param outcome what may have become of them, with a window after the landmark
 * @param of which events make a participant
 * @param where which of them count
 * @param landmark the day before which they must have begun
 * @param strata the mix that is made the same
 */
public record OutcomeByParticipation(Indicator outcome, EventKind of, Where where, LocalDate landmark, Axis strata) {
    private static final String TOOK_PART = "took part";
    private static final String DID_NOT = "did not";

    /** Refuses null. */
    public OutcomeByParticipation {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(landmark, "landmark");
        Objects.requireNonNull(strata, "strata");
    }

    /** The axis of those who had taken part by the landmark, and the others. */
    public Axis axis() {
        Condition before = of.taken().where(where).within(Window.before(landmark));
        return Groups.yesNo("participation before " + landmark, before, TOOK_PART, DID_NOT);
    }

    /** The question to ask of a cohort, as of a day. */
    public Question question(CohortDefinition cohort, LocalDate asOf) {
        return Question.of(cohort, List.of(outcome), Faces.pairs(axis(), strata), asOf);
    }

    /** The recipe, over a tally of the question. */
    public Measure<Tally, Association> measure() {
        Axis participation = axis();
        return tally -> new Association(
                this,
                Gap.of(outcome)
                        .to(Reference.named(DID_NOT))
                        .by(participation)
                        .over(tally)
                        .group(TOOK_PART)
                        .orElseThrow(),
                StratifiedComparison.of(outcome, participation, strata)
                        .standardised(Standard.pooled())
                        .over(tally));
    }

    /**
     * The crude gap beside the standardised one.
     *
     * @param asked what was asked
     * @param crude the gap as it is
     * @param standardised both groups with the mix of everybody
     */
    public record Association(OutcomeByParticipation asked, GapEstimate crude, DirectStandardisation standardised)
            implements Tabular {
        /** What the numbers say, and what they do not. */
        public String explain() {
            return "Of those who had taken part before " + asked.landmark + " and of the others: " + crude
                    + ".\nWith the same mix of " + asked.strata.title() + ": "
                    + standardised
                            .gap(TOOK_PART, DID_NOT)
                            .map(gap -> String.format(Locale.ROOT, "%+.1f points", 100 * gap))
                            .orElse("no gap, since a stratum lacks one of the two groups")
                    + ".\nThis is an association, not an effect: who takes part is not chosen by lot.";
        }

        @Override
        public Table toTable() {
            return standardised.toTable().withNotes(List.of(explain()));
        }

        /** What the numbers say. */
        @Override
        public String toString() {
            return explain();
        }
    }
}
