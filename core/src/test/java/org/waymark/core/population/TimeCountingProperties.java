package org.waymark.core.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.credential.CredentialKind;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.pathway.Participation;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.RaceSchemes;
import org.waymark.core.student.StatusSpell;
import org.waymark.core.student.Student;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeCounts;
import org.waymark.core.tally.TimeTally;

class TimeCountingProperties {
    private static final Scheme DEGREES = Scheme.disjoint("degrees")
            .any("degree", "ASSOCIATE", "BACHELOR", "MASTER")
            .others("other")
            .build();

    private static TimeToEvent time(Random random) {
        TimeToEvent.Outcome outcome = switch (random.nextInt(5)) {
            case 0 -> TimeToEvent.first(Histories.AWARD);
            case 1 ->
                TimeToEvent.first(Histories.AWARD)
                        .where(Where.in(Histories.KIND, "ASSOCIATE", "BACHELOR", "LICENSE", "BADGE"))
                        .byKind(Histories.KIND);
            case 2 -> TimeToEvent.first(Histories.AWARD).byKind(Histories.KIND.as(DEGREES));
            case 3 ->
                TimeToEvent.first(Histories.PART)
                        .where(Where.all(Histories.HOURS.atLeast(3)))
                        .byKind(Histories.LEVEL);
            default -> TimeToEvent.reaching(Students.GRADUATION_DATE);
        };
        TimeToEvent time = outcome.since(random.nextInt(3) == 0 ? Students.GRADUATION_DATE : Students.BIRTH_DATE);
        if (random.nextInt(3) == 0) {
            time = time.enteringAt(Students.GRADUATION_DATE);
        } else if (random.nextInt(3) == 0) {
            time = time.leavingAt(Students.GRADUATION_DATE);
        }
        return switch (random.nextInt(4)) {
            case 0 -> time.within(Period.ofYears(20 + random.nextInt(4)));
            case 1 -> time.within(Period.ofMonths(1 + random.nextInt(20)));
            default -> time;
        };
    }

    private static LocalDate asOf(Random random) {
        return LocalDate.of(2018, 7, 1).plusMonths(random.nextInt(48)).minusDays(random.nextInt(2));
    }

    private static TimeTally times(List<Object> entities, TimeToEvent time, LocalDate asOf, Axis... by) {
        return Histories.population(entities)
                .cohort(CohortDefinition.all(Unit.STUDENT))
                .asOf(asOf)
                .times(time, by);
    }

    private static Map<String, Long> lines(TimeCell cell) {
        Map<String, Long> lines = new TreeMap<>();
        TimeCounts counts = cell.counts();
        for (int place = 0; place < counts.size(); place++) {
            lines.put(counts.day(place) + " entered", counts.entered(place));
            lines.put(counts.day(place) + " censored", counts.censored(place));
            for (int kind = 0; kind < counts.kinds(); kind++) {
                lines.put(counts.day(place) + " " + cell.kinds().get(kind), counts.events(place, kind));
            }
        }
        counts.aside().forEach((state, count) -> lines.put(state.toString(), count));
        lines.values().removeIf(count -> count == 0);
        return lines;
    }

    @Property(tries = 400)
    void kernelCountsWhatTheDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 25);
        LocalDate asOf = asOf(random);
        TimeToEvent time = time(random);
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> women = new TreeMap<>();
        for (Object entity : entities) {
            if (entity instanceof Student student) {
                for (String line : new TimeOracle(student, entities, asOf).lines(time)) {
                    expected.merge(line, 1L, Long::sum);
                    if (student.gender().map(Enum::name).filter("F"::equals).isPresent()) {
                        women.merge(line, 1L, Long::sum);
                    }
                }
            }
        }
        TimeTally tally =
                times(entities, time, asOf, Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION), Students.GENDER);
        assertEquals(expected, lines(tally.total()), time::sentence);
        for (TimeCell cell : tally.by(Students.GENDER)) {
            if (cell.name().equals("F")) {
                assertEquals(women, lines(cell), time::sentence);
            }
        }
        assertEquals(25, tally.total().counts().members());
    }

    @Property(tries = 100)
    void countsOfPartsAddUpToTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> first = Histories.students(random, 1, 20);
        List<Object> second = Histories.students(random, 21, 30);
        List<Object> whole = new ArrayList<>(first);
        whole.addAll(second);
        TimeToEvent time = time(random);
        Axis[] by = {Students.GENDER, Students.RACE.as(RaceSchemes.FEDERAL_7)};
        TimeTally one = times(first, time, Histories.AS_OF, by);
        TimeTally two = times(second, time, Histories.AS_OF, by);
        TimeTally all = times(whole, time, Histories.AS_OF, by);
        assertEquals(all, one.plus(two));
        assertEquals(all, two.plus(one));
    }

    @Property(tries = 100)
    void groupsAddUpToEverybodyUnlessTheyOverlap(@ForAll long seed) {
        Random random = new Random(seed);
        TimeTally tally = times(
                Histories.students(random, 40),
                time(random),
                Histories.AS_OF,
                Students.GENDER,
                Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION));
        TimeCounts sum = TimeCounts.builder(tally.kinds().size()).build();
        for (TimeCell cell : tally.by(Students.GENDER)) {
            sum = sum.plus(cell.counts());
        }
        assertEquals(tally.total().counts(), sum);
        long shared = tally.shared(Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION), "Asian", "Black");
        assertTrue(shared >= 0 && shared <= 40);
    }

    @Property(tries = 100)
    void orderOfRecordsChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 30);
        List<Object> shuffled = new ArrayList<>(entities);
        Collections.shuffle(shuffled, random);
        TimeToEvent time = time(random);
        TimeTally tally = times(entities, time, Histories.AS_OF, Students.GENDER);
        assertEquals(tally, times(shuffled, time, Histories.AS_OF, Students.GENDER));
        assertEquals(
                tally.toString(),
                times(shuffled, time, Histories.AS_OF, Students.GENDER).toString());
    }

    @Property(tries = 100)
    void recordsDatedAfterTheAsOfDayChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        LocalDate asOf = asOf(random);
        List<Object> entities = Histories.students(random, 30);
        List<Object> earlier =
                entities.stream().filter(entity -> !isLater(entity, asOf)).toList();
        TimeToEvent time = time(random);
        assertEquals(times(earlier, time, asOf, Students.GENDER), times(entities, time, asOf, Students.GENDER));
    }

    private static boolean isLater(Object entity, LocalDate day) {
        if (entity instanceof CredentialAward award) {
            return award.awardedOn().isAfter(day);
        } else if (entity instanceof Participation part) {
            return part.start().isAfter(day);
        } else if (entity instanceof StatusSpell spell) {
            return spell.start().isAfter(day);
        }
        return entity instanceof Enrolment enrolment && enrolment.start().isAfter(day);
    }

    @Property(tries = 100)
    void whoReachesTheHorizonIsWhoAnIndicatorCounts(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> entities = Histories.students(random, 30);
        Period length = Period.ofYears(19 + random.nextInt(4));
        Indicator indicator = Indicator.builder("x")
                .success(Histories.AWARD.taken().within(Window.before(Students.BIRTH_DATE.plus(length))))
                .build();
        Cell cell = Histories.population(entities)
                .all(Unit.STUDENT)
                .tally(indicator)
                .total(indicator);
        TimeToEvent time =
                TimeToEvent.first(Histories.AWARD).since(Students.BIRTH_DATE).within(length);
        TimeCounts counts = times(entities, time, Histories.AS_OF).total().counts();
        long events = 0;
        long toTheEnd = 0;
        for (int place = 0; place < counts.size(); place++) {
            events += counts.kinds() == 0 ? 0 : counts.events(place, 0);
            toTheEnd += counts.day(place) == time.horizonDays().orElseThrow() ? counts.censored(place) : 0;
        }
        assertEquals(cell.yes().exact() + cell.early().exact(), events);
        assertEquals(cell.no().exact(), toTheEnd);
    }

    private static Student born(String id, int year) {
        return Student.builder()
                .id(StudentId.of(id))
                .birthDate(LocalDate.of(year, 3, 1))
                .build();
    }

    private static CredentialAward award(String id, CredentialKind kind, LocalDate day) {
        return CredentialAward.builder()
                .student(StudentId.of(id))
                .kind(kind)
                .awardedOn(day)
                .build();
    }

    @Example
    void ofTwoEventsOnOneDayTheFirstKindAlongTheAxisCounts() {
        LocalDate day = LocalDate.of(2020, 6, 1);
        List<Object> entities = List.of(
                born("1", 2000), award("1", CredentialKind.LICENSE, day), award("1", CredentialKind.BACHELOR, day));
        TimeTally tally = times(
                entities,
                TimeToEvent.first(Histories.AWARD)
                        .byKind(Histories.KIND.as(DEGREES))
                        .since(Students.BIRTH_DATE),
                Histories.AS_OF);
        assertEquals(List.of("degree"), tally.total().kinds());
    }

    @Example
    void questionPrintsItselfAndIsRefusedByAnotherCohort() {
        TimeToEvent time = TimeToEvent.first(Histories.AWARD)
                .byKind(Histories.KIND)
                .since(Students.BIRTH_DATE)
                .enteringAt(Students.GRADUATION_DATE)
                .within(Period.ofYears(27));
        assertEquals(
                "Time from birth date to the first of credential awards, by kind; members are followed to the as-of day,"
                        + " and no longer than before 27 years after birth date; they are under observation after"
                        + " graduation date.",
                time.sentence());
        Population population = Histories.population(List.of(born("1", 2000)));
        TimeQuestion question = new TimeQuestion(
                CohortDefinition.all(Unit.STUDENT), time, List.of(Students.GENDER), LocalDate.of(2020, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> population.all(Unit.STUDENT).times(question));
        assertThrows(
                IllegalArgumentException.class,
                () -> TimeToEvent.first(Histories.AWARD)
                        .since(Students.BIRTH_DATE)
                        .within(Period.ZERO));
        assertTrue(question.sentence().endsWith("By gender\nAs of 2020-01-01."), question.sentence());
    }

    @Example
    void emptyPopulationHasNobodyToFollow() {
        TimeTally tally =
                times(List.of(), TimeToEvent.first(Histories.AWARD).since(Students.BIRTH_DATE), Histories.AS_OF);
        assertEquals(0, tally.total().counts().members());
        assertEquals(0, tally.total().counts().size());
    }
}
