package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.metrics.Students.DISTRICT;
import static org.waymark.metrics.Students.ENROLLED;
import static org.waymark.metrics.Students.GRADUATED;
import static org.waymark.metrics.Students.RACE;
import static org.waymark.metrics.Students.SCHOOL;
import static org.waymark.metrics.Students.SEX;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.schema.Axis;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;

/** Nobody finds a protected number in what was released, whatever was released together or one after the other. */
class ReleaseAttackProperties {
    private static final List<Integer> FIRST = List.of(2019);
    private static final List<Integer> SECOND = List.of(2020);
    private static final List<Integer> BOTH = List.of(2019, 2020);

    private static final ReleasePolicy POLICY = ReleasePolicy.standard();

    private record Part(List<Integer> years, Tally counts) {}

    private static List<Tally> counts(List<Part> parts) {
        return parts.stream().map(Part::counts).toList();
    }

    /** Looks for every small number of these parts in everything that has been printed. */
    private static void withstands(Attack attack, List<Part> parts, ReleasePolicy policy) {
        int least = policy.minimumSize();
        for (Part part : parts) {
            for (Indicator indicator : part.counts().question().indicators()) {
                List<List<Axis>> faces = part.counts().question().faces().crossings();
                for (List<Axis> axes : faces) {
                    for (Cell cell : part.counts().by(indicator, axes.toArray(new Axis[0]))) {
                        if (cell.known().exact() < least) {
                            double[] range = attack.range(part.years(), axes, cell, indicator, null);
                            assertTrue(range[0] <= 1 + 0.01, () -> cell + " is " + range[0] + " at least");
                            assertTrue(range[1] >= least - 0.01, () -> cell + " is " + range[1] + " at most");
                        } else if (policy.coding() == RateCoding.NONE
                                && cell.yes().exact() < policy.minimumOutcome()) {
                            double[] range = attack.range(part.years(), axes, cell, indicator, State.YES);
                            assertTrue(range[1] >= policy.minimumOutcome() - 0.01, () -> cell + " yes");
                        } else if (policy.coding() == RateCoding.EQUAL_BANDS) {
                            double[] range = attack.range(part.years(), axes, cell, indicator, State.YES);
                            assertTrue(range[1] - range[0] >= 2 - 0.01, () -> cell + " yes");
                        }
                    }
                }
            }
        }
    }

    private static void together(Students students, List<Part> parts, ReleasePolicy policy) {
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), counts(parts));
        Statistics.label("outcome").collect(outcome.getClass().getSimpleName());
        if (outcome instanceof ReleaseOutcome.Cleared cleared) {
            Attack attack = new Attack(students);
            for (int p = 0; p < parts.size(); p++) {
                attack.reads(cleared.release().tallies().get(p), parts.get(p).years());
            }
            withstands(attack, parts, policy);
        }
    }

    @Property(tries = 5)
    void placesAndGroupsInOneTally(
            @ForAll @IntRange(min = 1, max = 9) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        List<List<Axis>> faces = List.of(
                List.of(SCHOOL), List.of(DISTRICT), List.of(RACE), List.of(SCHOOL, RACE), List.of(DISTRICT, RACE));
        together(students, List.of(new Part(BOTH, students.tally(List.of(GRADUATED), BOTH, faces))), POLICY);
    }

    @Property(tries = 5)
    void placesAndGroupsInDifferentTallies(
            @ForAll @IntRange(min = 1, max = 9) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        together(
                students,
                List.of(
                        new Part(
                                BOTH,
                                students.tally(
                                        List.of(GRADUATED), BOTH, List.of(List.of(SCHOOL), List.of(SCHOOL, RACE)))),
                        new Part(
                                BOTH,
                                students.tally(
                                        List.of(ENROLLED), BOTH, List.of(List.of(DISTRICT), List.of(DISTRICT, RACE)))),
                        new Part(BOTH, students.tally(List.of(ENROLLED), BOTH, List.of(List.of(SEX), List.of(RACE))))),
                POLICY);
    }

    @Property(tries = 5)
    void yearsAndTheirPool(@ForAll @IntRange(min = 1, max = 9) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        List<List<Axis>> faces = List.of(List.of(SCHOOL), List.of(RACE));
        together(
                students,
                List.of(
                        new Part(BOTH, students.tally(List.of(GRADUATED), BOTH, faces)),
                        new Part(FIRST, students.tally(List.of(GRADUATED), FIRST, faces))),
                POLICY);
        together(
                students,
                List.of(
                        new Part(SECOND, students.tally(List.of(GRADUATED, ENROLLED), SECOND, faces)),
                        new Part(BOTH, students.tally(List.of(GRADUATED), BOTH, faces)),
                        new Part(FIRST, students.tally(List.of(GRADUATED), FIRST, faces))),
                POLICY);
    }

    @Property(tries = 5)
    void ratesInBands(@ForAll @IntRange(min = 1, max = 9) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        List<List<Axis>> faces = List.of(List.of(SCHOOL), List.of(RACE), List.of(SEX));
        for (RateCoding coding : List.of(RateCoding.EQUAL_BANDS, RateCoding.ENDS_ONLY)) {
            together(
                    students,
                    List.of(new Part(BOTH, students.tally(List.of(GRADUATED), BOTH, faces))),
                    POLICY.coding(coding));
        }
    }

    /** The schools of the second year are what those of the pool are without the first, though nobody prints them. */
    @Example
    void poolAndOneOfItsYearsAreToldOfPlacesAndTheOtherYearIsNot() {
        oneReleaseAfterTheOther(2, 22971);
        oneReleaseAfterTheOther(2, 27152);
    }

    @Property(tries = 5)
    void oneReleaseAfterTheOther(
            @ForAll @IntRange(min = 1, max = 9) int hundreds, @ForAll @LongRange(min = 0) long seed) {
        Students students = new Students(100 * hundreds, seed);
        Ledger ledger = new Remembered();
        Attack attack = new Attack(students);
        Part schools = new Part(
                FIRST, students.tally(List.of(GRADUATED), FIRST, List.of(List.of(SCHOOL), List.of(SCHOOL, RACE))));
        Part districts = new Part(
                FIRST, students.tally(List.of(ENROLLED), FIRST, List.of(List.of(DISTRICT), List.of(DISTRICT, RACE))));
        Part next = new Part(SECOND, students.tally(List.of(GRADUATED), SECOND, List.of(List.of(RACE), List.of(SEX))));
        Part pool = new Part(BOTH, students.tally(List.of(GRADUATED), BOTH, List.of(List.of(RACE), List.of(SCHOOL))));
        List<Part> published = new ArrayList<>();
        for (List<Part> wanted : List.of(
                List.of(schools),
                List.of(districts),
                List.of(next),
                List.of(pool),
                List.of(schools, districts, next, pool))) {
            ReleaseOutcome outcome = Release.of(POLICY, ledger, counts(wanted));
            Statistics.label("outcome")
                    .collect(wanted.size() + outcome.getClass().getSimpleName());
            if (outcome instanceof ReleaseOutcome.Cleared cleared) {
                cleared.release()
                        .table(org.waymark.metrics.rate.Rate.of(
                                wanted.get(0).counts().question().indicators().get(0)));
                for (int p = 0; p < wanted.size(); p++) {
                    attack.reads(
                            cleared.release().tallies().get(p), wanted.get(p).years());
                }
                published.addAll(wanted);
                withstands(attack, published, POLICY);
            }
        }
    }
}
