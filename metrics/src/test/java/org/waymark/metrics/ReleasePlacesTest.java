package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** Schools that were split, merged, renamed or moved to another district between years. */
class ReleasePlacesTest {
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension DISTRICT = Dimension.of("district");
    private static final ReleasePolicy POLICY = ReleasePolicy.standard();
    private static final CohortDefinition FIRST = Students.classOf(2019);
    private static final CohortDefinition SECOND = Students.classOf(2020);
    private static final CohortDefinition BOTH = FIRST.pooledWith(SECOND);

    /** A school, its district, and how many there were in it, half of whom succeeded. */
    private record At(String school, String district, long size) {}

    private static Tally tally(CohortDefinition of, List<Axis> axes, List<Hierarchy> hierarchies, At... places) {
        List<Face> faces = new ArrayList<>();
        List<List<Axis>> crossings = axes.stream().map(List::of).toList();
        List<List<Axis>> all = new ArrayList<>(crossings);
        all.add(0, List.of());
        for (List<Axis> along : all) {
            Face.Builder face = Face.builder(along, 1);
            for (At at : places) {
                List<Category> labels = along.stream()
                        .map(axis -> Category.of(axis.equals(SCHOOL) ? at.school() : at.district()))
                        .toList();
                face.add(labels, 0, State.YES, Count.of(at.size() / 2));
                face.add(labels, 0, State.NO, Count.of(at.size() - at.size() / 2));
            }
            faces.add(face.build());
        }
        return Tally.of(
                Question.of(of, List.of(Tallies.ASKED), new Faces(crossings), LocalDate.of(2026, 6, 30)),
                new CohortLog(0, new LinkedHashMap<>(), new LinkedHashMap<>(), 0),
                faces,
                hierarchies);
    }

    private static Hierarchy in(int year, At... places) {
        Map<String, String> parentOf = new TreeMap<>();
        for (At at : places) {
            parentOf.put(at.school(), at.district());
        }
        return new Hierarchy(SCHOOL, DISTRICT, parentOf, Optional.of(SchoolYear.ending(year)));
    }

    private static ReleaseOutcome release(Tally... tallies) {
        return Release.of(POLICY, Ledger.none(), List.of(tallies));
    }

    private static List<Tally> printed(Tally... tallies) {
        ReleaseOutcome outcome = release(tallies);
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release()
                .tallies();
    }

    private static void refused(String why, Tally... tallies) {
        ReleaseOutcome outcome = release(tallies);
        ReleaseOutcome.Refused refused = assertInstanceOf(ReleaseOutcome.Refused.class, outcome, outcome::toString);
        assertTrue(refused.reasons().stream().anyMatch(reason -> reason.contains(why)), refused.toString());
    }

    private static boolean told(Tally tally, Axis axis, String place) {
        return tally.by(Tallies.ASKED, axis).stream()
                .filter(cell -> cell.labels().get(0).name().equals(place))
                .map(Cell::known)
                .allMatch(Count::isExact);
    }

    /** s2 lay in d1 in the first year and in d2 in the second; of s5 there are few in the second. */
    private static final At[] OLD = {
        new At("s1", "d1", 40), new At("s2", "d1", 30), new At("s3", "d2", 50), new At("s5", "d3", 60),
    };

    private static final At[] NEW = {
        new At("s1", "d1", 45), new At("s2", "d2", 35), new At("s3", "d2", 55), new At("s5", "d3", 70),
    };

    private static At[] both() {
        List<At> both = new ArrayList<>(List.of(OLD));
        both.addAll(List.of(NEW));
        return both.toArray(new At[0]);
    }

    @Test
    void eachYearHasItsOwnDistricts() {
        List<Axis> axes = List.of(SCHOOL, DISTRICT);
        List<Tally> printed = printed(
                tally(FIRST, axes, List.of(in(2019, OLD)), OLD), tally(SECOND, axes, List.of(in(2020, NEW)), NEW));
        assertTrue(told(printed.get(0), DISTRICT, "d1") && told(printed.get(1), DISTRICT, "d2"));
        refused("do not add up to those of district", tally(SECOND, axes, List.of(in(2019, OLD)), NEW));
    }

    @Test
    void schoolThatMovedTiesItsDistrictsTogether() {
        List<Axis> axes = List.of(SCHOOL, DISTRICT);
        List<Hierarchy> years = List.of(in(2019, OLD), in(2020, NEW));
        assertTrue(told(printed(tally(BOTH, axes, years, both())).get(0), DISTRICT, "d1"));
        // Of s2 there are four: what s1, s3, d1 and d2 leave of each other must not tell it.
        At[] few = {
            new At("s1", "d1", 40), new At("s2", "d1", 2), new At("s3", "d2", 50), new At("s5", "d3", 60),
            new At("s1", "d1", 45), new At("s2", "d2", 2), new At("s3", "d2", 55), new At("s5", "d3", 70),
        };
        Tally pool = printed(tally(BOTH, axes, years, few)).get(0);
        assertFalse(told(pool, SCHOOL, "s2"));
        boolean subtracted = told(pool, SCHOOL, "s1")
                && told(pool, SCHOOL, "s3")
                && told(pool, DISTRICT, "d1")
                && told(pool, DISTRICT, "d2");
        assertFalse(subtracted, "d1 + d2 - s1 - s3 is s2");
    }

    @Test
    void placesThatSplitOrMergeAreTheirOwnInEachYear() {
        At[] before = {new At("s1", "d1", 40), new At("s2", "d1", 34), new At("s3", "d1", 50)};
        At[] after = {new At("s1", "d1", 4), new At("s2a", "d1", 20), new At("s2b", "d1", 20), new At("s3", "d1", 50)};
        List<At> all = new ArrayList<>(List.of(before));
        all.addAll(List.of(after));
        List<Tally> printed = printed(
                tally(FIRST, List.of(SCHOOL), List.of(), before),
                tally(SECOND, List.of(SCHOOL), List.of(), after),
                tally(BOTH, List.of(SCHOOL), List.of(), all.toArray(new At[0])));
        boolean subtracted = told(printed.get(0), SCHOOL, "s1") && told(printed.get(2), SCHOOL, "s1");
        assertFalse(subtracted, "the four of the second year are what the first leaves of both");
    }

    @Test
    void placesThatWereRenamedInThePoolAloneAreRefused() {
        At[] before = {new At("old name", "d1", 40), new At("s2", "d1", 34)};
        At[] after = {new At("new name", "d1", 25), new At("s2", "d1", 30)};
        At[] pooled = {new At("new name", "d1", 65), new At("s2", "d1", 64)};
        refused(
                "other groups of school",
                tally(FIRST, List.of(SCHOOL), List.of(), before),
                tally(SECOND, List.of(SCHOOL), List.of(), after),
                tally(BOTH, List.of(SCHOOL), List.of(), pooled));
        refused(
                "other groups of school",
                tally(FIRST, List.of(SCHOOL), List.of(), before),
                tally(BOTH, List.of(SCHOOL), List.of(), pooled));
    }

    @Test
    void membersOfTwoCohortsOfAPoolCountOnceInIt() {
        At[] first = {new At("s1", "d1", 40), new At("s2", "d1", 30)};
        At[] second = {new At("s1", "d1", 50), new At("s2", "d1", 45)};
        At[] pooled = {new At("s1", "d1", 80), new At("s2", "d1", 75)};
        printed(
                tally(FIRST, List.of(SCHOOL), List.of(), first),
                tally(SECOND, List.of(SCHOOL), List.of(), second),
                tally(BOTH, List.of(SCHOOL), List.of(), pooled));
    }

    @Test
    void schoolsAndDistrictsOfWhichNobodySaysWhichLiesInWhichAreRefused() {
        refused(
                "which school lies in which district is not said",
                tally(FIRST, List.of(SCHOOL), List.of(), OLD),
                tally(FIRST, List.of(DISTRICT), List.of(), OLD));
        printed(
                tally(FIRST, List.of(SCHOOL), List.of(in(2019, OLD)), OLD),
                tally(FIRST, List.of(DISTRICT), List.of(), OLD));
    }
}
