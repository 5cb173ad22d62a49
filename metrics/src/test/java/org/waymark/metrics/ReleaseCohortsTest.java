package org.waymark.metrics;

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
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.rate.Rate;

/** Cohorts that hold one another, as years their pool and a class those whom somebody has filtered: what is left of one. */
class ReleaseCohortsTest {
    private static final Dimension GROUP = Dimension.of("group");
    private static final Dimension SEX = Dimension.of("sex");
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();
    private static final CohortDefinition CLASS = Students.classOf(2019);

    private static CohortDefinition only(CohortDefinition of, String sex) {
        return CohortDefinition.of(of.name() + ", " + sex, of.members().and(SEX.in(sex)));
    }

    /** Groups of these sizes, half of whose members succeeded. */
    private static Tally tally(CohortDefinition of, long... sizes) {
        Face.Builder total = Face.builder(List.of(), 1);
        Face.Builder groups = Face.builder(List.<Axis>of(GROUP), 1);
        for (int g = 0; g < sizes.length; g++) {
            List<Category> category = List.of(Category.of("g" + g));
            for (State state : List.of(State.YES, State.NO)) {
                long count = state.equals(State.YES) ? sizes[g] / 2 : sizes[g] - sizes[g] / 2;
                groups.add(category, 0, state, Count.of(count));
                total.add(List.of(), 0, state, Count.of(count));
            }
        }
        return Tally.of(
                Question.of(of, List.of(Tallies.ASKED), Faces.each(GROUP), LocalDate.of(2026, 6, 30)),
                new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                List.of(total.build(), groups.build()),
                List.of());
    }

    private static List<Tally> printed(Tally... tallies) {
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), List.of(tallies));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release()
                .tallies();
    }

    private static void refused(Tally... tallies) {
        ReleaseOutcome outcome = Release.of(POLICY, Ledger.none(), List.of(tallies));
        assertInstanceOf(ReleaseOutcome.Refused.class, outcome, outcome::toString);
    }

    /** Whether the sizes of a group are printed in all of these. */
    private static boolean told(List<Tally> printed, int group) {
        return printed.stream()
                .map(tally -> tally.by(Tallies.ASKED, GROUP).get(group))
                .map(Cell::known)
                .allMatch(Count::isExact);
    }

    @Test
    void classLessThoseWhomAFilterLeavesIsAGroupToo() {
        Tally girls = tally(only(CLASS, "f"), 30, 52, 40);
        List<Tally> printed = printed(tally(CLASS, 60, 55, 80), girls);
        assertFalse(told(printed, 1), "three boys of g1 follow by subtraction");
        assertTrue(told(printed, 0) || told(printed, 2), "not everything is hidden");
        assertTrue(told(printed(tally(CLASS, 60, 72, 80), girls), 1), "twenty boys need not be hidden");
    }

    @Test
    void fewWhomAFilterLeavesOutOfEverybodyAreRefused() {
        refused(tally(CLASS, 30, 55, 80), tally(only(CLASS, "f"), 29, 54, 78));
        refused(tally(CohortDefinition.all(CLASS.unit()), 30, 55, 80), tally(CLASS, 29, 54, 78));
    }

    @Test
    void fewWhomSeveralFiltersLeaveOutAreFoundAsWell() {
        // Girls and boys leave four of g1, of whom neither is said.
        List<Tally> printed = printed(
                tally(CLASS, 60, 84, 90), tally(only(CLASS, "f"), 30, 40, 40), tally(only(CLASS, "m"), 10, 40, 30));
        assertFalse(told(printed, 1));
    }

    @Test
    void thirdYearIsWhatTwoLeaveOfTheirPool() {
        CohortDefinition pool = CLASS.pooledWith(Students.classOf(2020)).pooledWith(Students.classOf(2021));
        List<Tally> printed =
                printed(tally(pool, 90, 64, 120), tally(CLASS, 30, 30, 40), tally(Students.classOf(2020), 30, 30, 40));
        assertFalse(told(printed, 1), "of the third year there are four in g1");
        assertTrue(told(printed, 0) || told(printed, 2), "not everything is hidden");
    }

    @Test
    void labelsNamedTogetherAreAPoolAsWell() {
        CohortDefinition pool =
                CohortDefinition.of("classes", Dimension.of("class").in("2019", "2020"));
        assertFalse(told(printed(tally(pool, 90, 34, 120), tally(CLASS, 30, 30, 40)), 1));
    }

    @Test
    void filterIsSeenAcrossTheLedger() {
        Ledger ledger = new Remembered();
        Tally whole = tally(CLASS, 60, 55, 80);
        Tally girls = tally(only(CLASS, "f"), 30, 52, 40);
        Tally other = tally(only(Students.classOf(2020), "f"), 30, 52, 40);
        cleared(ledger, List.of(whole));
        assertInstanceOf(ReleaseOutcome.Refused.class, Release.of(POLICY, ledger, List.of(girls)));
        cleared(ledger, List.of(other));
        Ledger second = new Remembered();
        cleared(second, List.of(girls));
        assertInstanceOf(ReleaseOutcome.Refused.class, Release.of(POLICY, second, List.of(whole)));
    }

    private static void cleared(Ledger ledger, List<Tally> tallies) {
        ReleaseOutcome outcome = Release.of(POLICY, ledger, tallies);
        assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release()
                .table(Rate.of(Tallies.ASKED).by(GROUP));
    }
}
