package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** Several questions about the same members: what one tells of the other. */
class ReleaseQuestionsTest {
    private static final Dimension GROUP = Dimension.of("group");
    private static final State UNKNOWN = State.unknown(Unknown.NOT_REPORTED);
    private static final Indicator GRADUATED =
            Indicator.builder("g").success(Dimension.of("graduated").in("yes")).build();
    private static final Indicator COLLEGE = Indicator.builder("c")
            .universe(Dimension.of("graduated").in("yes"))
            .success(Dimension.of("college").in("yes"))
            .build();
    private static final Indicator ENROLLED =
            Indicator.builder("e").success(Dimension.of("enrolled").in("yes")).build();

    private static final State[] ALL = {State.YES, State.NO, State.OUTSIDE, UNKNOWN};

    /** Two questions: of each group, for each question, how many are in each of {@link #ALL}. */
    private static Tally tally(Indicator one, long[][] ofOne, Indicator other, long[][] ofOther, boolean overlapping) {
        Face.Builder total = Face.builder(List.of(), 2);
        Face.Builder groups = Face.builder(List.<Axis>of(GROUP), 2);
        for (int g = 0; g < ofOne.length; g++) {
            List<Category> category = List.of(Category.of("g" + g));
            for (int s = 0; s < ALL.length; s++) {
                groups.add(category, 0, ALL[s], Count.of(ofOne[g][s]))
                        .add(category, 1, ALL[s], Count.of(ofOther[g][s]));
                total.add(List.of(), 0, ALL[s], Count.of(ofOne[g][s]))
                        .add(List.of(), 1, ALL[s], Count.of(ofOther[g][s]));
            }
        }
        return Tally.of(
                Question.of(Students.classOf(2019), List.of(one, other), Faces.each(GROUP), LocalDate.of(2026, 6, 30)),
                new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                List.of(total.build(), overlapping ? groups.overlappingGroups().build() : groups.build()),
                List.of());
    }

    private static Release cleared(ReleaseOutcome outcome) {
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
    }

    private static final long[][] GRADUATES = {{150, 90, 0, 0}, {130, 120, 0, 0}};
    private static final long[][] OF_GRADUATES = {{80, 70, 90, 0}, {60, 70, 120, 0}};

    @Test
    void sizeOfTheNextQuestionTellsTheNumeratorThatABandHides() {
        Tally tally = tally(GRADUATED, GRADUATES, COLLEGE, OF_GRADUATES, false);
        ReleasePolicy bands = ReleasePolicy.standard().coding(RateCoding.EQUAL_BANDS);
        ReleaseOutcome outcome = Release.of(bands, Ledger.none(), List.of(tally));
        ReleaseOutcome.Refused refused = assertInstanceOf(ReleaseOutcome.Refused.class, outcome, outcome::toString);
        assertTrue(refused.reasons().stream().anyMatch(why -> why.startsWith("g, all: yes cannot be kept")));
    }

    @Test
    void questionsThatFollowOneAnotherArePrintedAsCounts() {
        Tally tally = tally(GRADUATED, GRADUATES, COLLEGE, OF_GRADUATES, false);
        assertEquals(
                0,
                cleared(Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally)))
                        .hiddenGroups());
    }

    @Test
    void groupsThatOverlapHaveTheSameMembersInEveryQuestion() {
        // Of g0 nobody is unknown in the one question and two are in the other: 50 less 48 tells it.
        long[][] enrolled = {{25, 23, 0, 2}, {60, 58, 0, 12}, {80, 55, 0, 15}};
        long[][] graduated = {{30, 20, 0, 0}, {70, 60, 0, 0}, {75, 75, 0, 0}};
        for (boolean overlapping : new boolean[] {false, true}) {
            Tally printed = cleared(Release.of(
                            ReleasePolicy.standard(),
                            Ledger.none(),
                            List.of(tally(GRADUATED, graduated, ENROLLED, enrolled, overlapping))))
                    .tallies()
                    .get(0);
            Cell one = printed.by(GRADUATED, GROUP).get(0);
            Cell other = printed.by(ENROLLED, GROUP).get(0);
            boolean told = one.yes().isExact()
                    && one.no().isExact()
                    && one.count(UNKNOWN).isExact()
                    && one.count(State.OUTSIDE).isExact()
                    && other.yes().isExact()
                    && other.no().isExact()
                    && other.count(State.OUTSIDE).isExact();
            assertFalse(told, "overlapping " + overlapping + ": " + one + " " + other);
        }
    }
}
