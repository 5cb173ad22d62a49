package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** Members who have no outcome: few of them in one group, none in most, along two axes. */
class ReleaseStatesTest {
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension RACE = Dimension.of("race");
    private static final State UNKNOWN = State.unknown(Unknown.NOT_REPORTED);

    /** Unknown outcomes by school and race; 40 yes and 30 no in every group. */
    private static Tally tally(long[][] unknown) {
        List<List<Axis>> crossings = List.of(List.of(SCHOOL), List.of(RACE), List.of(SCHOOL, RACE));
        List<Face.Builder> faces = List.of(
                Face.builder(List.of(), 1),
                Face.builder(crossings.get(0), 1),
                Face.builder(crossings.get(1), 1),
                Face.builder(crossings.get(2), 1));
        long size = 0;
        for (int s = 0; s < unknown.length; s++) {
            for (int r = 0; r < unknown[s].length; r++) {
                Category school = Category.of("s" + s);
                Category race = Category.of("r" + r);
                List<List<Category>> labels = List.of(List.of(), List.of(school), List.of(race), List.of(school, race));
                for (int f = 0; f < labels.size(); f++) {
                    faces.get(f)
                            .add(labels.get(f), 0, State.YES, Count.of(40))
                            .add(labels.get(f), 0, State.NO, Count.of(30))
                            .add(labels.get(f), 0, UNKNOWN, Count.of(unknown[s][r]));
                }
                size += 70 + unknown[s][r];
            }
        }
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Tallies.ASKED),
                new Faces(crossings),
                LocalDate.of(2026, 6, 30));
        CohortLog log = new CohortLog(size, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, faces.stream().map(Face.Builder::build).toList(), List.of());
    }

    private static Tally printed(long[][] unknown) {
        ReleaseOutcome outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(tally(unknown)));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release()
                .tallies()
                .get(0);
    }

    private static Count unknown(Tally tally, int place, Axis... axes) {
        return tally.by(Tallies.ASKED, axes).get(place).count(UNKNOWN);
    }

    @Test
    void fewUnknownOutcomesAmongNoneAreHiddenAndTheCountsPrinted() {
        Tally printed = printed(new long[][] {{3, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        assertFalse(unknown(printed, 0, SCHOOL, RACE).isExact());
        assertTrue(printed.by(Tallies.ASKED, SCHOOL, RACE).stream()
                .allMatch(cell -> cell.yes().isExact() && cell.no().isExact()));
    }

    @Test
    void hiddenNumberOfUnknownOutcomesMayBeNone() {
        Tally printed = printed(new long[][] {{3, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        assertEquals(0, unknown(printed, 0, SCHOOL, RACE).low());
    }

    @Test
    void noUnknownOutcomeIsPrintedWhereItHidesNobody() {
        Tally printed = printed(new long[][] {{0, 0, 30}, {0, 30, 0}, {30, 0, 0}});
        assertEquals(Count.ZERO, unknown(printed, 0, SCHOOL, RACE));
    }
}
